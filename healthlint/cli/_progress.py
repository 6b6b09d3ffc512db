"""A bar on the terminal for runs that take a while."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from healthlint.cli._output import emit, is_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")

_PAUSE, _LENGTH = 0.1, 30  # seconds between two drawings, cells of the bar


def watched(items: Iterable[T], total: int, *, wanted: bool, patience: float = 0.7) -> Iterator[T]:
    """The items; after `patience` seconds a bar on standard error shows how many there were."""
    if not (wanted and is_terminal(sys.stderr)):
        yield from items
        return
    due = monotonic() + patience
    drawn = False
    try:
        for done, item in enumerate(items, 1):
            yield item
            if monotonic() > due:
                due, drawn = monotonic() + _PAUSE, True
                bar = "#" * (_LENGTH * done // total)
                emit(f"\r[{bar:.<{_LENGTH}}] {done} of {total} articles", sys.stderr)
    finally:
        if drawn:
            emit("\r\x1b[K", sys.stderr)
