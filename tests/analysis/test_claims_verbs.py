"""Causal verbs: which words are verbs, what they act on, and what carries an infinitive or a participle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import StrengthOf


@pytest.mark.parametrize(
    "sentence",
    [
        "The creams, she wrote, “soothe itchy skin”.",
        "The drops are banned because they otherwise cause headaches.",
        "“Slow breathing” lowers blood pressure.",
        "Garlic & onions reduce bloating.",
    ],
)
def test_quotation_marks_and_fillers_do_not_hide_a_verb(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "Migraine: Signs, Causes & Tests",
        "The clinic's benefits for asthma patients are listed below.",
        "She wears a hearing aid made of plastic.",
        "The tablet's controls suit people with arthritis.",
        "Fill in the health benefits form.",
    ],
)
def test_a_noun_that_looks_like_a_verb_claims_nothing(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "Anemia = reduced hemoglobin in the blood.",
        "The surgeon went in to open narrowed arteries.",
        "The test requires elevated blood pressure on three days.",
        "He had no rash, nausea or worsening cough.",
        "The plan involves raising calcium intake, lowering sodium and sleeping longer.",
        "They recommended cutting sodium intake.",
    ],
)
def test_participles_that_describe_or_list_claim_nothing(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "The new clinic lowers the cost of asthma care.",
        "The cancer vaccine led to a debate.",
        "The poll was based on results from a blood test.",
        "The society supports research on migraine.",
        "The app increases the accuracy of glucose readings.",
    ],
)
def test_what_acts_on_money_studies_or_decisions_claims_nothing(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    ["The drug lowers costs and deaths.", "Zinc improved the results and sped up healing."],
)
def test_what_acts_on_money_and_health_claims_something(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "These oils work together to calm the skin.",
        "The two drugs work in similar ways to ease pain.",
        "The patch allows the body to relieve cramps.",
        "Walking is crucial to preventing falls.",
        "Most cramps can be prevented with magnesium.",
        "The ointment does more harm than good on broken skin.",
        "The drug lowered by 12 percent the risk of stroke.",
        "She describes pains that come at night and disturb sleep.",
        "Survival depends on quick treatment.",
        "Rice can help firm up stool.",
        "Mothers, especially those over forty, benefit from iron.",
        "Poor sleep shapes how the immune system works.",
    ],
)
def test_verbs_in_uncommon_places_are_causal(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "causal"


@pytest.mark.parametrize(
    "sentence",
    [
        "The agency works to reduce obesity.",
        "The law allows nurses to treat migraine.",
        "A leaflet is no guide to easing pain.",
        "Stop any movement that causes pain.",
        "Patients need tablets to control nausea.",
        "The price depends on the dose.",
        "Bones stop growing at 20.",
        "Her knee was cleared by the doctor.",
        "She has experience treating migraine.",
        "The finding prompted doctors to review the migraine guideline.",
    ],
)
def test_what_people_do_or_need_is_no_effect(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "Gout accounts for a third of visits.",
        "Here reduced strength of the knee is seen after illness.",
        "While fixed doses of insulin are common, they are no rule.",
        "He wrote a leaflet for those affected by cancer.",
        "The nurses were encouraged by the asthma trial.",
        "The scan raises the odds of finding tumors.",
        "The journal published results from a small trial in asthma.",
        "A charity supporting people with gout moved house.",
        "The clinic has the goal of treating debilitating pain.",
        "She looks for improved sleep and reduced pain.",
        "Patients experienced better mood and improved sleep.",
    ],
)
def test_shares_aims_and_people_make_no_effect(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) != "causal"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The syrup may ease a cough while lowering fever.", "conditional"),
        ("Smoking accounts for most cases of lung cancer.", "causal"),
        ("The ointments make things worse for the skin.", "causal"),
        ("Arthritis makes it very difficult for the fingers to bend.", "causal"),
        ("Salt raises the risk of developing a stroke.", "causal"),
    ],
)
def test_effects_beside_these_count(strength: StrengthOf, sentence: str, expected: str) -> None:
    assert strength(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Losing a match affects their confidence.", "causal"),
        ("A change of tax affects their income.", "none"),
        ("The belt causes the drum to turn.", "none"),
        ("Statins sharply lowered the flag.", "causal"),
        ("Gout sharply lowered the flag.", "none"),
        ("Outbreaks are driven by a virus.", "causal"),
        ("Outbreaks are driven by rumours.", "none"),
        ("Caffeine sharpens attention.", "causal"),
        ("Low zinc disturbs the regulation of growth.", "causal"),
    ],
)
def test_a_remedy_may_act_on_what_is_not_listed(strength: StrengthOf, sentence: str, expected: str) -> None:
    assert strength(sentence) == expected
