"""What claims are about: the typed terms of the lexicons in the prose."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.hits import Hit, Hits
    from healthlint.model.context import Entry

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
    "endings.conditions": "condition",
    "endings.drugs": "drug",
    "endings.interventions": "intervention",
    "endings.agents": "agent",
    "decoys.nouns": "decoy",
    "decoys.verbs": "decoy",
}
_SWALLOWED = ("food", "nutrient", "intervention")
_NEAR = 20  # characters between a verb and its object
_QUALITIES = ("qualities", "endings.qualities")  # of health, but no side of a claim: "renal", "glycemic"


class Term(NamedTuple):
    """A side of a claim: its words and the key under which all its names meet (`rls` for "restless legs")."""

    start: int
    end: int
    key: str
    type: str  # nutrient, condition, …
    direction: str = ""  # low, high, treat, present
    entry: Entry | None = None  # the row of the lexicon that it is from

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that the lexicon calls it."""
        return (self.key, *(form.text for form in self.entry.forms)) if self.entry else (self.key,)


class Terms:
    """The typed terms of an article in order; of overlapping ones the longest counts."""

    __slots__ = ("_decoys", "_healthy", "_starts", "all")

    def __init__(self, hits: Hits) -> None:
        found = [
            (hit.start, -hit.end, order, kind, hit)
            for order, (lexicon, kind) in enumerate(TYPES.items())
            for hit in hits[lexicon]
        ]
        found.sort()  # never by more than the first three
        kept: list[tuple[str, Hit]] = []
        for _, _, _, kind, hit in found:
            if not kept or hit.start >= kept[-1][1].end:
                kept.append((kind, hit))
        kept = [
            (kind, hit) for (kind, hit), after in zip(kept, [*kept[1:], None], strict=False) if not _takes(hit, after)
        ]
        self._decoys = [(hit.start, hit.end) for kind, hit in kept if kind == "decoy"]  # none overlaps another
        self.all = [
            Term(hit.start, hit.end, _key(hit, hits.folded), kind, "", hit.entry)
            for kind, hit in kept
            if kind != "decoy"
        ]
        self._starts = list(map(itemgetter(0), self.all))
        qualities = [hit.start for lexicon in _QUALITIES for hit in hits[lexicon]]
        self._healthy = sorted([*self._starts, *qualities]) if qualities else self._starts

    def within(self, start: int, end: int) -> Sequence[Term]:
        """The terms that begin inside a stretch of prose."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def any_within(self, start: int, end: int) -> bool:
        """Whether a term or a word such as "renal" begins inside a stretch of prose."""
        index = bisect_left(self._healthy, start)
        return index < len(self._healthy) and self._healthy[index] < end

    def in_decoy(self, start: int, end: int) -> bool:
        """Whether a stretch of prose belongs to a phrase that only looks like health: "risk of bias"."""
        last = bisect_left(self._decoys, (end,)) - 1  # of those that begin before the end
        return last >= 0 and start < self._decoys[last][1]


def _takes(hit: Hit, after: tuple[str, Hit] | None) -> bool:
    """Whether a verb such as "drinking" has something else as its object: "drinking hot tea"."""
    if after is None or hit.entry.notes.get("takes") != "object":
        return False
    return after[0] in _SWALLOWED and after[1].start - hit.end <= _NEAR


def _key(hit: Hit, folded: str) -> str:
    """The key of a term. A row with `key: each` lists things of one kind (fruits), each of which is its own."""
    key, text = hit.entry.notes.get("key", hit.entry.term), folded[hit.start : hit.end]
    if key[0] == "~":  # a word that is known by its ending
        return text[:-1] if hit.inflection == "plural" and text.endswith("s") else text
    if key != "each":
        return key
    texts = [form.text for form in hit.entry.forms]  # each singular with its plural after it
    if text not in texts:
        return text  # an acronym that the article explains
    index = texts.index(text)
    return texts[index - 1] if hit.inflection == "plural" and index else texts[index]
