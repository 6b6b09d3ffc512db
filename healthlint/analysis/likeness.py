"""What two articles have in common."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from healthlint.analysis.signatures import Signature, SignedPassage


class Match(NamedTuple):
    """A passage of the article to change and its twin in the one to keep."""

    passage: SignedPassage
    twin: SignedPassage
    shared: float  # of the runs of three words, 0-1


class Likeness(NamedTuple):
    """What two articles have in common."""

    article: Signature  # the one to change: the older, or else the shorter
    keep: Signature
    matches: tuple[Match, ...]  # in the order of the article

    @property
    def words(self) -> int:
        """The number of the article's words that stand in the other, too."""
        return sum(match.passage.words for match in self.matches)

    @property
    def share(self) -> float:
        """Their share of all its words, 0-1."""
        return self.words / max(self.article.words, 1)

    @property
    def is_whole(self) -> bool:
        """Whether hardly anything of either is not in the other."""
        found = {match.twin.digest for match in self.matches}
        of_keep = sum(passage.words for passage in self.keep.passages() if passage.digest in found)
        return (
            min(self.article.words, self.keep.words) >= SHORTEST_ARTICLE
            and self.share >= SAME_TEXT
            and of_keep >= SAME_TEXT * self.keep.words
        )

    def without(self, left_out: frozenset[SignedPassage]) -> Likeness:
        """The likeness but for some passages of the article."""
        return self._replace(matches=tuple(match for match in self.matches if match.passage not in left_out))


SAME_TEXT = 0.8  # of the words of both articles
SHORTEST_ARTICLE = 50  # words; a page of fewer is hardly an article
_INTRODUCTION = 2  # passages of a column's introduction


class _Ending(NamedTuple):
    """How much of an article its publisher may say about itself at the end."""

    share: float  # of its words
    gap: int  # passages in between that are not shared


_PAGE, _RELEASE = _Ending(1 / 3, 2), _Ending(0.6, 2)  # a press release ends with all institutes that took part


def find_frame(likeness: Likeness) -> frozenset[SignedPassage]:
    """The shared passages that frame both articles: "About the institute" at the end, in news the words of a column."""
    mine = {match.passage for match in likeness.matches}
    theirs = {match.twin for match in likeness.matches}
    ends = _ending(likeness.article, mine), _ending(likeness.keep, theirs)
    starts: tuple[set[SignedPassage], ...] = (set(), set())
    if likeness.article.kind == likeness.keep.kind == "news":
        starts = _introduction(likeness.article, mine), _introduction(likeness.keep, theirs)
    return frozenset(
        match.passage
        for match in likeness.matches
        if (match.passage in ends[0] and match.twin in ends[1])
        or (match.passage in starts[0] and match.twin in starts[1])
    )


def _ending(signature: Signature, shared: set[SignedPassage]) -> set[SignedPassage]:
    """The shared passages of the last section after which hardly anything else comes."""
    allowed = _RELEASE if signature.kind == "news" else _PAGE
    found: set[SignedPassage] = set()
    gap = 0
    passages = list(signature.passages())
    for passage in reversed(passages):
        gap = 0 if passage in shared else gap + 1
        if gap > allowed.gap or passage.path != passages[-1].path:
            break
        if not gap:
            found.add(passage)
    return found if sum(passage.words for passage in found) <= allowed.share * signature.words else set()


def _introduction(signature: Signature, shared: set[SignedPassage]) -> set[SignedPassage]:
    """The shared passages before the first one that is not, if they are few."""
    first = set(takewhile(shared.__contains__, signature.passages()))
    return first if len(first) <= _INTRODUCTION else set()
