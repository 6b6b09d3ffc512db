"""Figures side by side, steps of a dose and other ways to tell groups apart, and what may befall whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "sentence",
    [
        "Infections were seen in 3 percent of the vaccinated and 12 percent of the unvaccinated.",
        "Survival at five years was 71% with surgery and 58% without it.",
        "By the end, 30 percent of the drug group and 11 percent of the placebo group had clear skin.",
        "For each extra cup a day, the risk of stones fell by 6 percent.",
        "With every decade of age, hearing declines a little.",
        "The higher the dose, the longer the patients slept.",
        "As weight goes up, so does the risk of arthritis.",
        "Hair loss is twice as common in smokers.",
        "The stroke rate among walkers was half that among sitters.",
        "Participants who kept a food diary lost twice as much weight.",
        "Babies born by cesarean had a different mix of gut bacteria from babies born vaginally.",
        "The gene variant is more prevalent in people of northern descent.",
        "Many people with celiac disease also have thyroid trouble.",
        "Sleep apnea and high blood pressure often go together.",
        "Estrogen drops sharply after birth.",
        "His blood sugar returned to normal after the surgery.",
        "Since she began taking the pills, her migraines have been less frequent.",
        "Your risk is higher if you smoke.",
        "The team observed fewer cavities in children who drank tap water.",
        "Twenty percent of the women had a complete response.",
        "Vanda's pill performed better than a placebo against insomnia.",
        "Heavy drinkers die younger.",
        "Tall women seem to have a higher risk of blood clots.",
        "People with an overactive thyroid carry a greater risk of stroke than those without.",
    ],
)
def test_groups_told_apart_are_correlational(strength: Callable[[str], str], sentence: str) -> None:
    assert strength(sentence) == "correlational"


@pytest.mark.parametrize(
    "sentence",
    [
        "Walnuts contain twice as much omega-3 fat as almonds.",
        "In 2009, 12 percent of hospitals had the scanner, compared with 40 percent in 2015.",
        "The report found that 40 percent of adults have high blood pressure.",
        "The number of people with asthma has doubled since 1980.",
        "The relationship between patient and doctor matters.",
        "Patients with cancer don't live longer with the drug, compared with placebo.",
        "It affects about 10% of adults and up to 30% of the general population.",
        "This time of year many people plan a healthier lifestyle and more exercise.",
        "The two groups had similar rates of infection.",
    ],
)
def test_figures_that_tell_no_groups_apart_claim_nothing(strength: Callable[[str], str], sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "Taking probiotics may help support gut health.",
        "The herb may interact with blood thinners.",
        "Depression may follow a stroke.",
        "If not treated, it may lead to blindness.",
        "Bone density may fall quickly if the drug is stopped.",
        "Your child may have a mild fever after the shot.",
        "Diarrhea is a possible side effect.",
        "The finding suggests a benefit of magnesium for cramps.",
        "Early evidence points to ginger as a remedy for nausea.",
        "Experimental insomnia drug shows promise",
        "The therapy is considered promising for people with lupus.",
        "There is a chance that the drug harms the unborn child.",
        "These results raise the possibility that statins prevent dementia.",
        "Some people may find that ginger helps with nausea.",
        "Smoking cessation in hospitals could cut smoking rates.",
    ],
)
def test_what_may_befall_is_conditional(strength: Callable[[str], str], sentence: str) -> None:
    assert strength(sentence) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "The test may help support the decision.",
        "MS patients may soon bypass painful injections.",
        "The findings suggest no effect of calcium on the heart.",
        "There may be other options for people with gout.",
        "Both are effective delivery methods.",
    ],
)
def test_what_has_no_effect_on_health_is_no_reservation(strength: Callable[[str], str], sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "It was the first drug to extend survival in patients with melanoma.",
        "Physical exertion is usually what triggers angina.",
        "Chondroitin is as good as celecoxib at relieving knee pain.",
        "Malaria kills about 600 people a year there.",
        "Not sleeping enough raises blood pressure.",
    ],
)
def test_rarer_shapes_of_effects_are_causal(strength: Callable[[str], str], sentence: str) -> None:
    assert strength(sentence) == "causal"
