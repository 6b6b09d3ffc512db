"""Which units of a plain text are headings and which are items: short lines above longer prose are headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.model.document import BlockKind
    from healthlint.readers.plain_units import Unit


def judge(units: Sequence[Unit]) -> list[tuple[BlockKind, int]]:
    """The kind of each unit, and the level of those that are headings: 1 for the title, 3 for numbered ones."""
    kinds: list[tuple[BlockKind, int]] = [("paragraph", 0)] * len(units)
    above_prose = False  # whether the following unit is a heading right above prose
    for index in range(len(units) - 1, -1, -1):  # what a line is depends on what follows
        unit = units[index]
        following = units[index + 1] if index + 1 < len(units) else None
        before = units[index - 1] if index else None
        if unit.marker:
            kinds[index] = ("heading", 3) if _is_numbered_heading(unit, before, following) else ("item", 1)
        elif following and _is_heading(
            unit, following, kinds[index + 1][0], opens_section=above_prose and _ends_section(before)
        ):
            kinds[index] = ("heading", 2)
        above_prose = kinds[index][0] == "heading" and kinds[index + 1][0] != "heading"
    title = _title(units, kinds)
    if title >= 0:
        for index in range(title, min(title + _TOP, len(units))):
            if units[index].words == units[title].words and not units[index].marker:  # pages repeat theirs
                kinds[index] = ("heading", 1)
    return kinds


def may_be_heading(text: str, most_words: int = 12) -> bool:
    """Whether a line looks like a heading in itself, whatever follows: short, and no sentence, byline or address."""
    if len(text) > 12 * most_words or text[-1] in ".!,;…|":
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "“\"'‘¿"):
        return False
    words = len(text.split())
    if words > most_words or _NO_HEADING.search(text):
        return False
    return not (words <= 8 and _DATE.search(text)) and any(char.isalpha() for char in text)


def _is_heading(unit: Unit, following: Unit, kind: BlockKind, *, opens_section: bool) -> bool:
    """Whether a short line stands above what a heading stands above: longer prose, a list, a heading of its own."""
    if not may_be_heading(unit.words):
        return False
    if unit.words[-1] == ":" and len(unit.words.split()) > _LONGEST_LABEL and not _is_title_case(unit.words):
        return False  # "Ask your doctor about these before the operation:"
    if kind == "item":
        return unit.words[-1] != ":" or _is_title_case(unit.words)
    if kind == "heading":
        is_apart = unit.after_blank and following.after_blank
        return is_apart or unit.words == following.words or (opens_section and _is_title_case(unit.words))
    return _is_longer_prose(following, unit.words)


def _ends_section(unit: Unit | None) -> bool:
    """Whether a section may end with this unit: an item or a sentence, not a label such as "Dose"."""
    return unit is None or bool(unit.marker) or _SENTENCE_END.search(unit.words) is not None


def _is_numbered_heading(unit: Unit, before: Unit | None, following: Unit | None) -> bool:
    """Whether a numbered line is a heading among prose and not an item among items."""
    if following is None or following.marker or not unit.marker.strip("(.)").isdigit():
        return False
    if before is not None and before.marker and not following.after_blank:
        return False
    if not may_be_heading(unit.words):
        return False
    return unit.words[-1] == ":" or _is_longer_prose(following, unit.words)


def _title(units: Sequence[Unit], kinds: Sequence[tuple[BlockKind, int]]) -> int:
    """The index of the title above the first prose, or -1: a line of four words or more, or the very first line."""
    for index, unit in enumerate(units[:_TOP] if len(units) > 1 else ()):
        words = len(unit.words.split())
        if kinds[index][0] == "paragraph" and words > _LONGEST_TITLE:
            return -1
        if kinds[index][0] == "item" or unit.marker:
            continue
        is_long_enough = words >= 4 or (index == 0 and words >= 2) or kinds[index][0] == "heading"
        if is_long_enough and may_be_heading(unit.words, _LONGEST_TITLE):
            return index
    return -1


def _is_longer_prose(unit: Unit, heading: str) -> bool:
    """Whether a unit reads like the text below a heading: sentences, and more of them."""
    text, words = unit.words, len(unit.words.split())
    if words < 12 and not _SENTENCE_END.search(text):
        return False
    if heading[-1] == "?" and (words >= 4 or text.startswith(("Yes", "No"))):
        return True  # a question and its answer
    return len(text) > len(heading) and words >= 5


def _is_title_case(text: str) -> bool:
    """Whether all longer words begin with a capital, as in "Core Symptoms:"."""
    return all(not word[0].islower() for word in text.split() if len(word.strip(":?,'’\"“”()")) >= 4)


_TOP = 12  # units
_LONGEST_TITLE, _LONGEST_LABEL = 16, 6  # words
_SENTENCE_END = lazy_pattern(r"""[.!?:…]["”'’)]*$""")
_NO_HEADING = lazy_pattern(
    r"""://|www\.|\w@\w|©|^\[|\s[>›»]\s  # "Home > Sleep"
    |^(?:[QA]|question|answer)\s?\d*[:.]\s
    |^(?:medically\ |clinically\ |expert\ )?(?:reviewed|written|updated|published|posted|fact[ -]checked)
     (?:\ (?:by|on|at)\b|:|$)
    |^last\ (?:updated|reviewed|modified)\b
    |^by\ (?!(?:the|an?)\b)(?-i:[A-Z])
    |^(?:sources?|photo|image|credits?|copyright)\s*:
    |,\ (?-i:M\.?D|D\.?O|Ph\.?D|R\.?N|R\.?D\.?N?|N\.?P|PA-C|MPH|MSc?|BSc|PharmD|DDS|DPT|FACP|LCSW)\b  # "Jo Poe, MD"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DATE = lazy_pattern(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
    r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\bmin(?:ute)?s? read\b"
)
