"""Associations: what goes with what, who has more of it, and what only looks like a relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conftest import ReadClaims

    from healthlint.analysis.claims import Claim


def strengths(found: Sequence[Claim]) -> set[str]:
    return {claim.strength for claim in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "Short naps were to some extent linked to migraine.",
        "Tooth grinding linked to migraine in teens",
        "Two genes linked to hay fever lie close together.",
        "Snoring, but not its loudness, was linked to migraine.",
        "Researchers link late dinners with heartburn.",
        "This association remained in women with asthma.",
        "There appears to be a strong association.",
        "The survey found a positive correlation between screen hours and eye strain.",
        "Waist size predicts gout.",
        "The second questionnaire was better at the start and more accurate for predicting migraine.",
    ],
)
def test_what_goes_together_is_correlational(claims: ReadClaims, sentence: str) -> None:
    assert strengths(claims(sentence)) == {"correlational"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Night workers are at higher risk of gout.",
        "Night workers at higher risk of gout",
        "Night workers face a gout risk.",
        "The most common risk factor for gout is a large waist.",
        "The study identified a new risk factor for gout.",
        "Night workers have a high risk of gout.",
        "A new checklist can identify patients at high risk of gout.",
    ],
)
def test_who_is_at_risk_is_correlational(claims: ReadClaims, sentence: str) -> None:
    assert strengths(claims(sentence)) == {"correlational"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Blood pressure was 6 points lower on the diet with more beans.",
        "Migraine is more common in women.",
        "Gout rates were higher among men who drank beer.",
        "Suicide rates higher in mountain towns with few children",
        "Children who walk to school had fewer colds than those who are driven.",
        "Patients who took zinc reported fewer colds.",
        "The study found high levels of lead in children.",
        "Among people with asthma, hay fever is highly prevalent.",
        "The longer the commute, the greater the odds of back pain.",
        "Colds lasted 6 days in the zinc group compared with 9 days in the control group.",
        "There were 26 strokes in the control group and 14 among the swimmers.",
    ],
)
def test_a_difference_between_groups_is_correlational(claims: ReadClaims, sentence: str) -> None:
    assert strengths(claims(sentence)) == {"correlational"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Pain scores fell after six weeks of yoga.",
        "The risk of gout rises with age.",
        "Blood pressure tends to fall with weight loss.",
        "Half of the patients given the new drug were still alive after a year.",
        "After menopause, the risk of migraine tends to fall.",
    ],
)
def test_a_change_that_goes_with_something_is_correlational(claims: ReadClaims, sentence: str) -> None:
    assert strengths(claims(sentence)) == {"correlational"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Contrary to the belief that naps are linked to migraine, the diaries showed nothing.",
        "Watch your relationship with sugar and sleep.",
        "The link between naps and migraine deserves further study.",
        "Zinc levels are a handy marker for tracking anemia.",
        "The clinic has a service for people at risk of gout.",
        "The trial was open to women who are at high risk of gout.",
        "Talk to your doctor about your risk factors for gout.",
        "A study in relation to gout and beer was published.",
        "The app looks for links between snacks and migraine.",
        "Build a trusting relationship with a doctor who knows asthma.",
        "The predicted day of your migraine is only a guess.",
        "Beans are higher in protein than bread.",
        "Migraine is the most common pain clinic topic.",
    ],
)
def test_the_mere_name_of_a_relation_says_nothing(claims: ReadClaims, sentence: str) -> None:
    assert not claims(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Children younger than 5 with asthma were seen.",
        "More than 300 patients with asthma were seen.",
        "People with a gout risk of 9 percent or greater were seen.",
        "They saw the patients with asthma twice rather than once.",
        "The pain of these patients was much worse than expected.",
        "Migraine days did not differ in patients on zinc compared with placebo.",
        "Some drugs for asthma are safer than others.",
        "The asthma visit left the patients with more questions than answers.",
        "The differences in pain between the groups were not significant.",
    ],
)
def test_a_bound_or_an_expectation_compares_no_groups(claims: ReadClaims, sentence: str) -> None:
    assert not claims(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Visits for asthma rose between 2004 and 2011.",
        "Patients who had a stroke came back in spring.",
        "The patients with asthma had to move.",
    ],
)
def test_a_change_without_a_partner_is_no_relation(claims: ReadClaims, sentence: str) -> None:
    assert not claims(sentence)


def test_a_comparison_yields_to_the_cause_that_the_sentence_names(claims: ReadClaims) -> None:
    assert strengths(claims("Zinc shortens colds in children more than in adults.")) == {"causal"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Smokers have increased pain.",
        "Beer was linked to higher blood pressure, reduced sleep and gout.",
    ],
)
def test_a_participle_that_describes_what_people_have_is_no_cause(claims: ReadClaims, sentence: str) -> None:
    assert "causal" not in strengths(claims(sentence))


def test_the_words_of_a_comparison_are_the_claim(claims: ReadClaims) -> None:
    text = "Gout rates were higher among men who drank beer."
    (claim,) = claims(text)
    assert text[claim.start : claim.end] == "higher"
