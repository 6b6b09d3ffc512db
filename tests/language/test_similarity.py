from __future__ import annotations

import pytest

from healthlint.language.similarity import jaccard, ratio, shingles, word_diff


def test_shingles_are_the_runs_of_three_words() -> None:
    assert shingles(["legs", "ache", "at", "night"]) == {"legs ache at", "ache at night"}


@pytest.mark.parametrize(("text", "expected"), [("", set()), ("legs", {"legs"}), ("legs ache at", {"legs ache at"})])
def test_a_short_text_is_at_most_one_shingle(text: str, expected: set[str]) -> None:
    assert shingles(text.split()) == expected


def test_jaccard_is_the_common_share() -> None:
    assert jaccard(frozenset("abc"), frozenset("bcd")) == 0.5


def test_nothing_is_like_an_empty_text() -> None:
    assert jaccard(frozenset(), frozenset()) == 0


def test_equal_texts_have_ratio_one_and_strange_ones_nearly_none() -> None:
    assert ratio("legs ache", "legs ache") == 1
    assert ratio("abc", "xyz") == 0


def test_a_ratio_under_the_bar_is_zero() -> None:
    assert ratio("legs ache", "legs burn") > 0.5
    assert ratio("legs ache", "legs burn", at_least=0.9) == 0


def test_a_diff_gives_the_pieces_in_reading_order() -> None:
    assert word_diff("Iron causes restless legs at night", "Iron may ease restless legs") == [
        ("same", "Iron"),
        ("old", "causes"),
        ("new", "may ease"),
        ("same", "restless legs"),
        ("old", "at night"),
    ]


def test_a_diff_of_equal_texts_is_one_piece() -> None:
    assert word_diff("the same  words", "the same words") == [("same", "the same words")]
