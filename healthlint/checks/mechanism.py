"""Finds benefits that are concluded from what a remedy does in the body's chemistry."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.claims.promises import is_helpful
from healthlint.checks import LexiconName
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """The words for what goes on in the body."""

    mechanisms: LexiconName


WORDS: tuple[str, ...] = ("outcome",)
VARIANTS: tuple[str, ...] = ()

_REMEDIES = ("nutrient", "food", "behaviour", "exposure", "drug", "intervention")
_MECHANICAL = (
    "swelling",
    "chronic inflammation",
    "immunity",
    "quality of life",
)  # to fight inflammation is a mechanism


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, at a benefit whose mechanism stands before it there or in the sentence before."""
    told: set[Sentence] = set()
    for claim in analysis.claims:
        if claim.sentence in told or not _is_benefit(analysis, claim):
            continue
        mechanism = _mechanism(analysis, claim, params.mechanisms)
        if mechanism is None or analysis.citations.covering(claim.sentence):
            continue
        told.add(claim.sentence)
        assert claim.outcome is not None
        words = analysis.text[claim.outcome.start : claim.outcome.end]
        related = (Related("evidence", TextSpan(mechanism.start, mechanism.end)),)
        yield Finding(TextSpan(*claim.whole), {"outcome": words}, related)


def _is_benefit(analysis: Analysis, claim: Claim) -> bool:
    """Whether a claim of the body says that a remedy eases or prevents an illness, which medicine has not settled."""
    if claim.strength != "causal" or not is_helpful(claim) or claim.attribution:
        return False
    if claim.exposure is None or claim.outcome is None or claim.exposure.type not in _REMEDIES:
        return False
    if claim.outcome.key in _MECHANICAL or claim.outcome.type not in ("condition", "symptom"):
        return False
    if analysis.zones[claim.sentence.block] != "body":
        return False
    return not analysis.evidence.is_known(claim)


def _mechanism(analysis: Analysis, claim: Claim, mechanisms: LexiconName) -> Hit | None:
    """The nearest mechanism before a claim that is no part of it: "anti-inflammatory drugs ease pain" has none."""
    previous = analysis.sentences.next_to(claim.sentence, -1)
    start = previous.start if previous else claim.sentence.start
    hits = [
        hit
        for hit in analysis.hits.within(mechanisms, start, claim.start)
        if not analysis.hits.folded.startswith(_DRUGS, hit.end + 1)
    ]
    return hits[-1] if hits and not claim.whole[0] <= hits[-1].start < claim.whole[1] else None


_DRUGS = ("drug", "medic", "treatment", "therap", "agent")
