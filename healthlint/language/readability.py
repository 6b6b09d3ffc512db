"""How hard prose is to read: what is counted in it, and the formulas, with the constants that textstat uses."""

from __future__ import annotations

from typing import NamedTuple

from healthlint.language.syllables import syllables
from healthlint.language.tokens import words

LONG = 3  # syllables from which on a word is a long one


class Counts(NamedTuple):
    """What the formulas go by."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    long_words: int = 0
    letters: int = 0  # with digits
    characters: int = 0  # all but white space
    pieces: int = 0  # what white space divides: words, and signs that stand alone

    def plus(self, other: Counts) -> Counts:
        """The counts of both."""
        return Counts(*map(sum, zip(self, other, strict=True)))


def count(text: str) -> Counts:
    """The counts of one sentence."""
    pieces = text.split()
    spoken = [syllables(text[start:end]) for start, end in words(text)]
    return Counts(
        1,
        len(spoken),
        sum(spoken),
        sum(number >= LONG for number in spoken),
        sum(map(str.isalnum, text)),
        sum(map(len, pieces)),
        len(pieces),
    )


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


def coleman_liau_index(counts: Counts) -> float:
    """The school year of a text by its letters."""
    if not counts.words or not counts.sentences:
        return 0.0
    return 5.8 * counts.letters / counts.words - 29.6 * counts.sentences / counts.words - 15.8


def automated_readability_index(counts: Counts) -> float:
    """The school year of a text by its characters."""
    if not counts.pieces or not counts.sentences:
        return 0.0
    return 4.71 * counts.characters / counts.pieces + 0.5 * counts.words / counts.sentences - 21.43


FORMULAS = {
    "flesch_kincaid_grade": flesch_kincaid_grade,
    "flesch_reading_ease": flesch_reading_ease,
    "smog_index": smog_index,
    "coleman_liau_index": coleman_liau_index,
    "automated_readability_index": automated_readability_index,
}
"""The formulas by the names that they have in textstat."""
