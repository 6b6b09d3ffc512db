"""A source line with a place underlined, cut to the width of the screen around that place."""

from __future__ import annotations

from typing import NamedTuple

from healthlint.reporters._cells import printable, width

_NEAR = 12  # a cut moves up to so many characters to the edge of a word
_NEIGHBOURHOOD = 1000  # characters around a place that are looked at; some files are one line of megabytes
_ELLIPSIS = "…"


class Snippet(NamedTuple):
    """What to print, and what to print below it."""

    line: str
    underline: str


def snippet(source: str, columns: slice, room: int, sign: str = "^") -> Snippet:
    """A source line in at most `room` cells, and the sign under what shows of the columns, counted from 0."""
    start, end = min(columns.start, len(source)), min(columns.stop, len(source))
    near = slice(max(start - _NEIGHBOURHOOD, 0), start + _NEIGHBOURHOOD)
    text = printable(source[near]).rstrip()
    start, end = min(start - near.start, len(text)), min(end - near.start, len(text))
    first, last = _window(text, start, max(end, start), max(room, 20))
    before = _ELLIPSIS * (first + near.start > len(source) - len(source.lstrip()))
    after = _ELLIPSIS * (last + near.start < len(source.rstrip()))
    margin = width(before + text[first:start])
    marked = max(width(text[start : min(end, last)]), 1)
    return Snippet(before + text[first:last] + after, " " * margin + sign * marked)


def _window(text: str, start: int, end: int, room: int) -> tuple[int, int]:
    """The part of a line to show: all of it, or as much around the place as there is room for."""
    first = min(start, len(text) - len(text.lstrip()))
    if width(text[first:]) <= room:
        return first, len(text)
    room -= 2  # for the ellipses
    spare = room - width(text[start:end])
    first = max(first, _back(text, start, max(spare // 2, room // 6)))
    last = _forth(text, first, room)
    if last == len(text):  # the line ends early: show more of its beginning
        first = max(len(text) - len(text.lstrip()), _back(text, last, room))
    return _at_word(text, first, start), last if last == len(text) else _at_word_end(text, last, end)


def _back(text: str, offset: int, cells: int) -> int:
    """The offset from which so many cells lie before `offset`."""
    while offset > 0 and (cells := cells - width(text[offset - 1])) >= 0:
        offset -= 1
    return offset


def _forth(text: str, offset: int, cells: int) -> int:
    """The offset up to which so many cells lie behind `offset`."""
    while offset < len(text) and (cells := cells - width(text[offset])) >= 0:
        offset += 1
    return offset


def _at_word(text: str, first: int, limit: int) -> int:
    """The beginning of the next word near a cut on the left, if it comes before the limit."""
    if first == 0 or text[first - 1].isspace():
        return first
    space = text.find(" ", first, min(first + _NEAR, limit))
    return first if space < 0 else space + 1


def _at_word_end(text: str, last: int, end: int) -> int:
    """The end of the last whole word near a cut on the right, but not before the `end` of what is underlined."""
    if text[last].isspace():
        return last
    space = text.rfind(" ", max(last - _NEAR, end if end < last else 0), last)
    return last if space < 0 else space
