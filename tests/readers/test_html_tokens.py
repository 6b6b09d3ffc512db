"""HTML source -> tags, whatever the source."""

from __future__ import annotations

import time

import pytest

from healthlint.readers.html_tokens import attributes, tags


def names(source: str) -> list[str]:
    return [name for name, _ in tags(source)]


def between(source: str) -> list[str]:
    """The text between the tags."""
    done, found = 0, []
    for _, match in tags(source):
        found.append(source[done : match.start()])
        done = match.end()
    return [text for text in [*found, source[done:]] if text]


def test_tags_are_named_in_lower_case_and_closing_ones_with_a_slash() -> None:
    assert names("<P CLASS=x>Sleep<BR/></p>") == ["p", "br", "/p"]


def test_a_quoted_value_may_hold_a_closing_bracket() -> None:
    assert between('<img alt="5 > 3" src=a>text') == ["text"]


def test_a_quote_outside_of_a_value_is_an_ordinary_character() -> None:
    assert between("<b>six months' use</b> and <i title=it's>more</i>") == ["six months' use", " and ", "more"]


@pytest.mark.parametrize("text", ["a < b", "BMI <25", "a <- b", "x <b and <", "<"])
def test_a_less_than_sign_that_opens_no_tag_is_text(text: str) -> None:
    assert between(f"{text}") == [text]


def test_a_word_after_a_less_than_sign_is_text_if_the_next_tag_comes_first() -> None:
    assert between("<p>aged <six months</p>") == ["aged <six months"]


def test_a_comment_hides_tags_and_ends_at_its_end() -> None:
    assert names("<!-- <p> - -- > --><b>") == ["!--", "b"]


@pytest.mark.parametrize("source", ["<!-- never closed <p>", "<!-->", "<!--->"])
def test_an_odd_comment_is_one_comment(source: str) -> None:
    assert names(source) == ["!--"]


def test_declarations_and_stray_closers_are_no_text() -> None:
    assert between("<!DOCTYPE html><?xml x?></ p>Rest<![if IE]>!<![endif]>") == ["Rest", "!"]


def test_a_script_runs_to_its_end_tag() -> None:
    ((name, match), (end, _)) = tags("<script type='x'>if (a<b && '</p>') {}</script>")
    assert (name, match["content"], end) == ("script", "if (a<b && '</p>') {}", "/script")


def test_a_script_that_is_never_closed_runs_to_the_end() -> None:
    assert names("<script>var p = '<p>';") == ["script"]


def test_after_a_quote_that_is_never_closed_tags_are_still_found() -> None:
    assert names('<p><a href="x>here</a> and <b class=y>there</b>') == ["p", "a", "/a", "b", "/b"]


def test_the_place_of_a_value_is_exact_and_its_entities_are_decoded() -> None:
    source = "<p><a HREF = '/a?b&amp;c' hidden rel=nofollow title=\"\">"
    found = attributes(list(tags(source))[1][1])
    assert {name: value for name, (value, _) in found.items()} == {
        "href": "/a?b&c",
        "hidden": "",
        "rel": "nofollow",
        "title": "",
    }
    assert source[slice(*found["href"].source)] == "/a?b&amp;c"
    assert source[slice(*found["rel"].source)] == "nofollow"


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<",
        "<a ",
        "<a",
        '<a ="<a "=',
        "<a x='>'",
        '<a ="',
        "<!--",
        "<!-",
        "<script>",
        "</",
        "<title><",
        "<a b=",
    ],
)
def test_a_megabyte_of_anything_takes_linear_time(unit: str) -> None:
    source = unit * (1_000_000 // len(unit))
    begin = time.perf_counter()
    assert sum(1 for _ in tags(source)) >= 0
    assert time.perf_counter() - begin < 2
