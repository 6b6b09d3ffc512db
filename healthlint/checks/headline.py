"""Finds headings that promise more than the text below them says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.news import is_finding_out, is_practice
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim, Term


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
        if weaker is None or weaker.exposure is None:
            return None
    elif weaker is None and _is_backed(analysis, claim):
        return None
    related = (Related("evidence", TextSpan(weaker.sentence.start, weaker.sentence.end)),) if weaker else ()
    return Finding(span, {}, related, (), "hedged" if weaker else "bare")


def _promises(analysis: Analysis, claim: Claim) -> bool:
    """Whether a heading asserts as fact what medicine has not settled."""
    if claim.strength != "causal" or claim.modal or claim.exposure is None or not _acts(analysis, claim.exposure):
        return False
    if claim.outcome is None or not _is_of_health(analysis, claim.outcome):
        return False
    if any(analysis.hits.any_within(words, claim.sentence.start, claim.sentence.end) for words in _HONEST):
        return False
    if is_finding_out(claim) or claim.relation == "depend on":
        return False
    return not analysis.evidence.is_established(claim)


def _is_backed(analysis: Analysis, claim: Claim) -> bool:
    """Whether trials or guidelines stand behind a heading; a report without sections may tell of what a clinic did."""
    if analysis.evidence.supports(claim):
        return True
    blocks = analysis.document.blocks
    if any(blocks[index].kind == "heading" for index in range(claim.sentence.block + 1, len(blocks))):
        return False
    if analysis.evidence.was_tried(claim):
        return True
    entry = claim.exposure.entry if claim.exposure else None
    return entry is not None and entry.notes.get("practice") == "clinical"


def _acts(analysis: Analysis, exposure: Term) -> bool:
    """Whether something is tried or done: also what is done to an illness, as in "treating gum disease eases …"."""
    return exposure.type in _ACTORS or analysis.hits.folded.endswith(_TREATING, 0, exposure.start)


def _is_of_health(analysis: Analysis, outcome: Term) -> bool:
    """Whether an outcome matters to readers; what happens to an organ does where it happened in animals."""
    if outcome.type == "anatomy":
        return analysis.article.kind == "news" and analysis.evidence.reported.design == "animal"
    return outcome.type in ("condition", "symptom") or outcome.key in _FATES


class _Weaker:
    """The places of the body that say of a pair less than that it is cause and effect."""

    def __init__(self, analysis: Analysis) -> None:
        self._terms = analysis.terms
        self._by_outcome: dict[str, list[Claim]] = {}
        self._found: dict[tuple[str, str], Claim | None] = {}
        for claim in analysis.claims:
            if claim.outcome is None or claim.strength == "causal":
                continue
            if analysis.document.blocks[claim.sentence.block].kind != "heading":
                self._by_outcome.setdefault(claim.outcome.key, []).append(claim)

    def than(self, claim: Claim) -> Claim | None:
        """The place that says of the pair of a claim the least: of equal ones the first."""
        assert claim.outcome is not None
        assert claim.exposure is not None
        pair = claim.exposure.key, claim.outcome.key
        if pair not in self._found:  # an article may promise the same in many headings
            said = [each for each in self._by_outcome.get(claim.outcome.key, ()) if self._is_of_same(each, claim)]
            self._found[pair] = min(said, key=lambda each: each.strength != "correlational", default=None)
        return self._found[pair]

    def _is_of_same(self, each: Claim, claim: Claim) -> bool:
        """Whether a claim of the body is about what acts in the heading, or names it in its sentence."""
        assert claim.exposure is not None
        key = claim.exposure.key
        if key in _WIDE or (each.exposure is not None and each.exposure.key == key):
            return True
        if each.exposure is not None:
            return False
        return any(term.key == key for term in self._terms.within(each.sentence.start, each.sentence.end))


_TREATING = ("treating ", "treatment of ")
_FATES = ("life", "lives", "outcome", "survival", "hospitalization", "readmission")
_WIDE = ("vitamin", "deficiency", "diet", "food", "treatment")
