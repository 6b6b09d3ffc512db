"""The words that may carry a claim, sentence by sentence, out of the one phrase scan."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis.hits import Hit, Hits
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.model.context import Entry, Inflection

# Which lexicons cue a claim, and how their words are to be read.
_KINDS = {
    "causal.verbs": "verb",
    "causal.phrases": "verb",
    "causal.nouns": "noun",
    "causal.adjectives": "adjective",
    "causal.because": "because",
    "causal.idioms": "idiom",
    "association.links": "link",
    "association.nouns": "link-noun",
    "association.risk": "risk",
    "association.measures": "measure",
    "association.likely": "likely",
    "association.predict": "predict",
    "association.compare": "compare",
    "association.change": "change",
    "association.groups": "groups",
    "association.fates": "fate",
    "association.rates": "rate",
    "association.bare": "bare",
    "association.relating": "relate",
    "association.contrasts": "contrast",
    "hedges.modals": "modal",
    "hedges.raising": "modal",
    "hedges.hinting": "hint",
    "hedges.promises": "promise",
}


class Cue(NamedTuple):
    """A word or phrase that may carry a claim."""

    start: int
    end: int
    kind: str
    entry: Entry
    inflection: Inflection


class Piece(NamedTuple):
    """A sentence with its cues in order, or a stretch of one that runs on without an end."""

    sentence: Sentence
    cues: list[Cue]


_COMPARATIVE = re.compile("er |est |ed |less|more|excess|worse|face")  # on few characters before a word such as "risk"

_AGAIN = re.compile(r"\d ?(?:%|per|mo|ye|da|po)")  # a second figure: "3 percent"


def _may_tell(kind: str, hit: Hit, folded: str) -> bool:
    """Whether a hit of a very common word is worth a look at its sentence."""
    if kind == "rate":
        figure = any(map(str.isdigit, folded[max(hit.start - 2, 0) : hit.start]))
        return figure and _AGAIN.search(folded, hit.end, hit.end + 120) is not None
    if kind == "hint":
        return not folded.startswith(" that", hit.end)
    if kind == "measure":
        return _COMPARATIVE.search(folded, max(hit.start - 40, 0), hit.start) is not None
    if kind != "change" or hit.inflection in ("past", "participle", "third", "gerund"):
        return True
    if folded.startswith(_BESIDE, hit.end):
        return True  # "hormones drop after birth"
    return "tend" in folded[max(hit.start - 10, 0) : hit.start]  # "tends to rise"


_BESIDE = (" by ", " with ", " as ", " after ", " during ", " within ")


_LONGEST = 1_000  # characters; prose without full stops is read in stretches of this length, so that time stays linear


def pieces_with_cues(sentences: Sentences, hits: Hits) -> Iterator[Piece]:
    """Each sentence that has a cue; a cue inside a longer one of its kind is left out."""
    cues = [
        Cue(hit.start, hit.end, kind, hit.entry, hit.inflection)
        for lexicon, kind in _KINDS.items()
        for hit in hits[lexicon]
        if _may_tell(kind, hit, hits.folded)
    ]
    cues.sort(key=itemgetter(0))
    index, last = 0, len(cues)
    for sentence in sentences.all:
        for start, end in _stretches(sentence, hits.folded):
            while index < last and cues[index].start < start:
                index += 1
            first = index
            while index < last and cues[index].start < end:
                index += 1
            if index > first:
                yield Piece(sentence._replace(start=start, end=end), cues[first:index])


def _stretches(sentence: Sentence, folded: str) -> Iterator[tuple[int, int]]:
    """The sentence whole, or cut at blanks where it is overlong."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        end = folded.rfind(" ", start + 1, start + _LONGEST)
        end = end if end > start else start + _LONGEST
        yield start, end
        start = end
    yield start, sentence.end
