"""Repeated passages as findings: what is kept and why, who is grouped, where they point."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from healthlint.engine.lint import lint
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from healthlint.model.finding import Diagnostic, Location

RULESET = load_rules()
DRAFT = [
    "Low iron makes the legs restless in the evening and keeps people with a weak heart from sleeping at night.",
    "A warm bath at nine relaxes the muscles of the calf and takes away the urge to move the legs for an hour or two.",
    "Coffee after lunch makes the symptoms worse, because caffeine stays in the blood until long after midnight.",
]
CAREFUL = [
    text.replace("makes", "may make").replace("keeps", "might keep").replace("takes", "can possibly take")
    for text in DRAFT
]
PLAIN = [
    "Most readers of these pages first notice their legs in the evening, at the cinema or on a long flight home.",
    "The clinic in the old town opens on Tuesdays and Fridays, and people come to it from all over the valley.",
    "A diary of the nights with hours, meals and walks lies on the table of nearly all who come to the group.",
]
CAUSE = "Low iron causes cramps of the calves in people who run far, and they come in the second half of the night."
ONE = "Stretching both calves against a wall for a minute before bed relaxes the muscles that cramp in the night."


def report(*paragraphs: str, article: str = "advice") -> list[Diagnostic]:
    """What the rules on repetition say of an article."""
    rules = tuple(rule for rule in RULESET.rules if rule.file.check == "copies")
    text = "# Restless legs\n\n" + "\n\n".join(paragraphs)
    policy = Policy(today=date(2026, 1, 15), article=article)
    result = lint(read(text.encode(), "a.md"), RULESET._replace(rules=rules), policy)
    assert not result.failures
    return list(result.diagnostics)


def words(location: Location, paragraphs: list[str]) -> str:
    text = "# Restless legs\n\n" + "\n\n".join(paragraphs)
    return text[location.start.offset : location.end.offset]


def test_a_block_points_at_the_later_copy_and_names_the_earlier() -> None:
    paragraphs = [*DRAFT, ONE, *CAREFUL]
    (found,) = report(*paragraphs)
    assert found.code == "HL101"
    assert words(found.location, paragraphs) == "\n\n".join(CAREFUL)
    assert found.related[0].role == "copy"
    assert words(found.related[0].location, paragraphs) == "\n\n".join(DRAFT)


def test_a_block_lists_its_pairs_and_what_was_changed_in_them() -> None:
    paragraphs = [*DRAFT, ONE, CAREFUL[0], *DRAFT[1:]]
    (found,) = report(*paragraphs)
    listed = [(each.role, words(each.location, paragraphs), each.message) for each in found.related[1:]]
    changed = "reworded further down: “makes” → “may make”, “keeps” → “might keep”"
    assert listed == [
        ("copy", DRAFT[0], changed),
        ("also", CAREFUL[0], ""),
        ("copy", DRAFT[1], ""),
        ("also", DRAFT[1], ""),
        ("copy", DRAFT[2], ""),
        ("also", DRAFT[2], ""),
    ]


def test_a_rewrite_tells_what_was_changed() -> None:
    (found,) = report(
        ONE, "Rest.", DRAFT[0], ONE.replace("wall for a minute", "door").replace("the muscles", "all the muscles")
    )
    assert found.related[0].message.endswith("came first; “wall for a minute” → “door”, + “all”")


@pytest.mark.parametrize(
    ("first", "second", "advice"),
    [
        (DRAFT, CAREFUL, "keep the second: it claims less"),
        (CAREFUL, DRAFT, "keep the first: it claims less"),
        (PLAIN, [f"Perhaps {text}" for text in PLAIN], "keep the second: it is worded more carefully"),
        ([*DRAFT, CAUSE], [*DRAFT, CAUSE.replace("causes", "is linked to")], "keep the second: it claims less"),
        (DRAFT, [DRAFT[0], DRAFT[1].replace("urge", "possible urge"), DRAFT[2]], "keep the first: the two are alike"),
        ([*DRAFT, "This is not medical advice."], CAREFUL, "claims less, but the disclaimer stands with the other"),
        (DRAFT, DRAFT, "keep the first: the two are alike"),
        ([*DRAFT[:2], "[signup]", DRAFT[2]], DRAFT, "keep the second: it has less template text"),
        (DRAFT, [*DRAFT, "This is not medical advice."], "keep the second: the disclaimer stands with it"),
        (
            DRAFT,
            [DRAFT[0], f"{DRAFT[1]} [1](https://example.org/bath-study)", DRAFT[2]],
            "keep the second: it names more sources",
        ),
    ],
)
def test_the_better_version_is_kept(first: list[str], second: list[str], advice: str) -> None:
    (found,) = report(*first, ONE, *second)
    assert found.message.endswith(advice)


def test_what_a_block_covers_is_not_told_again() -> None:
    assert [found.code for found in report(*DRAFT, *DRAFT)] == ["HL101"]


def test_what_is_wrong_in_the_earlier_block_is_still_told() -> None:
    paragraphs = [DRAFT[0], DRAFT[1], DRAFT[0], DRAFT[2], ONE, DRAFT[0], DRAFT[1], DRAFT[0], DRAFT[2]]
    assert [found.code for found in report(*paragraphs)] == ["HL102", "HL101"]


def test_a_paragraph_that_stands_three_times_is_one_finding() -> None:
    between = [DRAFT[1], "Rest.", "Sleep.", DRAFT[2], "Eat."]
    paragraphs = [ONE, *between[:2], ONE, *between[2:4], "Eat.", ONE]
    (found,) = report(*paragraphs)
    assert found.code == "HL102"
    assert found.message.endswith("stands here 3 times, word for word")
    assert [each.role for each in found.related] == ["copy", "also"]


def test_a_long_copy_is_an_error() -> None:
    long = " ".join([ONE, DRAFT[2], DRAFT[1]])
    (found,) = report(long, "Rest.", DRAFT[0], long)
    assert (found.severity, found.variant) == ("error", "long")


def test_a_standfirst_may_say_what_the_first_paragraph_says() -> None:
    story = [ONE, "By the news desk", f"BOSTON — {ONE} It did so in all volunteers."]
    assert report(*story, article="news") == []
    assert report("Calves at night", *story, article="news") == []
    assert [found.code for found in report(*story)] == ["HL103"]


def test_a_story_may_say_its_lede_again_in_other_words() -> None:
    again = "Stretching your calves against a wall for one minute before bedtime may relax muscles which cramp then."
    story = [DRAFT[0], DRAFT[1], ONE, DRAFT[2], again]
    assert report(*story, article="news") == []
    assert [found.code for found in report(*story)] == ["HL103"]


def test_the_caption_of_a_picture_may_say_what_a_story_says() -> None:
    story = [DRAFT[0], DRAFT[1], f"{ONE} Photo: The Night Post", DRAFT[2], ONE]
    assert report(*story, article="news") == []
    assert [found.code for found in report(*story)] == ["HL103"]


def test_what_a_block_consists_of_is_told_in_words_that_agree() -> None:
    (found,) = report("## Nights", *DRAFT, ONE, "## Nights", *DRAFT)
    assert "a second time, word for word; keep" in found.message
    assert found.related[0].message == "3 paragraphs (3 word for word) and 1 heading"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", []),
        ("# A\n\n## B\n\n## B\n\n### C", ["HL105"]),
        ("| a | b |\n|---|---|\n" + f"| {ONE} | {ONE} |\n" * 500, []),
        (f"{ONE} " * 5_000, ["HL106"]),
        (f"{ONE}\n\n" * 5_000, ["HL102"]),
        ("feet " * 100_000, []),
        (
            "\n\n".join(
                f"Step {n} takes {n * 7} seconds on floor {n % 9} in shoe {n % 11} of pair {n}." for n in range(3_000)
            ),
            [],
        ),
    ],
    ids=["empty", "headings", "table", "line", "paragraph", "word", "template"],
)
def test_odd_articles_end_soon(text: str, codes: list[str]) -> None:
    rules = tuple(rule for rule in RULESET.rules if rule.topic == "duplication" and rule.code < "HL107")
    document = read(text.encode(), "a.md")
    result = lint(document, RULESET._replace(rules=rules), Policy(today=date(2026, 1, 15), article="advice"))
    assert not result.failures
    assert [found.code for found in result.diagnostics] == codes
