"""What one study is said to settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

CITED = " ([Odell 2021](https://example.org/odell))."


def test_the_finding_is_the_study_and_its_verb(findings: Findings) -> None:
    text = "Last year a small trial in two towns has proven that zinc shortens colds."
    assert findings("HL209", text) == ["a small trial in two towns has proven"]


def test_a_source_excuses_confirming_and_not_proving(findings: Findings) -> None:
    assert findings("HL209", "A study confirms that zinc shortens colds" + CITED) == []
    assert findings("HL209", "A study proves that zinc shortens colds" + CITED) == ["A study proves"]


@pytest.mark.parametrize(
    "text",
    [
        "A study was designed to prove that zinc shortens colds.",
        "A study may one day prove that zinc shortens colds.",
        "In the study, doctors proved that zinc shortens colds.",
        "Ines Okafor said the study proves that zinc shortens colds.",
        "A systematic review confirms that zinc shortens colds.",
        "The study confirmed the address of each pharmacy.",
        "Does this study prove that zinc shortens colds?",
    ],
)
def test_what_does_not_settle_a_question_is_left_alone(findings: Findings, text: str) -> None:
    assert findings("HL209", text) == []


def test_a_few_weeks_are_no_few_people(findings: Findings) -> None:
    assert findings("HL209", "A study of 12 weeks found that naps cure headaches.") == []


def test_what_a_few_people_had_in_a_study_is_a_result(findings: Findings) -> None:
    assert findings("HL209", "A study of 18 students found that naps cured their headaches.") == []
