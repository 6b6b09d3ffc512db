"""Offsets -> lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from healthlint.model.span import Position


class LineIndex:
    """Where each line of a source begins; a line ends at LF, CRLF or CR."""

    __slots__ = ("_begins", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._begins = [0, *(end.end() for end in re.finditer(r"\r\n|\r|\n", source))]

    def position(self, offset: int) -> Position:
        """The line and column, from 1, of an offset."""
        line = bisect_right(self._begins, offset)
        return Position(line, offset - self._begins[line - 1] + 1, offset)

    def line(self, number: int) -> str:
        """The text of a line, from 1, without its end."""
        end = self._begins[number] if number < len(self._begins) else len(self.source)
        return self.source[self._begins[number - 1] : end].rstrip("\r\n")

    def begin(self, number: int) -> int:
        """The offset at which a line, from 1, begins."""
        return self._begins[number - 1]

    def __len__(self) -> int:
        """The number of lines."""
        return len(self._begins)
