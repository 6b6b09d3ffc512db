"""Which findings a run tells of: those that no baseline has, and those that have to do with what changed."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.engine.assemble import Sieve
from healthlint.engine.config import relative_to

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from healthlint.cli._articles import Work
    from healthlint.cli._parser import Parser
    from healthlint.engine.article import Article
    from healthlint.engine.changed import Changes
    from healthlint.engine.report import Report


def add_sieve_arguments(parser: Parser) -> None:
    """The arguments that leave out what was there before."""
    group = parser.add_argument_group("new findings only")
    change = group.add_mutually_exclusive_group()
    change.add_argument("--changed-since", metavar="REF", help="tell what concerns lines that changed since a revision")
    change.add_argument("--staged", action="store_true", help="tell what concerns lines that the next commit changes")
    baseline = group.add_mutually_exclusive_group()
    baseline.add_argument("--baseline", type=Path, metavar="FILE", help="(default: the one beside the configuration)")
    baseline.add_argument("--no-baseline", action="store_true", help="tell what the baseline has, too")


def sift(args: Namespace, work: Work) -> tuple[Sieve, Work]:
    """What of the findings is told, and the articles that are needed for that. Raises ConfigError."""
    from healthlint.engine.baseline import Baselines

    baselines = None if args.no_baseline else Baselines(args.baseline)
    changes = _changes(args)
    sieve = Sieve(args.show_suppressed, baselines, changes)
    if changes is None:
        return sieve, work
    articles = work.articles
    if args.staged:
        articles = tuple(_as_staged(articles, changes))
    if not any(map(os.path.isdir, args.paths or ["."])):  # in a folder, an old article may be a copy of a new one
        articles = tuple(article for article in articles if changes.of(article.path) is not None)
    return sieve, work._replace(articles=articles)


def stale_entries(report: Report) -> list[str]:
    """A line for each baseline that has entries without a finding."""
    numbers = Counter(each.baseline for each in report.stale)
    return [
        f"{relative_to(path, Path.cwd())}: {number} {'entries have' if number > 1 else 'entry has'} no finding any "
        "more; `healthlint baseline --prune` takes them out"
        for path, number in numbers.items()
    ]


def _changes(args: Namespace) -> Changes | None:
    if not args.staged and args.changed_since is None:
        return None
    from healthlint.engine.changed import changes_since, staged_changes

    return staged_changes(Path.cwd()) if args.staged else changes_since(args.changed_since, Path.cwd())


def _as_staged(articles: Iterable[Article], changes: Changes) -> Iterator[Article]:
    """The articles as the next commit has them."""
    from healthlint.engine.changed import staged_data

    staged = dict(staged_data(changes))
    for article in articles:
        data = staged.get(str(Path(article.path).resolve()))
        yield article if data is None else article._replace(data=data)
