"""The one phrase scan."""

from __future__ import annotations

import pytest

from healthlint.language import phrases
from healthlint.language.phrases import PhraseScanner, fold


@pytest.fixture(params=["automaton", "word index"])
def scanner(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> PhraseScanner:
    """Both engines, which must find the same."""
    if request.param == "word index":
        monkeypatch.setattr(phrases, "_automaton", lambda _: None)
    return PhraseScanner(["cure", "cures", "leads to", "vitamin d", "vitamin d deficiency", "[insert", "25(oh)d"])


def found(scanner: PhraseScanner, text: str) -> list[str]:
    return [text[start:end] for _, start, end in scanner.scan(fold(text))]


def test_a_phrase_is_found_in_any_case(scanner: PhraseScanner) -> None:
    assert found(scanner, "A Cure and a CURE") == ["Cure", "CURE"]


def test_a_phrase_inside_a_word_is_not_found(scanner: PhraseScanner) -> None:
    assert found(scanner, "secure, cured, curet") == []


def test_overlapping_phrases_are_all_found(scanner: PhraseScanner) -> None:
    assert sorted(found(scanner, "Vitamin D deficiency")) == ["Vitamin D", "Vitamin D deficiency"]


def test_a_phrase_may_begin_or_end_with_a_sign(scanner: PhraseScanner) -> None:
    assert found(scanner, "see [Insert name] and 25(OH)D") == ["[Insert", "25(OH)D"]


def test_a_line_break_counts_as_a_space(scanner: PhraseScanner) -> None:
    assert found(scanner, "it leads\nto") == ["leads\nto"]


def test_folding_keeps_every_offset() -> None:
    text = "İstanbul’s “ﬁne” ẞ"
    assert len(fold(text)) == len(text)


def test_no_phrases_find_nothing() -> None:
    assert PhraseScanner([]).scan("anything") == []
