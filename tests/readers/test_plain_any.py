"""Plain text, whatever it is: a sound document in linear time."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from healthlint.errors import ReadError
from healthlint.readers import read
from healthlint.readers.plain import read_plain
from tests.readers.soundness import assert_exact, assert_sound

LINE = st.sampled_from(
    [
        "-",
        "•",
        "- item",
        "1. One:",
        "2) two",
        "a) b",
        "Q: Who? A: You.",
        "A: x",
        "Title Case",
        "lower case",
        "word " * 9,
        "* * *",
        "---",
        "\t",
        " ",
        "\xa0",
        "Β\xa0",
        "https://a.example/b).",
        "me@a.example",
        "x:",
        "?",
        "|",
        "[x]",
        "",
        "    deep",
        "(1) x",
    ]
)
LINE_END = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\f", "\v", "\u2028", "\x85", " "])
TEXT = st.lists(st.tuples(LINE, LINE_END), max_size=25).map(lambda lines: "".join(map("".join, lines)))


@settings(max_examples=100, deadline=None)
@given(st.one_of(TEXT, st.text(max_size=80)))
def test_any_text_gives_a_sound_document(source: str) -> None:
    document = read_plain(source, "a.txt")
    assert_sound(document)
    assert_exact(document)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_a_read_error(data: bytes) -> None:
    with suppress(ReadError):
        assert_sound(read(data, "a.txt"))


@pytest.mark.parametrize(
    "unit", ["word", "word ", "Cramps\n", "\n", "-\n", "- a b\n\n", "Q: a A: b ", "word word word " * 4 + "\n"]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    source = unit * (300_000 // len(unit))
    begin = time.process_time()
    read_plain(source, "a.txt")
    assert time.process_time() - begin < 4  # on a busy machine; a quiet one takes half a second
