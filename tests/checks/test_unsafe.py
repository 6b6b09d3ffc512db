"""Advice to do something unsafe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

BODY = "# Sore throats\n\nSore throats are common in winter.\n\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Give your son an aspirin.", "Give your son an aspirin"),
        ("Simply take the leftover antibiotics of your last infection.", "take the leftover antibiotics"),
        ("Enjoying a nightcap helps you fall asleep.", "Enjoying a nightcap"),
        ("If you are pregnant, a toast is fine: drink a glass of champagne.", "drink a glass of champagne"),
        ("You could switch to snus.", "switch to snus"),
    ],
)
def test_a_risky_practice_is_found_with_its_verb(findings: Findings, words: str, found: str) -> None:
    assert findings("HL413", BODY + words, article="advice") == [found]


@pytest.mark.parametrize(
    "words",
    [
        "Take an aspirin with a glass of water.",
        "Aspirin for a child is a bad idea.",
        "Do not give your son an aspirin.",
        "Some parents give a child aspirin.",
        "The study let adults drink a glass of wine before bed.",
        "Is it safe to drink a glass of wine before bed?",
        "> Give your son an aspirin.",
        "Drink a glass of wine with your meal.",
    ],
)
def test_other_sentences_on_the_same_things_are_silent(findings: Findings, words: str) -> None:
    assert findings("HL413", BODY + words, article="advice") == []


def test_protection_in_the_paragraph_makes_the_midday_sun_safer(findings: Findings) -> None:
    advice = "Spend an hour in the midday sun."
    assert findings("HL413", BODY + advice, article="advice") == ["Spend an hour in the midday sun"]
    assert findings("HL413", f"{BODY}{advice} Wear sunscreen.", article="advice") == []


@pytest.mark.parametrize("words", ["Drink raw milk.", "Give honey to a baby.", "Use ear candles."])
def test_a_practice_without_a_source_causes_no_finding(findings: Findings, words: str) -> None:
    assert findings("HL413", BODY + words, article="advice") == []
