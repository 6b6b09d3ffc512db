"""Words that a careful article does not use."""

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


def reworded(code: str, text: str) -> str:
    """The text with the first offer of each finding taken."""
    ruleset = load_rules()
    rule = ruleset.find(code)
    assert rule is not None
    found = lint(read(text.encode(), "a.md"), ruleset._replace(rules=(rule,)), Policy(date(2026, 1, 15))).diagnostics
    for edit in sorted((each.fixes[0].edits[0] for each in found), key=lambda edit: -edit.start.offset):
        text = text[: edit.start.offset] + edit.text + text[edit.end.offset :]
    return text


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("A person with depression who commits suicide.", "A person with depression who dies by suicide."),
        ("Two of the patients committed suicide.", "Two of the patients died by suicide."),
        ("Help those at risk of committing suicide.", "Help those at risk of dying by suicide."),
        ("Failed suicide attempts leave scars.", "Suicide attempts leave scars."),
        ("She survived an unsuccessful suicide attempt.", "She survived a suicide attempt."),
    ],
)
def test_better_words_have_the_form_and_the_capitals_of_the_old_ones(text: str, better: str) -> None:
    assert reworded("HL804", text) == better


@pytest.mark.parametrize(
    "text",
    [
        "Some sellers praise the drops as 'a miracle for knees' on their pages.",
        'A neighbour called the drops "a miracle" for her knees.',
        "“The drops were a miracle for my knees.",
        "> The drops were a miracle for my knees.",
    ],
)
def test_the_words_of_others_are_left_alone(findings: Findings, text: str) -> None:
    assert findings("HL805", text) == []


def test_what_is_said_after_a_quotation_is_the_articles_own(findings: Findings) -> None:
    text = "She said “it helped my knees”. The drops are a miracle."
    assert findings("HL805", text) == ["miracle"]


def test_an_apostrophe_opens_no_quotation(findings: Findings) -> None:
    text = "Your knees' joints need rest, but these drops are a miracle for runners' knees."
    assert findings("HL805", text) == ["miracle"]


def test_a_name_is_left_alone(findings: Findings) -> None:
    assert findings("HL805", "She runs the Breakthrough Foundation for sore knees and hips.") == []


def test_the_title_of_another_page_is_left_alone(findings: Findings) -> None:
    text = "See also [Ten miracle foods for tired knees](https://example.org/ten) for sore knees."
    assert findings("HL805", text) == []


def test_capitals_of_a_heading_make_no_name(findings: Findings) -> None:
    assert findings("HL805", "# A Small Miracle for Sore Knees") == ["Miracle"]


def test_praise_of_what_is_no_matter_of_health_is_left_alone(findings: Findings) -> None:
    assert findings("HL805", "The view from the tower is amazing.", severity="info") == []


@pytest.mark.parametrize(
    "text",
    ["The drops are no miracle for sore knees.", "Are the drops a miracle for sore knees?"],
)
def test_a_promise_that_is_denied_or_asked_about_is_none(findings: Findings, text: str) -> None:
    assert findings("HL805", text) == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("He was an addict and took heroin.", "He was a person with an addiction and took heroin."),
        ("Recovering addicts need their methadone.", "People in recovery need their methadone."),
        ("Tremor is common in alcoholics.", "Tremor is common in people with alcohol use disorder."),
    ],
)
def test_people_are_named_first_in_their_number(text: str, better: str) -> None:
    assert reworded("HL803", text) == better


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("She suffers from migraine.", "She has migraine."),
        ("People suffering from migraine like dark rooms.", "People living with migraine like dark rooms."),
        ("He suffered from asthma as a boy.", "He had asthma as a boy."),
        ("Many stroke victims learn to walk again.", "Many people who have had a stroke learn to walk again."),
    ],
)
def test_a_condition_is_had_in_the_tense_of_the_sentence(text: str, better: str) -> None:
    assert reworded("HL802", text) == better


def test_a_longer_phrase_counts_before_a_shorter_one(findings: Findings) -> None:
    assert findings("HL801", "Metformin helps type 2 diabetics with obesity.", severity="info") == ["type 2 diabetics"]


def test_animals_are_males_and_females(findings: Findings) -> None:
    assert findings("HL807", "Among the mice, migraine was commoner in females.", severity="info") == []


def test_a_quotation_that_answers_its_heading_is_the_articles_own_voice(findings: Findings) -> None:
    answer = "> Turmeric is a miracle for sore knees.\n"
    assert findings("HL805", f"# Knees\n\n## What helps?\n\n{answer}", article="advice") == ["miracle"]
    assert findings("HL805", f"# Knees\n\n## What helps\n\n{answer}", article="advice") == []
    assert findings("HL805", f"# Knees\n\n## What helps?\n\nShe said:\n\n{answer}", article="advice") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("No exercise or diet can undo a bad night.", "No exercise or diet can undo"),
        ("Rest first, since nothing can make up for lost sleep.", "nothing can make up for"),
        ("Say goodbye to your migraine.", "Say goodbye to"),
        ("The patch brings instant relief.", "instant relief"),
    ],
)
def test_promises_without_limits_are_hype(findings: Findings, text: str, found: str) -> None:
    assert findings("HL805", f"# Pain\n\n{text}\n", severity="warning", article="advice") == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Exercise can undo some of the harm of a bad night.",
        "A headache that can beat any other needs a doctor.",
        "Do not expect instant relief.",
        "See <https://example.org/a-breakthrough-for-knees>.",
        "See example.org/news/a-breakthrough-for-knees for more on the knees.",
    ],
)
def test_words_of_hype_that_promise_nothing_are_silent(findings: Findings, text: str) -> None:
    assert findings("HL805", f"# Pain\n\n{text}\n", article="advice") == []
