"""Finds causal claims that cite a kind of study which cannot show a cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.evidence import design_of
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim


class Params(NamedTuple):
    """The designs that carry no cause."""

    weak: tuple[str, ...] = ("observational", "animal", "laboratory", "case", "narrative")


WORDS: tuple[str, ...] = ("design",)
VARIANTS: tuple[str, ...] = ()

_NAMES = {
    "observational": "an observational study",
    "animal": "an animal study",
    "laboratory": "a laboratory study",
    "case": "a case report",
    "narrative": "an overview",
}


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence all of whose sources are of a weak design, by their own words."""
    told: set[tuple[int, int]] = set()
    for claim in analysis.claims:
        place = (claim.sentence.block, claim.sentence.order)
        if place in told or not _is_firm(analysis, claim):
            continue
        cited = [*_listed(analysis, claim), *_described(analysis, claim)]
        designs = [design_of(*source, analysis.hits) for source in cited]
        if designs and all(design in params.weak for design in designs):
            told.add(place)
            related = tuple(Related("reference", source) for source in cited[:2])
            yield Finding(TextSpan(*claim.whole), {"design": _NAMES[designs[0]]}, related)


def _is_firm(analysis: Analysis, claim: Claim) -> bool:
    """Whether a claim of the body states as fact what medicine has not settled."""
    return (
        claim.strength == "causal"
        and not claim.modal
        and claim.outcome is not None
        and claim.outcome.type in ("condition", "symptom")
        and analysis.zones[claim.sentence.block] == "body"
        and not claim.attribution
        and not analysis.evidence.is_known(claim)
    )


def _listed(analysis: Analysis, claim: Claim) -> list[TextSpan]:
    """The entries of the reference list that the sentence of a claim points to."""
    entries = analysis.references.entries
    return [
        TextSpan(entries[index].start, entries[index].end)
        for citation in analysis.citations.naming(claim.sentence)
        for index in citation.references
        if index < len(entries)
    ]


def _described(analysis: Analysis, claim: Claim) -> Iterator[TextSpan]:
    """The sources that the sentence names in brackets with their design: "(Odell 2021, a survey)"."""
    text, end = analysis.text, claim.sentence.end
    for citation in analysis.citations.naming(claim.sentence):
        opening = text.rfind("(", claim.sentence.start, citation.start + 1)
        closing = text.find(")", citation.end - 1, end)
        if claim.end <= opening < closing and ")" not in text[opening : citation.start]:
            source = TextSpan(opening + 1, closing)
            if design_of(*source, analysis.hits):
                yield source
