"""HL701-HL706: what makes an article hard to read."""

from __future__ import annotations

from datetime import date
from time import perf_counter

from healthlint.engine.lint import lint
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules
from tests.checks.conftest import Findings

HARD = "Otolaryngological rehabilitation necessitates multidisciplinary intervention in affected individuals."
FAIR = "The doctor examines the inner ear with a small light and a cold metal tube."
FILLER = "See your doctor if you feel dizzy, if you are sick or if you have fallen during an attack of vertigo. "


def test_both_grades_are_told_and_the_hardest_sentences_are_different_ones() -> None:
    ruleset = load_rules()
    rule = ruleset.find("HL701")
    assert rule is not None
    text = f"# Vertigo in older patients\n\n{HARD} {FAIR} {HARD} {FAIR} {FILLER * 9}"
    policy = Policy(date(2026, 1, 15), article="advice")
    [found] = lint(read(text.encode(), "a.md"), ruleset._replace(rules=(rule,)), policy).diagnostics
    assert found.message == "Reading grade 9.9, or 8.7 where medical names count as hard only once: aim for 8"
    assert [text[e.location.start.offset : e.location.end.offset] for e in found.related] == [
        HARD,
        FILLER.strip(),
        FAIR,
    ]


def test_labels_are_no_sentences(findings: Findings) -> None:
    items = "\n".join(f"- Otolaryngological rehabilitation {number}" for number in range(60))
    assert findings("HL701", items, article="advice") == []
    assert findings("HL701", items.replace("rehabilitation", "rehabilitation helps."), article="advice") != []


def test_a_long_sentence_is_reported_whole(findings: Findings) -> None:
    long = f"The rash {'on the arm ' * 10}itches."
    assert findings("HL702", f"Eczema is common. {long} See a doctor.") == [long]


def test_an_acronym_is_explained_wherever_its_words_stand(findings: Findings) -> None:
    text = "OGTT is a test. An OGTT takes two hours."
    assert findings("HL704", text) == ["OGTT"]
    assert findings("HL704", f"{text} In the oral glucose tolerance test you drink sugar.") == []


def test_letters_that_nearly_fit_everywhere_take_no_time(findings: Findings) -> None:
    start = perf_counter()
    filler = "Take the tablet aaaaaaaaaaaaaaaaaa with some water, and then ask your doctor. "
    assert findings("HL704", f"{'AAAAAX is high. ' * 2}{filler * 1_000}", article="advice") == ["AAAAAX"]
    assert perf_counter() - start < 5


def test_a_plain_word_is_offered_once_and_in_the_same_form(findings: Findings) -> None:
    assert findings(
        "HL703", "She utilized a cane. He utilizes one. Pruritus means itching. Pruritus comes at night."
    ) == ["utilized"]
