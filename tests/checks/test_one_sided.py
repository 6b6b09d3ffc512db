"""Supplements that are praised and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

PRAISE = "Melatonin relieves insomnia. Melatonin improves sleep quality. Melatonin also reduces jet lag."
TITLE = "# Sleep in spring"


def _page(words: str) -> str:
    return f"{TITLE}\n\n{words}\n"


def test_three_praises_without_a_harm_are_one_sided(findings: Findings) -> None:
    assert findings("HL411", _page(PRAISE), article="advice") == ["Sleep in spring"]


@pytest.mark.parametrize(
    "harm",
    [
        "Melatonin has side effects.",
        "Melatonin may cause headaches.",
        "Do not take such tablets with alcohol, since they interact.",
        "Too much melatonin is no good.",
    ],
)
def test_any_harm_balances_the_praise(findings: Findings, harm: str) -> None:
    assert findings("HL411", _page(f"{PRAISE}\n\n{harm}"), article="advice") == []


def test_the_harm_of_a_lack_is_none_of_the_supplement(findings: Findings) -> None:
    words = "Zinc tablets are cheap. Zinc prevents infections. Zinc reduces acne. Zinc shortens colds."
    lack = "## Lack\n\nA lack of zinc can cause hair loss."
    assert findings("HL411", _page(f"{words}\n\n{lack}"), article="advice") == ["Sleep in spring"]


def test_a_nutrient_in_food_is_no_supplement(findings: Findings) -> None:
    words = "Zinc stands in meat and beans. Zinc prevents infections. Zinc reduces acne. Zinc shortens colds."
    assert findings("HL411", _page(words), article="advice") == []


def test_the_harm_of_something_else_does_not_balance(findings: Findings) -> None:
    other = "## Lamps\n\nA hot lamp can be dangerous."
    assert findings("HL411", _page(f"{PRAISE}\n\n{other}"), article="advice") == ["Sleep in spring"]


def test_news_is_not_asked_for_harms(findings: Findings) -> None:
    assert findings("HL411", _page(PRAISE), article="news") == []
