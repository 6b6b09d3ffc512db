"""Finds lists of authorities that support nothing in particular: a name, what it is, "Visit source", forty times."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`least` repetitions of the same short line, no more than `apart` blocks from one to the next, make such a list.

    `share` of the pieces between them must name a body or a journal.
    """

    least: int = 8
    apart: int = 5
    share: float = 0.3


WORDS: tuple[str, ...] = ("count",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding, at the first of the names."""
    places: dict[str, list[int]] = defaultdict(list)
    blocks, text = analysis.document.blocks, analysis.text
    for index, block in enumerate(blocks):
        words = text[slice(*block.span)]
        if analysis.zones[index] != "references" and block.kind != "cell" and 0 < len(words.split()) <= _LABEL:
            places[words.strip().lower()].append(index)
    for same in places.values():
        for run in _runs(same, params):
            named = [
                index for index in range(max(run[0] - params.apart + 1, 0), run[-1]) if _names_body(analysis, index)
            ]
            if len(named) >= params.share * len(run):
                first = next(index for index in named if index >= run[0] - 2) if named[-1] >= run[0] - 2 else named[0]
                yield Finding(blocks[first].span, {"count": _names(analysis, run, params)})
                return


_LABEL = 4  # words of a line such as "Visit source"
_NAME = 14  # words of a name with what it is


def _runs(places: Sequence[int], params: Params) -> Iterator[list[int]]:
    """The stretches in which a line comes back again and again."""
    run = list(places[:1])
    for one, other in pairwise(places):
        if other - one <= params.apart:
            run.append(other)
            continue
        if len(run) >= params.least:
            yield run
        run = [other]
    if len(run) >= params.least:
        yield run


def _names(analysis: Analysis, run: Sequence[int], params: Params) -> int:
    """How many names stand between the repeated lines."""
    return sum(other - one > 1 for one, other in pairwise((max(run[0] - params.apart, -1), *run)))


def _names_body(analysis: Analysis, index: int) -> bool:
    """Whether a short line names an organisation or a journal."""
    span = analysis.document.blocks[index].span
    if len(analysis.text[slice(*span)].split()) > _NAME:
        return False
    return any(analysis.hits.any_within(lexicon, *span) for lexicon in ("named-sources", "source-words.bodies"))
