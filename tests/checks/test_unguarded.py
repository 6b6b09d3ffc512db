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
