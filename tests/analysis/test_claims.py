"""Claims: what a sentence asserts, how strongly, and about what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import ReadClaims, StrengthOf


@pytest.mark.parametrize(
    "sentence",
    [
        "Zinc shortens colds.",
        "Low zinc is a leading cause of hay fever.",
        "Hay fever is often caused by too little zinc.",
        "A shortage of zinc is behind many cases of hay fever.",
        "Hay fever results from too little zinc.",
        "Because of low zinc, her hay fever never stops.",
        "Low zinc does not only cause hay fever, it also slows healing.",
        "Peppermint tea does wonders for bloating.",
        "Take zinc to shorten your cold.",
        "Swimming in cold water put the patients at risk of cramps.",
        "The swelling narrows the airway, causing shortness of breath.",
        "The tablets are safe and effective against migraine.",
        "Side effects of the tablets include nausea and itching.",
        "Mutations in this gene cause anemia.",
        "Women who smoke raise the risk of asthma in their children.",
        "Yoga: reduce stress and sleep better.",
    ],
)
def test_an_effect_stated_as_fact_is_causal(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "Zinc may shorten colds.",
        "Zinc might possibly ease hay fever.",
        "Zinc seems to shorten colds.",
        "Low zinc is thought to cause hay fever.",
        "The results suggest that zinc shortens colds.",
        "Zinc could be useful against colds.",
        "Low zinc may weaken the skin, leading to eczema.",
    ],
)
def test_a_hedged_effect_is_conditional(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "Low zinc has been linked to hay fever.",
        "The survey found an association between screen time and migraine.",
        "People who sleep little are more likely to catch colds.",
        "Lack of sleep is a risk factor for colds.",
        "Patients in the zinc group had fewer colds than those who took a sham pill.",
    ],
)
def test_going_together_is_correlational(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "correlational"


@pytest.mark.parametrize(
    "sentence",
    [
        "Does zinc shorten colds?",
        "If low zinc causes your hay fever, treatment is simple.",
        "There is no evidence that zinc shortens colds.",
        "Zinc does not shorten colds.",
        "The team wants to know whether zinc shortens colds.",
        "The trial was designed to reduce pain.",
        "Doctors cannot rule out that low zinc causes hay fever.",
        "Ask your doctor about zinc.",
        "The gene that causes the syndrome is not yet known.",
        "The cancer-fighting cells are grown in a flask.",
        "The trials had a high risk of bias.",
        "The findings raise concerns about vaccines.",
        "More than 300 patients took part.",
        "A blood test can help your doctor find the cause.",
    ],
)
def test_what_is_not_asserted_is_no_claim(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


def test_can_is_causal_and_kept_apart(claims: ReadClaims) -> None:
    (claim,) = claims("Zinc can shorten colds.")
    assert (claim.strength, claim.modal) == ("causal", "can")


def test_a_participle_takes_over_the_mood_of_its_verb(claims: ReadClaims) -> None:
    found = claims("Low zinc can weaken the skin, leading to eczema.")
    assert [(claim.relation, claim.modal) for claim in found] == [("impair", "can"), ("lead to", "can")]


def test_a_hedge_does_not_reach_the_next_verb(claims: ReadClaims) -> None:
    found = claims("Low zinc may cause hay fever and triggers eczema.")
    assert [(claim.relation, claim.strength) for claim in found] == [("cause", "conditional"), ("trigger", "causal")]


def test_each_verb_has_its_own_subject(claims: ReadClaims) -> None:
    found = claims("Iron deficiency leads to anemia, and low zinc causes eczema.")
    pairs = [(claim.exposure.key, claim.outcome.key) for claim in found if claim.exposure and claim.outcome]
    assert pairs == [("iron", "anemia"), ("zinc", "eczema")]


def test_the_passive_turns_the_sides_round(claims: ReadClaims) -> None:
    (claim,) = claims("Eczema is caused by too little zinc.")
    assert claim.exposure is not None
    assert claim.outcome is not None
    assert (claim.exposure.key, claim.exposure.direction, claim.outcome.key) == ("zinc", "low", "eczema")


def test_names_of_one_thing_meet(claims: ReadClaims) -> None:
    found = claims("Low iron causes RLS. Low iron causes restless legs.")
    assert {claim.outcome.key for claim in found if claim.outcome} == {"restless legs syndrome"}


def test_a_pronoun_stands_for_what_was_named_before(claims: ReadClaims) -> None:
    (claim,) = claims("Many people take magnesium. It relieves migraine.")
    assert claim.exposure is not None
    assert (claim.exposure.key, claim.confidence) == ("magnesium", "medium")


def test_a_quotation_has_a_speaker(claims: ReadClaims) -> None:
    (claim,) = claims('"Low zinc causes hay fever in half of my patients," says Dr. Ines Okafor.')
    assert claim.attribution == "Ines Okafor"


def test_words_in_scare_quotes_are_no_quotation(claims: ReadClaims) -> None:
    (claim,) = claims("This “super” zinc cures hay fever.")
    assert claim.attribution == ""


def test_a_compound_may_end_a_sentence_without_a_stop(claims: ReadClaims) -> None:
    (claim,) = claims("Zinc eases colds and is well-studied")
    assert claim.relation == "relieve"


def test_the_whole_of_a_claim_runs_from_its_first_noun_to_its_last(claims: ReadClaims) -> None:
    text = "In winter, too little zinc causes hay fever in many towns."
    (claim,) = claims(text)
    assert text[slice(*claim.whole)] == "too little zinc causes hay fever"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The tablets support gut barrier function in adults.", "The tablets support gut barrier function"),
        ("Zinc lowers the risk of falls by half.", "Zinc lowers the risk of falls"),
        ("It can ease joint pain within days.", "It can ease joint pain"),
        ("For people with gout, this tea can help with joint pain.", "this tea can help with joint pain"),
        ("While meals are enough, zinc tablets ease migraine.", "zinc tablets ease migraine"),
        ("By drinking green tea, you can relieve bloating.", "By drinking green tea, you can relieve bloating"),
        ("A shortage of zinc (or iron) causes hay fever.", "A shortage of zinc (or iron) causes hay fever"),
    ],
)
def test_a_claim_spans_its_subject_and_its_object(claims: ReadClaims, text: str, whole: str) -> None:
    assert [text[slice(*claim.whole)] for claim in claims(text)][:1] == [whole]


def test_the_object_of_an_earlier_verb_is_no_subject(claims: ReadClaims) -> None:
    (claim,) = claims("The fridge stores the iron and prevents anemia.")
    assert claim.exposure is None


def test_a_common_cause_may_be_named_after_its_effect(claims: ReadClaims) -> None:
    (claim,) = claims("One common cause of leg cramps is low zinc.")
    assert claim.exposure is not None
    assert claim.outcome is not None
    assert (claim.exposure.key, claim.outcome.key) == ("zinc", "muscle cramp")


@pytest.mark.parametrize(
    "sentence",
    [
        "The drops produce no headache.",
        "The usual way to treat gout is rest.",
        "The course treats grief as an illness.",
        "Given the benefits of zinc for the skin, they went on.",
        "The app helps your migraine team plan its visits.",
    ],
)
def test_what_is_denied_usual_or_organised_is_no_effect(claims: ReadClaims, sentence: str) -> None:
    assert not [claim for claim in claims(sentence) if claim.strength == "causal" and claim.outcome]
