"""Words that claim too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings


@pytest.mark.parametrize(
    "text",
    [
        "Look for therapies that are proven to ease joint pain.",
        "Zinc may one day be clinically proven to shorten colds.",
        "Nobody has clinically proven that zinc shortens colds.",
        "“Zinc is clinically proven. It ended my cold in a day,” says Ines Okafor.",
        "If zinc were clinically proven to shorten colds, we would sell it.",
    ],
)
def test_proof_that_the_article_does_not_claim_is_left_alone(findings: Findings, text: str) -> None:
    assert findings("HL210", text) == []


def test_a_sentence_is_told_once(findings: Findings) -> None:
    text = "Zinc is clinically proven and guaranteed to stop a cold."
    assert findings("HL210", text) == ["clinically proven"]


def test_what_a_remedy_in_general_is_proven_to_do_is_a_claim_if_it_is_this_one(findings: Findings) -> None:
    assert findings("HL210", "This therapy is clinically proven to ease joint pain.") == ["clinically proven"]


def test_a_harmless_illness_is_no_harmless_remedy(findings: Findings) -> None:
    assert findings("HL214", "Unlike zinc, hiccups and colds are completely harmless.") == []
