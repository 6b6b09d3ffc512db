"""Markup that is broken and shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings, Repair


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lone_markers_go_to_their_text(repair: Repair, path: str, newline: str) -> None:
    text = "Before a swim in the sea:\n\n-\nPut wax in.\n-\nWear a cap on it.\n\n•\n\nSwim.\n".replace("\n", newline)
    expected = "Before a swim in the sea:\n\n- Put wax in.\n- Wear a cap on it.\n\n• Swim.\n".replace("\n", newline)
    assert repair("HL906", text, path) == expected


def test_lone_markers_are_one_finding(findings: Findings) -> None:
    assert findings("HL906", "Ears and how to keep them\n-\nPut wax in.\n-\nWear a cap.\n", "a.txt") == ["-"]


@pytest.mark.parametrize(
    "text",
    [
        "Ears\n\n---\n\nWax",
        "Ears\n\n- \n  Put wax in.",
        "Ears\n-\n\nWax",
        "Ears\n\n- Wax\n-\n- Cap",
        "```\n-\nwax\n```",
        "---\nlist:\n-\n  wax\n---\n\nEars",
        "| a |\n|---|\n| - |\n\nWax",
    ],
)
def test_other_dashes_are_no_lone_markers(findings: Findings, text: str) -> None:
    assert findings("HL906", text) == []


def test_a_bullet_in_its_own_element_is_left_to_the_style_sheet(findings: Findings) -> None:
    assert findings("HL906", "<ul><li>\n•\nWax</li></ul><p>-</p><p>Cap</p>", "a.html") == []


@pytest.mark.parametrize(
    "text", ["Put **wax in your ears.", "Put wax** in your ears.", "**Note: put wax in your ears."]
)
def test_stars_without_a_partner_are_broken(findings: Findings, text: str) -> None:
    assert len(findings("HL906", text)) == 1


@pytest.mark.parametrize(
    "text",
    ["Put **wax** in.", "Wax is 2**3 and `**x`.", "Clean in a day.**\n\n**Not in all ears.", "A * and a ** and ***."],
)
def test_other_stars_are_right(findings: Findings, text: str) -> None:
    assert findings("HL906", text) == []


def test_a_tag_in_plain_text_is_one_finding_for_all(findings: Findings) -> None:
    assert findings("HL906", "Dry your ears.<br>Leave the wax.<br/>Swim.\n", "a.txt") == ["<br>"]


def test_comparisons_are_no_tags(findings: Findings) -> None:
    assert findings("HL906", "Ages <b or p<.05 and 3 <i 5> and <brook@ears.example>\n", "a.txt") == []


@pytest.mark.parametrize(("numbers", "expected"), [("1 2 4 5", ["Step 4"]), ("1 2 3 3 4", ["Step 3"])])
def test_a_number_that_is_skipped_or_comes_twice_is_wrong(
    findings: Findings, numbers: str, expected: list[str]
) -> None:
    text = "\n".join(f"{number}. Step {number}" for number in numbers.split())
    assert findings("HL906", text) == expected


@pytest.mark.parametrize("numbers", ["1 1 1 1", "1 2 3 4", "5 4 3 2 1", "1 3", "1 3 5 7", "3 4 6 7"])
def test_other_ways_to_number_are_right(findings: Findings, numbers: str) -> None:
    assert findings("HL906", "\n".join(f"{number}. Step {number}" for number in numbers.split())) == []


def test_headings_that_skip_a_number_are_told(findings: Findings) -> None:
    text = "\n\n".join(f"## {number}. Ear\n\n### 1. Wax\n\nDry it." for number in (1, 2, 4, 5))
    assert findings("HL906", text) == ["4. Ear"]
