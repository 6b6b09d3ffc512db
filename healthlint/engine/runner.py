"""Articles -> a report: what is known of each or is found out now, and of that what is shown."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.engine.article import Article, Reach, lint_article
from healthlint.engine.config import relative_to
from healthlint.engine.gate import is_failing, is_shown
from healthlint.engine.report import Report
from healthlint.engine.suppress import Suppressor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from healthlint.engine.cache import Cache, Seen
    from healthlint.engine.report import FileResult, RunError
    from healthlint.engine.settings import AllSettings, Settings
    from healthlint.model.finding import Diagnostic

Result = tuple["FileResult", "Settings"]
"""What linting a file gave, and the settings that it was linted by."""

_FEWEST = 20  # articles to be linted, from which on the start of other processes pays


class Means(NamedTuple):
    """What a run may use: other processes, and what earlier runs found."""

    jobs: int = 1
    cache: Cache | None = None


def lint_all(
    articles: Sequence[Article], settings: AllSettings, reach: Reach = "each", means: Means | None = None
) -> Iterator[Result]:
    """Each article's result, one after the other, in the same order by any means. Raises ConfigError."""
    jobs, cache = means or Means()
    looked_up = [_look_up(article, settings, reach, cache) for article in articles]
    unknown = [article for article, each in zip(articles, looked_up, strict=True) if not each.known]
    fresh = _lint(unknown, settings, reach, jobs)
    for each in looked_up:
        result = each.known
        if result is None:
            result = next(fresh)
            if cache and each.seen:
                cache.keep(each.seen, each.settings, reach, result)
        yield result, each.settings


def lint_one(article: Article, settings: AllSettings, reach: Reach = "each") -> Result:
    """An article's result. Raises ConfigError for its settings; what is wrong with the article is in the result."""
    mine = settings.of_file(article.path)
    return lint_article(article, mine, relative_to(Path(article.path).absolute(), mine.folder), reach), mine


def assemble(
    results: Iterable[Result],
    errors: Sequence[RunError] = (),
    texts: Mapping[str, bytes] | None = None,
    cache: Cache | None = None,
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
    signed: list[Result] = []
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
            signed.append((result, settings))
    report = Report(files, tuple(shown), tuple(all_errors), failing, hidden, lines)
    if len(signed) > 1:
        from healthlint.engine.across import add_comparison  # which a run on one article can do without

        report = add_comparison(report, signed, texts or {}, suppressor, cache)
    if suppressor.files:
        from healthlint.engine.waiver_faults import add_faults  # and most runs without this

        report = add_faults(report, suppressor.files, order, compared=len(signed) > 1)
    return report._replace(suppressed=suppressor.count)


class _LookedUp(NamedTuple):
    known: FileResult | None
    seen: Seen | None
    settings: Settings


def _look_up(article: Article, settings: AllSettings, reach: Reach, cache: Cache | None) -> _LookedUp:
    mine = settings.of_file(article.path)
    if cache is None or article.data is not None or not mine.key:
        return _LookedUp(None, None, mine)
    return _LookedUp(*cache.find(article.path, mine, reach), mine)


def _lint_file(article: Article, settings: AllSettings, reach: Reach) -> FileResult:
    return lint_one(article, settings, reach)[0]


def _lint(articles: Sequence[Article], settings: AllSettings, reach: Reach, jobs: int) -> Iterator[FileResult]:
    work = partial(_lint_file, settings=settings, reach=reach)
    for article in articles:
        _ = settings.of_file(article.path).ruleset  # whose mistakes end the run, and which many processes share
    if jobs == 1 or len(articles) < _FEWEST:
        return map(work, articles)
    from healthlint.engine.workers import work_in_parallel

    return work_in_parallel(work, articles, jobs)
