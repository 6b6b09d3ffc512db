"""Text on a grid of terminal cells: what is safe to print, how wide it is, and how it breaks into lines."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthlint.model.finding import Severity

COLOURS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;34"}

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def printable(text: str) -> str:
    """The text on one line, with a sign for whatever would steer the terminal: line ends, escapes, turns of writing.

    Every character is one character still.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def width(text: str) -> int:
    """The cells that a printable text takes: two for a wide character, none for an accent on the one before."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def wrap(text: str, room: int) -> list[str]:
    """A printable text in lines of at most `room` cells, longer only where one word is."""
    lines: list[str] = []
    line, left = "", 0
    for word in text.split():
        if line and width(word) < left:
            line, left = f"{line} {word}", left - width(word) - 1
        else:
            lines += [line] if line else []
            line, left = word, room - width(word)
    return [*lines, line] if line else lines


def paint(text: str, colour: str, wanted: bool) -> str:
    """The text in a colour, where colours are wanted."""
    return f"\x1b[{colour}m{text}\x1b[0m" if wanted and text else text


@cache
def _shown(char: str) -> str:
    if char in "\t\n\r":
        return " "
    category = unicodedata.category(char)
    return "\N{REPLACEMENT CHARACTER}" if category in ("Cc", "Cs", "Zl", "Zp") or char in _TURNING else char


@cache
def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
