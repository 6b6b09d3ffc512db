"""Benefits that are concluded from mechanisms."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.checks.conftest import Findings


def test_the_benefit_is_reported_and_not_the_mechanism(findings: Findings) -> None:
    text = "Turmeric has anti-inflammatory properties. In short, turmeric relieves arthritis in winter."
    assert findings("HL216", text) == ["turmeric relieves arthritis"]


def test_a_mechanism_two_sentences_back_is_no_reason_given(findings: Findings) -> None:
    text = "Turmeric is an antioxidant. It grows in warm countries. Turmeric relieves arthritis."
    assert findings("HL216", text) == []


def test_less_inflammation_is_itself_a_mechanism(findings: Findings) -> None:
    assert findings("HL216", "Turmeric is an antioxidant. Turmeric relieves chronic inflammation.") == []


def test_a_kind_of_medicine_is_no_mechanism(findings: Findings) -> None:
    assert findings("HL216", "Many people take anti-inflammatory drugs. Massage relieves arthritis.") == []
