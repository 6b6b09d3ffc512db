"""Articles -> a report: reads each, lints it as its settings say, and keeps what is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis import Analysis
from healthlint.engine.config import relative_to
from healthlint.engine.gate import is_failing, is_shown
from healthlint.engine.library import Signed
from healthlint.engine.lint import LintResult, lint_analysis
from healthlint.engine.report import FileResult, Report, RunError, lines_of, places_of
from healthlint.engine.suppress import Suppressor
from healthlint.engine.waivers import find_waivers, places_of_waivers
from healthlint.errors import HealthlintError
from healthlint.model.lines import LineIndex
from healthlint.readers import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from healthlint.engine.settings import AllSettings, Settings
    from healthlint.model.finding import Diagnostic


class Article(NamedTuple):
    """A file to lint by the path that the user knows it by. `data` is given where it is not to be read from there."""

    path: str
    data: bytes | None = None


Result = tuple[FileResult, "Settings"]
"""What linting a file gave, and the settings that it was linted by."""


Reach = Literal["each", "folder", "both"]
"""The rules that run: those that read each article by itself, those that compare a folder of them, or both."""


def run(articles: Iterable[Article], settings: AllSettings) -> Report:
    """The report on all articles, in their order, each by itself. Raises ConfigError."""
    return assemble(lint_all(articles, settings))


def lint_all(articles: Iterable[Article], settings: AllSettings, reach: Reach = "each") -> Iterator[Result]:
    """Each article's result, one after the other. Raises ConfigError."""
    return (lint_one(article, settings, reach) for article in articles)


def lint_one(article: Article, settings: AllSettings, reach: Reach = "each") -> Result:
    """An article's result. Raises ConfigError for its settings; what is wrong with the article is in the result."""
    whole = Path(article.path).absolute()
    mine = settings.of(whole)
    return lint_article(article, mine, relative_to(whole, mine.folder), reach), mine


def assemble(
    results: Iterable[Result],
    errors: Sequence[RunError] = (),
    texts: Mapping[str, bytes] | None = None,
    *,
    show_suppressed: bool = False,
) -> Report:
    """The report of all results, with what the comparison of articles finds where they have signatures.

    `errors` happened before any file was read; `texts` holds the articles that are not to be read from their files.
    """
    files = failing = hidden = 0
    suppressor = Suppressor(show=show_suppressed)
    order: list[str] = []
    shown: list[Diagnostic] = []
    all_errors = list(errors)
    lines: dict[str, Mapping[int, str]] = {}
    signed: list[Signed] = []
    for result, settings in results:
        files += all(error.rule for error in result.errors)  # a broken rule leaves an article linted by the others
        order.append(result.file)
        suppressor.enter(result.file, result.waivers, settings)
        found = suppressor.apply(result.file, result.diagnostics)
        mine = [diagnostic for diagnostic in found if is_shown(diagnostic, settings)]
        shown += mine
        hidden += len(found) - len(mine)
        failing += sum(is_failing(diagnostic, settings) for diagnostic in mine)
        all_errors += result.errors
        if mine or (result.waivers and result.waivers.items):
            lines[result.file] = result.lines
        if result.signature:
            signed.append(Signed(result.signature, settings))
    report = Report(files, tuple(shown), tuple(all_errors), failing, hidden, lines)
    if len(signed) > 1:
        from healthlint.engine.across import add_comparison  # which a run on one article can do without

        report = add_comparison(report, signed, texts or {}, suppressor)
    if suppressor.files:
        from healthlint.engine.waiver_faults import add_faults  # and most runs without this

        report = add_faults(report, suppressor.files, order, compared=len(signed) > 1)
    return report._replace(suppressed=suppressor.count)


def lint_article(article: Article, settings: Settings, known_as: str, reach: Reach) -> FileResult:
    """All that the rules say of one article: a pure function of the file, its settings and its name."""
    path = article.path
    try:
        data = Path(path).read_bytes() if article.data is None else article.data
        document = read(data, path, settings.format_of(path))
        analysis = Analysis(document, settings.ruleset.knowledge, settings.policy)
        result = LintResult(()) if reach == "folder" else lint_analysis(analysis, settings.ruleset, known_as)
        signature = None if reach == "each" else analysis.signature
    except HealthlintError as problem:
        return FileResult(path, errors=(RunError(path, problem.line, None, problem.message),))
    except OSError as problem:
        return FileResult(path, errors=(RunError(path, None, None, f"cannot be read: {problem.strerror}"),))
    except Exception as problem:  # one article that breaks us must not hide what the others hold
        message = f"could not be linted: {type(problem).__name__}: {problem}"
        return FileResult(path, errors=(RunError(path, None, None, message),))
    errors = tuple(RunError(path, None, failure.rule, failure.message) for failure in result.failures)
    index = LineIndex(document.source)
    waivers = find_waivers(analysis, index, read_alone=reach != "folder")
    places = (*places_of(result.diagnostics), *places_of_waivers(waivers, path))
    return FileResult(path, result.diagnostics, errors, lines_of(places, index), signature, waivers)
