"""Which passages of many articles may be copies of each other, found without comparing every two.

Both steps group numbers that are equal. They do so in batches, which keeps time and memory linear in the number of
articles: a dictionary of all runs of 50,000 articles would take half a gigabyte.
"""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import accumulate, combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from healthlint.analysis.signatures import Signature

_BATCH = 1 << 17  # numbers that are grouped at a time
_FEW = 8  # passages with a run in common, up to which every two are paired
_FEWEST, _SHARE = 2, 0.4  # sampled runs that two passages have in common, and of those of the shorter one
_HIGH = 32
_LOW = (1 << _HIGH) - 1


class Families:
    """The passages that are copies of each other as far as samples can tell, and the articles that they stand in."""

    def __init__(self, signatures: Sequence[Signature]) -> None:
        """`articles`: by family, the numbers of its articles, two or more."""
        self._words = array("I", (each.words for signature in signatures for each in signature.passages()))
        self._begins = array("I", accumulate((signature.size for signature in signatures), initial=0))
        self._article_of = array("I")
        for article, signature in enumerate(signatures):
            self._article_of.extend([article] * signature.size)
        self._of_article: dict[int, dict[int, list[int]]] = {}
        self.articles: list[list[int]] = []
        for members in _families(signatures, len(self._article_of)):
            articles = sorted({self._article_of[number] for number in members})
            if len(articles) < 2:
                continue
            family = len(self.articles)
            self.articles.append(articles)
            for number in members:
                article = self._article_of[number]
                places = self._of_article.setdefault(article, {}).setdefault(family, [])
                places.append(number - self._begins[article])

    def of_article(self, article: int) -> Mapping[int, list[int]]:
        """The places of an article's passages by family, as far as they belong to one."""
        return self._of_article.get(article, {})

    def measure(
        self, groups: Iterable[tuple[int, Iterable[tuple[int, int]]]]
    ) -> dict[tuple[int, int], tuple[int, int, int]]:
        """How many families the given pairs of articles of each family have in common, and their words in either."""
        measures: dict[tuple[int, int], tuple[int, int, int]] = {}
        for family, pairs in groups:
            words: dict[int, int] = {}
            for pair in pairs:
                for article in pair:
                    if article not in words:
                        words[article] = self._words_of(article, family)
                count, one, other = measures.get(pair, (0, 0, 0))
                measures[pair] = (count + 1, one + words[pair[0]], other + words[pair[1]])
        return measures

    def _words_of(self, article: int, family: int) -> int:
        begin = self._begins[article]
        return sum(self._words[begin + place] for place in self._of_article[article][family])


def _families(signatures: Sequence[Signature], size: int) -> list[list[int]]:
    """The numbers of the passages that links hold together."""
    parents = array("I", range(size))
    for one, other in _links(signatures):
        a, b = _root(one, parents), _root(other, parents)
        if a != b:
            parents[max(a, b)] = min(a, b)
    families: dict[int, list[int]] = {}
    for number, parent in enumerate(parents):
        if parent != number:
            root = _root(number, parents)
            families.setdefault(root, [root]).append(number)
    return list(families.values())


def _links(signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """The pairs of passages, of one article or two, that have many of their sampled runs in common."""
    sizes = array("H", (len(runs) for signature in signatures for runs in signature.sampled_runs()))
    postings = _Batches(sum(sizes))
    number = 0
    for signature in signatures:
        for runs in signature.sampled_runs():
            postings.add([run << _HIGH | number for run in runs], spread=_HIGH)
            number += 1
    pairs = _Batches(sum(sizes))
    for batch in postings.drain():
        pairs.add(_pairs_in(batch), spread=0)
    del postings
    for batch in pairs.drain():
        for pair, count in Counter(batch).items():
            one, other = pair >> _HIGH, pair & _LOW
            if count >= _FEWEST and count >= _SHARE * min(sizes[one], sizes[other]):
                yield one, other


def _pairs_in(batch: array[int]) -> Iterator[int]:
    """Two passages as one number, for each run that they share; of a common run not all pairs, but links to all."""
    ordered = sorted(batch)
    group: list[int] = []
    last = -1
    for posting in ordered:
        run = posting >> _HIGH
        if run != last:
            if len(group) > 1:
                yield from _couples(group)
            group, last = [], run
        group.append(posting & _LOW)
    yield from _couples(group)


def _couples(group: Sequence[int]) -> Iterator[int]:
    couples: Iterable[tuple[int, int]]
    if len(group) <= _FEW:
        couples = combinations(group, 2)
    else:
        couples = {*((group[0], other) for other in group[1:]), *pairwise(group)}
    return (one << _HIGH | other for one, other in couples)


def _root(number: int, parents: array[int]) -> int:
    while parents[number] != number:
        parents[number] = number = parents[parents[number]]
    return number


class _Batches:
    """Numbers, thrown into batches so that equal ones meet."""

    def __init__(self, expected: int) -> None:
        self._batches = [array("Q") for _ in range(expected // _BATCH + 1)]

    def add(self, numbers: Iterable[int], spread: int) -> None:
        """Throw numbers in; those that are equal from the bit `spread` on get into one batch."""
        batches, count = self._batches, len(self._batches)
        if count == 1:
            batches[0].extend(numbers)
            return
        for number in numbers:
            batches[(number >> spread) * _MIXER % _PRIME % count].append(number)

    def drain(self) -> Iterator[array[int]]:
        """The batches; each is given away."""
        while self._batches:
            yield self._batches.pop()


_MIXER, _PRIME = 2_654_435_761, (1 << 61) - 1
