"""Incidence and prevalence, and what is significant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings


def test_incidence_counts_no_people_who_are_ill_already(findings: Findings) -> None:
    assert findings("HL312", "Gout has an incidence of 5% in adults.") == ["incidence"]


def test_prevalence_counts_no_new_cases(findings: Findings) -> None:
    assert findings("HL312", "The prevalence of newly diagnosed gout is low.") == ["prevalence"]


@pytest.mark.parametrize(
    "text",
    [
        "Gout has an incidence of 0.5% a year in adults.",
        "The test has cut the incidence of gout by 60% in men.",
        "The prevalence of gout is 5% in adults.",
    ],
)
def test_each_word_may_count_its_own(findings: Findings, text: str) -> None:
    assert findings("HL312", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nappers were significantly better rested.", ["significantly better"]),
        ("Nappers were significantly better rested, by 20%.", []),
        ("It was statistically, not clinically, significantly better.", []),
        ("Gout is a significant problem.", []),
    ],
)
def test_significance_needs_a_figure_beside_a_comparison(findings: Findings, text: str, words: list[str]) -> None:
    assert findings("HL308", text) == words
