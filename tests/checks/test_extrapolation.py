"""From animals and cells to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.checks.conftest import Findings


def test_a_step_in_the_next_sentence_counts(findings: Findings) -> None:
    text = "In rats, low zinc led to eczema. This means people need more zinc."
    assert findings("HL208", text) == ["This means people"]


def test_a_limit_in_the_sentence_before_is_heard(findings: Findings) -> None:
    text = "Nobody has tried this in humans. In rats, low zinc led to eczema, so people eat oysters."
    assert findings("HL208", text) == []


def test_what_was_seen_in_animals_is_no_conclusion(findings: Findings) -> None:
    assert findings("HL208", "Mouse studies showed that turmeric eased arthritis.") == []


def test_a_quoted_conclusion_is_not_the_article_s(findings: Findings) -> None:
    text = "“In rats, low zinc led to eczema, so people need more zinc,” says Ines Okafor."
    assert findings("HL208", text) == []


def test_advice_after_a_study_in_people_is_left_alone(findings: Findings) -> None:
    assert findings("HL208", "In a trial, turmeric eased arthritis. Take a spoonful.") == []
