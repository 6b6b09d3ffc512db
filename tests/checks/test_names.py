"""Given-up names and mixed spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings


def page(*paragraphs: str) -> str:
    return "\n\n".join(["# Tiredness", *paragraphs])


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("anemia", "anaemia"),
        ("coeliac disease", "celiac disease"),
        ("Crohn's disease", "Crohn disease"),
        ("type 2 diabetes", "type-2 diabetes"),
    ],
)
def test_the_rarer_spelling_of_a_name_is_found_once(findings: Findings, common: str, rare: str) -> None:
    text = page(f"Some tired people have {common}.", f"If {common} runs in your family, ask.", f"{rare} is common.")
    assert findings("HL809", text + f"\n\nSo test for {rare}? Or {common}?", article="advice") == [rare]


@pytest.mark.parametrize(
    "text",
    [
        page("Some have anemia. The Anaemia Society helps."),
        page("Some have anemia.", "> We live with anaemia."),
        page("Some have anemia, “anaemia” in Britain."),
        page("Some have anemia.", "## Anaemia and you"),
        page("Some have Crohn's disease. The Crohn Disease Foundation helps."),
        page("Anemia is common. Ask about anemia."),
    ],
)
def test_names_quotations_and_headings_are_not_compared(findings: Findings, text: str) -> None:
    assert findings("HL809", text, article="advice") == []


def test_a_given_up_name_is_found_beside_a_mixed_spelling(findings: Findings) -> None:
    text = page("Anemia tires people, and anemia is common in type II diabetes. So test for anaemia.")
    assert findings("HL809", text, article="advice") == ["type II diabetes", "anaemia"]
