"""The words that may carry a claim, sentence by sentence, out of the one phrase scan."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis.hits import Hits
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
    "hedges.modals": "modal",
}


class Cue(NamedTuple):
    """A word or phrase that may carry a claim."""

    start: int
    end: int
    kind: str
    entry: Entry
    inflection: Inflection


def cues_by_sentence(sentences: Sentences, hits: Hits) -> Iterator[tuple[Sentence, list[Cue]]]:
    """Each sentence that has a cue, with its cues in order; a cue inside a longer one of its kind is left out."""
    cues = [
        Cue(hit.start, hit.end, kind, hit.entry, hit.inflection)
        for lexicon, kind in _KINDS.items()
        for hit in hits[lexicon]
    ]
    cues.sort(key=itemgetter(0))
    index, last = 0, len(cues)
    for sentence in sentences.all:
        while index < last and cues[index].start < sentence.start:
            index += 1
        first = index
        while index < last and cues[index].start < sentence.end:
            index += 1
        if index > first:
            yield sentence, cues[first:index]
