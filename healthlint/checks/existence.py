"""Finds phrases that should not be there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Regex, Scope, units_in
from healthlint.language.user_patterns import places
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`phrases` to find; `unless` one of these stands in the same unit; `most` hits that are reported in an article.

    `whole`: a phrase counts only where it is all of its unit, numbers and signs aside. `pattern`: what to find besides,
    or instead, as a regular expression.
    """

    phrases: LexiconName | None = None
    unless: LexiconName | None = None
    most: int | None = None
    whole: bool = False
    pattern: Regex | None = None
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("term",)
VARIANTS: tuple[str, ...] = ()


def fault(params: Params) -> str:
    """What is wrong with the parameters."""
    return "phrases or pattern is missing" if params.phrases is None and params.pattern is None else ""


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a hit."""
    left = params.most
    for unit in units_in(analysis, params.scope):
        found = _found(analysis, params, unit)
        if not found or (params.unless and analysis.hits.any_within(params.unless, *unit)):
            continue
        for place, term in found:
            if params.whole and _has_letters(analysis.text, unit, place):
                continue
            if left == 0:
                return
            left = left and left - 1
            yield Finding(place, {"term": term})


def _found(analysis: Analysis, params: Params, unit: TextSpan) -> list[tuple[TextSpan, str]]:
    """The places of phrases and pattern in a unit, in order, and what stands there as the rule has it."""
    hits = analysis.hits.within(params.phrases, *unit) if params.phrases else ()
    found = [(TextSpan(hit.start, hit.end), hit.entry.term) for hit in hits]
    if params.pattern is None:
        return found
    text = analysis.text[unit.start : unit.end]
    matches = {
        TextSpan(unit.start + start, unit.start + end): text[start:end] for start, end in places(params.pattern, text)
    }
    return sorted({**matches, **dict(found)}.items())


def _has_letters(text: str, unit: TextSpan, place: TextSpan) -> bool:
    """Whether there are other words than those found in their unit."""
    return any(map(str.isalpha, text[unit.start : place.start] + text[place.end : unit.end]))
