"""Finds phrases that should not be there."""

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
    """`phrases` to find; `unless` one of these stands in the same unit; `most` hits that are reported in an article.

    `whole`: a phrase counts only where it is all of its unit, numbers and signs aside.
    """

    phrases: LexiconName
    unless: LexiconName | None = None
    most: int | None = None
    whole: bool = False
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("term",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a hit."""
    left = params.most
    for unit in units_in(analysis, params.scope):
        hits = analysis.hits.within(params.phrases, *unit)
        if not hits or (params.unless and analysis.hits.any_within(params.unless, *unit)):
            continue
        for hit in hits:
            if params.whole and _has_letters(analysis.text, unit, hit):
                continue
            if left == 0:
                return
            left = left and left - 1
            yield Finding(TextSpan(hit.start, hit.end), {"term": hit.entry.term})


def _has_letters(text: str, unit: TextSpan, hit: Hit) -> bool:
    """Whether there are other words than the hit in its unit."""
    return any(map(str.isalpha, text[unit.start : hit.start] + text[hit.end : unit.end]))
