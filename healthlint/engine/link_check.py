"""Asks many addresses, each host politely and no address twice within some days."""

from __future__ import annotations

import json
import os
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from healthlint.engine.web import Answer, Manners, ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


class Limits(NamedTuple):
    """How much is asked."""

    most: int = 500  # addresses of a run; those known from before aside
    hosts: int = 4  # that are asked at the same time
    delay: float = 0.5  # seconds between two questions to one host


class Memory:
    """The answers of earlier runs, in a file. What is damaged or too old is forgotten."""

    def __init__(self, path: Path | None, now: float) -> None:
        """Without a path nothing is remembered."""
        self._path, self._now = path, now
        self._answers = _read(path) if path else {}

    def answer(self, url: str) -> Answer | None:
        """What was answered lately."""
        if not (kept := self._answers.get(url)):
            return None
        when, answer = kept
        age = self._now - when
        return answer if 0 <= age < (_FRESH if answer.state in ("ok", "moved") else _FRESH_FAULT) else None

    def keep(self, url: str, answer: Answer) -> None:
        """Remember an answer for the next run."""
        self._answers[url] = (self._now, answer)

    def save(self) -> None:
        """Write the newest answers, in one step, or do without where that cannot be."""
        if self._path is None:
            return
        newest = sorted(self._answers.items(), key=lambda item: -item[1][0])[:_MOST_KEPT]
        rows = {url: [when, *answer] for url, (when, answer) in newest}
        fresh = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps({"version": _VERSION, "answers": rows}), encoding="utf-8")
            fresh.replace(self._path)
        except OSError:
            with suppress(OSError):
                fresh.unlink()


def check_links(
    urls: Iterable[str], manners: Manners, limits: Limits, memory: Memory
) -> Iterator[tuple[str, Answer | None]]:
    """Each address with its answer, as they come; None for those beyond the limit, which were not asked."""
    open_questions: list[str] = []
    for url in dict.fromkeys(urls):
        if known := memory.answer(url):
            yield url, known
        else:
            open_questions.append(url)
    asked, left = open_questions[: limits.most], open_questions[limits.most :]
    with ThreadPoolExecutor(limits.hosts) as pool:
        for answers in pool.map(lambda group: _ask_host(group, manners, limits.delay), _by_host(asked)):
            for url, answer in answers:
                memory.keep(url, answer)
                yield url, answer
    memory.save()
    yield from ((url, None) for url in left)


def _by_host(urls: Sequence[str]) -> list[list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        with suppress(ValueError):
            groups[urlsplit(url).netloc.lower()].append(url)
    return list(groups.values())


def _ask_host(urls: Sequence[str], manners: Manners, delay: float) -> list[tuple[str, Answer]]:
    """The answers of one host, asked one by one."""
    answers = []
    for number, url in enumerate(urls):
        if number:
            time.sleep(delay)
        answers.append((url, ask(url, manners)))
    return answers


def _read(path: Path) -> dict[str, tuple[float, Answer]]:
    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["version"] == _VERSION:
            return {url: (float(row[0]), Answer(*row[1:])) for url, row in kept["answers"].items()}
    return {}


_VERSION = 1  # of the file
_DAY = 24 * 60 * 60
_FRESH, _FRESH_FAULT = 7 * _DAY, _DAY / 24  # seconds
_MOST_KEPT = 20_000  # answers
