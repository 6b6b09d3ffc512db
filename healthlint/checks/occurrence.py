"""Finds that phrases stand too often, or not often enough, in a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, limits_missing, place_of, units_in
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`phrases` may stand at `most`, and have to stand at least `least` times, in each unit of the scope."""

    phrases: LexiconName
    most: int | None = None
    least: int = 0
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("count",)
VARIANTS: tuple[str, ...] = ("too-many", "too-few")


def fault(params: Params) -> str:
    """What is wrong with the parameters."""
    return limits_missing(params.most, params.least or None)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a unit: at the first hit too many, or on the unit that lacks some."""
    for unit in units_in(analysis, params.scope):
        hits = analysis.hits.within(params.phrases, *unit)
        data: dict[str, str | int] = {"count": len(hits)}
        places = [TextSpan(hit.start, hit.end) for hit in hits]
        if params.most is not None and len(hits) > params.most:
            others = tuple(Related("also", place) for place in places if place != places[params.most])
            yield Finding(places[params.most], data, others, variant="too-many")
        if len(hits) < params.least:
            yield Finding(place_of(analysis, params.scope, unit), data, variant="too-few")
