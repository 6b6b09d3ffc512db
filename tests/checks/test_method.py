"""How somebody took their life."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

BODY = "# Low mood\n\nLow mood is common. Call or text 988 in a crisis.\n\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("He tried to end his life; suicide had been on his mind, and he took 40 tablets.", "he took 40 tablets"),
        ("She died by suicide. She overdosed on sertraline.", "overdosed on sertraline"),
        ("He shot himself. It was the third suicide in the town.", "shot himself"),
    ],
)
def test_a_method_is_found_in_the_sentence_or_beside_it(findings: Findings, words: str, found: str) -> None:
    assert findings("HL416", BODY + words, article="news") == [found]


@pytest.mark.parametrize(
    "words",
    [
        "She died by suicide. She was thirty.",
        "He took two tablets for his headache.",
        "Suicidal thoughts had come back. She took two tablets of her medicine a day.",
        "Suicidal thoughts may come with an overdose of work.",
        "Suicide rates fell after fewer people jumped off bridges.",
        "The cell set off its suicide programme, apoptosis, and jumped from one phase to the next.",
        "She died by suicide.\n\nHer brother jumped from a boat.",
    ],
)
def test_other_sentences_tell_no_method(findings: Findings, words: str) -> None:
    assert findings("HL416", BODY + words, article="news") == []
