"""The format for people."""

from __future__ import annotations

from typing import Any

import pytest

from healthlint.model.finding import Fix
from healthlint.reporters import Screen
from healthlint.reporters.text import render
from healthlint.ruleset.load import load_rules
from healthlint.ruleset.spec import RuleSet

TEXT = """\
# Iron

Iron cures tired legs within a week.

A study of 40 people found an association between iron and tired legs.
"""


@pytest.fixture
def no_rules(tmp_path: Any) -> RuleSet:
    return load_rules(tmp_path)


def test_a_finding_shows_its_line_and_what_contradicts_it(article: Any, no_rules: RuleSet) -> None:
    iron = article(TEXT)
    iron.find(
        "Iron cures tired legs",
        related=(("evidence", "“association” is all that the article itself reports", "an association"),),
        fixes=(Fix("“is associated with”", False, ()),),
    )
    assert render(iron.report(), no_rules, Screen()) == (
        "articles/iron.md:3:1  error  HL201 causal-contradicts-own-evidence\n"
        "  “Iron cures” is more than anyone knows\n"
        "  3 | Iron cures tired legs within a week.\n"
        "    | ^^^^^^^^^^^^^^^^^^^^^\n"
        "  evidence, line 5: “association” is all that the article itself reports\n"
        "  5 | A study of 40 people found an association between iron and tired legs.\n"
        "    |                            --------------\n"
        "  try: “is associated with”\n"
        "\n"
    )


def test_without_colour_no_escape_is_written(article: Any, no_rules: RuleSet) -> None:
    iron = article(TEXT)
    iron.find("cures")
    assert "\x1b" not in render(iron.report(), no_rules, Screen(colour=False))


def test_with_colour_the_severity_has_one(article: Any, no_rules: RuleSet) -> None:
    iron = article(TEXT)
    iron.find("cures")
    assert "\x1b[1;31merror\x1b[0m" in render(iron.report(), no_rules, Screen(colour=True))


def test_no_line_is_wider_than_the_screen(article: Any, no_rules: RuleSet) -> None:
    iron = article("Long ago " * 40 + "iron cures tired legs, " + "as was said " * 40)
    iron.find("iron cures tired legs", "“iron cures tired legs” is " + "much " * 30 + "more than anyone knows")
    _, *lines = render(iron.report(), no_rules, Screen(60)).split("\n")  # a path is never cut
    assert max(map(len, lines)) <= 60


def test_a_long_line_is_cut_around_the_place(article: Any, no_rules: RuleSet) -> None:
    iron = article("one two " * 50 + "iron cures " + "three four " * 50)
    iron.find("iron cures")
    shown, underline = render(iron.report(), no_rules, Screen(60)).split("\n")[2:4]
    assert shown.startswith("  1 | …")
    assert shown.endswith("…")
    assert shown[underline.index("^") : underline.rindex("^") + 1] == "iron cures"


def test_wide_and_combining_characters_keep_the_underline_in_place(article: Any, no_rules: RuleSet) -> None:
    iron = article("鉄分 cafe\u0301 iron cures")
    iron.find("iron")
    shown, underline = render(iron.report(), no_rules, Screen()).split("\n")[2:4]
    assert shown == "  1 | 鉄分 cafe\u0301 iron cures"
    assert underline == "    | " + " " * len("xxxx cafe ") + "^^^^"


def test_a_tab_is_one_cell(article: Any, no_rules: RuleSet) -> None:
    iron = article("Iron\tcures\tlegs")
    iron.find("cures")
    assert render(iron.report(), no_rules, Screen()).split("\n")[2:4] == ["  1 | Iron cures legs", "    |      ^^^^^"]


def test_an_article_cannot_steer_the_terminal(article: Any, no_rules: RuleSet) -> None:
    iron = article("Iron \x1b[31mcures\x1b[0m \u202elegs", file="a\x1b[2J\nb.md")
    iron.find("cures", "“\x1b[31mcures” is too much")
    shown = render(iron.report(), no_rules, Screen())
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown.startswith("a\N{REPLACEMENT CHARACTER}[2J b.md:1:11")


