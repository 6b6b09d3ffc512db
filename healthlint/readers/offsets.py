"""Byte offsets of UTF-8 -> offsets of code points."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from typing import NamedTuple


class Stretch(NamedTuple):
    """Bytes from `low` to `high`, both included, whose code point offsets are all `shift` less."""

    low: int
    high: int
    shift: int


class CodePoints:
    """The code point offsets of one source."""

    __slots__ = ("_begins", "_is_ascii", "_runs")

    def __init__(self, source: str) -> None:
        self._is_ascii = source.isascii()
        self._begins = [-1]  # in bytes, of each run of characters that take equally many bytes, but more than one
        self._runs = [(0, 0, 1)]  # (end in bytes, end in code points, bytes of each character)
        if not self._is_ascii:
            self._find_runs(source)

    def __call__(self, offset: int) -> int:
        """The code point offset of a byte offset."""
        if self._is_ascii:
            return offset
        index = bisect_right(self._begins, offset) - 1
        byte_end, end, width = self._runs[index]
        return end + offset - byte_end if offset >= byte_end else end - (byte_end - offset + width - 1) // width

    def stretch(self, offset: int) -> Stretch:
        """The stretch around a byte offset; one that does not hold it where the offset is inside a run."""
        if self._is_ascii:
            return Stretch(0, sys.maxsize, 0)
        index = bisect_right(self._begins, offset) - 1
        byte_end, end, _ = self._runs[index]
        high = self._begins[index + 1] if index + 1 < len(self._begins) else sys.maxsize
        return Stretch(byte_end, high, byte_end - end)

    def _find_runs(self, source: str) -> None:
        extra = end = width = 0  # bytes so far beyond one for each character; of the last run
        for match in re.finditer(r"[^\x00-\x7f]", source):
            begin, character = match.start(), match[0]
            wide = 2 if character < "\u0800" else 3 if character < "\U00010000" else 4
            if begin != end or wide != width:
                self._begins.append(begin + extra)
                self._runs.append((0, 0, 0))
            end, width = begin + 1, wide
            extra += wide - 1
            self._runs[-1] = (end + extra, end, wide)
