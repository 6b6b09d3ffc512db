"""Which numbers of an article are statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from healthlint.analysis.hits import scan
from healthlint.analysis.numbers import read_numbers
from healthlint.analysis.sentences import find_sentences
from healthlint.analysis.statistics import find_statistics
from healthlint.readers import read
from healthlint.ruleset.knowledge import assemble, load_lexicons
from healthlint.ruleset.load import rules_dir

if TYPE_CHECKING:
    from collections.abc import Callable

    Find = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def statistics() -> Find:
    """The kind and the words of every statistic of a text."""
    knowledge = assemble(load_lexicons(rules_dir() / "lexicons").values(), {})

    def find(text: str) -> list[tuple[str, str]]:
        document = read(text.encode(), "a.md")
        hits = scan(document.text, knowledge)
        found = find_statistics(read_numbers(document.text), find_sentences(document), hits)
        return [(each.kind, document.text[each.start : each.end]) for _, row in found.items() for each in row]

    return find


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hay fever troubles 18% of adults.", "18% of adults"),
        ("Gout has a 3–4 per cent prevalence.", "3–4 per cent"),
        ("One in five office workers has a stiff neck.", "One in five"),
        ("Hay fever keeps 3 out of 10 gardeners indoors.", "3 out of 10"),
        ("Two-thirds of patients felt better.", "Two-thirds of patients"),
        ("Nearly half of older adults snore.", "half of older adults"),
        ("The share of snorers rose by 4 percentage points.", "4 percentage points"),
    ],
)
def test_a_share_is_a_statistic(statistics: Find, text: str, words: str) -> None:
    assert statistics(text) == [("share", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Some 40 million Americans snore.", "40 million Americans"),
        ("Falls lead to 30,000 deaths each year.", "30,000 deaths"),
        ("It affects an estimated 300 million people.", "300 million people"),
        ("About twelve million adults live with gout.", "twelve million adults"),
    ],
)
def test_a_count_of_a_population_is_a_statistic(statistics: Find, text: str, words: str) -> None:
    assert statistics(text) == [("count", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Night-shift workers are twice as likely to have heartburn.",
        "Snorers have three times the risk of a stroke.",
        "The tablet halved the risk of a relapse.",
        "Smoking brings a 3-fold higher rate of ulcers.",
    ],
)
def test_a_comparison_of_risks_is_a_statistic(statistics: Find, text: str) -> None:
    assert [kind for kind, _ in statistics(text)] == ["multiple"]


def test_a_cost_of_illness_is_a_statistic(statistics: Find) -> None:
    assert statistics("Gout costs the country $3 billion a year.") == [("cost", "$3 billion")]


def test_an_effect_measure_is_a_statistic(statistics: Find) -> None:
    found = statistics("The risk of a relapse was lower (OR 0.7, 95% CI 0.5–0.9).")
    assert [kind for kind, _ in found] == ["effect", "effect"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Tension headache troubles millions worldwide.", "vast", "millions"),
        ("Its effect rests on 1,200 studies.", "boast", "1,200 studies"),
        ("Zinc takes part in over 300 enzymatic reactions.", "boast", "300"),
        ("Most people recover within a week.", "most", "Most people recover"),
        ("Stroke is a leading cause of disability.", "rank", "leading cause of disability"),
    ],
)
def test_a_quantity_without_a_figure_has_a_kind_of_its_own(statistics: Find, text: str, kind: str, words: str) -> None:
    assert statistics(text) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "See a doctor about double vision.",
        "The trial was double-blind.",
        "Cells grow on a scaffold.",
        "Take one tablet twice a day.",
        "Walk three times a week for 30 minutes.",
        "Choose 2% milk.",
        "Eat a piece of 70% dark chocolate.",
        "A yogurt gives you 20% of the Daily Value of calcium.",
        "This soup has 50% less sodium.",
        "Use a sunscreen of SPF 30.",
        "Your 25(OH)D should be above 20 ng/mL.",
        "Salmon is rich in omega-3.",
        "COVID-19 changed that.",
        "Type 2 diabetes is no fate.",
        "You are one in a million.",
        "There are a million reasons to stretch.",
        "I am 100% sure.",
        "It was published on 12 March 2019.",
        "In 2016 the guideline changed.",
        "It is meant for people over 50, or aged 18–65.",
        "Take 400 mg of ibuprofen, and no more than 1,200 mg in 24 hours.",
        "Call 1-800-555-0199.",
        "The office is at 1200 Harbor Street.",
        "A tube costs $12.",
        "Step 2 of 5: stretch both calves.",
        "There are two types of gout.",
        "She rated her pain 7 out of 10.",
        "The app has 4 out of 5 stars.",
        "The score goes from 0 to 52; above 44 is severe.",
        "Your BMI is 24.",
        "An A1C of 6.5% or more means diabetes.",
        "Keep the room at 40% humidity.",
        "Train at 60–70% of your maximum heart rate.",
        "Zone 2 (60-70%) feels easy.",
        "Wash with 5% benzoyl peroxide.",
        "Aim for at least 30% whole grains.",
        "Deep sleep (aim for 20% of the night) restores you.",
        "Imagine 100 people, of whom 20% snore.",
        "Fill half your plate with vegetables.",
        "The other half of the patients waited.",
        "The second half of 2016 was warm.",
        "Take twice the dose on Mondays.",
        "The 12-week trial enrolled 4,000 women.",
        "Researchers followed 12,000 Americans for a year.",
        "Her tumor shrank by 50% in a month.",
        "The company employs 31,000 people worldwide.",
        "The software recognises your dinner with 98% accuracy of recognition.",
        "People have used willow bark for thousands of years.",
        "Millions of nerve cells fire at once.",
        "Join our 20,000 subscribers.",
        "Most people need a glass of water with it.",
        "A meta-analysis of 12 studies looked at pillows.",
        "It is a 7 min read.",
        "Eggs come in dozens.",
    ],
)
def test_a_number_that_only_looks_like_a_statistic_is_none(statistics: Find, text: str) -> None:
    assert statistics(text) == []
