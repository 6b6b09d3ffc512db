"""Finds a phrase that stands before what has to come first, such as a short form before it is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, units_in
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """One of `needs` has to stand earlier in the article, or in the same unit, as the first of `when`."""

    when: LexiconName
    needs: LexiconName
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("term",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding at most: the first of the phrases that stands too early."""
    for unit in units_in(analysis, params.scope):
        if analysis.hits.any_within(params.needs, *unit):
            return
        for hit in analysis.hits.within(params.when, *unit):
            yield Finding(TextSpan(hit.start, hit.end), {"term": hit.entry.term})
            return
