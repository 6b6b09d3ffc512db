"""One sentence as the readers of claims see it: its words, its typed terms and its telling words."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.claims.terms import Term, Terms
    from healthlint.analysis.hits import Hit, Hits
    from healthlint.language.modality import Words
    from healthlint.model.context import Entry


class Mark(NamedTuple):
    """A telling word of a sentence, by the indices of its first and last word."""

    first: int
    last: int
    entry: Entry
    gerund: bool


class Scene:
    """A sentence with everything that its cues are read by."""

    __slots__ = ("_hits", "_marks", "heads", "kinds", "levels", "terms", "verbs", "words")

    def __init__(self, words: Words, terms: Terms, hits: Hits) -> None:
        self.words, self.terms, self._hits = words, terms, hits
        self.kinds = words.kind
        self._marks: dict[str, list[Mark]] = {}
        self.heads: list[int] = []  # where every verb that carries a frame stands
        self.levels: list[tuple[int, int]] = []  # (index, strength) of all verbs read so far, participles too
        self.verbs: list[tuple[int, int]] = []  # (index, strength) of the finite verbs read so far

    def marks(self, name: str) -> list[Mark]:
        """The telling words of one lexicon, in order."""
        marks = self._marks.get(name)
        if marks is None:
            hits = self._hits.within(name, self.words.start[0], self.words.end[-1])
            marks = self._marks[name] = [mark for hit in hits if (mark := self._mark(hit)) is not None]
        return marks

    def _mark(self, hit: Hit) -> Mark | None:
        """A telling word, or nothing where it begins inside a compound: "well-studied"."""
        words = self.words
        first = words.at(hit.start)
        if first == len(words.start) or words.start[first] != hit.start:
            return None
        return Mark(first, words.last(first, hit.end), hit.entry, hit.inflection == "gerund")

    def marked(self, name: str, start: int, end: int) -> Mark | None:
        """The last telling word of a lexicon that begins in words `start` to `end` (exclusive)."""
        hits, words = self._hits[name], self.words
        size = len(words.start)
        if not hits or end <= 0 or start >= size:
            return None
        least, most = words.start[max(start, 0)], words.end[-1]
        index = bisect_left(hits, (words.start[end] if end < size else most,)) - 1
        while index >= 0 and hits[index].start >= least:
            mark = self._mark(hits[index]) if hits[index].end <= most else None
            if mark is not None:
                return mark
            index -= 1
        return None

    def healthy(self, start: int, end: int) -> bool:
        """Whether words `start` to `end` (exclusive) speak of health."""
        words = self.words
        end = min(end, len(words.end))
        if start >= end:
            return False
        return self.terms.any_within(words.start[start], words.end[end - 1])

    def within(self, start: int, end: int) -> Sequence[Term]:
        """The terms in words `start` to `end` (exclusive)."""
        words = self.words
        end = min(end, len(words.end))
        return self.terms.within(words.start[start], words.end[end - 1]) if start < end else ()

    def types(self, start: int, end: int) -> set[str]:
        """The types of the terms in words `start` to `end` (exclusive)."""
        return {term.type for term in self.within(start, end)}
