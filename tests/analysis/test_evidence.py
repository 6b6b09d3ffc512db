"""The ledger: what an article says about the evidence for its pairs."""

from __future__ import annotations

from datetime import date

import pytest

from healthlint.analysis import Analysis
from healthlint.model.context import Knowledge, Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_rules().knowledge


def analyse(text: str, knowledge: Knowledge) -> Analysis:
    return Analysis(read(text.encode(), "a.md"), knowledge, Policy(today=date(2026, 1, 15)))


def weakening(text: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    """The kind and the words of what weakens the first causal claim."""
    analysis = analyse(text, knowledge)
    claim = next(claim for claim in analysis.claims if claim.strength == "causal")
    return [(entry.kind, analysis.text[entry.start : entry.end]) for entry in analysis.evidence.weakening(claim)]


def test_an_association_weakens_a_cause_wherever_it_stands(knowledge: Knowledge) -> None:
    text = "Low zinc causes eczema.\n\nIn one survey, low zinc was linked to eczema."
    assert weakening(text, knowledge) == [("association", "In one survey, low zinc was linked to eczema.")]


def test_an_unknown_cause_weakens_every_cause_of_the_same_condition(knowledge: Knowledge) -> None:
    text = "The exact cause of eczema is still unknown. Low zinc causes eczema."
    assert weakening(text, knowledge) == [("unknown", "The exact cause of eczema is still unknown.")]


def test_evidence_on_another_condition_weakens_nothing(knowledge: Knowledge) -> None:
    assert weakening("Low zinc causes eczema. Low zinc was linked to hay fever.", knowledge) == []


def test_uncertainty_about_a_pair_is_kept(knowledge: Knowledge) -> None:
    text = "Low zinc causes eczema. More research is needed on zinc and eczema."
    assert [kind for kind, _ in weakening(text, knowledge)] == ["uncertain"]


def test_a_settled_pair_may_be_stated(knowledge: Knowledge) -> None:
    analysis = analyse("Smoking causes lung cancer.", knowledge)
    assert analysis.evidence.ceiling(analysis.claims[0])[:2] == ("causal", "established")


def test_a_pair_settled_at_can_does_not_carry_cause(knowledge: Knowledge) -> None:
    analysis = analyse("Aspirin causes anaphylaxis.", knowledge)
    (claim,) = analysis.claims
    assert not analysis.evidence.is_established(claim) or analysis.evidence.ceiling(claim).level == "causal"


def test_the_pair_of_a_deficiency_is_not_the_pair_of_its_remedy(knowledge: Knowledge) -> None:
    analysis = analyse("Vitamin C supplements cause scurvy. Vitamin C deficiency causes scurvy.", knowledge)
    first, second = analysis.claims
    assert (analysis.evidence.is_established(first), analysis.evidence.is_established(second)) == (False, True)


def test_without_any_evidence_a_pair_carries_may(knowledge: Knowledge) -> None:
    analysis = analyse("Late dinners cause eczema.", knowledge)
    assert analysis.evidence.ceiling(analysis.claims[0])[:2] == ("conditional", "no evidence given")
