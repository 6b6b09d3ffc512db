"""Claims that grow on their way to the conclusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

BODY = "# Zinc and acne\n\nLow zinc has been linked to acne.\n\n"


def test_a_firm_claim_in_the_middle_of_the_body_is_no_drift(findings: Findings) -> None:
    assert findings("HL213", BODY + "## Skin\n\nLow zinc can contribute to acne.\n") == []


def test_a_pair_is_told_once(findings: Findings) -> None:
    text = BODY + "## Summary\n\nLow zinc can contribute to acne. Indeed, low zinc causes acne.\n"
    assert findings("HL213", text) == ["Low zinc can contribute to acne"]


def test_the_firmest_wording_of_the_body_counts(findings: Findings) -> None:
    text = BODY + "Low zinc can contribute to acne.\n\n## Summary\n\nLow zinc can contribute to acne.\n"
    assert findings("HL213", text) == []


def test_a_conclusion_without_a_word_on_the_pair_before_it_has_not_drifted(findings: Findings) -> None:
    assert findings("HL213", "# Acne\n\nAcne is common.\n\n## Summary\n\nLow zinc can contribute to acne.\n") == []
