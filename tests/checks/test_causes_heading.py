"""Headings that announce causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.checks.conftest import Findings


def test_doubt_in_a_part_of_the_section_counts(findings: Findings) -> None:
    text = "# Acne\n\n## Causes of acne\n\n### Food\n\nMilk has been linked to acne.\n"
    assert findings("HL215", text) == ["Causes of acne"]


def test_doubt_in_the_next_section_does_not_count(findings: Findings) -> None:
    text = "# Acne\n\n## Causes of acne\n\nWe asked readers.\n\n## Food\n\nMilk has been linked to acne.\n"
    assert findings("HL215", text) == []


def test_what_the_illness_itself_is_linked_to_is_no_doubt_about_its_causes(findings: Findings) -> None:
    text = "# Acne\n\n## Causes of acne\n\nAcne has been linked to depression.\n"
    assert findings("HL215", text) == []


def test_a_heading_about_causing_something_else_is_left_alone(findings: Findings) -> None:
    text = "# Acne\n\n## Causes for concern\n\nMilk has been linked to acne.\n"
    assert findings("HL215", text) == []
