"""Shares that are hard to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings


def test_shares_out_of_different_numbers_are_hard_to_compare(findings: Findings) -> None:
    assert findings("HL307", "It wakes 1 in 25 men and 1 in 60 women.") == ["1 in 25 men and 1 in 60"]
    assert findings("HL307", "It wakes 1 in 9 men and 3% of women.") == ["1 in 9 men and 3%"]


@pytest.mark.parametrize(
    "text",
    [
        "It wakes 1 in 5 men (20%).",
        "It wakes 1 in 60 men, 80 percent fewer than before.",
        "It works in one in two or one in three.",
        "It is found in one in 300 to one in 500 people.",
        "Between one in 100 and one in 600 wake up.",
        "One in five has gout and one in nine has asthma.",
        "Asked about naps, 50 percent of nurses agreed.",
    ],
)
def test_the_same_share_or_another_topic_is_no_comparison(findings: Findings, text: str) -> None:
    assert findings("HL307", text) == []
