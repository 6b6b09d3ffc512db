"""Comments and front matter that silence rules: what they cover, what is said of them, and how they are mended."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from healthlint.engine.article import Article, lint_article
from healthlint.engine.assemble import Sieve, assemble
from healthlint.engine.report import Report
from healthlint.engine.settings import Settings
from healthlint.model.context import Policy
from healthlint.ruleset.load import load_rules
from healthlint.ruleset.spec import Later, RuleSet

WORDS = "It is a miracle cure."  # HL805
META = ("HL001", "HL002", "HL003", "HL004")


@cache
def rules(*codes: str) -> RuleSet:
    ruleset = load_rules()
    return ruleset._replace(rules=tuple(rule for rule in ruleset.rules if rule.code in codes))


def report(text: str, *codes: str, path: str = "a.md", show: bool = False, today: date = date(2026, 1, 15)) -> Report:
    chosen = Later(lambda: rules(*(codes or ("HL805", *META))))
    settings = Settings(chosen, Policy(today), "info", "error", Path.cwd(), Later(load_rules))
    article = Article(path, text.encode())
    return assemble([(lint_article(article, settings, path, "each"), settings)], sieve=Sieve(show_suppressed=show))


def said(text: str, *codes: str, path: str = "a.md", today: date = date(2026, 1, 15)) -> list[tuple[str, int]]:
    """Code and line of all that is shown."""
    found = report(text, *codes, path=path, today=today).diagnostics
    return [(each.code, each.location.start.line) for each in found]


def mended(text: str, path: str = "a.md") -> str:
    """A text after all safe repairs of what is wrong with its waivers."""
    edits = [
        edit for each in report(text, path=path).diagnostics for fix in each.fixes if fix.safe for edit in fix.edits
    ]
    for edit in sorted(edits, key=lambda edit: -edit.start.offset):
        text = text[: edit.start.offset] + edit.text + text[edit.end.offset :]
    return text


@pytest.mark.parametrize(
    "block",
    [
        WORDS,
        f"A first sentence\nand then: {WORDS}",
        f"## {WORDS}",
        f"- {WORDS}\n- Sleep well.",
        f"- Sleep well.\n\n  {WORDS}",
        f"**{WORDS}**",
        f"| a | {WORDS} |\n|---|---|\n| c | d |",
    ],
)
def test_the_next_block_is_covered(block: str) -> None:
    assert said(f"<!-- healthlint-disable-next-line HL805 -- quoted -->\n\n{block}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        f"Sleep well.\n\n{WORDS}",
        f"- Sleep well.\n- {WORDS}",
        f"- Sleep well.\n  - {WORDS}",
        f"| a | b |\n|---|---|\n| c | {WORDS} |",
        f"## Sleep well\n\n{WORDS}",
    ],
)
def test_what_comes_after_the_next_block_is_not(text: str) -> None:
    found = said(f"<!-- healthlint-disable-next-line HL805 -- quoted -->\n\n{text}\n")
    assert [code for code, _ in found] == ["HL001", "HL805"]


def test_a_comment_at_the_start_of_a_paragraph_is_for_this_paragraph() -> None:
    assert said(f"<p><!-- healthlint-disable-next-line HL805 -- quoted -->{WORDS}</p>", path="a.html") == []


def test_a_comment_at_the_end_of_a_paragraph_is_for_the_next() -> None:
    assert said(f"Sleep well. <!-- healthlint-disable-next-line HL805 -- quoted -->\n\n{WORDS}") == []


def test_comments_above_one_another_are_for_the_same_block() -> None:
    both = "<!-- healthlint-disable-next-line HL805 -- a -->\n<!-- healthlint-disable-next-line HL803 -- b -->\n"
    text = f"{both}\nIt is a miracle cure for drug addicts.\n"
    assert said(text, "HL805", "HL803", *META) == []


def test_a_line_is_covered_and_the_next_is_not() -> None:
    text = f"{WORDS} <!-- healthlint-disable-line HL805 -- quoted -->\n{WORDS}\n"
    assert said(text) == [("HL805", 2)]


def test_a_range_ends_where_it_is_told_to() -> None:
    text = f"{WORDS}\n\n<!-- healthlint-disable HL805 -- ads -->\n\n{WORDS}\n\n<!-- healthlint-enable -->\n\n{WORDS}\n"
    assert said(text) == [("HL805", 1), ("HL805", 9)]


def test_a_range_without_an_end_goes_on() -> None:
    assert said(f"<!-- healthlint-disable HL805 -- ads -->\n\n{WORDS}\n\nAgain: {WORDS}\n") == []


def test_a_range_may_end_for_one_rule_alone() -> None:
    text = (
        "<!-- healthlint-disable HL805, HL803 -- ads -->\n\nIt is a miracle cure for drug addicts.\n\n"
        "<!-- healthlint-enable HL803 -->\n\nThere are many drug addicts.\n"
    )
    assert said(text, "HL805", "HL803", *META) == [("HL803", 7)]


def test_a_whole_file_is_covered_wherever_the_comment_stands() -> None:
    assert said(f"{WORDS}\n\nSleep well.\n\n<!-- healthlint-disable-file HL805 -- ads -->\n") == []


@pytest.mark.parametrize("selector", ["HL805", "hl805", "HL8", "hype", "language", "ALL", ""])
def test_codes_prefixes_names_topics_and_nothing_mean_rules(selector: str) -> None:
    assert said(f"<!-- healthlint-disable-next-line {selector} -- ads -->\n\n{WORDS}\n", "HL805") == []


def test_comments_of_mdx_count() -> None:
    assert said(f"{{/* healthlint-disable-next-line HL805 -- ads */}}\n\n{WORDS}\n", path="a.mdx") == []


@pytest.mark.parametrize(
    "front",
    [
        "healthlint: {disable: [HL805], reason: ads}",
        "healthlint:\n  disable:\n    - HL805 -- ads",
        "healthlint:\n  disable: hype -- ads; reviewed-by Ana Ruiz until 2027-03-01",
        "healthlint:\n  reason: ads\n  until: 2027-03-01\n  disable:\n    - HL805",
    ],
)
def test_front_matter_covers_the_file(front: str) -> None:
    assert said(f"---\ntitle: Sleep\n{front}\n---\n\n{WORDS}\n") == []


def test_toml_front_matter_counts() -> None:
    assert said(f'+++\n[healthlint]\ndisable = ["HL805 -- ads"]\n+++\n\n{WORDS}\n') == []


def test_an_unknown_key_in_the_front_matter_is_told() -> None:
    (found,) = report("---\nhealthlint: {disabled: HL805}\n---\n\nSleep well.\n").diagnostics
    assert found.message == 'Nothing is done for “disabled”; did you mean "disable"?'


def test_suppressed_findings_are_shown_when_asked_for_and_never_fail() -> None:
    text = f"<!-- healthlint-disable-file HL805 -- ads; reviewed-by Ana Ruiz, RD; until 2027-03-01 -->\n\n{WORDS}\n"
    (found,) = report(text, show=True).diagnostics
    assert found.suppressed == ("comment", "ads", "Ana Ruiz, RD", "2027-03-01")
    assert sum(report(text, show=True).counts().values()) == 0
    assert report(text).suppressed == 1


def test_a_suppression_of_an_error_keeps_the_run_from_failing() -> None:
    text = "[insert intro here]\n\nSleep well in a dark room.\n"
    assert report(text, "HL902").failing
    assert not report(f"<!-- healthlint-disable-next-line HL902 -- shown -->\n\n{text}", "HL902").failing


def test_an_expired_waiver_holds_no_longer() -> None:
    text = f"<!-- healthlint-disable-next-line HL805 until 2026-01-14 -- ads -->\n\n{WORDS}\n"
    assert said(text) == [("HL003", 1), ("HL805", 3)]


def test_a_waiver_holds_on_its_last_day() -> None:
    text = f"<!-- healthlint-disable-next-line HL805 until 2026-01-15 -- ads -->\n\n{WORDS}\n"
    assert said(text) == [("HL003", 1)]


def test_the_author_is_told_fourteen_days_before() -> None:
    text = f"<!-- healthlint-disable-next-line HL805 until 2026-03-01 -- ads -->\n\n{WORDS}\n"
    assert said(text, today=date(2026, 2, 14)) == []
    assert said(text, today=date(2026, 2, 15)) == [("HL003", 1)]


def test_only_rules_that_ran_can_be_unused() -> None:
    text = "<!-- healthlint-disable-file HL805 -- ads -->\n\nSleep well.\n"
    assert said(text, "HL803", *META) == []
    assert said(text) == [("HL001", 1)]


def test_a_prefix_is_not_unused_as_long_as_one_of_its_rules_did_not_run() -> None:
    assert said("<!-- healthlint-disable-file HL8 -- ads -->\n\nSleep well.\n") == []


def test_comments_do_not_silence_what_is_said_of_comments() -> None:
    text = "<!-- healthlint-disable-file HL001 -- no -->\n\n<!-- healthlint-disable-line HL805 -->\n\nSleep well.\n"
    assert ("HL001", 3) in said(text)


def test_the_range_of_an_unused_pair_is_unused_as_a_whole() -> None:
    text = (
        "<!-- healthlint-disable HL805 -- ads -->\n\nSleep well.\n\n<!-- healthlint-enable HL805 -->\n\nGood night.\n"
    )
    assert said(text) == [("HL001", 1), ("HL001", 5)]
    assert mended(text) == "\nSleep well.\n\n\nGood night.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One.\n\n{c}\n\nTwo.\n", "One.\n\n\nTwo.\n"),
        ("One.\r\n\r\n{c}\r\n\r\nTwo.\r\n", "One.\r\n\r\n\r\nTwo.\r\n"),
        ("One.\n{c}\nTwo.\n", "One.\n\nTwo.\n"),
        ("One. {c} Two.\n", "One. Two.\n"),
        ("{c}\nOne.\n", "One.\n"),
        ("One.\n{c}", "One.\n"),
    ],
)
def test_an_unused_comment_is_taken_out_and_the_paragraphs_stay_as_they_are(before: str, after: str) -> None:
    assert mended(before.replace("{c}", "<!-- healthlint-disable-file HL805 -- ads -->")) == after


def test_of_several_codes_only_the_unused_are_taken_out() -> None:
    text = f"<!-- healthlint-disable-next-line HL805, HL803 -- ads -->\n\n{WORDS}\n"
    found = report(text, "HL805", "HL803", *META).diagnostics
    (edit,) = (edit for each in found for fix in each.fixes for edit in fix.edits)
    assert text[: edit.start.offset] + edit.text + text[edit.end.offset :] == text.replace("HL805, HL803", "HL805")


def test_an_entry_of_its_own_line_is_taken_out_of_the_front_matter() -> None:
    text = "---\nhealthlint:\n  disable:\n    - HL805 -- ads\n---\n\nSleep well.\n"
    assert mended(text) == "---\nhealthlint:\n  disable:\n---\n\nSleep well.\n"


def test_a_mistyped_code_is_offered_as_it_should_be_but_not_as_a_safe_repair() -> None:
    (found,) = report("<!-- healthlint-disable-file HL8O5 -- ads -->\n\nSleep well.\n").diagnostics
    ((message, safe, (edit,)),) = found.fixes
    assert (message, safe, edit.text) == ("write HL805", False, "HL805")


def test_many_comments_cost_little() -> None:
    text = "<!-- healthlint-disable-next-line HL805 -->\n\nSleep well.\n\n" * 2_000
    assert len(said(text, "HL805", "HL004")) == 2_000
