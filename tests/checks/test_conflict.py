"""Two versions of one statement: what contradicts, what does not, and where the finding points."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from healthlint.engine.lint import lint
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from healthlint.model.finding import Diagnostic

RULESET = load_rules()
BEFORE = "Stretch both calves against a wall for a minute before bed, and drink a glass of water with your dinner."
AFTER = "Loosen the blanket at the foot of the bed, so that your toes can point upwards while you sleep."


def article(one: str, other: str) -> str:
    first, second = (f"{BEFORE} {sentence} {AFTER}" for sentence in (one, other))
    return f"# Cramps\n\n{first}\n\nA short walk after dinner may help.\n\n{second}"


def report(text: str, kind: str = "advice") -> list[Diagnostic]:
    rules = tuple(rule for rule in RULESET.rules if rule.code == "HL104")
    result = lint(
        read(text.encode(), "a.md"), RULESET._replace(rules=rules), Policy(today=date(2026, 1, 15), article=kind)
    )
    assert not result.failures
    return list(result.diagnostics)


@pytest.mark.parametrize(
    ("one", "other", "variant", "message"),
    [
        ("About 5 percent of adults have one.", "About 7 percent of adults have one.", "number", "7 percent|5 percent"),
        ("It strikes 5–10% of adults.", "It strikes 7–10% of adults.", "number", "7–10%|5–10%"),
        ("A cramp lasts three minutes.", "A cramp lasts ten minutes.", "number", "ten minutes|three minutes"),
        ("Take 300 mg of magnesium.", "Take 300 mcg of magnesium.", "unit", "300 mcg|300 mg"),
        ("The tablets are safe.", "The tablets are not safe.", "polarity", "not safe|safe"),
        ("The tablets are safe.", "The tablets aren't safe.", "polarity", "aren't|are"),
        ("A cold room makes cramps more likely.", "A cold room makes cramps less likely.", "polarity", "less|more"),
        ("Magnesium relieves cramps.", "Magnesium worsens cramps.", "polarity", "worsens|relieves"),
        ("Magnesium relieves cramps.", "Magnesium may relieve cramps.", "strength", "relieves|may relieve"),
        ("Low magnesium is linked to cramps.", "Low magnesium causes cramps.", "strength", "causes|is linked to"),
        ("Low magnesium possibly causes cramps.", "Low magnesium causes cramps.", "strength", "causes|possibly causes"),
    ],
)  # fmt: skip
def test_versions_that_contradict_each_other_are_told(one: str, other: str, variant: str, message: str) -> None:
    (found,) = report(article(one, other))
    words = found.message.split("“")
    assert (found.variant, "|".join(word.partition("”")[0] for word in words[1:])) == (variant, message)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Adults need 300 mg of it each day.", "Adults over 70 need 400 mg of it each day."),
        ("Children take one tablet after each meal.", "Adults take two tablets after each meal."),
        ("The bag on your feet weighs 1 kg.", "The bag on your feet weighs 2.2 lb."),
        ("In the first group 43 of 90 slept better.", "In the second group 28 of 90 slept better."),
        ("People with type 1 diabetes have cramps.", "People with type 2 diabetes have cramps."),
        ("Magnesium may help with cramps.", "Magnesium might help with cramps."),
        ("Cramps wake up older people most often.", "Cramps wake up older adults most often."),
        ("Walk for ten minutes in the morning.", "Walk for ten minutes in the evening."),
        ("The Marlow trial counted 12 cramps [1](https://x.org/a).", "The Odell trial counted 9 cramps [2](https://x.org/b)."),
        ("Iron deficiency is common.", "Zinc deficiency is common."),
        ("Magnesium relieves cramps.", "Magnesium eases cramps."),
        ("Magnesium relieves cramps.", "Magnesium can relieve cramps."),
        ("Magnesium can relieve cramps.", "Magnesium may relieve cramps."),
    ],
)  # fmt: skip
def test_versions_that_may_both_be_right_are_left_alone(one: str, other: str) -> None:
    assert report(article(one, other)) == []


def test_the_firmer_claim_is_pointed_at_wherever_it_stands() -> None:
    text = article("Magnesium relieves cramps.", "Magnesium may relieve cramps.")
    (found,) = report(text)
    assert text[found.location.start.offset : found.location.end.offset] == "relieves"
    (copy,) = found.related
    assert (copy.role, text[copy.location.start.offset : copy.location.end.offset]) == (
        "copy",
        "Magnesium may relieve cramps.",
    )


def test_two_passages_give_one_finding_that_lists_the_rest() -> None:
    text = article(
        "About 5 percent of adults have one. Magnesium relieves cramps.",
        "About 7 percent of adults have one. Magnesium may relieve cramps.",
    )
    (found,) = report(text)
    assert found.variant == "number"
    places = [(each.role, text[each.location.start.offset : each.location.end.offset]) for each in found.related]
    assert places == [("copy", "About 5 percent of adults have one."), ("also", "relieves")]


def test_headings_of_a_longer_copy_are_compared() -> None:
    lines = [BEFORE, AFTER, "Bananas hold potassium, and a banana before a long run keeps some runners free of cramps."]
    text = "\n\n".join(
        ["# Cramps", "## How magnesium helps with cramps", *lines, "## How magnesium may help with cramps", *lines]
    )
    (found,) = report(text)
    assert text[found.location.start.offset : found.location.end.offset] == "helps"


def test_another_name_counts_only_inside_a_longer_copy() -> None:
    lines = [BEFORE, AFTER]
    iron, zinc = (
        f"A drop of blood is enough to measure the {name} in it, and you get the result at once."
        for name in ("iron", "zinc")
    )
    (found,) = report("\n\n".join(["# Cramps", *lines, iron, "## Again", *lines, zinc]))
    assert found.variant == "name"
    assert report("\n\n".join(["# Cramps", iron, *lines, zinc])) == []


def test_a_story_may_soften_its_lede() -> None:
    lede = "Magnesium relieves cramps in many of the people who sleep badly, a small trial from Carrow has found."
    story = f"# Cramps\n\n{lede}\n\nBy the news desk\n\n{lede.replace('relieves', 'may relieve')}"
    assert report(story, "news") == []
    assert len(report(story, "advice")) == 1
