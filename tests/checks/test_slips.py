"""Words typed twice, and words left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings, Repair


def test_the_second_word_is_deleted(repair: Repair) -> None:
    assert repair("HL907", "Rinse the the nose, and and dry it.") == "Rinse the nose, and dry it."


def test_a_word_at_the_end_of_a_line_and_the_beginning_of_the_next_counts(repair: Repair) -> None:
    text = "Salt water rinses pollen out of\nof the nose."
    assert repair("HL907", text) == "Salt water rinses pollen out of the nose."


def test_a_word_in_markup_is_found_but_not_deleted_unseen(findings: Findings, repair: Repair) -> None:
    text = "Salt water rinses pollen out of *of* the nose."
    assert findings("HL907", text) == ["of *of"]
    assert repair("HL907", text) == text


@pytest.mark.parametrize(
    "words",
    [
        "She had had a cold",
        "He knew that that cold was worse",
        "They gave her her drops",
        "A very very cold room",
        "Ask what it is is",
        "Oil of ylang ylang",
        "They flew to Bora Bora",
        "Said Mei Mei of Baden Baden",
        "In New York, New York",
        "From hepatitis A a year ago",
        "The rat, Rattus rattus, has it",
        "They found it at AT&T Park",
        "It is check-in in-house",
        "They went on on-site courses",
        "Those at the The Norwood Clinic",
        "It is 12 12 in all",
        "It was go, go for him",
    ],
)
def test_what_may_stand_twice_is_left_alone(findings: Findings, words: str) -> None:
    assert findings("HL907", f"{words}, and the doctors of the clinic wrote it down.") == []


def test_a_word_typed_many_times_is_one_slip(findings: Findings, repair: Repair) -> None:
    text = "Salt water rinses pollen out of of of of the nose, and it is not not not far."
    assert findings("HL907", text) == ["of of of of", "not not"]
    assert repair("HL907", text).startswith("Salt water rinses pollen out of the nose")


def test_a_label_and_its_text_may_begin_alike(findings: Findings) -> None:
    assert findings("HL907", "pollen  \npollen flies in dry wind and gets into the eyes.") == []


def test_references_are_not_read(findings: Findings) -> None:
    text = "# Ears\n\nDry them well after a swim.\n\n## References\n\n1. Brook A. Out of of the ear. J Wax. 2020;1:2.\n"
    assert findings("HL907", text) == []


@pytest.mark.parametrize(
    "clause",
    ["by which honey may with a cough.", "in which the drops could from pain:", "Honey might for a cough, he said."],
)
def test_a_modal_without_a_verb_lacks_a_word(findings: Findings, clause: str) -> None:
    assert len(findings("HL907", f"The doctors wrote {clause}")) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "as fast as honey may with a cough.",
        "that oil may, and honey could for a cough.",
        "that honey may with time help.",
        "whatever honey might for a cough.",
        "to her in May with a cough.",
        "that honey may for most children with a cough be the best.",
    ],
)
def test_a_clause_that_has_a_verb_or_leaves_it_out_lacks_none(findings: Findings, clause: str) -> None:
    assert findings("HL907", f"The doctors wrote {clause}") == []


def test_a_pair_across_a_vitamin_is_right(findings: Findings) -> None:
    assert findings("HL907", "Those who took vitamin A the whole winter had fewer colds.") == []
    assert findings("HL907", "Those who took a the whole winter had fewer colds.") == ["a the"]
