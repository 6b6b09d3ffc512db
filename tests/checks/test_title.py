"""Titles that are missing, repeated, shouted or long."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

PROSE = (
    "People with restless legs who go to bed at the same time every day fall asleep sooner than others do, and doctors "
    "tell them to keep to it."
)


def test_a_missing_title_is_told_at_the_first_line(findings: Findings) -> None:
    assert findings("HL905", f"\n\n{PROSE}", "a.txt") == [""]


def test_an_empty_file_has_no_title(findings: Findings) -> None:
    assert findings("HL905", "") == [""]


def test_metadata_give_a_title(findings: Findings) -> None:
    assert findings("HL905", f"---\ntitle: Restless legs at night\n---\n\n{PROSE}") == []


def test_a_title_in_a_row_with_itself_is_repeated(findings: Findings) -> None:
    text = f"Restless legs at night\nRestless legs at night\n\n{PROSE}"
    assert findings("HL905", text, "a.txt") == ["Restless legs at night"]


def test_abbreviations_are_no_shouting(findings: Findings) -> None:
    assert findings("HL905", f"# HIV and AIDS: PrEP in the NHS\n\n{PROSE}") == []
    assert findings("HL905", f"# RESTLESS LEGS AT NIGHT\n\n{PROSE}") == ["RESTLESS LEGS AT NIGHT"]


def test_the_name_of_the_site_makes_no_title_long(findings: Findings) -> None:
    title = "Restless legs at night and what you can do about them in the evening"
    page = f"<head><title>{title} | The Norwood Sleep Society</title></head><h1>{title}</h1><p>{PROSE}</p>"
    assert findings("HL905", page, "a.html") == []
