"""The one crossing between the prose and its source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Literal

from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Sequence


class SourceMap:
    """Where each piece of the prose was written.

    A piece is a run of text with the source that it came from. Where both are equally long, character answers to
    character; where they are not (`&amp;` for `&`), the piece is whole and any part of it maps to all of its source.
    Between pieces lies what the reader added (the blank line between two blocks) or left out (markup).
    """

    __slots__ = ("_source_ends", "_source_starts", "_text_ends", "_text_starts")

    def __init__(self, pieces: Sequence[tuple[int, int, int, int]]) -> None:
        """`pieces`: (text start, text end, source start, source end), in the order of the text, none empty."""
        self._text_starts = [piece[0] for piece in pieces]
        self._text_ends = [piece[1] for piece in pieces]
        self._source_starts = [piece[2] for piece in pieces]
        self._source_ends = [piece[3] for piece in pieces]

    def to_source(self, span: TextSpan) -> SourceSpan:
        """The source of a piece of prose, from its first character to its last, markup in between included."""
        if span.start >= span.end:
            point = self.insertion(span.start, "after")
            return SourceSpan(point, point)
        first = bisect_right(self._text_ends, span.start)
        last = bisect_left(self._text_starts, span.end) - 1
        if first > last:  # nothing but added text, as between two blocks
            point = self.insertion(span.start, "after")
            return SourceSpan(point, point)
        return SourceSpan(self._source_at(first, span.start), self._source_at(last, span.end, end=True))

    def to_text(self, span: SourceSpan) -> TextSpan | None:
        """The prose that was written at a place in the source; None where there is only markup, or nothing."""
        first = bisect_right(self._source_ends, span.start)
        last = bisect_left(self._source_starts, span.end) - 1
        if first > last:
            return None
        return TextSpan(self._text_at(first, span.start), self._text_at(last, span.end, end=True))

    def is_contiguous(self, span: TextSpan) -> bool:
        """Whether the source of this prose is free of markup, so that replacing it loses nothing."""
        first = bisect_right(self._text_ends, span.start)
        last = bisect_left(self._text_starts, span.end) - 1
        if first > last or self._text_starts[first] > span.start or self._text_ends[last] < span.end:
            return False
        return all(
            self._text_ends[i] == self._text_starts[i + 1] and self._source_ends[i] == self._source_starts[i + 1]
            for i in range(first, last)
        )

    def insertion(self, offset: int, side: Literal["before", "after"]) -> int:
        """The source offset for text inserted after the character before `offset`, or before the one at it."""
        if not self._text_starts:
            return 0
        if side == "before":
            index = min(bisect_right(self._text_ends, offset), len(self._text_ends) - 1)
            return self._source_at(index, offset, end=offset >= self._text_ends[index])
        index = max(bisect_left(self._text_starts, offset) - 1, 0)
        return self._source_at(index, min(offset, self._text_ends[index]), end=offset > self._text_starts[index])

    def _source_at(self, index: int, offset: int, *, end: bool = False) -> int:
        """The source offset of a text offset in or at the edge of piece `index`."""
        text_start, text_end = self._text_starts[index], self._text_ends[index]
        source_start, source_end = self._source_starts[index], self._source_ends[index]
        if text_end - text_start == source_end - source_start:
            return source_start + min(max(offset - text_start, 0), text_end - text_start)
        return source_end if end else source_start

    def _text_at(self, index: int, offset: int, *, end: bool = False) -> int:
        """The text offset of a source offset in or at the edge of piece `index`."""
        text_start, text_end = self._text_starts[index], self._text_ends[index]
        source_start, source_end = self._source_starts[index], self._source_ends[index]
        if text_end - text_start == source_end - source_start:
            return text_start + min(max(offset - source_start, 0), text_end - text_start)
        return text_end if end else text_start


class TextBuilder:
    """Collects the prose piece by piece as a reader meets it, and the source map with it."""

    __slots__ = ("_pieces", "_texts", "length")

    def __init__(self) -> None:
        """`length` is the number of code points written so far: the text offset of the next piece."""
        self._texts: list[str] = []
        self._pieces: list[tuple[int, int, int, int]] = []
        self.length = 0

    def __len__(self) -> int:
        """The number of code points written so far."""
        return self.length

    def add(self, text: str, start: int, end: int) -> None:
        """Write prose that came from `source[start:end]`; equally long means character by character."""
        if not text:
            return
        pieces, begin = self._pieces, self.length
        self.length += len(text)
        self._texts.append(text)
        if pieces and len(text) == end - start:
            text_start, text_end, source_start, source_end = pieces[-1]
            if text_end == begin and source_end == start and text_end - text_start == source_end - source_start:
                pieces[-1] = (text_start, self.length, source_start, end)
                return
        pieces.append((begin, self.length, start, end))

    def gap(self, text: str) -> None:
        """Write text that stands nowhere in the source, such as the blank line between two blocks."""
        self._texts.append(text)
        self.length += len(text)

    def cut(self, length: int) -> None:
        """Take back all prose from the text offset `length` on."""
        texts, pieces = self._texts, self._pieces
        while self.length > length:
            last = texts.pop()
            self.length -= len(last)
            if self.length < length:
                texts.append(last[: length - self.length])
                self.length = length
        while pieces and pieces[-1][1] > length:
            start, end, source_start, source_end = pieces.pop()
            if start < length:
                if end - start == source_end - source_start:
                    source_end = source_start + length - start
                pieces.append((start, length, source_start, source_end))

    def trim(self, start: int) -> None:
        """Take back the white space at the end of the prose, as far as the text offset `start`."""
        texts, length = self._texts, self.length
        while length > start and texts and texts[-1][-1:].isspace():
            blank = texts[-1]
            length = max(start, length - len(blank) + len(blank.rstrip()))
            self.cut(length)

    def trimmed_length(self, start: int) -> int:
        """The length without white space at the end, but at least `start`."""
        length = self.length
        for text in reversed(self._texts):
            if length <= start:
                return start
            kept = len(text.rstrip())
            if kept:
                return max(start, length - len(text) + kept)
            length -= len(text)
        return start

    def tail(self, start: int) -> str:
        """The prose from the text offset `start` on."""
        parts, length = [], self.length
        for text in reversed(self._texts):
            if length <= start:
                break
            length -= len(text)
            parts.append(text)
        return "".join(reversed(parts))[max(start - length, 0) :]

    @property
    def source_end(self) -> int:
        """The source offset behind the last character that came from the source."""
        return self._pieces[-1][3] if self._pieces else 0

    def ends_with_space(self) -> bool:
        """Whether the last character written is white space; true at the very start."""
        return not self._texts or self._texts[-1][-1:].isspace()

    def build(self) -> tuple[str, SourceMap]:
        """The prose and its map."""
        return "".join(self._texts), SourceMap(self._pieces)
