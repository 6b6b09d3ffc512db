"""Many articles side by side: which are copies of each other, and which share passages."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache, reduce
from itertools import combinations, pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING

from healthlint.analysis.families import Families
from healthlint.analysis.likeness import SAME_TEXT, SHORTEST_ARTICLE, Likeness, Match, find_frame
from healthlint.analysis.passages import comparable
from healthlint.analysis.signatures import word_runs
from healthlint.language.patterns import lazy_pattern
from healthlint.language.phrases import fold
from healthlint.language.similarity import jaccard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.signatures import Signature, SignedPassage
    from healthlint.model.span import SourceSpan, TextSpan

    Open = Callable[[str], Analysis | None]
    Measure = tuple[int, int, int]  # passages in common, their words in the first and in the second article


MANY = 5  # articles, otherwise different, from which on a passage is boilerplate
_SAME_PASSAGE = 0.6  # of the runs of three words
_FEWEST_WORDS = 50  # in common, where it is only one passage or only a small part of the article
_SAME_TITLE = 3  # articles at most
_SHORTEST_TITLE = 3  # words
_FEW = 8  # articles with a passage in common, up to which every two are looked at
_KEPT_OPEN = 64  # articles whose runs and places are held
_MOST_TWINS = 50  # passages of one article that are alike


# What a file is called when somebody has copied it: `knees (1).md`, `knees copy.md`.
COPIED_NAME = lazy_pattern(r"(?: ?\(\d{1,2}\)| - copy(?: \(\d{1,2}\))?|[ _-]copy(?:[ _-]?\d{1,2})?)$", re.IGNORECASE)


class Folder:
    """The signatures of articles, by file name, and how they relate; each relation is found once.

    `open_article` reads an article again, which is done only where two are likely to share something; None if it fails.
    """

    def __init__(self, signatures: Iterable[Signature], open_article: Open) -> None:
        self.signatures = sorted(signatures, key=lambda signature: signature.file)
        self.open = open_article
        self._runs_of = lru_cache(_KEPT_OPEN)(self._read_runs)
        self._places_of = lru_cache(_KEPT_OPEN)(self._read_places)

    @cached_property
    def duplicates(self) -> tuple[Likeness, ...]:
        """Every article of which another is a copy, with the best of its copies."""
        leaders = list(range(len(self.signatures)))
        direct: dict[int, Likeness] = {}
        for one, other in self._likely_duplicates():
            likeness = self.compare(one, other)
            if likeness.is_whole:
                direct.setdefault(self._worse(one, other), likeness)
                a, b = _leader(one, leaders), _leader(other, leaders)
                if a != b:
                    worse = self._worse(a, b)
                    leaders[worse] = a + b - worse
        found = []
        for number in sorted(direct):
            best = self.compare(number, _leader(number, leaders))
            found.append(best if best.is_whole else direct[number])
        return tuple(found)

    def sharing(self, passages: int, share: float) -> Iterator[Likeness]:
        """Every two articles with so many passages in common, or such a share of the words of one of them.

        Boilerplate does not count, nor do articles of which another is a copy.
        """
        copies = {likeness.article.file for likeness in self.duplicates}
        originals = {number for number, signature in enumerate(self.signatures) if signature.file not in copies}
        common: set[int] = set()
        groups = []
        for family, articles in enumerate(self._families.articles):
            kept = [article for article in articles if article in originals]
            if 1 < len(kept) < MANY:
                common.add(family)
                groups.append((family, combinations(kept, 2)))
        for (one, other), measure in sorted(self._families.measure(groups).items()):
            if self._is_much(one, other, measure, passages, share):
                likeness = self.compare(one, other, common)
                likeness = likeness.without(find_frame(self.compare(one, other)))
                are_many, is_much = len(likeness.matches) >= passages, likeness.share >= share
                if (are_many and is_much) or ((are_many or is_much) and likeness.words >= _FEWEST_WORDS):
                    yield likeness

    def place_of(self, signature: Signature, passage: SignedPassage) -> TextSpan | None:
        """Where a passage is in its article; None where that cannot be read any more, or has changed."""
        return self._places_of(signature.file).get(passage.source)

    def compare(self, one: int, other: int, families: set[int] | None = None) -> Likeness:
        """What two articles by number have in common, all of it or what belongs to some families."""
        article = self._worse(one, other)
        keep = one + other - article
        mine, theirs = self._families.of_article(article), self._families.of_article(keep)
        signed = [list(self.signatures[number].passages()) for number in (article, keep)]
        matches = []
        for family in mine.keys() & theirs.keys():
            if families is None or family in families:
                twins = [signed[1][place] for place in theirs[family][:_MOST_TWINS]]
                for place in mine[family]:
                    passage = signed[0][place]
                    shared, twin = max((self._likeness(article, passage, keep, twin), twin) for twin in twins)
                    if shared >= _SAME_PASSAGE:
                        matches.append(Match(passage, twin, shared))
        matches.sort(key=lambda match: match.passage.source)
        return Likeness(self.signatures[article], self.signatures[keep], tuple(matches))

    @cached_property
    def namesakes(self) -> tuple[Likeness, ...]:
        """The articles, no copies, that have the title of a better one; a title of many is that of a column."""
        copies = {likeness.article.file for likeness in self.duplicates}
        titled: dict[str, list[int]] = {}
        for number, signature in enumerate(self.signatures):
            if signature.title.count(" ") >= _SHORTEST_TITLE - 1 and signature.words >= SHORTEST_ARTICLE:
                titled.setdefault(signature.title, []).append(number)
        found = []
        for numbers in titled.values():
            originals = [number for number in numbers if self.signatures[number].file not in copies]
            if len(originals) > 1 and len(numbers) <= _SAME_TITLE:
                best = reduce(lambda one, other: one + other - self._worse(one, other), originals)
                found += [self.compare(number, best) for number in originals if number != best]
        return tuple(found)

    @cached_property
    def _families(self) -> Families:
        return Families(self.signatures)

    def _likely_duplicates(self) -> list[tuple[int, int]]:
        """The pairs of articles whose samples are nearly the same.

        Of many copies of one article not every two are looked at, but each with the first and with the next.
        """
        groups = [
            (family, combinations(articles, 2) if len(articles) <= _FEW else _star(articles))
            for family, articles in enumerate(self._families.articles)
        ]
        return sorted(
            (one, other)
            for (one, other), (_, words, other_words) in self._families.measure(groups).items()
            if words >= SAME_TEXT * self.signatures[one].words
            and other_words >= SAME_TEXT * self.signatures[other].words
        )

    def _is_much(self, one: int, other: int, measure: Measure, passages: int, share: float) -> bool:
        count, words, other_words = measure
        return (
            count >= passages
            or words >= share * self.signatures[one].words
            or other_words >= share * self.signatures[other].words
        )

    def _worse(self, one: int, other: int) -> int:
        """Which of two articles to change: the one that is named a copy, the older, the shorter, or the longer name."""
        return min(one, other, key=self._rank)

    def _rank(self, number: int) -> tuple[object, ...]:
        signature = self.signatures[number]
        is_copy = COPIED_NAME.search(PurePath(signature.file).stem) is not None
        return not is_copy, signature.date, signature.words, -len(signature.file), -number

    def _likeness(self, article: int, passage: SignedPassage, keep: int, twin: SignedPassage) -> float:
        if passage.digest == twin.digest:
            return 1.0
        one, other = self._runs_of(article), self._runs_of(keep)
        return jaccard(one.get(passage.source.start, frozenset()), other.get(twin.source.start, frozenset()))

    def _read_places(self, file: str) -> dict[SourceSpan, TextSpan]:
        """The places of the blocks of an article in its prose, by those in its source."""
        analysis = self.open(file)
        return {block.source: block.span for block in analysis.document.blocks} if analysis else {}

    def _read_runs(self, number: int) -> dict[int, frozenset[int]]:
        """All runs of three words of each passage of an article, by the place of the passage."""
        signature = self.signatures[number]
        analysis = self.open(signature.file)
        if analysis is None:
            return {}
        starts = {passage.source.start for passage in signature.passages()}
        return {
            block.source.start: frozenset(word_runs(comparable(fold(analysis.text[slice(*block.span)])).split()))
            for block in analysis.document.blocks
            if block.source.start in starts
        }


def _star(articles: Sequence[int]) -> set[tuple[int, int]]:
    return {*((articles[0], other) for other in articles[1:]), *pairwise(articles)}


def _leader(number: int, leaders: list[int]) -> int:
    while leaders[number] != number:
        leaders[number] = number = leaders[leaders[number]]
    return number
