"""Finds headings that promise more than the text below them says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.news import is_finding_out, is_practice
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim


class Params(NamedTuple):
    """Nothing to set."""


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("hedged", "bare", "observational", "animal")

_HONEST = ("hedges.modals", "study-designs")  # "Massage May Boost Immunity to Combat Colds", "Zinc Eases Colds in Mice"
_ACTORS = ("nutrient", "food", "behaviour", "exposure", "drug", "intervention")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a heading: `hedged` where the text speaks of the same pair with a reservation."""
    told = set()
    weaker = _Weaker(analysis)
    for claim in analysis.claims:
        block = claim.sentence.block
        if block in told or analysis.document.blocks[block].kind != "heading" or analysis.zones[block] == "chrome":
            continue
        if not _promises(analysis, claim):
            continue
        told.add(block)
        if finding := _judge(analysis, claim, weaker.than(claim)):
            yield finding


def _judge(analysis: Analysis, claim: Claim, weaker: Claim | None) -> Finding | None:
    """The finding on the heading of a claim, if the text below does not carry it."""
    span = analysis.document.blocks[claim.sentence.block].span
    if analysis.article.kind == "news":
        study = analysis.evidence.reported
        if study.design == "trial" or (not study.design and is_practice(claim)):
            return None  # the news is what a trial found
        if study.design:
            told = Related("evidence", TextSpan(study.start, study.end), "study")
            return Finding(span, {}, (told,), (), study.design)
    if weaker is None and (analysis.article.kind == "news" or analysis.evidence.supports(claim)):
        return None
    related = (Related("evidence", TextSpan(weaker.sentence.start, weaker.sentence.end)),) if weaker else ()
    return Finding(span, {}, related, (), "hedged" if weaker else "bare")


def _promises(analysis: Analysis, claim: Claim) -> bool:
    """Whether a heading asserts as fact what medicine has not settled."""
    if claim.strength != "causal" or claim.modal or claim.exposure is None or claim.exposure.type not in _ACTORS:
        return False
    if claim.outcome is None or claim.outcome.type not in ("condition", "symptom"):
        return False
    if any(analysis.hits.any_within(words, claim.sentence.start, claim.sentence.end) for words in _HONEST):
        return False
    if is_finding_out(claim) or claim.relation == "depend on":
        return False
    return not analysis.evidence.is_established(claim)


class _Weaker:
    """The first places of the body that say of each pair less than that it is cause and effect."""

    def __init__(self, analysis: Analysis) -> None:
        self._first: dict[tuple[str, str], Claim] = {}  # by exposure, or none for any, and outcome
        for claim in analysis.claims:
            if claim.exposure is None or claim.outcome is None or claim.strength == "causal":
                continue
            if analysis.document.blocks[claim.sentence.block].kind != "heading":
                self._first.setdefault((claim.exposure.key, claim.outcome.key), claim)
                self._first.setdefault(("", claim.outcome.key), claim)

    def than(self, claim: Claim) -> Claim | None:
        """The first place that says less of the pair of a claim."""
        assert claim.exposure is not None
        assert claim.outcome is not None
        exposure = "" if claim.exposure.key in _WIDE else claim.exposure.key
        return self._first.get((exposure, claim.outcome.key))


_WIDE = ("vitamin", "deficiency", "diet", "food", "treatment")
