"""Plain text -> the units that become blocks: paragraphs and items, with their markers and the parts of their lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.readers.plain_lines import continuations, split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.readers.plain_lines import Lines


class Unit(NamedTuple):
    """What becomes one block: its words behind the marker that it may have, and the lines that go on with it."""

    begin: int  # of the first line, marker included
    start: int  # of the words
    end: int  # of the first line
    more: tuple[tuple[int, int], ...]  # the other lines
    marker: str
    indent: int
    after_blank: bool
    words: str  # of all lines


def split_units(source: str) -> list[Unit]:
    """The units of a text in order; lines of mere dashes and the like divide them and are left out."""
    lines = split_lines(source)
    goes_on = continuations(source, lines, _begins_block)
    units: list[Unit] = []
    index, size, after_rule = 0, len(lines.starts), False
    while index < size:
        start, end, indent = lines.starts[index], lines.ends[index], lines.indents[index]
        after_blank = lines.after_blank[index] or after_rule
        text, sign = source[start:end], source[start]
        index += 1
        if sign.isalpha() and sign not in "Qq" and text[1:2] != ")" and index not in goes_on:  # as most lines
            units.append(Unit(start, start, end, (), "", indent, after_blank, text))
            after_rule = False
            continue
        after_rule = sign in _RULE_SIGNS and _RULE.fullmatch(text) is not None
        if after_rule:
            continue
        length = _marker_length(text)
        marker, words = text[:length].rstrip(), start + length
        if text in _BULLETS and _takes(source, lines, index):
            marker, words, end = text, lines.starts[index], lines.ends[index]
            index += 1
        begin = index
        while index in goes_on:
            index += 1
        more = tuple((lines.starts[line], lines.ends[line]) for line in range(begin, index))
        written = " ".join([source[words:end], *(source[slice(*line)] for line in more)]) if more else source[words:end]
        units += _divided(Unit(start, words, end, more, marker, indent, after_blank, written))
    return units


_BULLETS = frozenset("-*+•·◦▪‣●○■□➢➤✓✔–—")
_TIGHT_BULLETS = frozenset("•◦▪‣●○■□➢➤✓✔")  # that need no space behind them
_RULE_SIGNS = frozenset("-=_*~#")
_RULE = lazy_pattern(r"(?:[-=_*~#]\s?){3,}")
_NUMBER = lazy_pattern(r"(?:\(?\d{1,3}[.)]|\(?[a-z][)])\s+(?=\S)")
_QUESTION = lazy_pattern(r"(?:Q|Question)\s?\d{0,3}[:.]\s", re.IGNORECASE)
_ANSWER = lazy_pattern(r"(?<=\S)\s+(?=(?:A|Answer)\s?\d{0,3}:\s)")
_SPEAKER = lazy_pattern(r"(?:[QA]|Question|Answer)\s?\d{0,3}:\s")


def _marker_length(text: str) -> int:
    """The length of the marker that a line begins with, white space behind it included; 0 without one."""
    sign = text[0]
    if sign in _BULLETS:
        if text[1:2].isspace() or (sign in _TIGHT_BULLETS and len(text) > 1):
            return len(text) - len(text[1:].lstrip())
        return 0
    if sign.isdigit() or sign == "(" or text[1:2] == ")":
        number = _NUMBER.match(text)
        return number.end() if number else 0
    return 0


def _begins_block(text: str) -> bool:
    """Whether a line is certain to begin a block of its own."""
    if text[0].islower() and text[1:2] != ")":
        return False
    return text in _BULLETS or _marker_length(text) > 0 or bool(_SPEAKER.match(text) or _RULE.fullmatch(text))


def _takes(source: str, lines: Lines, index: int) -> bool:
    """Whether a bullet alone on its line has its words on the next one."""
    if index >= len(lines.starts):
        return False
    text = source[lines.starts[index] : lines.ends[index]]
    return text not in _BULLETS and not _marker_length(text) and not _RULE.fullmatch(text)


def _divided(unit: Unit) -> Iterator[Unit]:
    """A unit, or the question and the answer in its first line."""
    answer = _ANSWER.search(unit.words) if _QUESTION.match(unit.words) else None
    if answer is None or unit.start + answer.end() >= unit.end:
        yield unit
        return
    begin = unit.start + answer.end()
    yield unit._replace(end=unit.start + answer.start(), more=(), words=unit.words[: answer.start()])
    yield Unit(begin, begin, unit.end, unit.more, "", unit.indent, False, unit.words[answer.end() :])
