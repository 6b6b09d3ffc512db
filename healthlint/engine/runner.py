"""Articles -> a report: reads each, lints it as its settings say, and keeps what is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.engine.config import relative_to
from healthlint.engine.gate import is_failing, is_shown
from healthlint.engine.lint import lint
from healthlint.engine.report import FileResult, Report, RunError, lines_kept
from healthlint.errors import HealthlintError
from healthlint.model.lines import LineIndex
from healthlint.readers import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from healthlint.engine.settings import AllSettings, Settings
    from healthlint.model.finding import Diagnostic, Location


class Article(NamedTuple):
    """A file to lint by the path that the user knows it by. `data` is given where it is not to be read from there."""

    path: str
    data: bytes | None = None


Result = tuple[FileResult, "Settings"]
"""What linting a file gave, and the settings that it was linted by."""


def run(articles: Iterable[Article], settings: AllSettings) -> Report:
    """The report on all articles, in their order. Raises ConfigError."""
    return assemble(lint_all(articles, settings))


def lint_all(articles: Iterable[Article], settings: AllSettings) -> Iterator[Result]:
    """Each article's result, one after the other. Raises ConfigError."""
    return (lint_one(article, settings) for article in articles)


def lint_one(article: Article, settings: AllSettings) -> Result:
    """An article's result. Raises ConfigError for its settings; what is wrong with the article is in the result."""
    whole = Path(article.path).absolute()
    mine = settings.of(whole)
    return _lint(article, mine, relative_to(whole, mine.folder)), mine


def assemble(results: Iterable[Result], errors: Sequence[RunError] = ()) -> Report:
    """The report of all results; `errors` happened before any file was read."""
    files = failing = hidden = 0
    shown: list[Diagnostic] = []
    all_errors, lines = list(errors), {}
    for result, settings in results:
        files += all(error.rule for error in result.errors)  # a broken rule leaves an article linted by the others
        mine = [diagnostic for diagnostic in result.diagnostics if is_shown(diagnostic, settings)]
        shown += mine
        hidden += len(result.diagnostics) - len(mine)
        failing += sum(is_failing(diagnostic, settings) for diagnostic in mine)
        all_errors += result.errors
        if mine:
            lines[result.file] = result.lines
    return Report(files, tuple(shown), tuple(all_errors), failing, hidden, lines)


def _lint(article: Article, settings: Settings, known_as: str) -> FileResult:
    """All that the rules say of one article: a pure function of the file, its settings and its name."""
    path = article.path
    try:
        data = Path(path).read_bytes() if article.data is None else article.data
        document = read(data, path)
        result = lint(document, settings.ruleset, settings.policy, known_as)
    except HealthlintError as problem:
        return FileResult(path, errors=(RunError(path, problem.line, None, problem.message),))
    except OSError as problem:
        return FileResult(path, errors=(RunError(path, None, None, f"cannot be read: {problem.strerror}"),))
    except Exception as problem:  # one article that breaks us must not hide what the others hold
        message = f"could not be linted: {type(problem).__name__}: {problem}"
        return FileResult(path, errors=(RunError(path, None, None, message),))
    errors = tuple(RunError(path, None, failure.rule, failure.message) for failure in result.failures)
    return FileResult(path, result.diagnostics, errors, _lines(result.diagnostics, LineIndex(document.source)))


def _lines(diagnostics: Sequence[Diagnostic], index: LineIndex) -> dict[int, str]:
    """The source lines of the diagnostics and their related places."""
    places: list[Location] = [diagnostic.location for diagnostic in diagnostics]
    places += [related.location for diagnostic in diagnostics for related in diagnostic.related]
    numbers = {number for place in places for number in lines_kept(place)}
    return {number: index.line(number) for number in sorted(numbers)}
