"""What claims are about: the typed terms of the lexicons in the prose."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.hits import Hits

# From what a claim is usually about to what only carries it; of equal places the first type counts.
TYPES = {
    "conditions": "condition",
    "symptoms": "symptom",
    "nutrients": "nutrient",
    "drugs": "drug",
    "interventions": "intervention",
    "behaviours": "behaviour",
    "foods": "food",
    "exposures": "exposure",
    "agents": "agent",
    "anatomy": "anatomy",
    "outcomes": "outcome",
    "states": "state",
    "decoys.nouns": "decoy",
    "decoys.verbs": "decoy",
}


class Term(NamedTuple):
    """A side of a claim: its words and the key under which all its names meet (`rls` for "restless legs")."""

    start: int
    end: int
    key: str
    type: str  # nutrient, condition, …
    direction: str = ""  # low, high, treat, present


class Terms:
    """The typed terms of an article in order; of overlapping ones the longest counts."""

    __slots__ = ("_decoys", "_starts", "all")

    def __init__(self, hits: Hits) -> None:
        found = [
            Term(hit.start, hit.end, hit.entry.notes.get("key", hit.entry.term), kind)
            for lexicon, kind in TYPES.items()
            for hit in hits[lexicon]
        ]
        found.sort(key=lambda term: (term.start, -term.end))
        kept: list[Term] = []
        for term in found:
            if not kept or term.start >= kept[-1].end:
                kept.append(term)
        self._decoys = [(term.start, term.end) for term in kept if term.type == "decoy"]
        self.all = kept = [term for term in kept if term.type != "decoy"]
        self._starts = list(map(itemgetter(0), kept))

    def within(self, start: int, end: int) -> Sequence[Term]:
        """The terms that begin inside a stretch of prose."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def any_within(self, start: int, end: int) -> bool:
        """Whether a term begins inside a stretch of prose."""
        index = bisect_left(self._starts, start)
        return index < len(self._starts) and self._starts[index] < end

    def in_decoy(self, start: int, end: int) -> bool:
        """Whether a stretch of prose belongs to a phrase that only looks like health: "risk of bias"."""
        return any(decoy[0] < end and start < decoy[1] for decoy in self._decoys)
