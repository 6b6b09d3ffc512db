"""Passages that an article says twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.zones import Zone
    from healthlint.model.document import Document


class Pair(NamedTuple):
    """Two blocks, by index, of which the later repeats the earlier."""

    earlier: int
    later: int
    kind: Literal["exact", "near", "reworded", "heading"]
    shared: float  # share of wording in common, 0-1


class Chain(NamedTuple):
    """A run of blocks that repeats an earlier run in the same order."""

    pairs: tuple[Pair, ...]


class Copies(NamedTuple):
    """Aligned repetitions, and the single pairs that are part of none."""

    chains: tuple[Chain, ...] = ()
    pairs: tuple[Pair, ...] = ()


def find_copies(document: Document, zones: tuple[Zone, ...], hits: Hits) -> Copies:
    """All repetitions inside one article."""
    return Copies()
