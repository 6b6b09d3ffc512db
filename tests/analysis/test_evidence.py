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


def reported(text: str, knowledge: Knowledge) -> tuple[str, str]:
    """The design of the study that an article tells of, and the words that tell it."""
    analysis = analyse(text, knowledge)
    study = analysis.evidence.reported
    return study.design, analysis.text[study.start : study.end]


def test_a_story_tells_of_the_study_that_it_describes(knowledge: Knowledge) -> None:
    told = "They surveyed 900 adults."
    assert reported(f"Almonds were tested. {told}", knowledge) == ("observational", told)


def test_trials_that_were_held_before_or_are_wanted_are_not_the_study_of_a_story(knowledge: Knowledge) -> None:
    text = "They surveyed 900 adults. A randomized trial is needed. Earlier trials were small."
    assert reported(text, knowledge)[0] == "observational"


def test_what_was_done_tells_more_of_a_study_than_what_came_out_beside(knowledge: Knowledge) -> None:
    done = "The study followed 900 adults from two towns."
    text = f"Almonds help, a survey found.\n\n{done}\n\nThose with the lowest levels of zinc slept worst."
    assert reported(text, knowledge) == ("observational", done)


def test_people_who_are_assigned_to_something_are_in_a_trial(knowledge: Knowledge) -> None:
    assert reported("They asked about their sleep. Half of them were assigned to almonds.", knowledge)[0] == "trial"


def test_a_cause_is_no_because(knowledge: Knowledge) -> None:
    text = "Low zinc causes eczema. It is little used because its value in eczema is unknown."
    assert weakening(text, knowledge) == []


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("Antivirals shorten influenza.", True),
        ("Antivirals cause influenza.", False),
        ("Antivirals are effective for influenza.", True),
        ("Botox prevents migraine.", True),
        ("Colchicine prevents migraine.", False),  # in one row of the lexicon with botox
    ],
)
def test_a_class_may_settle_one_direction_and_one_name_of_a_row(text: str, settled: bool, knowledge: Knowledge) -> None:
    analysis = analyse(text, knowledge)
    assert [analysis.evidence.is_established(claim) for claim in analysis.claims] == [settled]
