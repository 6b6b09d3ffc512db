"""All the words of a claim: from the first word of its subject to the last of its object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_start
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.frames import Frame
    from healthlint.analysis.claims.scene import Scene
    from healthlint.analysis.claims.terms import Term
    from healthlint.language.modality import Words

_LONGEST_SUBJECT = 12  # words before the verb that may be read as one subject
_LONGEST_NOUN = 5  # words of a compound noun: "bone mineral density test results"
_NO_SUBJECT = "BHMOTR,UN"  # what tells that a stretch of words is more than one noun phrase
_NO_NOUN = word_set("says said say according then per who whose yes no due owing thanks crucial essential")


def whole_of(scene: Scene, frame: Frame, exposure: Term | None, outcome: Term | None) -> tuple[int, int]:
    """All the words of a claim in its sentence, with what belongs to its first noun: "too little iron causes …"."""
    words = scene.words
    first, last = frame.first, frame.last
    for term in (exposure, outcome):
        if term is not None and words.start[0] <= term.start < words.end[-1]:
            begin, end = words.at(term.start), words.at(term.end) - 1
            if _is_one_clause(words, min(begin, first + (frame.kind == "because")), max(end, last)):
                first, last = min(first, begin), max(last, end)
    if first == frame.first and frame.role in ("finite", "predicate", "infinitive", "copula"):
        first = _bare_subject(words, first)
    first = _subject_start(words, first, frame.first)
    if last > frame.last:
        last = noun_end(words, last)
    elif frame.kind == "verb" and words.text[last + 1 : last + 2] in (["it"], ["them"]):
        last += words.kind[last + 2 : last + 3] != "w"  # "ginger cures it", not "the benefits it brings"
    while words.text[first] == '"':
        first += 1
    lows = [mark.last for mark in scene.marks("directions.low") if last < mark.last <= last + 2]
    return words.start[first], words.end[max([last, *lows])]


def _is_one_clause(words: Words, first: int, last: int) -> bool:
    """Whether nothing but an aside in brackets breaks a stretch of words: "low iron (in the blood) causes …"."""
    marks = [index for index in range(first, last) if words.kind[index] in ";S"]
    aside = len(marks) == 2 and marks[1] - marks[0] <= 5 and words.text[marks[0]] + words.text[marks[1]] == "()"
    return aside or not marks


def _bare_subject(words: Words, verb: int) -> int:
    """The first word of a subject that no lexicon lists, next to its verb: "it can help", "the mat eases"."""
    index = words.before(verb, "MBHOANT")
    if index < 0 or index < verb - 5:
        return verb
    if words.kind[index] == "U" or words.text[index] in ("this", "these", "that", "both"):
        return index
    return index if words.kind[index] == "w" and words.text[index] not in _NO_NOUN else verb


def noun_end(words: Words, last: int) -> int:
    """The index of the last word of the noun phrase that a noun is part of: "gut barrier function", "risk of falls"."""
    end = compound_end(words, last)
    if words.text[end + 1 : end + 2] == ["of"]:
        index = end + 2
        while index < len(words.kind) and words.kind[index] in "D#":
            index += 1
        if index < len(words.kind) and words.kind[index] == "w":
            return compound_end(words, index)
    return end


def compound_end(words: Words, last: int) -> int:
    """The index of the last word of a compound noun: "joint pain relief"."""
    end = last
    while end + 1 < len(words.kind) and end - last < _LONGEST_NOUN:
        if words.kind[end + 1] != "w" or words.text[end + 1] in _NO_NOUN:
            break
        end += 1
    return end


def _subject_start(words: Words, first: int, verb: int) -> int:
    """The first word of the subject: all that stands before the verb in its clause, where that is one noun phrase."""
    start = clause_start(words, verb)
    for index in range(verb - 1, start - 1, -1):
        if words.kind[index] in "R," and index < first:
            start = index + 1
            break
    while start < first and words.kind[start] in "ACS" and words.text[start] not in ("too", "very", "both", "just"):
        start += 1
    if words.kind[start] == "P" and "," in words.kind[first:verb]:
        return start  # "By drinking tea, you can …"
    before = words.kind[start:first]
    if start < first and verb - start <= _LONGEST_SUBJECT and not set(before) & set(_NO_SUBJECT):
        return start if words.kind[start] != "P" else _noun_start(words, first, verb)
    return _noun_start(words, first, verb)


def _noun_start(words: Words, first: int, verb: int) -> int:
    while first > 0 and (words.kind[first - 1] in "wD#A" or words.text[first - 1] in ("of", "this", "these")):
        first -= 1
    while first < verb and words.kind[first] == "A" and words.text[first] not in ("too", "very"):
        first += 1
    return first
