"""Markdown that nobody should write: deep, long, unclosed. Each takes a moment, not minutes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.readers.reading import markdown, mdx, prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from healthlint.model.document import Document

DEEP = 10_000


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (">" * DEEP + " deep", ["deep"]),
        ("- " * DEEP + "deep", ["deep"]),
        ("<div>" * DEEP + "deep" + "</div>" * DEEP, ["deep"]),
        ("<blockquote>" * DEEP + "deep", ["deep"]),
        ("*" * DEEP + "deep" + "*" * DEEP, ["deep"]),
        ("![" * DEEP + "deep" + "](u)" * DEEP, []),
    ],
)
def test_ten_thousand_levels_are_no_more_than_deep(source: str, words: list[str]) -> None:
    assert prose(markdown(source)) == words


def test_a_line_may_be_ten_million_characters_long() -> None:
    document = markdown("word " * 2_000_000 + "*end*")
    assert document.text.endswith("word end")
    assert len(document.blocks) == 1


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "[^",
        "![",
        "<div ",
        "<!-- ",
        '<a href="',
        "<a href=u>",
        "<sup>",
        "<script>",
        "<p hidden>",
        "`` ` ",
        "_a*b",
        "&",
    ]
    + [
        "{{",
        "{{a}}",
        "{%",
        "{% comment %}",
        "{: a",
        "http://",
        "a@",
        "^1^",
        "a[^1],",
        "<br>",
        "<li>a",
        "<td>",
        "</p>\n",
    ]
    + ["# {x}\n", "> <div>\n", "[a]: b\n", "a\n: b\n\n", "é*ß* ", ")", "&nbsp;", "<x-y>\n"],
)
def test_time_grows_with_length_alone(unit: str) -> None:
    assert _seconds(markdown, unit * 8_000) < 2


@pytest.mark.parametrize(
    "unit", ["{", "{}", '{"', "{/*", "{`", "<A ", "<A b='", "<A>\n", "`` ` ", "import a from 'b'\n"]
)
def test_time_grows_with_length_alone_in_mdx(unit: str) -> None:
    assert _seconds(mdx, unit * 8_000) < 2


def _seconds(read: Callable[[str], Document], source: str) -> float:
    begin = time.perf_counter()
    read(source)
    return time.perf_counter() - begin
