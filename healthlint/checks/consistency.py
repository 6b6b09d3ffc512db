"""Finds that an article writes one thing in several ways."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, units_in
from healthlint.checks.substitution import like
from healthlint.model.finding import Edit, Finding, Related, Suggestion
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit


class Params(NamedTuple):
    """Each of `groups` lists the ways to write one thing, of which an article should keep to one."""

    groups: tuple[LexiconName, ...]
    scope: Scope = Scope(("front", "body"))


WORDS: tuple[str, ...] = ("term", "prefer")
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding for each hit that is not written as most of its group are, or as the first where all are as many."""
    units = list(units_in(analysis, params.scope))
    for group in params.groups:
        hits = [hit for unit in units for hit in analysis.hits.within(group, *unit)]
        usual = Counter(hit.entry.term for hit in hits).most_common(1)
        for hit in hits:
            if hit.entry.term != usual[0][0]:
                yield _finding(analysis, hit, next(other for other in hits if other.entry.term == usual[0][0]))


def _finding(analysis: Analysis, hit: Hit, usual: Hit) -> Finding:
    place = TextSpan(hit.start, hit.end)
    words = like(analysis.text[hit.start : hit.end], usual.entry.term)
    return Finding(
        place,
        {"term": hit.entry.term, "prefer": words},
        (Related("also", TextSpan(usual.start, usual.end)),),
        (Suggestion(f"write “{words}”", (Edit(place, words),)),),
    )
