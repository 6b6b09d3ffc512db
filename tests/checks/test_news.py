"""What the causal rules leave alone in news stories, and what not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

TRIAL = "\n\nThe team had randomly assigned 300 adults to zinc or to sugar pills."
SURVEY = "\n\nThe team surveyed 2,300 adults about their snacks."


@pytest.mark.parametrize(
    "said",
    [
        "Late dinners cause eczema, said Ana Odell of the Marlow Institute.",
        "According to Ana Odell, late dinners cause eczema.",
        "In mice, late dinners cause eczema.",
    ],
)
def test_what_people_say_and_what_a_named_kind_of_study_saw_is_only_passed_on(said: str, findings: Findings) -> None:
    assert findings("HL202", said, article="news") == []


def test_a_story_that_speaks_for_itself_needs_a_source(findings: Findings) -> None:
    assert findings("HL202", "Late dinners cause eczema.", article="news") == ["Late dinners cause eczema"]


def test_a_headline_over_a_trial_is_the_news(findings: Findings) -> None:
    assert findings("HL204", "# Zinc Eases Hay Fever\n\nZinc may ease hay fever." + TRIAL, article="news") == []


def test_a_headline_over_a_survey_says_too_much(findings: Findings) -> None:
    text = "# Almonds Ease Hay Fever\n\nThose who ate almonds did best."
    assert findings("HL204", text + SURVEY, article="news") == ["Almonds Ease Hay Fever"]


def test_a_headline_on_a_drug_with_no_word_on_the_study_is_left_alone(findings: Findings) -> None:
    assert findings("HL204", "# New Pill Treats Eczema\n\nThe pill may ease eczema.", article="news") == []


@pytest.mark.parametrize("heading", ["Zinc Eases Colds in Mice", "Zinc May Boost Immunity to Fight Colds"])
def test_a_headline_that_names_its_limits_promises_nothing(heading: str, findings: Findings) -> None:
    assert findings("HL204", f"# {heading}\n\nZinc may fight colds." + SURVEY, article="news") == []


def test_a_test_that_finds_a_risk_does_not_raise_it(findings: Findings) -> None:
    text = "# Blood Test Detects Elevated Risk of Eczema\n\nA blood test may detect eczema."
    assert findings("HL204", text, article="advice") == []


def test_the_dateline_is_no_part_of_a_claim(findings: Findings) -> None:
    text = "TOLEDO, March 3, 2019 (HealthWire) -- Late dinners cause eczema."
    assert findings("HL202", text, article="news") == ["Late dinners cause eczema"]


def test_a_story_may_promise_what_drugs_and_clinics_do(findings: Findings) -> None:
    assert findings("HL205", "Acupuncture eases eczema. Surgery eases eczema.", article="news") == [
        "Acupuncture eases eczema"
    ]


def test_what_a_topic_is_called_promises_nothing(findings: Findings) -> None:
    assert findings("HL205", "B vitamins and their role in easing migraine.") == []


def test_a_headline_on_people_who_were_compared_says_too_much(findings: Findings) -> None:
    text = "# Barley Tea Cuts Risk of Eczema\n\nThose who drank the most had less eczema, Odell said in a news release."
    assert findings("HL204", text, article="news") == ["Barley Tea Cuts Risk of Eczema"]


def test_a_headline_on_lives_saved_over_a_survey_says_too_much(findings: Findings) -> None:
    text = "# Mammograms Save Lives, Study Says\n\nThe epidemiological study looked at 900 women, Odell said."
    assert findings("HL204", text, article="news") == ["Mammograms Save Lives, Study Says"]


def test_a_headline_over_a_feeding_study_is_the_news(findings: Findings) -> None:
    text = "# A Pear a Day Eases Eczema\n\nEveryone spent five weeks on each diet, and had less eczema with pears."
    assert findings("HL204", text, article="news") == []


def test_a_model_is_no_survey(findings: Findings) -> None:
    text = "# Biopsy Saves Lives\n\nA simulation model followed a cohort. The mathematical model showed benefits."
    assert findings("HL204", text, article="news") == []


def test_a_report_without_sections_may_name_its_trial_in_the_heading(findings: Findings) -> None:
    text = "# Melatonin Eases Migraine\n\nFifty people took melatonin or a placebo for a month, and some had less pain."
    assert findings("HL204", text) == []


@pytest.mark.parametrize(
    "told",
    [
        "Earlier studies have found that pears ease eczema.",
        "A cream with pear extract eases eczema. It was softer in 54 women, says Ada Odell, who tried it.",
        "The cream, approved by the FDA last year, eases eczema.",
    ],
)
def test_what_has_its_source_beside_it_is_only_passed_on(told: str, findings: Findings) -> None:
    assert findings("HL205", told, article="news") == []


def test_trials_in_general_are_not_the_one_of_the_story(findings: Findings) -> None:
    text = "# Zinc Eases Eczema\n\nThe retrospective study looked at 900 people. Clinical trials come next, Odell said."
    assert findings("HL204", text, article="news") == ["Zinc Eases Eczema"]


def test_what_is_done_to_an_illness_acts(findings: Findings) -> None:
    text = "# Treating Gum Disease Eases Eczema\n\nThe retrospective study looked at 900 people, Odell said."
    assert findings("HL204", text, article="news") == ["Treating Gum Disease Eases Eczema"]
