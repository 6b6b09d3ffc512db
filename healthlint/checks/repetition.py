"""Finds that a phrase stands again where it stood a moment ago."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, units_in
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit


class Params(NamedTuple):
    """`phrases` of which none should stand twice in a unit, in whatever form."""

    phrases: LexiconName
    scope: Scope = Scope(unit="block")


WORDS: tuple[str, ...] = ("term",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding for each time that a phrase stands again, with the place where it stood first."""
    for unit in units_in(analysis, params.scope):
        first: dict[str, Hit] = {}
        for hit in analysis.hits.within(params.phrases, *unit):
            before = first.setdefault(hit.entry.term, hit)
            if before is not hit:
                earlier = Related("also", TextSpan(before.start, before.end))
                yield Finding(TextSpan(hit.start, hit.end), {"term": hit.entry.term}, (earlier,))
