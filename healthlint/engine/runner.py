"""Articles -> the results of linting them: what is known of each from earlier runs, or is found out now."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.engine.article import Article, Reach, lint_article
from healthlint.engine.config import relative_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.engine.cache import Cache, Seen
    from healthlint.engine.report import FileResult, Result
    from healthlint.engine.settings import AllSettings, Settings

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
