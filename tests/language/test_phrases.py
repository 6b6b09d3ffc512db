"""The one phrase scan."""

from __future__ import annotations

import pytest

from healthlint.language.phrases import PhraseScanner, fold, index_phrases

PHRASES = ["cure", "cures", "leads to", "vitamin d", "vitamin d deficiency", "[insert", "[insert name", "25(oh)d"]
PHRASES += ["dr", "dr."]


@pytest.fixture
def scanner() -> PhraseScanner:
    """Looks for a few phrases of each shape."""
    return PhraseScanner(index_phrases(PHRASES))


def found(scanner: PhraseScanner, text: str) -> list[str]:
    return [text[start:end] for _, start, end in scanner.scan(fold(text))]


def test_a_phrase_is_found_in_any_case(scanner: PhraseScanner) -> None:
    assert found(scanner, "A Cure and a CURE") == ["Cure", "CURE"]


def test_a_phrase_inside_a_word_is_not_found(scanner: PhraseScanner) -> None:
    assert found(scanner, "secure, cured, curet, leads tow, [inserted") == []


def test_overlapping_phrases_are_all_found(scanner: PhraseScanner) -> None:
    assert found(scanner, "Vitamin D deficiency") == ["Vitamin D deficiency", "Vitamin D"]


def test_a_phrase_may_begin_or_end_with_a_sign(scanner: PhraseScanner) -> None:
    assert found(scanner, "see [Insert it] and 25(OH)D") == ["[Insert", "25(OH)D"]


def test_a_sign_behind_a_word_may_be_part_of_a_phrase(scanner: PhraseScanner) -> None:
    assert found(scanner, "Dr. Moss, dr moss") == ["Dr.", "Dr", "dr"]


def test_hits_come_in_order_and_the_longest_first(scanner: PhraseScanner) -> None:
    assert found(scanner, "a cure [insert name] leads to") == ["cure", "[insert name", "[insert", "leads to"]


def test_a_line_break_counts_as_a_space(scanner: PhraseScanner) -> None:
    assert found(scanner, "it leads\nto") == ["leads\nto"]


def test_folding_keeps_every_offset() -> None:
    text = "İstanbul’s “ﬁne” ẞ"
    assert len(fold(text)) == len(text)


def test_no_phrases_find_nothing() -> None:
    assert PhraseScanner(index_phrases([])).scan("anything") == []


def test_an_ending_finds_long_words() -> None:
    scanner = PhraseScanner(index_phrases(["~edema", "~uria", "manchuria"]))
    assert found(scanner, "Lymphedema; papilledemas, edema, Manchuria, pyuria, haematuria") == [
        "Lymphedema",
        "Manchuria",
        "haematuria",
    ]


def test_of_two_endings_the_longer_counts() -> None:
    scanner = PhraseScanner(index_phrases(["~osis", "~gnosis"]))
    assert [scanner.phrases[number] for number, *_ in scanner.scan("prognosis, fibrosis")] == ["~gnosis", "~osis"]
