"""Acronyms as an article explains them: `restless legs syndrome (RLS)`."""

from __future__ import annotations

from typing import NamedTuple

from healthlint.language.patterns import lazy_pattern


class Acronym(NamedTuple):
    """An acronym and the words that it stands for, where it is explained."""

    short: str
    start: int  # of the words
    end: int


def places_of(short: str, text: str) -> list[tuple[int, int]]:
    """Where an acronym stands as a word of its own."""
    places, start = [], text.find(short)
    while start >= 0:
        end = start + len(short)
        if _is_edge(text, start - 1) and _is_edge(text, end):
            places.append((start, end))
        start = text.find(short, end)
    return places


def _is_edge(text: str, at: int) -> bool:
    """Whether no word goes on at an offset, which may lie just outside the text."""
    return not 0 <= at < len(text) or not (text[at].isalnum() or text[at] == "_")


_IN_BRACKETS = lazy_pattern(r" \(([A-Z][A-Za-z]{0,3}[A-Z])s?\)")
_LONGEST = 80  # code points of the words


def find_acronyms(text: str) -> list[Acronym]:
    """Every acronym in brackets whose letters are found, in order, in the words right before it."""
    found = []
    for match in _IN_BRACKETS.finditer(text):
        start = _long_form(text, match.start(), match[1].lower())
        if start is not None:
            found.append(Acronym(match[1], start, match.start()))
    return found


def _long_form(text: str, end: int, letters: str) -> int | None:
    """Where the words for an acronym begin: going back from `end`, each letter in turn, the first at a word's start."""
    at = end
    for number, letter in reversed(list(enumerate(letters))):
        at -= 1
        while at >= 0 and not (text[at].lower() == letter and (number or _begins_word(text, at))):
            if text[at] in "\n.;:(" or end - at > _LONGEST:
                return None
            at -= 1
        if at < 0:
            return None
    return at


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
