"""Personal reports in the place of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Some people report relief after two drops.", "Some people report"),
        ("Nurses swear by copper.", "swear by"),
        ("I tried copper and my gout went away.", "I tried"),
    ],
)
def test_what_somebody_felt_is_no_evidence(findings: Findings, text: str, words: str) -> None:
    assert findings("HL311", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Some people report relief. There is no evidence for it.",
        "Some people report headaches.",
        "I tried pills, but they stopped working.",
        "Do some people report relief?",
        "Some people report relief ([Osei](https://example.org/1)).",
    ],
)
def test_a_report_with_its_limits_or_without_a_benefit_is_no_fault(findings: Findings, text: str) -> None:
    assert findings("HL311", text) == []
