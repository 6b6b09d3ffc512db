"""The one phrase scan of an article, by lexicon."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.acronyms import find_acronyms, places_of
from healthlint.language.modality import read_words
from healthlint.language.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from healthlint.language.modality import Words
    from healthlint.model.context import Entry, Inflection, Knowledge


class Hit(NamedTuple):
    """A form of a lexicon's entry at a place in the prose."""

    start: int
    end: int
    entry: Entry
    inflection: Inflection = ""


class Hits:
    """Where the terms of each lexicon stand in the prose. Of overlapping terms of one lexicon the longest counts."""

    __slots__ = ("_lists", "_words", "folded")

    def __init__(self, folded: str, lists: Mapping[str, Sequence[Hit]]) -> None:
        self.folded = folded  # the prose in lower case with plain quotes, offset for offset
        self._lists = lists  # by lexicon, in order, and none inside another
        self._words: dict[tuple[int, int], Words] = {}

    def __getitem__(self, lexicon: str) -> Sequence[Hit]:
        """All hits of a lexicon, in order. Raises KeyError where no such lexicon was loaded."""
        return self._lists[lexicon]

    def within(self, lexicon: str, start: int, end: int) -> Sequence[Hit]:
        """The hits of a lexicon that lie inside a stretch of prose."""
        hits = self._lists[lexicon]
        if not hits:
            return ()
        first = last = bisect_left(hits, (start,))
        while last < len(hits) and hits[last].end <= end:
            last += 1
        return hits[first:last]

    def any_within(self, lexicon: str, start: int, end: int) -> bool:
        """Whether a stretch of prose holds a term of the lexicon."""
        hits = self._lists[lexicon]
        first = bisect_left(hits, (start,))
        return first < len(hits) and hits[first].end <= end

    def words(self, start: int, end: int) -> Words:
        """The words of a stretch of prose, with what grammar makes of each."""
        words = self._words.get((start, end))
        if words is None:
            words = self._words[start, end] = read_words(self.folded, start, end)
        return words


def scan(text: str, knowledge: Knowledge) -> Hits:
    """Every term of every lexicon in the prose, found in one pass."""
    folded = fold(text)
    found = knowledge.scanner.scan(folded)
    if explained := [*_explained(text, found)]:
        found = sorted([*found, *explained], key=lambda place: (place[1], -place[2]))
    lists: dict[str, list[Hit]] = {}
    owners = knowledge.owners
    for phrase, start, end in found:
        for lexicon, entry, inflection, exact in owners[phrase]:
            if exact and text[start:end] != exact:
                continue
            hits = lists.get(lexicon)
            if hits is None:
                lists[lexicon] = [_hit((start, end, entry, inflection))]
            elif hits[-1][1] < end:  # otherwise inside the one before: "vitamin D" in "vitamin D pill"
                hits.append(_hit((start, end, entry, inflection)))
    return Hits(folded, {**dict.fromkeys(knowledge.lexicons, ()), **lists})


_hit = partial(tuple.__new__, Hit)  # takes a third of the time of `Hit(…)`, and there are some hundred in an article


def _explained(text: str, found: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The places of acronyms that the article explains, as hits of what they stand for: "RLS"."""
    told: set[tuple[int, str]] = set()
    for acronym in find_acronyms(text):
        first = bisect_left(found, acronym.start, key=itemgetter(1))
        last = bisect_left(found, acronym.end, first, key=itemgetter(1))
        phrases = [  # none that begins with a hyphen: HPV is not "-related" in "papillomavirus-related (HPV) cancers"
            phrase for phrase, start, end in found[first:last] if end == acronym.end and text[start].isalnum()
        ]
        phrases = [phrase for phrase in phrases if (phrase, acronym.short) not in told]  # explained again
        told.update((phrase, acronym.short) for phrase in phrases)
        for start, end in places_of(acronym.short, text) if phrases else ():
            yield from ((phrase, start, end) for phrase in phrases)
