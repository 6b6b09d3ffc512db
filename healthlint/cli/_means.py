"""How much of the machine a command may use: processes, and what earlier runs left behind."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError
from contextlib import contextmanager
from typing import TYPE_CHECKING

from healthlint.engine.runner import Means

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from healthlint.cli._articles import Work
    from healthlint.cli._parser import Parser


def add_means_arguments(parser: Parser) -> None:
    """The arguments that say what may be used."""
    means = parser.add_argument_group("speed", "None of these changes what is found.")
    means.add_argument("-j", "--jobs", type=_jobs, metavar="N", help="lint in so many processes (default: all cores)")
    means.add_argument("--no-cache", action="store_true", help="lint everything afresh, and keep nothing")


@contextmanager
def open_means(args: Namespace, work: Work) -> Iterator[Means]:
    """What may be used; what was found out is kept when the command is done with it, or is interrupted."""
    jobs = args.jobs or _cores()
    if args.no_cache or all(article.data is not None for article in work.articles):
        yield Means(jobs)
        return
    from healthlint.engine.cache import Cache

    cache = Cache(work.settings.folder)
    try:
        yield Means(jobs, cache)
    finally:
        cache.close()


def _jobs(word: str) -> int:
    if word.isdecimal() and int(word):
        return int(word)
    raise ArgumentTypeError(f'must be a number from 1, not "{word}"')


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not on all platforms
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
