"""Associations: what goes with what, who has more of it, and what only looks like a relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conftest import ReadClaims, StrengthOf

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


@pytest.mark.parametrize(
    "sentence",
    [
        "For those who took zinc on most days, the risk of colds dropped to 4 percent.",
        "Pain was high at first; it eased in those who walked.",
        "The odds of gout climb as people age.",
        "After six weeks of swimming, his blood pressure dropped.",
        "Estrogen levels drop after menopause.",
        "Those who kept walking improved as much as those who had surgery.",
        "Migraine occurred in 12 swimmers (9%) in the zinc group and in 31 (22%) of those on placebo.",
        "A 20 percent drop in muscle strength after two weeks of bed rest",
        "There was a 9 percent reduction in migraine among tea drinkers.",
    ],
)
def test_a_change_needs_a_measure_and_a_group_or_an_occasion(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "correlational"


@pytest.mark.parametrize(
    "sentence",
    [
        "All patients saw improvements in their blood sugar.",
        "Both groups showed similar drops in blood pressure.",
        "The trial found little difference in weight loss between the two diets.",
        "There has been a rise in the number of women who swim after surgery.",
        "The lost zinc has to be replaced in patients with gout.",
        "She is a patient who has improved.",
        "As our understanding of gout grows with age, we learn more.",
        "The patients on zinc had not responded to the colds.",
    ],
)
def test_a_change_of_everybody_or_of_nothing_is_no_relation(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "Patients who rinsed their nose every day showed improvement after a month.",
        "Those given zinc had a cold for 4 days.",
        "After a year of yoga, one in ten patients had a relapse.",
        "People with gout sleep worse.",
        "People who did not reply to the letter had a higher risk of gout.",
    ],
)
def test_how_people_fared_who_are_set_apart_is_correlational(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "correlational"


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine percent of the patients had gout.",
        "The two groups had similar rates of gout.",
        "Patients had no serious side effects.",
        "Those whose iron levels are low were seen twice.",
    ],
)
def test_what_people_have_who_are_not_set_apart_is_no_relation(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "The more hours you sit, the higher your gout risk.",
        "Asthma rates tend to be higher the closer people live to a highway.",
        "Colds lasted 4 days with zinc versus 9 days for placebo.",
        "Norway has higher rates of asthma than Portugal.",
        "More common in smokers, but it can strike anyone.",
        "Hay fever occurred less frequently in the zinc group.",
        "Blood sugar was highest in the morning.",
        "Men with gout lived about four months longer if they took zinc.",
        "Adults with asthma coughed for two days, compared with nine days among the others.",
        "Athletes are known to need more zinc than other people.",
    ],
)
def test_a_comparative_tells_of_something_measured_in_people(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "correlational"


@pytest.mark.parametrize(
    "sentence",
    [
        "The rate of strokes was no lower in the zinc group than in the placebo group.",
        "This pill is less expensive than the drug that patients with gout take.",
        "The new test for gout is more accurate than the one that patients know.",
        "It takes more than zinc for a patient to run.",
        "Migraine is an increasingly common complaint.",
        "Screening for gout may become more frequent.",
        "More than one-third of adults are obese.",
        "One scan costs 200 dollars for patients with gout, versus 40 dollars for a blood test.",
        "The breath test was better than the blood test at detecting asthma in children.",
        "They asked the patients for a more refined picture of their pain.",
    ],
)
def test_a_comparative_of_prices_tests_and_numbers_is_no_relation(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "Gout is age-related.",
        "They tied two gene variants to gout.",
        "Snoring became associated with stroke.",
        "Night workers are believed to be at higher risk of gout.",
    ],
)
def test_a_link_may_be_a_compound_or_somebodys_finding(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "correlational"


@pytest.mark.parametrize(
    "sentence",
    [
        "Age-related pain is a topic of this page.",
        "See the end of the page for links to articles on gout.",
        "The link between zinc and gout is one of the most debated topics in the field.",
        "The costs associated with migraine are rising.",
        "People at High Risk",
        "The wires are connected to a device near the nerve.",
        "We predict that screening for gout will spread.",
    ],
)
def test_a_link_of_pages_costs_and_topics_is_no_relation(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "none"


@pytest.mark.parametrize(
    "sentence",
    ["Poor children have higher rates of asthma.", "Risk factors for gout include age and high blood pressure."],
)
def test_what_sets_people_apart_may_be_how_they_live(strength: StrengthOf, sentence: str) -> None:
    assert strength(sentence) == "correlational"
