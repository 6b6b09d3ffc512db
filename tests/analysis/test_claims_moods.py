"""Moods of claims: what is only possible, hoped for, asked or denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import StrengthOf


@pytest.mark.parametrize(
    "sentence",
    [
        "Ginger may be helpful for nausea.",
        "Sleep appears to be crucial for recovery from asthma.",
        "The ointment could offer relief from eczema.",
        "A daily walk might be an important means of easing arthritis.",
        "The new tablets may have a protective effect on the kidneys.",
        "A cold draught could put you at risk of asthma.",
        "Too little light would likely cause fatigue.",
        "Without the cream you may feel itchy.",
    ],
)
def test_a_modal_before_an_effect_is_conditional(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ginger may not be useful against nausea.",
        "There may be no benefit of ginger in asthma.",
        "Ginger does not appear to be helpful for nausea.",
    ],
)
def test_a_denied_modal_claims_nothing(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "The scale may be a useful tool for asthma research.",
        "A rash may be a clue to the cause of the fever.",
        "Patients may need several treatments for eczema.",
        "The cream could be used with other treatments for eczema.",
        "Adults with asthma may have a cough as well.",
        "These findings could be a help for asthma clinics.",
    ],
)
def test_a_modal_about_knowing_needing_or_having_claims_no_effect(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "The drug is a promising treatment for migraine.",
        "Ginger has shown promise in easing nausea.",
        "Early reports point to the potential benefits of ginger for migraine.",
        "Singing has been named as a possible way of treating asthma.",
    ],
)
def test_a_promise_for_health_is_conditional(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "The asthma results are promising.",
        "A blood test for migraine shows promise.",
        "Doctors sort the asthma sprays by the potential risk to the user.",
        "In asthma the potential benefit is small.",
        "Our page about asthma has a word on the possible risks of ginger.",
    ],
)
def test_a_promise_of_no_named_effect_claims_nothing(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


def test_a_condition_goes_on_after_or(strength: StrengthOf) -> None:
    assert strength("Ask whether your spray is old, or harmful to the lungs.") == "none"
    assert strength("Ask if your spray is old, or harmful to the lungs.") == "none"


def test_a_study_is_a_noun_after_this(strength: StrengthOf) -> None:
    assert strength("In this study naps were linked to migraine.") == "correlational"


@pytest.mark.parametrize(
    "sentence",
    [
        "It may be that zinc shortens colds.",
        "It could be the dry air that causes your cough.",
        "Dust may be to blame for the asthma.",
        "Cocoa might have anti-inflammatory effects.",
        "Zinc is believed to be part of the reason for fewer colds.",
        "The pollen will likely irritate the eyes, causing swelling.",
    ],
)
def test_a_hedge_reaches_what_hangs_on_it(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "In people with suspected migraine the drug reduces pain.",
        "If found early, possibly harmful polyps can be removed, preventing cancer.",
    ],
)
def test_a_hedge_on_a_noun_leaves_the_verb_alone(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "causal"


def test_chance_is_no_cause(strength: StrengthOf) -> None:
    assert strength("The drop in asthma could be due to chance.") == "none"


def test_an_acronym_of_one_thing_in_a_list_of_kinds_is_read(strength: StrengthOf) -> None:
    text = "Brisk walking (BW) is free.\n\nBW may ease asthma."
    assert strength(text) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "The drug may ease the swelling caused by gluten.",
        "Ask if you have a rash that causes pain in the joints.",
    ],
)
def test_a_clause_that_describes_a_noun_is_a_fact(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "causal"


def test_what_is_believed_of_a_noun_holds_in_a_condition(strength: StrengthOf) -> None:
    assert strength("You may get help if you have cancer believed to be caused by asbestos.") == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "The asthma of small children may improve over the years.",
        "This information could be beneficial to people with asthma.",
        "The clinic has plans for preventing and treating asthma.",
    ],
)
def test_what_happens_of_itself_or_is_planned_claims_nothing(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize("sentence", ["Pain relieving drugs may ease gout.", "Unwanted effects may occur."])
def test_the_main_verb_decides_the_mood(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "A simple pill may one day cure asthma.",
        "Patients with eczema may see some relief.",
        "A new spray shows potential against asthma.",
        "If it is approved, the spray might provide a new treatment for asthma.",
    ],
)
def test_a_distant_or_light_verb_keeps_its_modal(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "The doses were too low to be effective against gout.",
        "They wanted to know if the drug, when taken early, could reduce the risk of stroke.",
        "The method holds promise for earlier imaging of cancer.",
    ],
)
def test_what_fails_is_asked_or_only_shows_illness_claims_nothing(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


def test_a_long_gerund_is_the_subject(strength: StrengthOf) -> None:
    text = "In children, delaying repair of the eardrum (the membrane) may raise the risk of hearing loss."
    assert strength(text) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ginger relieves nausea, a small trial suggests.",
        "Long naps can worsen migraine, suggests a paper in a sleep journal.",
        "The team is hopeful that the spray will ease asthma.",
    ],
)
def test_a_source_that_only_suggests_weakens_what_comes_before(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "conditional"


def test_what_a_fact_suggests_leaves_the_fact_alone(strength: StrengthOf) -> None:
    assert strength("Ginger relieves nausea, suggesting that it acts on the gut.") == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "Longer trials are needed to prove that the spray eases asthma.",
        "The insurer wanted proof that the spray eases asthma.",
        "They came back to see how the sprays affected asthma.",
        "There is no convincing evidence that ginger eases migraine.",
        "Doctors are not aware of trials showing that ginger eases migraine.",
    ],
)
def test_what_is_still_to_be_proved_is_not_claimed(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "Eight weeks of IF can lower blood pressure.",
        "“Whether by walks or by naps, people can lower their blood pressure.”",
        "The team has shown how the drug can ease asthma.",
    ],
)
def test_what_only_looks_like_a_condition_is_none(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "causal"


def test_a_hedge_reaches_a_second_verb_of_the_same_subject(strength: StrengthOf) -> None:
    assert strength("The results suggest that zinc shortens colds and eases coughs.") == "conditional"
    assert strength("He seemed tired, which affected his asthma.") == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "Stress may explain the higher rate of asthma in towns.",
        "The spray might have therapeutic potential in asthma.",
        "The report confirms the potential of the spray as a treatment for asthma.",
        "A new spray could be life-changing for people with asthma.",
    ],
)
def test_what_a_thing_may_be_worth_is_conditional(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "Patients with asthma may have new treatment options.",
        "You could lose your sickness benefits.",
        "Blood tests may be useful.",
    ],
)
def test_what_people_may_have_or_lose_is_no_effect(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "Soy drops may cool hot flashes.",
        "Certain foods may be the best medicine for high cholesterol.",
        "A new rhythm of sleep may also provide a new strategy in the treatment of gout.",
        "They ask whether it helps others, but if today is any guide, walks could be a key to easing gout.",
        "Her fever was most likely due to mumps.",
        "A possible cause of her rash is soap.",
    ],
)
def test_a_reserved_claim_is_conditional_in_many_words(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "Gout may mimic arthritis.",
        "For people with gout there may be other treatment options.",
        "The possible causes of gout are many.",
        "None of the patients with gout had any fever as a result of the drops.",
        "We want to understand how meals, naps, and walks affect gout.",
        "Many people mistakenly believe that sugar causes gout.",
    ],
)
def test_what_is_open_or_denied_is_no_claim(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"
