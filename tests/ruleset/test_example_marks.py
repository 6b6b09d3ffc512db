"""The marks in examples."""

from __future__ import annotations

import pytest

from healthlint.ruleset.examples import unmark


def test_marks_are_taken_out_and_remembered() -> None:
    marked = unmark("Say ⟦this⟧ and ⟦that⟧.")
    assert marked.text == "Say this and that."
    assert [marked.text[slice(*place)] for place in marked.places] == ["this", "that"]


@pytest.mark.parametrize("text", ["⟦open", "close⟧", "⟦one ⟦two⟧⟧"])
def test_a_mark_without_its_partner_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no partner"):
        unmark(text)
