"""HTML, whatever it is: a sound document in linear time."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from healthlint.errors import ReadError
from healthlint.readers import read
from healthlint.readers.html import read_html
from tests.readers.soundness import assert_exact, assert_sound

NAMES = """div p span a li ul ol table tr td th h1 h2 section article main nav header footer aside b i sup q br hr img
 svg template button form pre blockquote dl dt dd time title script style figcaption caption noscript"""
NAME = st.sampled_from(sorted(set(NAMES.split())))
ATTRIBUTES = st.sampled_from(
    ["", " class=share-bar", ' class="byline"', " href='#x'", " hidden", " id=references", " class=footnotes", "/"]
    + [" role=heading", " datetime=2024", " itemprop=author", " src=x alt=y", " class=btn", ' x="a>b"', " y='"]
)
TAG = st.one_of(
    st.tuples(NAME, ATTRIBUTES).map(lambda parts: f"<{parts[0]}{parts[1]}>"),
    NAME.map(lambda name: f"</{name}>"),
)
TEXT = st.sampled_from(
    ["word", "two words ", "\n  ", "&amp;", "&nbsp;", "a &lt b", "5 < 6", "&copy2020", "[2]", "10", "https://a.b/c "]
    + ["\t", "&#10;", "é", "<!--x-->", "<!-- healthlint-disable HL301 -->", "<", ">", '"', "&#0;", "\r\n", "\xa0", "."]
)
SOUP = st.lists(st.one_of(TAG, TEXT), max_size=40).map("".join)


@settings(max_examples=100, deadline=None)
@given(SOUP)
def test_any_soup_of_tags_gives_a_sound_document(source: str) -> None:
    document = read_html(source, "page.html")
    assert_sound(document)
    assert_exact(document)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_a_read_error(data: bytes) -> None:
    with suppress(ReadError):
        assert_sound(read(data, "page.html"))


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<",
        "&",
        "word ",
        "a\n",
        "<p>a",
        "<ul><li>a",
        "<li></li><div>",
        "<table><td>a",
        "<b>a</i>",
        "<a href=x>a",
    ]
    + ["<span class=byline>a", "<sup>1</sup>a", "<br>a", "<div class=nav>a", "<time>a", "&lt a", "<svg><h1>a", "<!--"],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    source = unit * (200_000 // len(unit))
    begin = time.process_time()
    read_html(source, "page.html")
    assert time.process_time() - begin < 4  # on a busy machine; a quiet one takes half a second


def test_real_pages_are_sound_and_exact(shared: Path) -> None:
    pages = sorted((shared / "data" / "articles").rglob("*.html"))[::6]
    assert pages
    for page in pages:
        document = read(page.read_bytes(), str(page))
        assert_sound(document)
        assert_exact(document)
