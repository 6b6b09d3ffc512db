"""Evidence and authority without a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Research suggests that naps help.", "Research suggests"),
        ("Multiple 2025 studies confirm it.", "Multiple 2025 studies confirm"),
        ("Over 1,000 studies support it.", "1,000 studies support"),
        ("Several studies of old men in Japan have shown it.", "Several studies of old men in Japan have shown"),
        ("Emerging data pointing to naps have changed minds.", "Emerging data pointing to"),
        ("Naps help, with some studies showing a better mood.", "some studies showing"),
        ("There is strong evidence that naps help.", "There is strong evidence that"),
        ("According to recent studies, naps help.", "recent studies"),
        ("In clinical trials, naps helped.", "clinical trials"),
        ("Many studies have examined naps.", "Many studies have examined"),
        ("Experts say naps help.", "Experts say"),
        ("Some researchers believe naps help.", "Some researchers believe"),
        ("Doctors are increasingly recommending naps.", "Doctors are increasingly recommending"),
        ("It is widely known that naps help.", "It is widely known"),
        ("Naps have been shown to help.", "have been shown"),
        ("A clinically tested pillow.", "clinically tested"),
        ("Doctor Recommended", "Doctor Recommended"),
        ("A growing body of evidence is on our side.", "growing body of evidence"),
    ],
)  # fmt: skip
def test_authority_without_a_name_is_vague(findings: Findings, text: str, words: str) -> None:
    assert findings("HL304", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "More research is needed to show whether naps help.",
        "Future studies should find out who benefits.",
        "Research is under way.",
        "No studies show that naps help.",
        "There is little evidence that naps help.",
        "Ask whether any studies show that naps help.",
        "Do studies show that naps help?",
        "If research shows a benefit, we will say so.",
        "Here is what the research shows.",
        "A sleep study found no pauses.",
        "Evidence-based advice helps.",
        "Doctors consider your age and ask how you sleep.",
        "Your doctors recommend a sleep study.",
        "Therapists advise on the right pillow.",
        "It ached more than doctors had believed.",
        "Most side effects that have been reported are mild.",
        "The literature review had four chapters.",
        "Evidence of a benefit is rarely found.",
        "When she was a girl, doctors recommended a brace.",
        "Here is what U.S. experts think.",
        "No pillow has been shown to stop snoring.",
        "The survey adds to a growing body of evidence.",
        "The journal prints clinical trials, essays, and letters that support its readers.",
        "New pillows are sold after studies show that they are safe.",
        "It went to a bar called Evolved Science and you will find it there.",
        "The app's reports that show your sleep are for sale.",
        "Sleep data from connected watches arrive at night.",
    ],
)
def test_words_that_call_on_no_evidence_are_not_vague(findings: Findings, text: str) -> None:
    assert findings("HL304", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Research suggests that naps help ([Osei 2019](https://example.org/1)).",
        "Research suggests that naps help. A review in the Journal of Invented Sleep counted 14 trials.",
        "Experts at the Norwood Sleep Institute recommend naps.",
        "Marlow's first studies have shown that naps help.",
        "In earlier trials, researchers at Norwood found that naps help.",
        "“Research suggests that naps help,” says Dr. Ines Kaur.",
        "Several studies have examined naps:\n\n- [Osei](https://example.org/1): they help\n- They do not\n",
    ],
)  # fmt: skip
def test_a_source_in_reach_silences_it(findings: Findings, text: str) -> None:
    assert findings("HL304", text) == []


def test_a_body_that_is_only_mentioned_later_is_no_source(findings: Findings) -> None:
    text = "Research suggests that naps help. The pillow was developed at Norwood University."
    assert findings("HL304", text) == ["Research suggests"]


def test_a_heading_calls_on_nothing(findings: Findings) -> None:
    assert findings("HL304", "## Research shows that naps help\n\nDo they?") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A study found that naps help.", "A study found"),
        ("A 2019 trial of 40 nurses found that naps help.", "A 2019 trial of 40 nurses found"),
        ("A meta-analysis, comprising 12 trials, found it.", "A meta-analysis, comprising 12 trials, found"),
        ("In one study of nurses, naps helped.", "one study"),
        ("According to a recent survey, naps help.", "a recent survey"),
    ],
)  # fmt: skip
def test_one_study_without_a_name_is_unidentified(findings: Findings, text: str, words: str) -> None:
    assert findings("HL305", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "A 2012 study in Gut found that naps help.",
        "A phase 3 trial is recruiting nurses.",
        "The study had no sponsor.",
        "A large trial, NAPTIME, found that naps help.",
        "A trial called NAPTIME found that naps help.",
        "A study of 25 people tells you little.",
        "A blood analysis found nothing.",
        "A trial will show whether naps help.",
    ],
)
def test_a_study_with_a_name_or_without_a_result_is_no_fault(findings: Findings, text: str) -> None:
    assert findings("HL305", text) == []


STORY = (
    "# Naps for nurses\n\nNaps help nurses, a new study shows.\n\nResearchers found a better mood in nurses.\n\n"
    "Previous studies have linked naps to slow starts.\n\nThe study was published in the Journal of Invented Sleep."
)


def test_a_news_story_may_name_its_study_at_the_end(findings: Findings) -> None:
    assert findings("HL305", STORY, article="news") == []


def test_other_studies_in_a_news_story_need_a_name_of_their_own(findings: Findings) -> None:
    assert findings("HL304", STORY, article="news") == ["Previous studies have linked"]


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_experts_of_a_news_story_may_be_named_further_down(findings: Findings, gap: str) -> None:
    story = f"Experts say naps help.{gap}“They do,” said Ana Ruiz, a professor of medicine at the University of Graz."
    assert findings("HL304", story, article="news") == []
    assert findings("HL304", "Experts say naps help.", article="news") == ["Experts say"]


@pytest.mark.parametrize(
    "text",
    [
        "This research shows that naps help.",
        "Previous findings from the same study showed that naps help.",
        "Earlier experiments in our lab had shown that naps help.",
        "In earlier trials, they found that naps help.",
        "See the research notes.",
        "The studies indicate that naps help.",
        "Previous studies by the Norwood Sleep Study Group showed that naps help.",
        "Solid evidence for the benefits identified thus far is lacking.",
        "Bret Lindqvists' research shows that naps help.",
        "Other research is where the trouble shows up.",
        "Halden's book lists many trials that show it.",
        "I have reviewed dozens of studies that support it.",
        "Studies highlight a need for better pillows.",
        "Nurses whose doctors believe that naps help sleep more.",
        "Experts don't know why naps help.",
        "Experts once believed that naps harm.",
        "Nothing in the data suggests that naps harm.",
        "The Office for Nap Research found faults.",
        "Osei is a co-author of several studies that found a benefit.",
        "Their study is part of a growing body of evidence.",
        "The pillow has more published research than its price suggests.",
    ],
)
def test_research_that_is_known_or_only_named_is_not_vague(findings: Findings, text: str) -> None:
    assert findings("HL304", text) == []


def test_what_experts_find_in_a_news_story_is_its_own_study(findings: Findings) -> None:
    story = STORY.replace("Researchers found a better mood", "Experts found a better mood")
    assert findings("HL304", story, article="news") == ["Previous studies have linked"]


@pytest.mark.parametrize(
    "text",
    [
        "Doctors say naps help.",  # what clinics hold is part of the news
        "“They do,” said Ana Ruiz of the University of Graz. Naps may also spare nerves, experts say.",
        "Both teams noted that previous studies have linked naps to slow starts.",
        "Previous studies have linked naps to slow starts, researchers said.",
        "Past studies have looked at naps.",
        "Further research showed why.",
        "There is some evidence that naps help. A pilot study found 12 happier nurses.",
        "(MORE: Tired? Studies Show Naps Help)",
        "Experts say naps help.",  # the story names its own
        "The ward's beds were bought because studies had shown that naps help.",
        "The panel voted that studies have shown a benefit.",
    ],
)
def test_what_people_of_a_news_story_pass_on_is_not_vague(findings: Findings, text: str) -> None:
    story = f"# Naps\n\nIt rained.\n\n{text}\n\nIt snowed.\n\nThe study was published in the Journal of Invented Sleep."
    assert findings("HL304", story, article="news") == []


@pytest.mark.parametrize(
    "text",
    [
        "Other significant findings from the study show a better mood.",
        "In all trials, nurses were given a pillow.",
        "It can take years of research to find a better pillow.",
        "Unlike doctors, they never say that naps help.",
        "Weighing the strength of evidence supporting naps takes time.",
        "Pillows sell well, according to some industry reports.",
    ],
)
def test_the_study_at_hand_and_the_toil_of_research_are_not_vague(findings: Findings, text: str) -> None:
    assert findings("HL304", text) == []


def test_a_finding_may_be_passed_on_by_somebody_with_a_name(findings: Findings) -> None:
    text = "Dr. Lars Odell read them all. After Odell reported how recent studies suggest that naps help, he slept."
    assert findings("HL304", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It holds 24 clinically studied herbs.",
        "The strongest evidence supports: walking, sleeping, and a calm evening.",
        "Stretch with these research-backed moves.",
        "I've read dozens of books and peer-reviewed papers that support naps.",
        "He joined Halden, which conducted research into a dye found in red wine.",
        "A plain label means there is evidence that the pillow helps.",
        "Two trials led by Halden have shown that naps help.",
        "It bears a stamp: “Studies show that it works.”",
    ],
)
def test_descriptions_and_work_that_somebody_did_are_not_vague(findings: Findings, text: str) -> None:
    assert findings("HL304", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The herb has been clinically studied.", "clinically studied"),
        ("It is the most extensively studied herb.", "extensively studied"),
        ("Research continues to explore naps.", "Research continues to explore"),
        ("There is evidence that naps help.", "There is evidence that"),
    ],
)  # fmt: skip
def test_a_stated_label_and_unended_research_are_vague(findings: Findings, text: str, words: str) -> None:
    assert findings("HL304", text) == [words]


SUMMARY = (
    "A trial of tired night nurses found that short naps after lunch lifted their mood by evening "
    "([Osei](https://example.org/1)).\n\n## In short\n\n"
)


def test_a_summary_of_what_has_its_source_elsewhere_is_not_vague(findings: Findings) -> None:
    assert findings("HL305", f"{SUMMARY}In one study of night nurses, short naps after lunch lifted their mood.") == []
    assert findings("HL304", f"{SUMMARY}Studies show that short naps after lunch lift the mood of night nurses.") == []


def test_another_result_on_the_same_matter_needs_a_source_of_its_own(findings: Findings) -> None:
    text = f"{SUMMARY}Studies show that short naps lower the blood pressure of pilots."
    assert findings("HL304", text) == ["Studies show"]


def test_the_research_may_follow_under_a_label_of_its_section(findings: Findings) -> None:
    claim = "Napping has been shown to:\n\n- lift the mood\n- sharpen the mind\n\n"
    label = "**Research evidence**: a 2021 review in the Journal of Invented Sleep counted 14 trials."
    assert findings("HL304", f"{claim}{label}") == []
    assert findings("HL304", f"{claim}## Pillows\n\n{label}") == ["has been shown"]


def test_a_trial_of_a_group_known_by_its_letters_has_a_name(findings: Findings) -> None:
    text = "It has been shown to help, also in a Norwood Bakers League (NBL) trial."
    assert findings("HL304", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "There is some evidence that naps help. A recent pilot study with Halden staff found 12 happier clerks.",
        "But the editorial said a benefit has been shown to last a week only.",
        "The evidence shows that naps help.",
    ],
)
def test_a_news_story_need_not_name_what_it_goes_on_about(findings: Findings, text: str) -> None:
    journal = "The study was published in the Journal of Invented Sleep."
    assert findings("HL304", f"# Naps\n\n{journal}\n\n{text}\n\nIt snowed.", article="news") == []


def test_what_is_shown_for_the_first_time_is_the_news(findings: Findings) -> None:
    first = "It is the first time that naps have been shown to help."
    rain = "It rained.\n\n" * 9
    story = f"# Naps\n\n{rain}{first}\n\nThe study was published in the Journal of Invented Sleep."
    assert findings("HL304", story, article="news") == []
