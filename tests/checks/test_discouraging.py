"""Sentences that turn readers away from care."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

BODY = "# Sore throats\n\nSore throats are common in winter.\n\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("You can cure asthma without inhalers.", "cure asthma without inhalers"),
        ("Drink this tea instead of taking your statin.", "instead of taking your statin"),
        ("Swap your daily statin for garlic.", "Swap your daily statin"),
        ("Try an enema instead of seeing your doctor.", "instead of seeing your doctor"),
        ("It is time to throw away your pills.", "throw away your pills"),
    ],
)
def test_advice_to_give_up_care_is_an_error(findings: Findings, words: str, found: str) -> None:
    assert findings("HL414", BODY + words, severity="error", article="advice") == [found]


def test_that_care_is_needless_is_a_warning(findings: Findings) -> None:
    page = f"{BODY}With this tea there is no need to see a doctor."
    assert findings("HL414", page, severity="error", article="advice") == []
    assert findings("HL414", page, severity="warning", article="advice") == ["no need to see a doctor"]


@pytest.mark.parametrize(
    "words",
    [
        "You do not need to see a doctor unless the fever lasts.",
        "Never replace your insulin with a tea.",
        "A sore throat heals without antibiotics.",
        "The study asked who could beat asthma without inhalers.",
        "You don't need a doctor to tell you that sleep matters.",
        "He said “throw away your pills” and was fined.",
        "Use a scarf instead of your coat when you see the doctor.",
    ],
)
def test_other_sentences_about_care_are_silent(findings: Findings, words: str) -> None:
    assert findings("HL414", BODY + words, article="advice") == []


def test_a_block_quotation_is_somebody_elses_voice(findings: Findings) -> None:
    assert findings("HL414", f"{BODY}> Throw away your pills.\n", article="advice") == []
