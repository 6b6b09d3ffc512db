"""Characters that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings, Repair


def test_all_characters_of_a_kind_are_one_finding_with_one_repair(findings: Findings, repair: Repair) -> None:
    text = "Rinse the no\u200bse\u200b twice."
    assert findings("HL908", text) == ["\u200b"]
    assert repair("HL908", text) == "Rinse the nose twice."


def test_alike_characters_in_a_row_are_one_place(findings: Findings, repair: Repair) -> None:
    text = "Rinse the no\u200b\u200b\u200bse twice."
    assert findings("HL908", text) == ["\u200b\u200b\u200b"]
    assert repair("HL908", text) == "Rinse the nose twice."


def test_a_no_break_space_in_a_heading_becomes_a_plain_one(repair: Repair) -> None:
    assert (
        repair("HL908", "# **Hay\u00a0fever** at night\n\nHay\u00a0fever")
        == "# **Hay fever** at night\n\nHay\u00a0fever"
    )


def test_a_tab_in_a_sentence_becomes_a_space(repair: Repair) -> None:
    assert repair("HL908", "Pollen flies in\tdry wind.\n", "a.txt") == "Pollen flies in dry wind.\n"


@pytest.mark.parametrize("text", ["👩\u200d⚕️ airs", "می\u200cخواهم", "หู\u200bจมูก", "क\u094d\u200dष"])
def test_a_character_that_its_script_needs_stays(findings: Findings, text: str) -> None:
    assert findings("HL908", f"Write {text} on the door.") == []


@pytest.mark.parametrize("entity", ["&shy;", "&#8203;", "&zwnj;", "&#xFEFF;"])
def test_a_character_that_is_written_out_is_meant(findings: Findings, entity: str) -> None:
    assert findings("HL908", f"<p>ear{entity}wax</p>", "a.html") == []


def test_words_and_their_units_may_be_held_together(findings: Findings) -> None:
    assert findings("HL908", "# Vitamin\u00a0D, 5\u00a0mg, Dr.\u00a0Brook\n\nEar\u00a0wax.") == []


def test_a_byte_order_mark_at_the_beginning_is_none_of_the_text(findings: Findings) -> None:
    assert findings("HL908", "\ufeff# Ears") == []
