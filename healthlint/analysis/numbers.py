"""The numbers of an article, and what each of them counts."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from healthlint.language.numbers import find_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.language.numbers import Number


class Numbers:
    """All numbers in the prose, in order."""

    __slots__ = ("_starts", "all")

    def __init__(self, numbers: Sequence[Number]) -> None:
        self.all = tuple(numbers)
        self._starts = [number.start for number in numbers]

    def within(self, start: int, end: int) -> Sequence[Number]:
        """The numbers that begin inside a stretch of prose."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def read_numbers(text: str) -> Numbers:
    """Every number in the prose with its kind."""
    return Numbers(find_numbers(text))
