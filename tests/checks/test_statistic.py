"""Statistics without a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings


def test_one_finding_spans_all_statistics_of_a_sentence(findings: Findings) -> None:
    text = "Snoring troubles 44% of men and 28% of women, said nobody in particular."
    assert findings("HL301", text) == ["44% of men and 28% of women"]


def test_each_sentence_has_a_finding_of_its_own(findings: Findings) -> None:
    assert len(findings("HL301", "Snoring troubles 44% of men. It troubles 28% of women.")) == 2


@pytest.mark.parametrize("article", ["advice", "news", "reference"])
def test_an_anonymous_study_is_no_source(findings: Findings, article: str) -> None:
    assert findings("HL301", "In one study 44% of men snore.", article=article) == ["44% of men"]


def test_a_heading_is_left_to_its_text(findings: Findings) -> None:
    assert findings("HL301", "## Why 44% of men snore\n\nNobody knows.") == []


def test_a_cell_with_a_number_alone_is_left_to_its_row(findings: Findings) -> None:
    table = "| Who | Portion |\n|---|---|\n| Men | 44% |\n| Women | 28% of women over sixty |\n"
    assert findings("HL301", f"Snoring by sex.\n\n{table}") == ["28% of women"]


def test_a_summary_may_repeat_a_figure_that_has_its_source_elsewhere(findings: Findings) -> None:
    text = (
        "Loud snoring troubles 44% of men ([Osei](https://example.org/1)).\n\n## In short\n\n"
        "Snoring troubles 44% of men.\n\n"
    )
    assert findings("HL301", text) == []


def test_the_same_figure_about_something_else_is_no_repetition(findings: Findings) -> None:
    text = "Loud snoring troubles 44% of men ([Osei](https://example.org/1)).\n\n## Feet\n\nGout strikes 44% of kings."
    assert findings("HL301", text) == ["44%"]


def test_a_list_of_references_that_nothing_points_to_makes_it_a_warning(findings: Findings) -> None:
    entries = "1. Osei A. Snoring. J Invented Med. 2019;4:11-19.\n2. Lind B. Sleep. J Inv Med. 2020;5:1-9.\n"
    text = f"Snoring troubles 44% of men.\n\n## References\n\n{entries}"
    assert findings("HL301", text, severity="warning") == ["44% of men"]
    assert findings("HL301", text, severity="error") == []


def test_a_news_story_tells_its_own_results_without_a_source_in_each_sentence(findings: Findings) -> None:
    text = (
        "# Pillows against snoring\n\nSnoring fell by 20 percent on a new pillow, researchers at Norwood University "
        "found.\n\nAfter a month, 44 percent of those on the pillow slept through.\n\n"
        "About 90 million Americans snore."
    )
    assert findings("HL301", text, article="news") == ["90 million Americans"]


def test_a_link_to_a_shop_is_no_source(findings: Findings) -> None:
    text = "Snoring troubles [44% of men](https://www.amazon.com/dp/1)."
    assert findings("HL301", text) == ["44% of men"]


@pytest.mark.parametrize(
    "text",
    [
        "About 7% of adults snore (Osei, 2019).",
        "About 7% of adults snore ([survey](https://example.org/1)).",
        "According to the CDC, 7% of adults snore.",
        "“About 7% of adults snore,” says Dr. Ines Kaur.",
        "Meanwhile, Halden, which makes pillows, says 7% of adults snore.",
        "About 7% of adults snore. These figures come from the CDC.",
    ],
)
def test_a_source_silences_it(findings: Findings, text: str) -> None:
    assert findings("HL301", text) == []


def test_millions_have_a_rule_of_their_own(findings: Findings) -> None:
    assert findings("HL301", "Snoring troubles millions worldwide.") == []
    assert findings("HL302", "Snoring troubles millions worldwide.") == ["millions"]


@pytest.mark.parametrize(
    "text",
    [
        "A ratio of 0.8, for example, means a 20 percent lower risk of snoring.",
        "Does 44% reflect what happens at home?",
        "The pillow is 99% fragrance-free.",
        "People with a 20% or greater risk of snoring should ask.",
        "The filter removes 95% of common impurities.",
        "A 5–10% reduction in body weight can quiet snoring.",
        "Analysts see earnings up by 8 percent.",
        "Halden Inc., HLD 0.14%, will sell it.",
        "[Nearly 40% of deaths in Graz due to snoring]",
        "About 44,000 people in Graz have downloaded the app.",
    ],
)
def test_what_is_worked_out_asked_or_of_trade_needs_no_source(findings: Findings, text: str) -> None:
    assert findings("HL301", text) == []


def test_most_people_who_suffer_are_not_counted(findings: Findings) -> None:
    assert findings("HL302", "It helps most people who suffer from hay fever.") == []
    assert findings("HL302", "It helps most people, but above all those who suffer.") == []


@pytest.mark.parametrize(
    "lead",
    [
        "Scientists say they can foretell snoring with 90% accuracy.",
        "In a trial in Australia, snorers had a 23 percent lower risk of falls.",
        "- Risk of falls down by 23 percent",
    ],
)
def test_the_lead_of_a_news_story_tells_of_its_study(findings: Findings, lead: str) -> None:
    story = f"# Snoring foretold\n\n{lead}\n\nThe study was published in the Journal of Invented Sleep."
    assert findings("HL301", story, article="news") == []


def test_a_remark_may_follow_the_citation_of_a_short_paragraph(findings: Findings) -> None:
    note = "[^1]: Osei A. Snoring. J Invented Med. 2019;4:11-19."
    assert (
        findings("HL301", f"Snoring troubles 44% of men. It troubles 28% of women.[^1] Both know it.\n\n{note}") == []
    )


def test_further_reading_is_no_list_that_a_figure_could_be_from(findings: Findings) -> None:
    text = "Snoring troubles 44% of men.\n\n## Further Reading\n\n- [Osei](https://example.org/1)\n- [Lind](https://example.org/2)\n"
    assert findings("HL301", text, severity="error") == ["44% of men"]


NAMED = "\n\nThe study was published in the Journal of Invented Sleep."


@pytest.mark.parametrize(
    "text",
    [
        "Heavy pillows spare two in three patients the clinic." + NAMED,  # the lead
        "It rained." + NAMED + "\n\nFor these patients, snoring ends in 30% of cases.",
        "It rained." + NAMED + "\n\nSleeping on one side means a 30% lower risk for Americans.",
        "It rained." + NAMED + "\n\nShe is not alone, says Ana Odell.\n\nAbout one in three patients snores again.",
        "It rained." + NAMED + "\n\nAnd it snowed, including:\n\n16 percent in those with heavy pillows.",
        "It rained. Nearly 40 percent of participants slept through.",
        "In mountain country, 40 percent of adults snore [2].",
        "MORE: Pillow Expert: Over 90% of Men Snore",
        "Millions of Americans snore, and 40 percent of adults nap. That is what the CDC reports.",
    ],
)
def test_a_news_story_that_may_tell_of_its_study_is_left_alone(findings: Findings, text: str) -> None:
    assert findings("HL301", f"# Pillows\n\n{text}", article="news") == []


@pytest.mark.parametrize(
    "text",
    [
        "In mountain country, snoring affects 3 million Americans.",
        "About one in six sailors has a stiff neck.",
    ],
)
def test_what_holds_of_everybody_needs_a_source_in_news_too(findings: Findings, text: str) -> None:
    story = f"# Pillows\n\nIt rained.\n\nIt snowed.{NAMED}\n\nThe wind fell.\n\n{text}"
    assert len(findings("HL301", story, article="news")) == 1


def test_the_next_sentence_may_say_who_counted(findings: Findings) -> None:
    assert findings("HL302", "Millions of adults snore each year. The CDC found that 35% of adults do.") == []
    assert findings("HL302", "Millions of adults snore each year. The CDC has an office in Graz.") == [
        "Millions of adults"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Halden said 7% of adults snore. The pillows come from Halden.",
        "“Even a 7 percent share of adults would do,” Odell went on. He calls himself Lars Odell, a baker.",
        "Snoring, which the American Academy of Sleep Medicine attributes to 7% of adults, is loud.",
    ],
)
def test_whoever_says_it_by_name_is_a_source(findings: Findings, text: str) -> None:
    assert findings("HL301", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "His lungs, of which doctors had warned, had lost 85 percent of their strength.",
        "Over 13,000 reviews are in, with 80% giving it 5 stars.",
    ],
)
def test_a_share_of_one_patient_or_of_the_stars_is_no_statistic(findings: Findings, text: str) -> None:
    assert findings("HL301", text) == []


def test_a_share_that_somebody_tells_of_adults_is_a_statistic(findings: Findings) -> None:
    assert findings("HL301", "His talk was short: 85% of adults snore.") == ["85% of adults"]


@pytest.mark.parametrize(
    "text",
    [
        "The bars show the risk of snoring by age (95% uncertainty limits).",
        "Some insurers will pay half of the cost for patients who snore.",
        "People spend 90 percent of their time indoors.",
        "A large glass of wine at 13% ABV does little for snorers.",
        "The diet holds 34 percent of what a typical person eats.",
        "One in three snores, according to the New York Pillow Board.",
        'The app then tells you: "Snoring fell by 60% in March" or "All quiet".',
    ],
)
def test_limits_bills_drinks_and_displays_need_no_source(findings: Findings, text: str) -> None:
    assert findings("HL301", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Norwood Health Board began to test. It weighed the data and estimated that 22 percent of adults snored.",
        "About 60% of men snore, the study said. Snoring is behind 5% of falls worldwide.",
        "About 4% of snorers are young. Few of them smoke, according to background information in the article.",
        "A look at one large ward suggests that a third of patients snore.\n\nResearchers at Norwood read the notes.",
        "More than one-third of very loud patients went quiet, its maker said Tuesday.",
    ],
)
def test_the_words_around_a_figure_of_a_news_story_tell_whose_it_is(findings: Findings, text: str) -> None:
    assert findings("HL301", f"# Snoring\n\nIt rained.\n\nIt snowed.\n\n{text}", article="news") == []


@pytest.mark.parametrize(
    "text", ["It is estimated that 22 percent of adults snore.", "Previous studies have found that 22 percent snore."]
)
def test_nobodys_estimate_is_no_source_in_the_news(findings: Findings, text: str) -> None:
    story = f"# Snoring\n\nIt rained.\n\nIt snowed.\n\n{text}\n\nDr. Ana Ruiz spoke of pillows."
    assert len(findings("HL301", story, article="news")) == 1


LISTED = (
    "## References\n\n1. Osei A. Snoring in adults. J Invented Med. 2019;4:11-19.\n"
    "2. Lind B. Loud nights. J Invented Med. 2020;5:1-9."
)


def test_marks_in_parentheses_count_behind_a_full_stop(findings: Findings) -> None:
    assert findings("HL301", f"Snoring troubles 44% of men. (2)\n\n{LISTED}") == []


def test_one_reference_is_no_list_to_point_into(findings: Findings) -> None:
    text = f"Snoring troubles 44% of men.\n\n{LISTED}"
    assert findings("HL301", text, severity="warning") == ["44% of men"]
    assert findings("HL301", text.partition("2. ")[0], severity="error") == ["44% of men"]


def test_two_marks_in_a_row_show_that_a_list_got_lost(findings: Findings) -> None:
    text = "The trial is over (1), its nurses say. Snoring troubles 44% of men (2)."
    assert findings("HL301", text) == []
    assert findings("HL301", "Snoring troubles 44% of men (2).") == ["44% of men"]


def test_most_illness_that_develops_from_something_is_no_count(findings: Findings) -> None:
    assert findings("HL302", "Most migraines develop from a faint warning.") == []
    assert findings("HL302", "Most migraines develop from a faint warning over 2 days.") == ["Most migraines develop"]


def test_what_most_people_can_do_is_no_count(findings: Findings) -> None:
    assert findings("HL302", "Most people with hay fever can recover in spring.") == []
