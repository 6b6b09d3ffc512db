"""Causal claims held against the article's own evidence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from healthlint.engine.lint import lint
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

SURVEY = " In one survey, low zinc was linked to eczema."


def test_a_contradicted_cause_points_at_the_evidence() -> None:
    ruleset = load_rules()
    text = "# Zinc\n\nLow zinc causes eczema." + SURVEY
    result = lint(read(text.encode(), "a.md"), ruleset, Policy(date(2026, 1, 15)))
    (found,) = [each for each in result.diagnostics if each.code == "HL201"]
    (related,) = found.related
    assert related.role == "evidence"
    assert text[related.location.start.offset : related.location.end.offset] == SURVEY.strip()


@pytest.mark.parametrize(
    ("claim", "better"),
    [
        ("Low zinc causes eczema", "is associated with"),
        ("Low levels of zinc cause eczema", "are associated with"),
        ("Low zinc caused eczema", "was associated with"),
        ("Low zinc increases the risk of eczema", "is associated with a higher risk of"),
    ],
)
def test_the_suggested_words_agree_with_the_subject(claim: str, better: str) -> None:
    result = lint(read(f"{claim}.{SURVEY}".encode(), "a.md"), load_rules(), Policy(date(2026, 1, 15)))
    (found,) = [each for each in result.diagnostics if each.code == "HL201"]
    (fix,) = found.fixes
    assert [edit.text for edit in fix.edits] == [better]
    assert not fix.safe


def test_a_contradicted_claim_is_told_once(findings: Findings) -> None:
    ruleset = load_rules()
    text = "Low zinc causes eczema." + SURVEY
    result = lint(read(text.encode(), "a.md"), ruleset, Policy(date(2026, 1, 15)))
    assert [each.code for each in result.diagnostics if each.topic == "causality"] == ["HL201"]


def test_a_quoted_cause_is_only_noted(findings: Findings) -> None:
    text = "“Low zinc causes eczema in every second child,” says Dr. Ines Okafor." + SURVEY
    assert findings("HL201", text, severity="error") == []


def test_what_a_condition_does_to_the_patient_is_no_finding(findings: Findings) -> None:
    assert findings("HL202", "Restless legs syndrome leads to fatigue.") == []


def test_what_germs_do_is_no_finding(findings: Findings) -> None:
    assert findings("HL202", "These bacteria cause pneumonia.") == []


def test_an_unsourced_cause_is_found_in_every_format(findings: Findings) -> None:
    for path, text in (("a.md", "{}"), ("a.txt", "{}"), ("a.html", "<p>{}</p>")):
        found = findings("HL202", text.format("Late dinners cause eczema in many towns."), path)
        assert found == ["Late dinners cause eczema"]


def test_three_promises_of_one_list_are_one_finding(findings: Findings) -> None:
    items = "- Zinc eases hay fever.\n- Magnesium eases migraine.\n- Turmeric eases joint pain.\n"
    assert findings("HL205", items) == ["Zinc eases hay fever"]


def test_two_promises_of_one_list_are_two_findings(findings: Findings) -> None:
    items = "- Zinc eases hay fever.\n- Magnesium eases migraine.\n"
    assert findings("HL205", items) == ["Zinc eases hay fever", "Magnesium eases migraine"]


def test_a_heading_that_asks_promises_nothing(findings: Findings) -> None:
    assert findings("HL204", "# Does Turmeric Relieve Joint Pain?\n\nTurmeric may relieve joint pain.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Blocks the sperm on its way.",
        "Some mothers believe that zinc relieves migraine.",
        "Myth: Zinc relieves migraine.",
        "Possibly because zinc relieves migraine, they slept.",
        "Zinc relieves migraine, but the evidence is inconclusive.",
        "Eat zinc to relieve migraine.",
        "Take a walk while reducing fatigue.",
        "In a placebo-controlled trial, zinc relieved migraine.",
        "Bariatric surgery shrinks the stomach.",
        "The heat of the bath relaxes the muscle.",
        "Hand washing kills germs.",
        "The pump cleans the water and extends its life.",
        "Marlow, J. (2012) Zinc relieves migraine.",
        "Yoga prevents recovery.",
        "Exercise maintains the disorder.",
        "It treats migraine as a weakness.",
        "Chronic stress works by boosting inflammation.",
    ],
)
def test_no_promise_is_made(findings: Findings, text: str) -> None:
    assert findings("HL205", text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("**Magnesium:** shown to ease migraine.", "shown to ease migraine"),
        ("Magnesium is a powerful ally in reducing migraine.", "Magnesium is a powerful ally in reducing migraine"),
        ("Probiotics, which are cheap, help heal the gut.", "Probiotics, which are cheap, help heal the gut"),
        ("It is easy on the stomach. It eases bloating.", "It eases bloating"),
    ],
)
def test_a_promise_is_found_however_it_is_put(findings: Findings, text: str, claim: str) -> None:
    assert findings("HL205", text) == [claim]


def test_a_good_thing_that_is_lost_is_a_cause_and_no_promise(findings: Findings) -> None:
    assert findings("HL202", "Social media diminishes motivation.") == ["Social media diminishes motivation"]
    assert findings("HL205", "Social media diminishes motivation.") == []


def test_a_clause_of_its_own_is_no_part_of_a_claim(findings: Findings) -> None:
    text = "The iron in the blood increases the stores, and iron is essential for brain health."
    assert findings("HL202", text) == []


def test_people_carry_a_risk_and_transmit_nothing(findings: Findings) -> None:
    text = "People with much calcium carry an early death risk. Calcium was linked to death."
    assert findings("HL201", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Donepezil provides a benefit for cognition in dementia.",
        "The contraceptive pill improves acne.",
        "Prolonged activity increases the risk of hypoglycemia.",
        "CPR improves survival.",
        "Caffeine reduces sleep quality.",
    ],
)
def test_settled_medicine_may_be_stated(text: str, findings: Findings) -> None:
    assert findings("HL202", text) == findings("HL205", text) == []


def test_the_line_that_names_a_study_comes_first(findings: Findings) -> None:
    text = "Low zinc causes eczema. Low zinc is linked to eczema. In a cohort study, low zinc was linked to eczema."
    result = lint(read(text.encode(), "a.md"), load_rules(), Policy(date(2026, 1, 15)))
    (found,) = [each for each in result.diagnostics if each.code == "HL201"]
    first = found.related[0].location
    assert text[first.start.offset : first.end.offset].startswith("In a cohort study")


def test_how_something_works_may_be_told_with_care(findings: Findings) -> None:
    text = "How ginger eases migraine may have to do with its warmth."
    assert findings("HL205", text) == []


def test_what_one_paragraph_promises_of_one_thing_is_one_finding(findings: Findings) -> None:
    text = "Turmeric eases migraine. It works wonders, and turmeric relieves joint pain. Magnesium eases hay fever."
    assert findings("HL205", text) == ["Turmeric eases migraine", "Magnesium eases hay fever"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Resistance training lifts mood.", False),
        ("Walking eases fatigue.", False),
        ("Walking dramatically eases fatigue.", True),
        ("Walking reverses dementia.", True),
        ("Turmeric eases fatigue.", True),
    ],
)
def test_usual_care_may_be_promised_soberly(text: str, told: bool, findings: Findings) -> None:
    assert bool(findings("HL205", text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Discover how turmeric eases migraine.",
        "This guide collects teas that ease migraine.",
        "For a week I drank peppermint tea, which eased the migraine.",
        "The clinic offers plasma, a method that uses turmeric to ease migraine.",
        "While turmeric can ease migraine, it is no cure.",
        "Turmeric eases migraine. A randomised trial in 300 adults showed as much.",
        "- [Turmeric eases migraine](#turmeric)",
        "For the head it may help with:\n\n- Turmeric eases migraine",
    ],
)
def test_what_is_announced_hedged_around_or_sourced_beside_is_no_promise(text: str, findings: Findings) -> None:
    assert findings("HL205", text) == []


def test_the_other_cells_of_a_row_tell_of_its_first(findings: Findings) -> None:
    table = "| Remedy | Effect |\n|---|---|\n| {} | Eases itching |\n"
    assert findings("HL205", table.format("Antihistamines")) == []
    assert findings("HL205", table.format("Turmeric")) == ["Eases itching"]
