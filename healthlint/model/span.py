"""Places: half-open ranges of code points, in the prose or in the source, never to be mixed up."""

from __future__ import annotations

from typing import NamedTuple


class TextSpan(NamedTuple):
    """A place in `Document.text`, the prose."""

    start: int
    end: int


class SourceSpan(NamedTuple):
    """A place in `Document.source`, the decoded file without a byte-order mark."""

    start: int
    end: int


Place = TextSpan | SourceSpan
"""Where a finding is; `engine.lint.locate` alone turns the first kind into the second."""


class Position(NamedTuple):
    """A point in a file as people and reports name it: `line` and `column` from 1, `offset` from 0, in code points."""

    line: int
    column: int
    offset: int


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two ranges share at least one character."""
    return one[0] < other[1] and other[0] < one[1]
