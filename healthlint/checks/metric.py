"""Finds an article, a section or another piece of prose that has too much or too little of something countable."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.checks import Scope, blocks_in, limits_missing, place_of, units_in
from healthlint.language.tokens import word_count
from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.model.document import Block, Link
    from healthlint.model.span import TextSpan


class Params(NamedTuple):
    """What is counted in each unit of the scope, and how much of it there may be at `most` and must be at `least`.

    A paragraph is one of a list, too: an item.
    """

    of: Literal[
        "words",
        "sentences",
        "paragraphs",
        "headings",
        "links",
        "images",
        "words-per-sentence",
        "words-per-paragraph",
        "sentences-per-paragraph",
    ]
    most: float | None = None
    least: float | None = None
    scope: Scope = Scope(unit="article")


WORDS: tuple[str, ...] = ("count", "most", "least")
VARIANTS: tuple[str, ...] = ("too-many", "too-few")


def fault(params: Params) -> str:
    """What is wrong with the parameters."""
    return limits_missing(params.most, params.least)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a unit."""
    blocks = list(blocks_in(analysis, params.scope))
    starts = [block.span.start for _, block in blocks]
    for unit in units_in(analysis, params.scope):
        inside = blocks[bisect_right(starts, unit.start) - 1 : bisect_left(starts, unit.end)]
        count = _measure(analysis, params.of, unit, inside)
        if count is None:
            continue
        data: dict[str, str | int] = {"count": f"{count:.1f}".removesuffix(".0")}
        data |= {"most": f"{params.most or 0:g}", "least": f"{params.least or 0:g}"}
        if params.most is not None and count > params.most:
            yield Finding(place_of(analysis, params.scope, unit), data, variant="too-many")
        if params.least is not None and count < params.least:
            yield Finding(place_of(analysis, params.scope, unit), data, variant="too-few")


def _measure(analysis: Analysis, what: str, unit: TextSpan, blocks: list[tuple[int, Block]]) -> float | None:
    """The count; None for an average of nothing."""
    counted, _, divisor = what.partition("-per-")
    if not divisor:
        return _count(analysis, counted, unit, blocks)
    prose = [(index, block) for index, block in blocks if block.kind in _PARAGRAPHS]
    number = _count(analysis, f"{divisor}s", unit, prose)
    return _count(analysis, counted, unit, prose) / number if number else None


def _count(analysis: Analysis, what: str, unit: TextSpan, blocks: list[tuple[int, Block]]) -> int:
    match what:
        case "words":
            spans = ((max(unit.start, block.span.start), min(unit.end, block.span.end)) for _, block in blocks)
            return sum(word_count(analysis.text, *span) for span in spans)
        case "sentences":
            return sum(len(analysis.sentences.of_block(index)) for index, block in blocks if block.kind in _PARAGRAPHS)
        case "paragraphs":
            return sum(block.kind in _PARAGRAPHS for _, block in blocks)
        case "headings":
            return sum(block.kind == "heading" for _, block in blocks)
    kinds, links = ("image",) if what == "images" else ("link", "bare"), analysis.document.links
    first, last = (bisect_left(links, offset, key=_start) for offset in unit)
    return sum(link.kind in kinds for link in links[first:last])


def _start(link: Link) -> int:
    return link.span.start


_PARAGRAPHS = ("paragraph", "item")
