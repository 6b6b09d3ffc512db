"""Finds "significant" where readers cannot tell whether it means large or not due to chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, units_in
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`words` with two senses before one of the `compared` words; `settled` words tell which sense is meant."""

    words: LexiconName
    compared: LexiconName
    settled: LexiconName
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()

_REACH = 24  # characters from the word to what is compared
_FIGURES = ("percent", "points", "ratio", "fraction", "multiple", "effect", "measure", "count")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence that gives no figure."""
    for start, end in units_in(analysis, params.scope):
        hits = analysis.hits.within(params.words, start, end)
        if not hits or analysis.hits.any_within(params.settled, start, end):
            continue
        if any(number.kind in _FIGURES for number in analysis.numbers.within(start, end)):
            continue
        for hit in hits:
            behind = analysis.hits.within(params.compared, hit.end, min(end, hit.end + _REACH))
            if behind and behind[0].start == hit.end + 1:
                yield Finding(TextSpan(hit.start, behind[0].end))
                break
