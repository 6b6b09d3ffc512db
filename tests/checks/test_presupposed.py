"""Causes that are taken for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

LINK = " In surveys, zinc was linked to eczema."


def test_a_presupposed_cause_of_something_linked_is_found(findings: Findings) -> None:
    text = "Zinc is not the only cause of eczema." + LINK
    assert findings("HL206", text) == ["Zinc is not the only cause of eczema."]


@pytest.mark.parametrize(
    "text",
    [
        "“Zinc is not the only cause of eczema,” said Ada Odell.",
        "Zinc could be the reason why eczema comes back.",
        "The team made contributions to understanding how cells divide.",
        "The Zinc-Related (ZR) Programme ended. ZR helped many with eczema.",
    ],
)
def test_what_is_said_by_others_or_with_care_or_of_other_things_is_none(text: str, findings: Findings) -> None:
    assert findings("HL206", text + LINK) == []
