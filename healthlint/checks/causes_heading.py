"""Finds headings that announce causes over text that knows of none."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.evidence import Evidence
    from healthlint.model.span import Place


class Params(NamedTuple):
    """Nothing to set."""


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a heading, with the place below it that calls the matter unknown or only linked."""
    for number, section in enumerate(analysis.sections.all):
        if section.heading is None or analysis.zones[section.heading] == "chrome":
            continue
        heading = analysis.document.blocks[section.heading].span
        if not _HEADING.fullmatch(analysis.hits.folded[slice(*heading)].strip()):
            continue
        topics = _topics(analysis, heading) or _topics(analysis, analysis.whole)
        if doubt := _doubt(analysis, _extent(analysis, number), topics):
            yield Finding(heading, {}, (Related("evidence", TextSpan(doubt.start, doubt.end), doubt.kind),))


def _extent(analysis: Analysis, number: int) -> tuple[int, int]:
    """The prose of a section with those that are part of it."""
    sections = analysis.sections.all
    section = sections[number]
    last = section.last
    while number + 1 < len(sections) and sections[number + 1].level > section.level:
        number += 1
        last = sections[number].last
    blocks = analysis.document.blocks[section.first : last]
    return (blocks[0].span.start, blocks[-1].span.end) if blocks else (0, 0)


def _topics(analysis: Analysis, place: Place) -> set[str]:
    """The illnesses that a heading names."""
    terms = analysis.terms.within(place.start, place.end)
    return {term.key for term in terms if term.type in ("condition", "symptom")}


def _doubt(analysis: Analysis, extent: tuple[int, int], topics: set[str]) -> Evidence | None:
    """The first place of a section that knows no cause of the topics, unless another one there does."""
    start, end = extent
    first, last = (bisect_left(analysis.claims, place, key=_start) for place in (start, end))
    for claim in analysis.claims[first:last]:
        if claim.strength != "causal":
            continue
        if analysis.evidence.is_known(claim) or (claim.exposure and claim.exposure.type == "agent"):
            return None
    near = analysis.evidence.near(start)
    doubts = [entry for entry in near if start <= entry.start < end and topics & entry.outcomes]
    return next((entry for entry in doubts if entry.kind in ("unknown", "association")), None)


def _start(claim: Claim) -> int:
    return claim.sentence.start


# "Causes", "The causes of hay fever", "What causes hay fever?"; not "Possible causes" or "Causes and risk factors".
_HEADING = lazy_pattern(
    r"(?:the |main |common |leading |root |top |\d+ )*causes?(?: of [^?:]{2,60})?|what causes [^?:]{2,60}\??"
)
