"""Finds headings that announce causes over text that knows of none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.evidence import Evidence
    from healthlint.analysis.sections import Section
    from healthlint.model.span import Place


class Params(NamedTuple):
    """Nothing to set."""


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a heading, with the place below it that calls the matter unknown or only linked."""
    for section in analysis.sections.all:
        if section.heading is None or analysis.zones[section.heading] == "chrome":
            continue
        heading = analysis.document.blocks[section.heading].span
        if not _HEADING.fullmatch(analysis.hits.folded[slice(*heading)].strip()):
            continue
        topics = _topics(analysis, heading) or _topics(analysis, analysis.whole)
        if doubt := _doubt(analysis, _extent(analysis, section), topics):
            yield Finding(heading, {}, (Related("evidence", TextSpan(doubt.start, doubt.end), doubt.kind),))


def _extent(analysis: Analysis, section: Section) -> tuple[int, int]:
    """The prose of a section with those that are part of it."""
    last = section.last
    for following in analysis.sections.all:
        if following.heading is not None and following.heading >= last and following.level > section.level:
            last = following.last
        elif following.heading is not None and following.heading >= last:
            break
    blocks = analysis.document.blocks[section.first : last]
    return (blocks[0].span.start, blocks[-1].span.end) if blocks else (0, 0)


def _topics(analysis: Analysis, place: Place) -> set[str]:
    """The illnesses that a heading names."""
    terms = analysis.terms.within(place.start, place.end)
    return {term.key for term in terms if term.type in ("condition", "symptom")}


def _doubt(analysis: Analysis, extent: tuple[int, int], topics: set[str]) -> Evidence | None:
    """The first place of a section that knows no cause of the topics, unless another one there does."""
    start, end = extent
    for claim in analysis.claims:
        if not start <= claim.start < end or claim.strength != "causal":
            continue
        if analysis.evidence.is_known(claim) or (claim.exposure and claim.exposure.type == "agent"):
            return None
    doubts = [entry for entry in analysis.evidence.all if start <= entry.start < end and topics & entry.outcomes]
    return next((entry for entry in doubts if entry.kind in ("unknown", "association")), None)


# "Causes", "The causes of hay fever", "What causes hay fever?"; not "Possible causes" or "Causes and risk factors".
_HEADING = re.compile(
    r"(?:the |main |common |leading |root |top |\d+ )*causes?(?: of [^?:]{2,60})?|what causes [^?:]{2,60}\??"
)
