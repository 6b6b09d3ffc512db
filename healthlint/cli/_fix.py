"""Mending articles: `--fix`, `--unsafe-fixes` and `--diff`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.cli._output import emit, tell
from healthlint.engine.article import Article
from healthlint.engine.assemble import assemble
from healthlint.engine.files import write_whole
from healthlint.engine.fix import choose, difference, mend
from healthlint.engine.report import RunError
from healthlint.engine.runner import lint_one
from healthlint.errors import ReadError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from healthlint.cli._articles import Work
    from healthlint.cli._parser import Parser
    from healthlint.engine.assemble import Sieve
    from healthlint.engine.fix import Mended
    from healthlint.engine.report import Report
    from healthlint.model.finding import Diagnostic


class Fixes(NamedTuple):
    """What can be mended, and the articles in which something stands against it."""

    mended: tuple[Mended, ...]
    errors: tuple[RunError, ...]

    def __str__(self) -> str:
        number = sum(len(each.codes) for each in self.mended)
        return f"{number} finding{'' if number == 1 else 's'}"


def add_fix_arguments(parser: Parser) -> None:
    """The arguments that say what is mended."""
    group = parser.add_argument_group("fixes")
    group.add_argument("--fix", action="store_true", help="mend what needs no second look")
    group.add_argument("--diff", action="store_true", help="print what --fix would change, and change nothing")
    group.add_argument("--unsafe-fixes", action="store_true", help="with either: also what may change the meaning")


def find_fixes(args: Namespace, report: Report, work: Work, sieve: Sieve) -> Fixes:
    """The articles of a report with the fixes of its findings."""
    wanted = {each.location.file for each in report.standing if choose([each], unsafe=args.unsafe_fixes)}
    mended, errors = [], []
    for path, data in work.articles:
        if path not in wanted:
            continue
        try:
            if data is not None and args.staged:
                raise ReadError("is left as it is: it has changed since it was staged")
            before = Path(path).read_bytes() if data is None else data
            # A line that a fix adds moves those that git knows as changed, so that there is one pass only.
            passes = 1 if sieve.changes else None
            mended.append(mend(path, before, _diagnosing(path, work, sieve), unsafe=args.unsafe_fixes, passes=passes))
        except ReadError as problem:
            errors.append(RunError(path, None, None, problem.message))
        except OSError as problem:
            errors.append(RunError(path, None, None, f"cannot be read: {problem.strerror}"))
    return Fixes(tuple(mended), tuple(errors))


def show_fixes(fixes: Fixes) -> int:
    """Print what the fixes would change; gives 1 where they would change something, and 2 where they cannot."""
    for each in fixes.mended:
        emit("".join(difference(each)), sys.stdout)
    for error in fixes.errors:
        tell(f"{error.file}: {error.message}")
    tell(f"{fixes} would be mended" if fixes.mended else "nothing can be mended")
    return 2 if fixes.errors else 1 if fixes.mended else 0


def write_fixes(fixes: Fixes, work: Work) -> tuple[Work, tuple[RunError, ...]]:
    """Write the mended files. Gives the articles as they are now, and what could not be written."""
    articles = {article.path: article for article in work.articles}
    errors = list(fixes.errors)
    for each in fixes.mended:
        try:
            if articles[each.path].data is None:
                write_whole(Path(each.path), each.data)
            articles[each.path] = Article(each.path, each.data)
        except OSError as problem:
            errors.append(RunError(each.path, None, None, f"cannot be written: {problem.strerror}"))
    return work._replace(articles=tuple(articles.values())), tuple(errors)


def _diagnosing(path: str, work: Work, sieve: Sieve) -> Callable[[bytes], tuple[Diagnostic, ...]]:
    """What gives the findings that are told of an article once it has another content."""
    return lambda data: assemble([lint_one(Article(path, data), work.settings)], sieve=sieve).standing
