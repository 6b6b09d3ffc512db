"""Acronyms that a text explains."""

from __future__ import annotations

import pytest

from healthlint.language.acronyms import find_acronyms


@pytest.mark.parametrize(
    ("text", "short", "words"),
    [
        ("People with atopic hand eczema (AHE) itch.", "AHE", "atopic hand eczema"),
        ("It is Chronic Dry Cough (CDC).", "CDC", "Chronic Dry Cough"),
        ("The disease of Ménière (DoM) is rare.", "DoM", "disease of Ménière"),
        ("Slow-healing ulcers (SHUs) of the leg", "SHU", "Slow-healing ulcers"),
    ],
)
def test_the_words_before_the_brackets_are_what_it_stands_for(text: str, short: str, words: str) -> None:
    (found,) = find_acronyms(text)
    assert (found.short, text[found.start : found.end]) == (short, words)


@pytest.mark.parametrize(
    "text",
    ["Take it in the morning (AM).", "See your doctor. (RLS)", "Zinc (Zn) helps", "(ABC) at the start", "no brackets"],
)
def test_brackets_with_other_letters_explain_nothing(text: str) -> None:
    assert find_acronyms(text) == []
