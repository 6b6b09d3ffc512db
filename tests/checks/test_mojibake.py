"""Broken encoding as findings: where it is looked for, and the repair that goes with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from healthlint.engine.lint import lint
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from healthlint.model.finding import Diagnostic

RULESET = load_rules()


def report(text: str | bytes, path: str = "a.md") -> list[Diagnostic]:
    rule = RULESET.find("HL901")
    assert rule is not None
    data = text.encode() if isinstance(text, str) else text
    return list(lint(read(data, path), RULESET._replace(rules=(rule,)), Policy(date(2026, 1, 15))).diagnostics)


def repaired(text: str, path: str = "a.md") -> str:
    """The text after all safe repairs."""
    for found in reversed(report(text, path)):
        (fix,) = found.fixes
        assert fix.safe
        for edit in reversed(fix.edits):
            text = text[: edit.start.offset] + edit.text + text[edit.end.offset :]
    return text


def test_a_repair_is_a_safe_edit() -> None:
    assert repaired("Itâ€™s the **clinicâ€™s** own.") == "It’s the **clinic’s** own."


def test_references_and_metadata_are_read_too() -> None:
    text = "---\ntitle: Donâ€™t worry\n---\n\nSleep.\n\n## References\n\n1. NowaÅ„ska K. Sleep. J Rest. 2020;1:2."
    assert repaired(text) == text.replace("â€™", "’").replace("Å„", "ń")


def test_half_of_a_broken_space_at_the_end_of_a_line_counts() -> None:
    text = "Sleep wellΒ\u00a0\n\nGo to bed early."
    (found,) = report(text, "a.txt")
    assert text[found.location.start.offset : found.location.end.offset] == "Β\u00a0"


def test_code_is_left_alone() -> None:
    assert report("```\nprint('donâ€™t')\n```") == []


def test_lost_characters_are_one_finding_without_a_repair() -> None:
    (found,) = report("The doctor\ufffds note is lo\ufffdst.")
    assert (found.variant, found.fixes, len(found.related)) == ("lost", (), 1)


def test_bytes_that_are_no_utf8_are_not_told_here() -> None:
    assert report("The doctor’s note — ".encode() + b"caf\xe9 \x81 au lait") == []


def test_an_entity_that_was_escaped_twice_is_repaired_in_the_source() -> None:
    assert repaired("<p>Salt&amp;nbsp;and pepper</p>", "a.html") == "<p>Salt\u00a0and pepper</p>"
