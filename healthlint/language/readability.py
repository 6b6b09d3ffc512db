"""How hard prose is to read: what is counted in it, and the formulas, with the constants that textstat uses."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.syllables import syllables
from healthlint.language.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable

LONG = 3  # syllables from which on a word is a long one
_AROUND = '.,;:!?()[]“”"*'  # signs at the edges of words


class Counts(NamedTuple):
    """What the formulas go by."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    long_words: int = 0


def count(text: str, start: int, end: int) -> Counts:
    """The counts of a part of a text that is one sentence, or less."""
    pieces = [piece.strip(_AROUND) for piece in text[start:end].split()]
    return Counts(1, *map(sum, zip(*map(_measured, pieces), strict=True))) if pieces else Counts(1)


@lru_cache(20_000)
def _measured(piece: str) -> tuple[int, int, int]:
    """The words, the syllables and the long words of what stands between spaces: mostly one word."""
    spoken = [syllables(piece[start:end]) for start, end in words(piece)]
    return len(spoken), sum(spoken), sum(number >= LONG for number in spoken)


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of several sentences."""
    return Counts(*map(sum, zip(*counts, strict=True)))


def flesch_kincaid_grade(counts: Counts) -> float:
    """The school year, of the United States, in which a text is understood; 0 for no text."""
    if not counts.words or not counts.sentences:
        return 0.0
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def flesch_reading_ease(counts: Counts) -> float:
    """The ease of a text: 100 is very easy, 30 and less is for graduates."""
    if not counts.words or not counts.sentences:
        return 0.0
    return 206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words


def smog_index(counts: Counts) -> float:
    """The years of school that it takes to understand all of a text, by its long words."""
    if not counts.sentences:
        return 0.0
    return float(1.043 * (30 * counts.long_words / counts.sentences) ** 0.5 + 3.1291)


FORMULAS = {
    "flesch_kincaid_grade": flesch_kincaid_grade,
    "flesch_reading_ease": flesch_reading_ease,
    "smog_index": smog_index,
}
"""The formulas by the names that they have in textstat."""
