"""Minerals among the vitamins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.checks.test_wording import reworded

if TYPE_CHECKING:
    from tests.checks.conftest import Findings


def test_a_list_is_told_to_its_last_mineral(findings: Findings) -> None:
    text = "Vegans may lack vitamins such as iron, vitamin B12, zinc and vitamin D."
    assert findings("HL808", text) == ["vitamins such as iron, vitamin B12, zinc"]


def test_a_list_ends_with_the_first_thing_that_is_no_nutrient(findings: Findings) -> None:
    assert findings("HL808", "Ask about vitamins such as B12, a scan of the thyroid, and iron.") == []


def test_a_new_clause_is_no_item(findings: Findings) -> None:
    assert findings("HL808", "She took vitamins like folic acid, and iron was added.") == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        (
            "Vitamin deficiencies, such as iron, make you tired.",
            "Vitamin and mineral deficiencies, such as iron, make you tired.",
        ),
        ("Take vitamins such as zinc.", "Take vitamins and minerals such as zinc."),
    ],
)
def test_the_name_that_is_right_for_both_is_offered(text: str, better: str) -> None:
    assert reworded("HL808", text) == better


def test_what_somebody_says_is_left_alone(findings: Findings) -> None:
    assert findings("HL808", "“I only take vitamins such as iron,” says Ines Okafor.") == []
