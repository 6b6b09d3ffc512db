"""Where a paragraph quotes somebody."""

from __future__ import annotations

import pytest

from healthlint.language.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in find_quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said “my knee feels fine today” and left.", ["“my knee feels fine today”"]),
        ('She said "my knee feels fine. I can walk." and left.', ['"my knee feels fine. I can walk."']),
        ("“It goes on to the next paragraph", ["“It goes on to the next paragraph"]),
        ("and it ends here at last,” she said.", ["and it ends here at last,”"]),
        (
            "“My knee feels fine,” she said. “I can walk to town again.”",
            ["“My knee feels fine,”", "“I can walk to town again.”"],
        ),
    ],
)
def test_a_quotation_has_its_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_word_in_marks_is_no_quotation() -> None:
    assert quoted("A so-called “detox” does nothing for the liver.") == []


def test_inches_are_no_quotation_marks() -> None:
    assert quoted('He is 5\'6" tall, and the bed that he sleeps in is 72" long.') == []
