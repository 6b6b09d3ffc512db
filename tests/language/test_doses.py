"""Amounts with their units in every notation."""

from __future__ import annotations

import pytest

from healthlint.language.doses import find_doses, in_unit


@pytest.mark.parametrize(
    ("text", "words", "value", "high", "unit"),
    [
        ("take 5,000 IU daily", "5,000 IU", 5000, 5000, "IU"),
        ("take 5 000 IU daily", "5 000 IU", 5000, 5000, "IU"),
        ("take 5.000 IU daily", "5.000 IU", 5000, 5000, "IU"),
        ("take 400 I.U. daily", "400 I.U.", 400, 400, "IU"),
        ("take ５００ｍｇ daily", "５００ｍｇ", 500, 500, "mg"),
        ("take 0,5 mg daily", "0,5 mg", 0.5, 0.5, "mg"),
        ("take 0,005 g daily", "0,005 g", 0.005, 0.005, "g"),
        ("take .5 mg daily", ".5 mg", 0.5, 0.5, "mg"),
        ("take 1.000 mg daily", "1.000 mg", 1, 1, "mg"),
        ("take 1,234.5 mg daily", "1,234.5 mg", 1234.5, 1234.5, "mg"),
        ("take 500–1,000mg daily", "500–1,000mg", 500, 1000, "mg"),
        ("take 400 mg to 500 mg daily", "400 mg to 500 mg", 400, 500, "mg"),
        ("take 10 µg/day", "10 µg", 10, 10, "mcg"),
        ("Take Two Capsules", "Two Capsules", 2, 2, "capsule"),
    ],
)
def test_a_dose_is_read_in_any_notation(text: str, words: str, value: float, high: float, unit: str) -> None:
    (dose,) = find_doses(text, 0, len(text))
    assert text[dose.start : dose.end] == words
    assert (dose.value, dose.high, dose.unit) == (value, high, unit)


@pytest.mark.parametrize(
    "text", ["30 ng/mL", "40 mg/dL", "5 mg/kg", "5 mg per kg", "B12", "500 people", "version 1.2.3 g"]
)
def test_concentrations_and_other_numbers_are_no_doses(text: str) -> None:
    assert find_doses(text, 0, len(text)) == []


def test_weights_are_told_in_each_others_units() -> None:
    assert in_unit(2, "g", "mg") == 2000
    assert in_unit(500, "mcg", "mg") == 0.5
    assert in_unit(5, "capsule", "mg") is None
