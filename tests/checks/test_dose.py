"""Doses that readers are told to take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

BODY = "# Sleep and supplements\n\nMany people sleep badly in spring.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Take 6,000 IU of vitamin D daily.",
        "Take 6 000 IU of vitamin D daily.",
        "Take 6.000 IU of vitamin D daily.",
        "Take ６０００ IU of vitamin D daily.",
        "Take 150 mcg of vitamin D daily.",
        "Take 0,15 mg of vitamin D daily.",
        "Take 4,000–6,000 IU of vitamin D daily.",
        "Take vitamin D: 6,000 IU.",
        "Take 60 mg of iron daily.",
        "Take 40,000 IU of vitamin A daily.",
        "Give your child 20 mg of zinc until the age of 8; take 90 mg of zinc yourself.",
    ],
)
def test_a_dose_above_the_limit_is_an_error_in_any_notation(findings: Findings, words: str) -> None:
    assert len(findings("HL412", BODY + words, severity="error", article="advice")) >= 1


@pytest.mark.parametrize(
    "words",
    [
        "Take 2,000 IU of vitamin D daily.",
        "Take 6,000 IU of vitamin D weekly.",
        "Take 400 mg of magnesium citrate daily.",
        "Take 6,000 mcg of beta-carotene daily.",
        "Take 6,000 IU of vitamin D daily, if your doctor agrees.",
        "Take 6,000 IU of vitamin D daily ([NIH](https://ods.od.nih.gov/factsheets/VitaminD-Consumer/)).",
    ],
)
def test_other_doses_are_not_above_the_limit(findings: Findings, words: str) -> None:
    assert findings("HL412", BODY + words, severity="error", article="advice") == []


def test_the_limit_is_that_of_the_age(findings: Findings) -> None:
    words = "Give children 15 mg of zinc, but not more than once."
    assert findings("HL412", f"{BODY}Give a 5-year-old 15 mg of zinc.", severity="error", article="advice") == [
        "Give a 5-year-old 15 mg of zinc"
    ]
    assert findings("HL412", f"{BODY}Take 15 mg of zinc.", severity="error", article="advice") == []
    assert findings("HL412", BODY + words, severity="error", article="advice") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Take 200 mg of magnesium and 10 mg of zinc.", ["Take 200 mg of magnesium", "10 mg of zinc"]),
        ("Take 25 mcg (1,000 IU) of vitamin D.", ["Take 25 mcg"]),
        ("Take 0,5–1 mg of melatonin.", ["Take 0,5–1 mg of melatonin"]),
        ("Take １００ mg of magnesium.", ["Take １００ mg of magnesium"]),
        (
            "- Take 1 g of vitamin C.\n- Take 500 mg of vitamin C.",
            ["Take 1 g of vitamin C", "Take 500 mg of vitamin C"],
        ),
    ],
)
def test_a_dose_is_quoted_with_its_verb_and_what_it_is_of(findings: Findings, words: str, found: list[str]) -> None:
    assert findings("HL412", BODY + words, article="advice") == found


@pytest.mark.parametrize(
    "words",
    [
        "Nehmen Sie 0,5 mg Melatonin oder 10 000 IE Vitamin D am Abend.",
        "Prenez 10 000 UI de vitamine D le matin, 0,5 mg de mélatonine le soir.",
        "毎日ビタミンDを１０，０００ IU 飲んでください。",
        "Take \u0660\u0665 mg, \u00b2 g or \u2167 IU of zinc.",
    ],
)
def test_other_scripts_and_languages_give_no_dose(findings: Findings, words: str) -> None:
    assert findings("HL412", BODY + words, article="advice") == []


def test_europe_has_limits_of_its_own(findings: Findings) -> None:
    page = f"{BODY}Take 30 mg of zinc."
    assert findings("HL412", page, severity="error", article="advice", region="eu") == ["Take 30 mg of zinc"]
    assert findings("HL412", page, severity="error", article="advice", region="us") == []


@pytest.mark.parametrize(
    "words",
    [
        "Many people take 200 mg of magnesium at night.",
        "If you take 200 mg of magnesium, drink water with it.",
        "Should you take 200 mg of magnesium?",
        "In the study, adults had to take 200 mg of magnesium.",
        "Take 20 g of protein after exercise.",
        "Use 2 drops of the eye drops in each eye.",
        "Add 5 drops of lavender oil to the bath.",
        "Take two of these walks a day.",
    ],
)
def test_what_tells_nobody_to_take_anything_is_no_direction(findings: Findings, words: str) -> None:
    assert findings("HL412", BODY + words, article="advice") == []


def test_advice_below_a_list_qualifies_its_items(findings: Findings) -> None:
    items = "## Doses\n\n- Take 200 mg of magnesium.\n- Take 0.5 mg of melatonin.\n\n"
    assert findings("HL412", BODY + items, article="advice") == [
        "Take 200 mg of magnesium",
        "Take 0.5 mg of melatonin",
    ]
    assert findings("HL412", f"{BODY}{items}Ask your pharmacist first.", article="advice") == []


def test_a_number_of_tablets_needs_no_unit(findings: Findings) -> None:
    assert findings("HL412", f"{BODY}Take 2 vitamin C tablets as directed.", article="advice") == []


@pytest.mark.parametrize("words", ["Take 10 mg", "Take 10.5 mg", "Take 0.5 mg", "Take 1,000 mg", "Take 0,25 mg"])
def test_a_dose_in_plain_notation_is_not_misread(findings: Findings, words: str) -> None:
    page = f"{BODY}{words} of melatonin, as directed by your doctor."
    assert findings("HL412", page, article="advice") == []
