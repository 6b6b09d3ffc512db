"""The one phrase scan of an article, by lexicon."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.acronyms import find_acronyms
from healthlint.language.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from healthlint.model.context import Entry, Inflection, Knowledge, Owner

    _Places = tuple[Owner, list[tuple[int, int]]]


class Hit(NamedTuple):
    """A form of a lexicon's entry at a place in the prose."""

    start: int
    end: int
    entry: Entry
    inflection: Inflection = ""


class Hits:
    """Where the terms of each lexicon stand in the prose. Of overlapping terms of one lexicon the longest counts."""

    __slots__ = ("_known", "_lists", "_places", "_starts", "_text", "folded")

    def __init__(self, text: str, folded: str, places: dict[str, list[_Places]], known: Container[str]) -> None:
        self.folded = folded  # the prose in lower case with plain quotes, offset for offset
        self._text = text
        self._places = places  # by lexicon; most lexicons are never asked for, so hits are made when they are
        self._known = known
        self._lists: dict[str, Sequence[Hit]] = {}
        self._starts: dict[str, list[int]] = {}

    def __getitem__(self, lexicon: str) -> Sequence[Hit]:
        """All hits of a lexicon, in order. Raises KeyError where no such lexicon was loaded."""
        hits = self._lists.get(lexicon)
        if hits is None:
            if lexicon not in self._known:
                raise KeyError(f"no lexicon is called {lexicon}")
            places = self._places.get(lexicon)
            hits = self._lists[lexicon] = _hits(self._text, places) if places else ()
            self._starts[lexicon] = [hit.start for hit in hits]
        return hits

    def within(self, lexicon: str, start: int, end: int) -> Sequence[Hit]:
        """The hits of a lexicon that lie inside a stretch of prose."""
        hits = self[lexicon]
        if not hits:
            return ()
        starts = self._starts[lexicon]
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        return [hit for hit in hits[first:last] if hit.end <= end]

    def any_within(self, lexicon: str, start: int, end: int) -> bool:
        """Whether a stretch of prose holds a term of the lexicon."""
        return bool(self.within(lexicon, start, end))


def scan(text: str, knowledge: Knowledge) -> Hits:
    """Every term of every lexicon in the prose, found in one pass."""
    folded = fold(text)
    found = knowledge.scanner.scan(folded)
    by_phrase: dict[int, list[tuple[int, int]]] = {}
    for phrase, start, end in found:
        by_phrase.setdefault(phrase, []).append((start, end))
    places: dict[str, list[_Places]] = {}
    for phrase, spans in by_phrase.items():
        for owner in knowledge.owners[phrase]:
            places.setdefault(owner.lexicon, []).append((owner, spans))
    for phrase, spans in _explained(text, found):
        for owner in knowledge.owners[phrase]:
            if not owner.entry.exact:
                places[owner.lexicon].append((owner, spans))
    return Hits(text, folded, places, knowledge.lexicons)


def _explained(text: str, found: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The phrases for which the article has an acronym, with the places of it: "RLS" where it explains that."""
    acronyms = find_acronyms(text)
    ends = {acronym.end: acronym for acronym in acronyms}
    for phrase, start, end in found if ends else ():
        acronym = ends.get(end)
        if acronym and start >= acronym.start:
            yield phrase, [match.span() for match in re.finditer(rf"\b{acronym.short}\b", text)]


def _hits(text: str, places: Sequence[_Places]) -> Sequence[Hit]:
    """The hits of one lexicon in order, without those that lie inside a longer one: "vitamin D" in "vitamin D pill"."""
    hits = [
        Hit(start, end, entry, form.inflection)
        for (_, entry, form), spans in places
        for start, end in spans
        if not entry.exact or text[start:end] == form.text
    ]
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.end > kept[-1].end:
            kept.append(hit)
    return kept