def test_a_place_of_few_lines_is_underlined_on_each(article: Any, no_rules: RuleSet) -> None:
    iron = article("They say that iron\n  cures legs. So do we.")
    iron.find("iron\n  cures legs.")
    assert render(iron.report(), no_rules, Screen()).split("\n")[2:6] == [
        "  1 | They say that iron",
        "    |               ^^^^",
        "  2 | cures legs. So do we.",
        "    | ^^^^^^^^^^^",
    ]


def test_a_place_of_many_lines_says_where_it_ends(article: Any, no_rules: RuleSet) -> None:
    iron = article("One\ntwo\nthree\nfour\nfive")
    iron.find("One\ntwo\nthree\nfour")
    assert "  1 | One\n    | ^^^ … to line 4\n\n" in render(iron.report(), no_rules, Screen())


def test_a_place_that_ends_with_a_line_does_not_touch_the_next(article: Any, no_rules: RuleSet) -> None:
    iron = article("One\ntwo")
    iron.find("One\n")
    assert "two" not in render(iron.report(), no_rules, Screen())


def test_a_place_on_an_empty_line_shows_no_source(article: Any, no_rules: RuleSet) -> None:
    iron = article("")
    iron.find("")
    assert render(iron.report(), no_rules, Screen()).count("\n") == 3


def test_many_alike_are_folded(article: Any, no_rules: RuleSet) -> None:
    iron = article("\n".join(f"Iron cures ailment {number:02}." for number in range(1, 10)))
    for number in range(1, 10):
        iron.find(f"ailment {number:02}")
    shown = render(iron.report(), no_rules, Screen())
    assert shown.count("causal-contradicts") == 3
    assert "  and 6 more HL201 like this, on lines 4, 5, 6, 7, 8, 9\n" in shown


def test_five_alike_are_all_shown(article: Any, no_rules: RuleSet) -> None:
    iron = article("\n".join(f"Iron cures ailment {number}." for number in range(5)))
    for number in range(5):
        iron.find(f"ailment {number}")
    assert render(iron.report(), no_rules, Screen()).count("causal-contradicts") == 5


def test_more_than_three_related_places_are_listed(article: Any, no_rules: RuleSet) -> None:
    iron = article("\n".join(f"Iron cures ailment {number}." for number in range(6)))
    iron.find("ailment 0", related=tuple(("also", "", f"ailment {number}") for number in range(1, 6)))
    shown = render(iron.report(), no_rules, Screen())
    assert "  also, line 4\n" in shown
    assert "  and lines 5, 6\n" in shown


def test_places_without_a_message_stand_behind_those_that_have_one(article: Any, no_rules: RuleSet) -> None:
    iron = article("\n".join(f"Iron cures ailment {number}." for number in range(12)))
    silent = tuple(("also", "", f"ailment {number}.") for number in range(1, 11))
    iron.find("ailment 0", related=(*silent, ("copy", "the first version", "ailment 11")))
    shown = render(iron.report(), no_rules, Screen())
    assert "  copy, line 12: the first version\n" in shown
    assert "  and lines 2, 3, 4, 5, 6, 7, 8, 9 and 2 more\n" in shown


def test_the_rules_advice_is_given_once(article: Any) -> None:
    ruleset = load_rules()
    iron = article(TEXT)
    iron.find("cures", code=ruleset.rules[0].code)
    iron.find("association", code=ruleset.rules[0].code)
    assert render(iron.report(), ruleset, Screen()).count("help: ") == 1


def test_nothing_found_prints_nothing(article: Any, no_rules: RuleSet) -> None:
    assert render(article(TEXT).report(), no_rules, Screen()) == ""


def test_a_line_of_megabytes_is_shown_at_once(article: Any, no_rules: RuleSet) -> None:
    iron = article("é " * 2_000_000 + "iron cures " + "é " * 2_000_000)
    iron.find("iron cures")
    assert "iron cures" in render(iron.report(), no_rules, Screen())
