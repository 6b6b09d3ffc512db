"""How alike two passages are, and where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

Change = Literal["same", "old", "new"]


def shingles(words: Sequence[str], size: int = 3) -> frozenset[str]:
    """Every run of `size` words; a shorter text is one shingle, an empty one none."""
    if len(words) <= size:
        return frozenset([" ".join(words)] if words else [])
    return frozenset(map(" ".join, zip(*(words[shift:] for shift in range(size)), strict=False)))


def jaccard(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """The share of what both have in what either has, from 0 to 1; two empty sets have nothing in common."""
    if not one or not other:
        return 0.0
    common = len(one & other)
    return common / (len(one) + len(other) - common)


def ratio(one: str, other: str, at_least: float = 0.0) -> float:
    """How alike two strings are by their longest common subsequence, from 0 to 1; 0 where it is under `at_least`."""
    from rapidfuzz.fuzz import ratio as percent  # 20 ms that only articles with near copies should cost

    return percent(one, other, score_cutoff=at_least * 100) / 100


def word_diff(old: str, new: str) -> list[tuple[Change, str]]:
    """The pieces, in reading order, that both texts share or that only the old or the new one has.

    Words are what white space divides. Between two shared pieces the old one comes first; no piece is empty.
    """
    from rapidfuzz.distance import Indel

    before, after = old.split(), new.split()
    pieces: list[tuple[Change, str]] = []
    old_at = new_at = 0
    for same in Indel.opcodes(before, after).as_matching_blocks():
        pieces.append(("old", " ".join(before[old_at : same.a])))
        pieces.append(("new", " ".join(after[new_at : same.b])))
        old_at, new_at = same.a + same.size, same.b + same.size
        pieces.append(("same", " ".join(before[same.a : old_at])))
    return [piece for piece in pieces if piece[1]]
