"""Numbers that cannot be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Naps cut headaches by 120%.", "120%"),
        ("Nappers had 200% fewer headaches.", "200%"),
        ("Gout troubles 130% of men.", "130%"),
        ("For people aged 65 to 18.", "aged 65 to 18"),
    ],
)
def test_nothing_falls_below_nothing_or_is_more_than_all(findings: Findings, text: str, words: str) -> None:
    assert findings("HL309", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Headaches rose by 120%.",
        "A spoonful has 120% of the Daily Value.",
        "The reduced dose raised naps by 120%.",
        "Naps cut headaches by 100%.",
        "For people aged 18 to 65.",
        "It fell from 65 to 18.",
        "They saw seven men under the age of 65 and 8 over it.",
        "Tests begin at age 21 or three years later.",
        "The dose was reduced to 120% of the usual one.",
    ],
)
def test_a_rise_has_no_upper_end(findings: Findings, text: str) -> None:
    assert findings("HL309", text) == []


def test_two_figures_for_one_thing_disagree(findings: Findings) -> None:
    assert findings("HL309", "Gout affects 5% of adults.\n\nGout affects 15% of adults.") == ["15%"]


@pytest.mark.parametrize(
    "other",
    [
        "Gout affects 5–6% of adults.",
        "Severe gout affects 15% of adults.",
        "Gout affects 15% of men.",
        "Asthma affects 15% of adults.",
        "Gout affects 15% of adults (Osei, 2019).",
    ],
)
def test_figures_for_different_things_do_not_disagree(findings: Findings, other: str) -> None:
    assert findings("HL309", f"Gout affects 5% of adults.\n\n{other}") == []
