"""Finds phrases for which the house has others, and offers those."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, units_in
from healthlint.model.finding import Edit, Finding, Suggestion
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`swap` maps each phrase to the one to write instead, or is a lexicon with a column `prefer`.

    `unless` one of these stands in the same unit.
    """

    swap: LexiconName
    unless: LexiconName | None = None
    scope: Scope = Scope(("front", "body"))


WORDS: tuple[str, ...] = ("term", "prefer")
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a hit; the other phrase is offered in the capitals of the first."""
    for unit in units_in(analysis, params.scope):
        hits = analysis.hits.within(params.swap, *unit)
        if not hits or (params.unless and analysis.hits.any_within(params.unless, *unit)):
            continue
        for hit in hits:
            place, better = TextSpan(hit.start, hit.end), hit.entry.notes.get("prefer", "")
            if not better:
                yield Finding(place, {"term": hit.entry.term, "prefer": better})
                continue
            words = like(analysis.text[hit.start : hit.end], better)
            offer = Suggestion(f"write “{words}”", (Edit(place, words),))
            yield Finding(place, {"term": hit.entry.term, "prefer": words}, suggestions=(offer,))


def like(old: str, new: str) -> str:
    """New words in the capitals of the old ones: all, the first letter, or as they are."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new[0].upper() + new[1:] if old[0].isupper() else new
