"""What calls for a warning that the article does not give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

BODY = "# Night cramps\n\nCramps wake many people. Stretch before bed.\n"


def article(*parts: str) -> str:
    """A page of advice with further blocks."""
    return "\n\n".join([BODY, *parts])


@pytest.mark.parametrize(
    "said",
    [
        "A pharmacist should hear of it before you start.",
        "Before adding any supplement, your midwife is the one to ask.",
        "Too much zinc robs the body of copper.",
    ],
)
def test_a_caution_counts_in_any_words_and_anywhere(findings: Findings, said: str) -> None:
    advice = "Take zinc with the evening meal."
    assert findings("HL403", article("## Zinc", advice), article="advice") == ["Take zinc"]
    assert findings("HL403", article("## Zinc", advice, "## Last words", said), article="advice") == []


def test_a_visit_to_the_doctor_guards_the_supplements_of_its_section(findings: Findings) -> None:
    advice, visit = "Valerian may help.", "Talk to your doctor."
    assert findings("HL403", article("## Herbs", advice, visit), article="advice") == []
    assert findings("HL403", article("## Herbs", advice, "## Falls", "Rest. " * 4, visit), article="advice") == [
        "Valerian may help"
    ]


def test_an_element_of_the_template_stands_for_the_caution(findings: Findings) -> None:
    page = article("Valerian may help.", "<SupplementNotice />")
    assert findings("HL403", page, path="a.mdx", article="advice") == []


def test_neither_questions_nor_headings_give_advice(findings: Findings) -> None:
    page = article("## Valerian can help", "Should you take valerian?")
    assert findings("HL403", page, article="advice") == []


def test_words_that_stand_far_apart_are_no_advice(findings: Findings) -> None:
    page = article(f"Take a walk, {'and walk on, ' * 8} says she who sells valerian.")
    assert findings("HL403", page, article="advice") == []


@pytest.mark.parametrize(
    "said",
    [
        "Never stop a tablet from one day to the next.",
        "Keep taking yours until your doctor has seen you.",
        "If you think that a tablet is to blame, a pharmacist is a good person to ask.",
        "Stopping abruptly can be dangerous.",
    ],
)
def test_a_word_on_keeping_a_medicine_counts_anywhere(findings: Findings, said: str) -> None:
    blame = "Antidepressants can cause cramps."
    assert findings("HL405", article(blame), article="advice") == ["Antidepressants can cause cramps"]
    assert findings("HL405", article(blame, "## Last words", said), article="advice") == []


def test_medicines_that_help_call_for_no_warning(findings: Findings) -> None:
    assert (
        findings("HL405", article("Diuretics can lower blood pressure and improve swelling."), article="advice") == []
    )


def test_further_places_are_named_with_the_first(findings: Findings) -> None:
    page = article("Antidepressants can cause cramps.", "Statins may cause cramps too.")
    assert findings("HL405", page, article="advice") == ["Antidepressants can cause cramps"]


@pytest.mark.parametrize(
    "help_", ["Text HOME to 741741.", "Ring the Samaritans.", "[Talk](https://988.ca/) to somebody."]
)
def test_a_line_counts_by_number_name_or_link(findings: Findings, help_: str) -> None:
    risk = "Pain that lasts can lead to suicidal thoughts."
    assert findings("HL407", article(risk), severity="error", article="advice") == ["suicidal"]
    assert findings("HL407", article(risk, help_), severity="error", article="advice") == []


def test_a_line_of_another_region_is_told_as_such(findings: Findings) -> None:
    page = article("Pain that lasts can lead to suicidal thoughts.", "Call 13 11 14.")
    assert findings("HL407", page, severity="info", article="advice", region="uk") == ["suicidal"]
    assert findings("HL407", page, article="advice", region="au") == []


def test_one_mention_in_the_news_is_no_error(findings: Findings) -> None:
    mention = "The drug was linked to suicidal thoughts."
    assert findings("HL407", article(mention), severity="warning", article="news") == ["suicidal"]
    assert findings("HL407", article(mention, "She survived a suicide attempt."), severity="error", article="news") == [
        "suicidal"
    ]


@pytest.mark.parametrize(
    "said", ["Dial 112.", "Go to the nearest hospital.", "Get help at once.", "That is a medical emergency."]
)
def test_a_call_for_help_counts_in_any_words(findings: Findings, said: str) -> None:
    sign = "You may feel chest pain on some nights."
    assert findings("HL406", article(sign), article="advice") == ["You may feel chest pain"]
    assert findings("HL406", article(sign, said), article="advice") == []


def test_signs_in_statistics_need_no_call_for_help(findings: Findings) -> None:
    page = article("If you have chest pain, the risk of a second one is small, a study found.")
    assert findings("HL406", page, article="advice") == []


def test_a_caution_for_pregnancy_counts_in_any_words(findings: Findings) -> None:
    advice = "During pregnancy many have cramps. Take magnesium at night."
    assert findings("HL408", article(advice), article="advice") == ["Take magnesium"]
    assert (
        findings(
            "HL408", article(advice, "An obstetrician should know, since pregnant women differ: ask your midwife.")
        )
        == []
    )


AMERICAN = (
    "*Not evaluated by the Food and Drug Administration. Not intended to diagnose, treat, cure, or prevent any disease."
)


@pytest.mark.parametrize(
    ("region", "statement"),
    [
        ("us", AMERICAN),
        ("uk", "Do not exceed the stated daily dose."),
        ("eu", "Supplements are no substitute for a varied diet."),
        ("au", "Always read the label."),
    ],
)
def test_a_seller_owes_the_statement_of_the_readers_region(findings: Findings, region: str, statement: str) -> None:
    page = article("CalfEase supports healthy legs. Add to cart.")
    other = "Always read the label." if region != "au" else AMERICAN
    assert findings("HL404", page, article="advice", region=region) == ["supports healthy legs"]
    assert findings("HL404", f"{page}\n\n{other}", article="advice", region=region) == ["supports healthy legs"]
    assert findings("HL404", f"{page}\n\n{statement}", article="advice", region=region) == []


def test_no_statement_is_asked_for_where_none_was_looked_up(findings: Findings) -> None:
    page = article("CalfEase supports healthy legs. Add to cart.")
    assert findings("HL404", page, article="advice", region="ca") == []


@pytest.mark.parametrize(
    ("region", "line", "other"),
    [
        ("us", "988", "116 123"),
        ("uk", "116 123", "988"),
        ("eu", "116 123", "13 11 14"),
        ("au", "13 11 14", "988"),
        ("ca", "988", "116 123"),
    ],
)
def test_the_crisis_line_is_that_of_the_readers_region(findings: Findings, region: str, line: str, other: str) -> None:
    risk = "Pain that lasts can lead to suicidal thoughts."
    assert findings("HL407", article(risk, f"Call {line}."), article="advice", region=region) == []
    page = article(risk, f"Call {other}.")
    assert findings("HL407", page, severity="info", article="advice", region=region) == ["suicidal"]


@pytest.mark.parametrize(
    ("region", "number", "other"),
    [("us", "911", "999"), ("ca", "911", "999"), ("uk", "999", "911"), ("au", "000", "911"), ("eu", "112", "911")],
)
def test_the_emergency_number_is_that_of_the_region(findings: Findings, region: str, number: str, other: str) -> None:
    sign = "You may feel chest pain on some nights."
    assert findings("HL406", article(sign, f"Call {number}."), article="advice", region=region) == []
    page = article(sign, f"Call {other}.")
    assert findings("HL406", page, severity="info", article="advice", region=region) == ["You may feel chest pain"]
