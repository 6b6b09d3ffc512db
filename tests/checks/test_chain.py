"""Chains of causes and effects."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.checks.conftest import Findings


def test_a_chain_reaches_from_its_first_step_to_its_last(findings: Findings) -> None:
    text = "Every spring, late dinners disturb sleep, leading to stress, which triggers migraine for weeks."
    assert findings("HL217", text) == ["late dinners disturb sleep, leading to stress, which triggers migraine"]


def test_two_effects_of_one_cause_are_one_step(findings: Findings) -> None:
    assert findings("HL217", "Late dinners disturb sleep, causing stress and triggering migraine.") == []


def test_a_chain_that_ends_in_a_molecule_is_physiology(findings: Findings) -> None:
    text = "Sugar causes inflammation, raising insulin resistance, which in turn raises fat in the blood vessels."
    assert findings("HL217", text) == []


def test_what_a_person_is_quoted_as_saying_is_no_chain_of_the_article(findings: Findings) -> None:
    text = "“Late dinners disturb sleep, leading to stress, which triggers migraine,” says Ines Okafor."
    assert findings("HL217", text) == []
