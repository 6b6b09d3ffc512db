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
        "About 7% of adults snore. These figures come from the CDC.",
    ],
)
def test_a_source_silences_it(findings: Findings, text: str) -> None:
    assert findings("HL301", text) == []


def test_millions_have_a_rule_of_their_own(findings: Findings) -> None:
    assert findings("HL301", "Snoring troubles millions worldwide.") == []
    assert findings("HL302", "Snoring troubles millions worldwide.") == ["millions"]
