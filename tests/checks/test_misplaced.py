"""Statements in places where they do not help."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

DENIAL = "This is not medical advice."


def test_a_dose_two_sentences_on_takes_a_statement_back(findings: Findings) -> None:
    page = f"# Cramps\n\n{DENIAL} Rest well. Take magnesium at night."
    assert findings("HL415", page, article="advice") == [DENIAL]


def test_a_dose_further_down_does_not(findings: Findings) -> None:
    page = f"# Cramps\n\n{DENIAL} Rest well. Drink enough.\n\nTake magnesium at night."
    assert findings("HL415", page, article="advice") == []


def test_a_statement_in_the_article_makes_up_for_one_in_the_footer(findings: Findings) -> None:
    footer = f"<footer><p>{DENIAL}</p></footer>"
    body = "<main><h1>Cramps</h1><p>Cramps come at night.</p>{}</main>"
    assert findings("HL415", body.format("") + footer, path="a.html", article="advice") == [DENIAL]
    assert findings("HL415", body.format(f"<p>{DENIAL}</p>") + footer, path="a.html", article="advice") == []
