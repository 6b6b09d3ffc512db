"""Claims that a noun, an adjective or a preposition carries: "side effects include", "due to", "effective for"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import StrengthOf


@pytest.mark.parametrize(
    "sentence",
    [
        "Her fatigue was due to low iron.",
        "He lost his hearing because of mumps.",
        "This is due to a lack of zinc.",
        "She missed a week of school due to migraine.",
    ],
)
def test_what_happened_has_its_cause(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "The survey was paid for thanks to a grant from an asthma charity.",
        "Critics call the plan unfair because of the possible risk.",
        "We shop elsewhere due to the way they treat their meat.",
    ],
)
def test_the_reason_of_a_decision_is_no_cause_of_illness(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) != "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "Side effects of the tablets include nausea.",
        "Risks: nausea, hair loss, cramps.",
        "The commonest side effects in this group were nausea and fever.",
        "The most common side effects in this group were nausea and fever.",
        "Several men reported side effects including cramps and nausea.",
    ],
)
def test_a_list_of_effects_tells_what_is_caused(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "Side effects such as nausea and cramps.",
        "The benefits of the clinic include easy parking.",
        "The results of the survey, which a charity paid for, were also printed in a heart journal.",
        "Ask about side effects, stop tablets that are harmful, and keep a list.",
    ],
)
def test_a_list_of_other_things_claims_nothing(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


def test_a_cause_that_is_only_an_object_claims_nothing(strength: StrengthOf) -> None:
    assert strength("Eczema is hard to treat — most creams miss the root cause.") == "none"
    assert strength("Dust — a common cause of asthma — is everywhere.") == "causal"
    assert strength("This page lists common causes of fatigue.") == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "The main reason for her asthma is dust.",
        "The cause of his fever was an infection.",
        "Falls are a major source of injury in old age.",
        "Asthma remains a leading cause of death.",
        "Gout most common cause of foot pain in men",
        "Obesity poses a threat to the heart.",
        "Most strokes are preventable with exercise.",
    ],
)
def test_a_cause_may_be_subject_or_predicate(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "Cheese is a good source of calcium.",
        "The cause of his fever is not known.",
        "The cause of his fever was studied.",
        "He is responsible for the asthma clinic.",
        "The gene is responsible for binding to the outer wall.",
        "You can find an effective spray for asthma at the pharmacy.",
        "There are effective sprays.",
        "The drops have the properties of the skin.",
        "Our pages are the result of a long look at health trends.",
        "You can get benefits for your asthma from the state.",
        "The advantage of this is that I can work on my health.",
        "The question is what the side effects of the drops are.",
        "Throw away sprays that are harmful.",
        "The scores are useful in guiding treatment of asthma.",
        "To show the drink's effect on the brain, they took scans.",
        "Choose a mat for achieving better health benefits.",
        "The panel has voted that data about the effectiveness of the drug in asthma were thin.",
    ],
)
def test_a_word_of_effect_that_is_only_mentioned_claims_nothing(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "Chamomile is prized for its soothing effects.",
        "The drug has brought her some relief.",
        "The effectiveness of walks for back pain is backed by many trials.",
        "The vaccine offers partial protection.",
        "Willow bark has fever-reducing properties.",
        "Trial finds two new drugs effective against advanced gout",
    ],
)
def test_an_effect_is_claimed_by_its_owner(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "causal"
