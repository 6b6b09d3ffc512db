"""Headings that stand twice: which are mistakes, and which belong to like entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

ITCH = "Itching skin wants a cream with urea, and the pain goes in a day."


def page(*headings: str) -> str:
    return "# Eczema\n\n" + "\n\n".join(f"{heading}\n\n{ITCH}" for heading in headings)


def repeated(findings: Findings, *headings: str) -> list[str]:
    return findings("HL105", page(*headings), article="advice")


def test_the_second_of_two_like_headings_is_told(findings: Findings) -> None:
    assert repeated(findings, "## Care", "## Food", "## Care") == ["Care"]


def test_three_in_a_row_are_told(findings: Findings) -> None:
    assert repeated(findings, "## Care", "## Care", "## Care") == ["Care", "Care"]


def test_each_further_copy_is_told(findings: Findings) -> None:
    assert repeated(findings, "## Care", "## Food", "## Care", "## Bath", "## Care") == ["Care", "Care"]


def test_marks_and_case_make_no_difference(findings: Findings) -> None:
    assert repeated(findings, "## Skin care", "## Food", "## *Skin Care:*") == ["Skin Care:"]


def test_like_headings_under_two_others_are_right(findings: Findings) -> None:
    assert repeated(findings, "## Hands", "### Care", "## Feet", "### Care") == []


def test_another_level_is_another_heading(findings: Findings) -> None:
    assert repeated(findings, "## Care", "### Care") == []


def test_the_headings_of_like_entries_are_right(findings: Findings) -> None:
    assert repeated(findings, "## Zinc", "## Dose", "## Effects", "## Iron", "## Dose", "## Effects") == []


def test_furniture_is_not_looked_at(findings: Findings) -> None:
    furniture = "\n\n## Latest Posts\n\n- [A](a.md)\n- [B](b.md)\n\n## Newsletter\n\n## Latest Posts\n\n- [C](c.md)\n"
    assert findings("HL105", page("## Care", "## Food") + furniture, article="advice") == []


def test_the_title_may_stand_over_the_text_again(findings: Findings) -> None:
    text = f"---\ntitle: Eczema\n---\n\n## Eczema\n\n{ITCH}\n\n## Care\n\n{ITCH}\n\n## Eczema\n\n{ITCH}"
    assert findings("HL105", text, article="advice") == []


def test_a_heading_without_a_letter_is_no_heading(findings: Findings) -> None:
    assert repeated(findings, "## ***", "## Food", "## ***") == []
