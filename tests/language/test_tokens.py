from __future__ import annotations

import pytest

from healthlint.language.tokens import content_words, normalise, word_count, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Legs twitch at night.", ["Legs", "twitch", "at", "night"]),
        ("Don't skip the follow-up – it’s short", ["Don't", "skip", "the", "follow-up", "it’s", "short"]),
        ("About 2.5 mg or 12,000 IU.", ["About", "2.5", "mg", "or", "12,000", "IU"]),
        ("In the U.S. at 9 p.m. or e.g. noon", ["In", "the", "U.S", "at", "9", "p.m", "or", "e.g", "noon"]),
        ("Ana Brandt, Ph.D., came", ["Ana", "Brandt", "Ph.D", "came"]),
        ("It ended.The rest", ["It", "ended", "The", "rest"]),
        ("1,2 and 'quoted' words-", ["1,2", "and", "quoted", "words"]),
        ("naïve β-carotene _emphasis_", ["naïve", "β-carotene", "emphasis"]),
        ("5% of B12 (25-OH)", ["5", "of", "B12", "25-OH"]),
        (" … — ! ", []),
    ],
)
def test_words_are_what_a_reader_would_count(text: str, expected: list[str]) -> None:
    assert [text[slice(*span)] for span in words(text)] == expected


def test_words_of_a_part_keep_the_offsets_of_the_whole() -> None:
    text = "one two three four"
    assert [text[slice(*span)] for span in words(text, 4, 13)] == ["two", "three"]
    assert word_count(text, 4, 13) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s “rare”.", "it's rare"),
        ("Iron\u00a0helps [1, 2], it seems.³", "Iron helps it seems"),
        ("H₂O — twice", "h2o twice"),
        ("A follow\u2011up\n visit!", "a follow-up visit"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_texts_that_differ_in_looks_alone_are_normalised_alike(one: str, other: str) -> None:
    assert normalise(one) == normalise(other) != ""


@pytest.mark.parametrize(("one", "other"), [("2.5 mg", "25 mg"), ("not safe", "safe"), ("10% less", "1% less")])
def test_texts_that_differ_in_meaning_stay_apart(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It reduces deficiencies.", "Reducing the deficiency"),
        ("She stopped sleeping well", "stops: sleep well"),
        ("The studies were planned.", "a study plans"),
        ("causes of illness", "caused illnesses"),
    ],
)
def test_inflected_words_have_the_same_content(one: str, other: str) -> None:
    assert content_words(one) == content_words(other)


def test_function_words_have_no_content() -> None:
    assert content_words("It is what they have been with.") == frozenset()


def test_different_words_keep_different_stems() -> None:
    assert len(content_words("new now bus busy diabetes diet sleep slip string stress")) == 10
