"""Finds two phrases that should not stand close to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, units_in
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit


class Params(NamedTuple):
    """One of `first` and one of `second` with at most `words` between them, in this order unless `any_order`."""

    first: LexiconName
    second: LexiconName
    words: int = 5
    any_order: bool = False
    unless: LexiconName | None = None
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("first", "second")
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding for each of the first phrases that has a second one near, from the one to the other."""
    for unit in units_in(analysis, params.scope):
        firsts = analysis.hits.within(params.first, *unit)
        seconds = analysis.hits.within(params.second, *unit) if firsts else ()
        if not seconds or (params.unless and analysis.hits.any_within(params.unless, *unit)):
            continue
        for first in firsts:
            second = next((second for second in seconds if _are_close(analysis.text, first, second, params)), None)
            if second:
                place = TextSpan(min(first.start, second.start), max(first.end, second.end))
                yield Finding(place, {"first": first.entry.term, "second": second.entry.term})


def _are_close(text: str, first: Hit, second: Hit, params: Params) -> bool:
    """Whether the second phrase stands where it should not; one inside the other does not count."""
    if second.start < first.start and params.any_order:
        first, second = second, first
    return first.end <= second.start and len(text[first.end : second.start].split()) <= params.words
