"""Relative changes without the risk that they start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Naps cut the risk of falls by 30%.", "risk of falls by 30%"),
        ("Nappers had a 30% higher risk of falls.", "30% higher risk"),
        ("Nappers were twice as likely to fall.", "twice as likely"),
        ("Naps doubled the risk of falls.", "doubled the risk"),
    ],
)
def test_a_change_alone_says_little(findings: Findings, text: str, words: str) -> None:
    assert findings("HL306", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Naps cut the risk of falls by 30%. That is 2 falls fewer in 1,000.",
        "Of the nappers 4% had gout, against 2% of the others. Naps doubled the risk of gout.",
        "The risk of falls rose by two percentage points.",
        "They saw 40 deaths in one group and 20 deaths in the other: a 50% lower risk.",
        "Deaths from falls halved to 900.",
        "Gout came back in four patients, compared with 19 patients: a 20% lower risk.",
        "Naps cut the risk of falls by 30%. For every ten nappers, one is spared.",
        "About 30% of those at risk fell.",
        "Nappers were 32% more likely to eat fish.",
    ],
)
def test_absolute_numbers_beside_it_tell_the_risk(findings: Findings, text: str) -> None:
    assert findings("HL306", text) == []


def test_absolute_numbers_in_another_paragraph_come_too_late(findings: Findings) -> None:
    assert findings("HL306", "Naps doubled the risk of falls.\n\nOne in 50 nappers fell.") == ["doubled the risk"]


def test_an_article_is_told_once(findings: Findings) -> None:
    text = "Naps doubled the risk of falls.\n\nPillows cut the risk of gout by 30%."
    assert findings("HL306", text) == ["doubled the risk"]
