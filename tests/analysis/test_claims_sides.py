"""What acts and on what, where the words of a claim stand in an unusual order or are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import ReadClaims


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The link between gluten and psoriasis is causal.", ("gluten", "psoriasis")),
        ("Gluten plays a causal role in psoriasis.", ("gluten", "psoriasis")),
        ("Eczema boils down to low zinc.", ("zinc", "eczema")),
        ("Migraine responds well to magnesium.", ("magnesium", "migraine")),
    ],
)
def test_a_cause_may_be_named_in_many_ways(claims: ReadClaims, text: str, pair: tuple[str, str]) -> None:
    (claim,) = [claim for claim in claims(text) if claim.strength == "causal"]
    assert claim.exposure is not None
    assert claim.outcome is not None
    assert (claim.exposure.key, claim.outcome.key) == pair


def test_whoever_links_two_things_is_neither_of_them(claims: ReadClaims) -> None:
    (claim,) = claims("Surveys have linked sugar to acne.")
    assert claim.exposure is not None
    assert claim.outcome is not None
    assert (claim.strength, claim.exposure.key, claim.outcome.key) == ("correlational", "sugar", "acne")


def test_supplements_are_of_the_nutrient_that_was_named(claims: ReadClaims) -> None:
    (claim,) = claims("Eczema from zinc deficiency responds to supplements.")
    assert claim.exposure is not None
    assert (claim.exposure.key, claim.exposure.direction) == ("zinc", "treat")


@pytest.mark.parametrize(
    "text",
    [
        "Nurses respond to pain at night.",
        "The receptor is responsible for binding to the outer wall.",
    ],
)
def test_doing_a_task_is_no_effect(claims: ReadClaims, text: str) -> None:
    assert [claim for claim in claims(text) if claim.strength == "causal"] == []


def test_what_somebodys_body_does_may_be_the_illness_in_the_title(claims: ReadClaims) -> None:
    (claim,) = claims("# Hay fever\n\nBecause of low zinc, his nose never stops running.")
    assert claim.outcome is not None
    assert (claim.outcome.key, claim.confidence) == ("hay fever", "low")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Migraine hurts. Chewing ginger cures it.", "Chewing ginger cures it"),
        ("He wrote: “Too much gluten causes psoriasis,” and left.", "Too much gluten causes psoriasis"),
    ],
)
def test_a_claim_has_its_pronoun_and_no_quotation_mark(claims: ReadClaims, text: str, whole: str) -> None:
    (claim,) = claims(text)
    assert text[slice(*claim.whole)] == whole
