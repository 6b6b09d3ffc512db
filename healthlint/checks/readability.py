"""Finds an article, or a section, that a formula calls too hard to read, or too easy."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.checks import Scope, limits_missing, place_of, units_in
from healthlint.language.readability import FORMULAS, total
from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.reading import ReadSentence


class Params(NamedTuple):
    """The score of each unit of the scope may be `most` at most and must be `least` at least.

    A unit of fewer `words` is too short to tell. `discount`: a medical name counts as hard only where it stands first.
    """

    formula: Literal["flesch_kincaid_grade", "flesch_reading_ease", "smog_index"]
    most: float | None = None
    least: float | None = None
    words: int = 100
    discount: bool = False
    scope: Scope = Scope(unit="article")


WORDS: tuple[str, ...] = ("score", "most", "least")
VARIANTS: tuple[str, ...] = ("too-high", "too-low")


def fault(params: Params) -> str:
    """What is wrong with the parameters."""
    return limits_missing(params.most, params.least)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a unit, by its sentences that are read one after the other: no headings, tables and fragments."""
    for unit in units_in(analysis, params.scope):
        first, last = (bisect_left(analysis.reading, offset, key=_start) for offset in unit)
        read = analysis.reading[first:last]
        if sum(each.counts.words for each in read) < max(params.words, 1):
            continue
        score = FORMULAS[params.formula](total(each.plain if params.discount else each.counts for each in read))
        data: dict[str, str | int] = {
            "score": f"{score:.1f}",
            "most": f"{params.most or 0:g}",
            "least": f"{params.least or 0:g}",
        }
        place = place_of(analysis, params.scope, unit)
        if params.most is not None and score > params.most:
            yield Finding(place, data, variant="too-high")
        if params.least is not None and score < params.least:
            yield Finding(place, data, variant="too-low")


def _start(each: ReadSentence) -> int:
    return each.sentence.start
