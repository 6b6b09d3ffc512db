"""Finds claims that an article's title or conclusion states more firmly than its body."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim


class Params(NamedTuple):
    """The words in the heading of a conclusion, and those with which a concluding sentence begins."""

    conclusions: LexiconName


WORDS: tuple[str, ...] = ("weak",)
VARIANTS: tuple[str, ...] = ()

_SCALE = ("correlational", "conditional", "can", "causal")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a pair, at the firmest wording of title and conclusion; `weak` is the firmest wording between."""
    closing = _closing(analysis, params.conclusions)
    between = _between(analysis, closing)
    told: set[tuple[str, str]] = set()
    for claim in analysis.claims:
        pair = _pair(claim)
        if not pair or pair in told or not (_is_title(analysis, claim) or claim.sentence.block in closing):
            continue
        if claim.strength != "causal" or claim.attribution or analysis.evidence.is_known(claim):
            continue
        weak = between.get(pair)
        if weak is None or _rank(weak) >= _rank(claim) or analysis.citations.naming(claim.sentence):
            continue
        told.add(pair)
        words = " ".join(analysis.text[slice(*weak.whole)].split())
        related = (Related("evidence", TextSpan(weak.sentence.start, weak.sentence.end)),)
        yield Finding(TextSpan(*claim.whole), {"weak": words}, related)


def _between(analysis: Analysis, closing: set[int]) -> dict[tuple[str, str], Claim]:
    """The firmest claim on each pair between the title and the conclusion."""
    firmest: dict[tuple[str, str], Claim] = {}
    for claim in analysis.claims:
        pair = _pair(claim)
        if pair and claim.sentence.block not in closing and not _is_title(analysis, claim):
            firmest[pair] = max(firmest.get(pair, claim), claim, key=_rank)
    return firmest


def _pair(claim: Claim) -> tuple[str, str] | None:
    """What a claim is about, where the sentence itself makes that clear and it is about an illness."""
    if claim.exposure is None or claim.outcome is None or claim.confidence == "low":
        return None
    return (claim.exposure.key, claim.outcome.key) if claim.outcome.type in ("condition", "symptom") else None


def _rank(claim: Claim) -> int:
    """The place of a claim on the scale from a link to a cause."""
    return _SCALE.index(claim.modal or claim.strength)


def _is_title(analysis: Analysis, claim: Claim) -> bool:
    return analysis.document.blocks[claim.sentence.block].span == analysis.whole


def _closing(analysis: Analysis, conclusions: LexiconName) -> set[int]:
    """The blocks under a heading of a conclusion, and those that begin as one: "In short, …"."""
    found: set[int] = set()
    for section in analysis.sections.all:
        if section.heading is not None:
            heading = analysis.document.blocks[section.heading].span
            if analysis.hits.any_within(conclusions, *heading):
                found.update(range(section.first, section.last))
    for hit in analysis.hits[conclusions]:
        sentence = analysis.sentences.at(hit.start)
        if sentence is not None and sentence.order == 0 and hit.start - sentence.start < 2:
            found.add(sentence.block)
    return found
