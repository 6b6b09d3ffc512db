"""Finds acronyms that an article explains over and over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import Scope, blocks_in
from healthlint.language.acronyms import find_acronyms
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """How many explanations are too many."""

    times: int = 3
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("acronym", "times")
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding an acronym, at its second explanation; `copy` is the first one, `also` are the others."""
    explained: dict[str, list[TextSpan]] = {}
    for _, block in blocks_in(analysis, params.scope):
        if block.kind == "quote":
            continue
        start = block.span.start
        for acronym in find_acronyms(analysis.text[slice(*block.span)]):
            end = start + acronym.end + len(f" ({acronym.short})")
            explained.setdefault(acronym.short, []).append(TextSpan(start + acronym.start, end))
    for short, places in explained.items():
        if len(places) >= params.times:
            first, second, *others = places
            related = (Related("copy", first), *(Related("also", place) for place in others))
            yield Finding(second, {"acronym": short, "times": len(places)}, related)
