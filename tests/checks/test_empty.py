"""Headings and labels with nothing behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings


@pytest.mark.parametrize(
    "text",
    [
        "# Sleep\n\n## Causes of it\n\n### Noise\n\nTraffic.",
        "# Sleep\n\n## A picture\n\n![](bed.png)\n\n## Rest\n\nGo.",
        "# Sleep\n\n## A list\n\n- one\n\n## Code\n\n```\nx\n```",
        "# Sleep\n\n## How to sleep through the night\n\n## Rest\n\nGo.",
        "# Sleep\n\nGo.\n\n## # # #",
        "# Sleep\n\n## Watch\n\n<video src='x'></video>\n\n## Rest\n\nGo.",
        "# Sleep\n\n## Contents\n\n[TOC]\n\n## Rest\n\nGo.",
        "# Tea\n\n- Uses:\n  - baths\n- Form: leaves\n- Taste: mild",
        "# Tea\n\n- Remember:\n\nDrink it hot.",
        "# Tea\n\nThere are two kinds:\n\n## Green\n\nLeaves.",
        "# Tea\n\nForm: leaves\n\nHow to brew:\n\nPour hot water on it.",
    ],
)
def test_something_stands_behind_these(findings: Findings, text: str) -> None:
    assert findings("HL904", text) == []


def test_a_heading_before_one_of_a_higher_level_is_empty(findings: Findings) -> None:
    assert findings("HL904", "# Sleep\n\nGo.\n\n### Noise\n\n## Rest\n\nGo.") == ["Noise"]


def test_a_list_of_contents_without_entries_is_an_error(findings: Findings) -> None:
    text = (
        "Sleep and rest\n\nTable of Contents\n\nPeople who go to bed at the same time every day fall asleep sooner.\n"
    )
    assert findings("HL904", text, "a.txt", severity="error") == ["Table of Contents"]


def test_a_line_before_a_heading_is_an_empty_heading_in_plain_text(findings: Findings) -> None:
    text = (
        "Sleep in the summer heat\nA wet towel in front of the open window cools a bedroom by a few degrees at night.\n"
        "More on rooms\nWhat helps in the city\nThin sheets and a fan beside the bed help most people to fall asleep.\n"
    )
    assert findings("HL904", text, "a.txt") == ["More on rooms"]


def test_a_label_at_the_end_is_an_empty_section(findings: Findings) -> None:
    assert findings("HL904", "# Tea\n\n## Uses\n\nDrink it.\n\n**Sources:**\n\n## Taste\n\nMild.") == ["Sources:"]
    assert findings("HL904", "# Tea\n\nDrink it.\n\nSources:\n") == ["Sources:"]


def test_a_label_among_labels_lacks_its_value(findings: Findings) -> None:
    text = "# Tea\n\nForm: leaves\n\nDose:\n\nTaste: mild\n\nDrink it hot."
    assert findings("HL904", text, severity="error") == ["Dose:"]


def test_tags_without_content_fill_no_section(findings: Findings) -> None:
    page = "<h1>Tea</h1><section><h2>Uses</h2><ul></ul></section><section><h2>Taste</h2><p>Mild.</p></section>"
    assert findings("HL904", page, "a.html") == ["Uses"]
