"""Which numbers need a source, kind by kind, and which only look like such numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gout strikes 5–10% of adults.", "5–10% of adults"),
        ("Gout strikes 22.8% of bakers.", "22.8%"),
        ("Gout strikes five per cent of men.", "five per cent of men"),
        ("Gout rose by 3 percentage points.", "3 percentage points"),
        ("Gout strikes 1 in 5 men.", "1 in 5"),
        ("Gout strikes one in five men.", "one in five"),
        ("Gout strikes 3 out of 10 men.", "3 out of 10"),
        ("Gout troubles two-thirds of patients.", "two-thirds of patients"),
        ("Gout troubles nearly half of men.", "half of men"),
        ("Gout affects 9 million Americans.", "9 million Americans"),
        ("Some twelve million Americans have gout.", "twelve million Americans"),
        ("Gout leads to 40,000 hospitalizations a year.", "40,000 hospitalizations"),
        ("Gout costs the nation $4.6 billion a year.", "$4.6 billion"),
        ("Bakers are twice as likely to have gout.", "twice"),
        ("Bakers are three times more likely to get gout.", "three times"),
        ("Beer brings a 3-fold risk of gout.", "3-fold"),
        ("Beer doubles the risk of gout.", "doubles"),
        ("The risk of gout rose (OR 1.4).", "OR 1.4"),
        ("After five years, 60% survive.", "60%"),
        ("The test finds gout with 90% accuracy.", "90%"),
    ],
)
def test_a_number_about_people_needs_a_source(findings: Findings, text: str, words: str) -> None:
    found = findings("HL301", text)
    assert len(found) == 1
    assert words in found[0]


@pytest.mark.parametrize(
    "text",
    [
        # names and words with numbers in them
        "Double vision needs a doctor.",
        "A scaffold of collagen holds the risk of a scar down.",
        "It was a double-blind trial of the risk of gout.",
        "Take it twice a day.",
        "Do it two times a week.",
        "Choose 2% milk.",
        "A bar of 70% dark chocolate will do.",
        "Use a cream with SPF 30.",
        "The level of 25(OH)D tells.",
        "Fish has omega-3 in it.",
        "COVID-19 spreads in crowds.",
        "Vitamins B12 and D3 may help, and so may H1N1 shots.",
        "The gene MTHFR C677T is common.",
        "She is one in a million.",
        "There are a million reasons to walk.",
        "I am 100% sure.",
        # time, age and place
        "The page is of May 5, 2019.",
        "A 7 min read.",
        "In the second half of 2016 the clinic moved.",
        "Adults over 50 should ask.",
        "It suits people aged 18–65.",
        "A 12-week trial is enough.",
        "Rest for 30 minutes.",
        "People have used willow for thousands of years.",
        "Call 1-800-555-0100 or 911.",
        "We are at 1200 Elm Street, Suite 300.",
        # doses, limits and prices
        "Take 400 mg with 2 cups of water.",
        "Aim for 1,000–1,200 mg of calcium a day.",
        "Ferritin below 75 ng/mL is low.",
        "A BMI of 30 is high.",
        "It has 20% DV of iron and 50% less sodium.",
        "Fill half your plate with greens.",
        "The pillow costs $49.99.",
        "Pillow costs reached $2.5 trillion in the U.S. in a year.",
        "Version 2.5 of the app is out.",
        # steps, scales and make-believe
        "Step 2 of 5: stretch both calves.",
        "There are two types of gout, and grade 3 is the worst.",
        "Rate your pain as 7 out of 10.",
        "The scale runs from 0 to 40; 31 or more is severe.",
        "Imagine 100 people, of whom 20% have gout.",
        "The other half of the patients slept.",
        "Sleep fills a third of your life.",
    ],
)
@pytest.mark.parametrize("code", ["HL301", "HL302"])
def test_a_number_that_counts_nobody_needs_none(findings: Findings, code: str, text: str) -> None:
    assert findings(code, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Millions of nerve cells fire.",
        "Most doctors will ask about your sleep.",
        "In most cases you can go home.",
        "Join the thousands of savvy readers.",
        "Most people need eight hours.",
    ],
)
def test_a_crowd_that_is_not_ill_needs_no_count(findings: Findings, text: str) -> None:
    assert findings("HL302", text) == []
