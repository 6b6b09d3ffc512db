"""Whole sentences of the shapes in which English states an effect, and of those that only look like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "sentence",
    [
        "Zinc and honey prevent and treat colds.",
        "Zinc eases but does not cure colds.",
        "Zinc went on to reduce her symptoms.",
        "Regular walking keeps easing her back pain.",
        "What it does is reduce inflammation.",
        "All magnesium does is relax the muscles.",
        "Smoking is what damages the lungs.",
        "In the trial, aspirin cut the rate of strokes by a fifth.",
        "Blood pressure was lowered by 5 points by the diet.",
        "Tea, rest and in some people heat relieve cramps.",
        "The storm of inflammation ends up killing healthy cells.",
        "Statins have cut heart attack rates in half.",
        "What really worsens acne is stress.",
        "The pill is cheap, and the patch is not, but both prevent pregnancy.",
        "Turmeric is famous for easing joint pain.",
        "You reduce your risk of stroke when you quit smoking.",
    ],
)
def test_the_verb_of_an_effect_may_stand_in_many_shapes(strength: Callable[[str], str], sentence: str) -> None:
    assert strength(sentence) == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "In the trial, aspirin cut the rate of strokes, and the drug appears to lower men's risk by the half.",
        "It seems to be stronger the longer they smoked, because of the tar, so that the lungs are made to suffer.",
        "The gel may not only ease itching but softens the skin, and half of those who try it feel better.",
    ],
)
def test_a_sentence_may_break_off_anywhere(strength: Callable[[str], str], sentence: str) -> None:
    words = sentence.split()
    for cut in range(1, len(words)):
        assert strength(" ".join(words[:cut])) in ("none", "correlational", "conditional", "causal")
        assert strength(" ".join(words[cut:])) in ("none", "correlational", "conditional", "causal")


@pytest.mark.parametrize(
    "sentence",
    [
        "Coffee keeps you awake at night.",
        "Coffee gave her headaches.",
        "The treatment brought her fever down.",
        "Antihistamines make many people drowsy.",
        "The flu killed 300 people last winter.",
        "Ticks spread Lyme disease.",
    ],
)
def test_what_becomes_of_somebody_is_an_effect(strength: Callable[[str], str], sentence: str) -> None:
    assert strength(sentence) == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "He could not walk because of arthritis.",
        "Her fatigue was not because of anemia but because of stress.",
        "The heart attack was blamed on stress.",
    ],
)
def test_a_reason_holds_where_the_deed_is_denied(strength: Callable[[str], str], sentence: str) -> None:
    assert strength(sentence) == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "Myth: zinc cures colds.",
        "The common misconception: sugar makes children ill.",
        "Our goal is reducing the number of colds.",
        "We need drugs that reduce pain.",
        "Imagine a pill that cures cancer.",
        "The drug was given by mouth to the patients with pain.",
        "Get 10 percent off these pain pills.",
        "No study has shown that the supplement prevents colds.",
        "Scientists hope to develop a drug that blocks the pain.",
        "Here are five ways to lower your blood pressure.",
    ],
)
def test_a_myth_an_aim_or_a_wish_claims_nothing(strength: Callable[[str], str], sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "Some experts think zinc shortens colds.",
        "Possible side effects include hair loss.",
        "Green tea is expected to lower cholesterol.",
    ],
)
def test_what_somebody_thinks_or_what_is_possible_is_conditional(strength: Callable[[str], str], sentence: str) -> None:
    assert strength(sentence) == "conditional"
