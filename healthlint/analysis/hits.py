"""The one phrase scan of an article, by lexicon."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.model.context import Entry, Inflection, Knowledge


class Hit(NamedTuple):
    """A form of a lexicon's entry at a place in the prose."""

    start: int
    end: int
    entry: Entry
    inflection: Inflection = ""


class Hits:
    """Where the terms of each lexicon stand in the prose. Of overlapping terms of one lexicon the longest counts."""

    __slots__ = ("_known", "_lists", "_starts", "folded")

    def __init__(self, folded: str, lists: dict[str, list[Hit]], known: frozenset[str]) -> None:
        self.folded = folded  # the prose in lower case with plain quotes, offset for offset
        self._lists = lists
        self._starts: dict[str, list[int]] = {}
        self._known = known

    def __getitem__(self, lexicon: str) -> Sequence[Hit]:
        """All hits of a lexicon, in order. Raises KeyError where no such lexicon was loaded."""
        if lexicon not in self._known:
            raise KeyError(f"no lexicon is called {lexicon}")
        return self._lists.get(lexicon, ())

    def within(self, lexicon: str, start: int, end: int) -> Sequence[Hit]:
        """The hits of a lexicon that lie inside a stretch of prose."""
        hits = self[lexicon]
        if not hits:
            return ()
        starts = self._starts.get(lexicon)
        if starts is None:
            starts = self._starts[lexicon] = [hit.start for hit in hits]
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        return [hit for hit in hits[first:last] if hit.end <= end]

    def any_within(self, lexicon: str, start: int, end: int) -> bool:
        """Whether a stretch of prose holds a term of the lexicon."""
        return bool(self.within(lexicon, start, end))


def scan(text: str, knowledge: Knowledge) -> Hits:
    """Every term of every lexicon in the prose, found in one pass."""
    folded = fold(text)
    lists: dict[str, list[Hit]] = {}
    for phrase, start, end in knowledge.scanner.scan(folded):
        for lexicon, entry, form in knowledge.owners[phrase]:
            if not entry.exact or text[start:end] == form.text:
                lists.setdefault(lexicon, []).append(Hit(start, end, entry, form.inflection))
    for lexicon, hits in lists.items():
        if len(hits) > 1:
            lists[lexicon] = _longest(hits)
    return Hits(folded, lists, frozenset(knowledge.lexicons))


def _longest(hits: list[Hit]) -> list[Hit]:
    """The hits without those that lie inside a longer one: "vitamin D" in "vitamin D deficiency"."""
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.end > kept[-1].end:
            kept.append(hit)
    return kept
