"""Prose that is none: it ends, its claims are sane, and twice as much of it is twice as much work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.work import steps

if TYPE_CHECKING:
    from conftest import ReadClaims

TALK = (
    "low zinc may cause hay fever in people with asthma and it can lead to eczema which studies have linked to sugar "
    "because sleep helps the skin heal and too much salt raises the risk of a stroke in older men than in women "
)
SHAPES = {
    "one sentence": TALK,
    "capitals": "ZINC CAUSES MIGRAINE AND MAY WORSEN ECZEMA ",
    "open quotes": "“ low zinc causes hay fever ",
    "open brackets": "( low zinc causes hay fever ",
    "causes": "causes ",
    "may": "may ",
    "that": "that ",
    "commas": ", ",
    "linked": "linked to ",
    "caused by": "caused by ",
    "risk": "higher risk of ",
    "claims": "zinc causes migraine ",
    "an endless list": "zinc, migraine, sugar and eczema, ",
    "helps to": "helps to improve ",
    "items": "zinc causes hay fever and may help\n- ",
    "short sentences": "Zinc causes hay fever. ",
}


def times(shape: str, words: int) -> str:
    unit = SHAPES[shape]
    return "- " + unit * (words // len(unit.split()))


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_is_twice_the_work(claims: ReadClaims, shape: str) -> None:
    claims(times(shape, 100))  # what is loaded once
    once = steps(lambda: claims(times(shape, 400)))
    assert steps(lambda: claims(times(shape, 800))) < 2.4 * once


@pytest.mark.parametrize("shape", SHAPES)
def test_claims_stay_inside_the_text_and_in_order(claims: ReadClaims, shape: str) -> None:
    text = times(shape, 2_000)
    found = claims(text)
    assert all(0 <= claim.whole[0] <= claim.start < claim.end <= claim.whole[1] <= len(text) for claim in found)
    assert [claim.sentence.start for claim in found] == sorted(claim.sentence.start for claim in found)


@pytest.mark.parametrize("word", ["causes", "may", "that", "because", "risk", "not", ",", "(", "“"])
def test_one_word_a_great_many_times_claims_nothing(claims: ReadClaims, word: str) -> None:
    assert claims(f"{word} " * 20_000) == ()


def test_a_text_without_full_stops_has_its_claims_all_the_same(claims: ReadClaims) -> None:
    text = TALK * 300
    assert len(text) > 60_000
    assert {claim.outcome.key for claim in claims(text) if claim.outcome} >= {"hay fever", "eczema", "stroke"}


def test_a_sentence_of_five_thousand_words_has_the_claims_of_its_end(claims: ReadClaims) -> None:
    found = claims("The list names " + "oats, rye, " * 2_500 + "because low zinc causes hay fever.")
    assert [(claim.exposure.key, claim.outcome.key) for claim in found if claim.exposure and claim.outcome] == [
        ("zinc", "hay fever")
    ]


def test_what_is_shouted_is_claimed(claims: ReadClaims) -> None:
    (claim,) = claims("LOW ZINC CAUSES HAY FEVER!")
    assert claim.strength == "causal"


@pytest.mark.parametrize("opening", ["“", '"', "(", "[", "((((", "“(‘["])
def test_what_is_opened_may_stay_open(claims: ReadClaims, opening: str) -> None:
    (claim,) = claims(f"He wrote {opening}low zinc causes hay fever")
    assert claim.strength == "causal"


def test_a_claim_past_the_end_of_a_stretch_has_its_own_sides(claims: ReadClaims) -> None:
    found = claims("oats, " * 400 + "; low zinc causes hay fever, and too much salt causes stroke")
    assert [claim.exposure.key for claim in found if claim.exposure] == ["zinc", "sodium"]
