"""What claims are about: listed terms, words known by their ending, adjectives of medicine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from healthlint.analysis.claims import Claim


@pytest.mark.parametrize(
    ("text", "exposure", "outcome"),
    [
        ("Zanubrutinib shrinks lymphadenopathy.", "zanubrutinib", "lymphadenopathy"),
        ("Vorapristatin prevents heart attacks.", "vorapristatin", "heart attack"),
        ("Echovirus causes fever.", "echovirus", "fever"),
        ("Cordotomy relieves pain.", "cordotomy", "pain"),
        ("Benzene causes angiosarcomas.", "benzene", "angiosarcoma"),
        ("Methane exposure aside, ammonia causes bronchospasm.", "ammonia", "bronchospasm"),
        ("Swaddling eases teething.", "swaddling", "teething"),
        ("Drinking peppermint tea eases migraine.", "peppermint tea", "migraine"),
        ("Drinking causes hypertension.", "alcohol", "hypertension"),
        ("Stage fright is caused by caffeine.", "caffeine", "stage fright"),
    ],
)
def test_both_sides_are_known(claims: Callable[[str], list[Claim]], text: str, exposure: str, outcome: str) -> None:
    [claim] = claims(text)
    assert claim.exposure is not None
    assert claim.outcome is not None
    assert (claim.exposure.key, claim.outcome.key) == (exposure, outcome)


@pytest.mark.parametrize("text", ["The gadget affects renal outcomes.", "It impairs glycemic control."])
def test_an_adjective_of_medicine_makes_it_a_matter_of_health(strength: Callable[[str], str], text: str) -> None:
    assert strength(text) == "causal"


@pytest.mark.parametrize(
    "text",
    [
        "The new boss affects academic standards.",
        "The diploma affects salaries.",
        "Jardiance boosts earnings.",
    ],
)
def test_other_words_with_such_endings_do_not(strength: Callable[[str], str], text: str) -> None:
    assert strength(text) == "none"


def test_an_adjective_is_no_side_of_a_claim(claims: Callable[[str], list[Claim]]) -> None:
    [claim] = claims("Turmeric improves renal outcomes.")
    assert claim.outcome is not None
    assert claim.outcome.key == "outcome"


def test_a_lack_of_a_nutrient_keeps_its_key(claims: Callable[[str], list[Claim]]) -> None:
    [claim] = claims("Vitamin D deficiency causes rickets.")
    assert claim.exposure is not None
    assert (claim.exposure.key, claim.exposure.direction) == ("vitamin d", "low")


def test_the_same_is_no_supplement(claims: Callable[[str], list[Claim]]) -> None:
    assert all(claim.exposure is None for claim in claims("The same causes headaches in others."))
