"""Finds lists of references that no heading announces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`least` entries make a list."""

    least: int = 3


WORDS: tuple[str, ...] = ("count",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding, at the first entry."""
    entries = [entry for entry in analysis.references.entries if entry.kind == "unheaded"]
    if len(entries) < params.least or _is_announced(analysis, entries[0].block):
        return
    yield Finding(TextSpan(entries[0].start, entries[0].end), {"count": len(entries)})


def _is_announced(analysis: Analysis, first: int) -> bool:
    """Whether a heading or a line that ends in a colon stands right above the list, whatever it says."""
    if first == 0:
        return False
    above = analysis.document.blocks[first - 1]
    return above.kind == "heading" or analysis.text[slice(*above.span)].rstrip(" *_").endswith(":")
