"""Sentences that stand twice: how alike they are, what may recur, and what is told by other rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

NERVE = "The nerve of the thumb runs through a narrow tunnel in the wrist."
BEFORE = "Typing for hours on end makes the first three fingers numb."
BETWEEN = "A pillow under the forearm takes some of the pain away."
AFTER = "Shake the hand in the night, and let it hang over the edge of the bed."
MORE = "Surgeons split the band over it in ten minutes, and most scars hurt for a month."


def repeated(findings: Findings, one: str, other: str, severity: str | None = None) -> list[str]:
    text = f"# Numb hands\n\n{BEFORE} {one} {BETWEEN}\n\n{AFTER} {other} {MORE}"
    return findings("HL106", text, article="advice", severity=severity)


def test_the_second_place_of_a_sentence_is_told(findings: Findings) -> None:
    assert repeated(findings, NERVE, NERVE, "info") == [NERVE]


@pytest.mark.parametrize(
    "other",
    [
        "The nerve of the thumb runs through a narrow tunnel in the arm.",
        "But the nerve of the thumb runs through a narrow tunnel in the wrist!",
        "The nerve of the thumb runs through a narrow tunnel in the wrist [3].",
    ],
)
def test_a_word_or_a_mark_makes_no_difference(findings: Findings, other: str) -> None:
    assert len(repeated(findings, NERVE, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("More research is needed here.", "More research is needed here."),
        ("See your doctor if one of your hands stays numb for a day.",) * 2,
        ("This page is for educational purposes only and is no medical advice.",) * 2,
        ("“My own hand was numb for a whole week,” said Odell.",) * 2,
        ("Of 90 typists in the first trial 43 were numb.", "Of 91 typists in the first trial 28 were numb."),
        ("Bend the wrist down for a while and count to ten.", "Bend the elbow up for a moment and count to six."),
    ],
)  # fmt: skip
def test_some_sentences_may_come_again(findings: Findings, one: str, other: str) -> None:
    assert repeated(findings, one, other) == []


def test_following_advice_is_no_visit(findings: Findings) -> None:
    sentence = "Follow your doctor's recommendations on how long to wear the splint."
    assert repeated(findings, sentence, sentence) == [sentence]


def test_a_sentence_that_stands_three_times_is_a_warning(findings: Findings) -> None:
    text = f"# Numb hands\n\n{BEFORE} {NERVE}\n\n{AFTER} {NERVE}\n\n{MORE} {NERVE}"
    assert findings("HL106", text, article="advice", severity="warning") == [NERVE]


def test_sentences_of_a_copied_paragraph_are_told_with_it(findings: Findings) -> None:
    paragraph = f"{BEFORE} {NERVE} {BETWEEN}"
    assert findings("HL106", f"# Hands\n\n{paragraph}\n\n{AFTER}\n\n{paragraph}", article="advice") == []


def test_a_quotation_in_a_box_may_repeat_the_text(findings: Findings) -> None:
    assert findings("HL106", f"# Hands\n\n{BEFORE} {NERVE} {BETWEEN}\n\n> {NERVE} {MORE}", article="advice") == []


def test_many_sentences_that_differ_in_a_word_end_soon(findings: Findings) -> None:
    rows = " ".join(f"The nerve of finger {n} runs through a narrow tunnel {n % 7} in the wrist." for n in range(3000))
    assert findings("HL106", f"# Hands\n\n{rows}", article="advice") == []
