"""Finds a phrase that stands without another one that has to be near it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.checks import LexiconName, Scope, units_in
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """Where one of `when` stands, one of `needs` has to stand in the same unit or at most `sentences` beside it.

    `within`: anywhere in the same section or in the article will do.
    """

    when: LexiconName
    needs: LexiconName
    sentences: int = 0
    within: Literal["unit", "section", "article"] = "unit"
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("term",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a unit, at the first of its phrases."""
    units = list(units_in(analysis, params.scope))
    for number, unit in enumerate(units):
        hits = analysis.hits.within(params.when, *unit)
        if hits and not analysis.hits.any_within(params.needs, *_around(analysis, params, units, number)):
            yield Finding(TextSpan(hits[0].start, hits[0].end), {"term": hits[0].entry.term})


def _around(analysis: Analysis, params: Params, units: list[TextSpan], number: int) -> TextSpan:
    """The prose in which the other phrase may stand."""
    if params.within != "unit":
        wider = units_in(analysis, params.scope._replace(unit=params.within, cited=None))
        return next(span for span in wider if span.start <= units[number].start < span.end)
    first, last = max(number - params.sentences, 0), min(number + params.sentences, len(units) - 1)
    return TextSpan(units[first].start, units[last].end)
