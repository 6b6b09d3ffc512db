"""What a page says of itself: head elements, JSON-LD and byline elements -> fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthlint.model.document import Document
from healthlint.readers.html import read_html
from healthlint.readers.json_ld import read_json_ld

PAGE = (Path(__file__).parents[1] / "fixtures" / "articles" / "page.html").read_text(encoding="utf-8")
LONG = "Calf cramps wake many people at night and mostly pass by themselves within a few minutes. " * 3


def fields(document: Document, origin: str) -> list[tuple[str, str]]:
    return [(field.key, field.value) for field in document.fields if field.origin == origin]


def written(document: Document, key: str) -> list[str]:
    """What stands in the source for the fields with this key."""
    return [document.source[slice(*field.source)] for field in document.fields if field.key == key]


def markup(source: str) -> list[tuple[str, str]]:
    return fields(read_html(source, "page.html"), "markup")


def json_ld(content: str) -> list[tuple[str, str]]:
    return [(field.key, field.value) for field in read_json_ld(content, 0).fields]


def test_the_head_of_a_page_is_read() -> None:
    document = read_html(PAGE, "page.html")
    assert fields(document, "meta") == [
        ("lang", "en-GB"),
        ("title", "Night Cramps & Magnesium | Wellness Gazette"),
        ("description", "What is known about magnesium and calf cramps"),
        ("article:published_time", "2025-03-04T08:00:00Z"),
        ("canonical", "https://gazette.example.org/night-cramps"),
    ]
    assert written(document, "title") == ["Night Cramps &amp; Magnesium | Wellness Gazette"]
    assert written(document, "article:published_time") == ["2025-03-04T08:00:00Z"]


def test_json_ld_is_read_with_the_place_of_each_value() -> None:
    document = read_html(PAGE, "page.html")
    found = dict(fields(document, "json-ld"))
    assert found["author.name"] == "Mira Lindqvist"
    assert found["reviewedby.name"] == "Dr Tomas Berg"
    assert found["datepublished"] == "2025-03-04"
    assert found["lastreviewed"] == "2025-05-20"
    assert written(document, "reviewedby.name") == ["Dr Tomas Berg"]
    assert written(document, "lastreviewed") == ["2025-05-20"]


def test_byline_elements_are_read() -> None:
    document = read_html(PAGE, "page.html")
    assert fields(document, "markup") == [
        ("author", "Mira Lindqvist"),
        ("date", "4 March 2025"),
        ("date", "2025-03-04"),
        ("reviewer", "Dr\xa0Tomas Berg"),
    ]
    assert written(document, "reviewer") == ["Dr&nbsp;Tomas Berg"]
    assert written(document, "date") == ["4 March 2025", "2025-03-04"]


def test_only_the_first_title_counts_and_that_of_a_drawing_does_not() -> None:
    document = read_html(
        "<svg><title>Icon</title></svg><title> Cramps\n at night </title><title>x</title>", "page.html"
    )
    assert fields(document, "meta") == [("title", "Cramps at night")]


def test_what_describes_something_else_bears_its_type() -> None:
    content = '[{"@type": "Organization", "name": "Gazette"}, {"@type": ["WebPage"], "name": "Cramps"}, {"name": "x"}]'
    assert json_ld(content) == [
        ("organization.@type", "Organization"),
        ("organization.name", "Gazette"),
        ("@type", "WebPage"),
        ("name", "Cramps"),
        ("name", "x"),
    ]


def test_several_authors_are_several_fields() -> None:
    assert json_ld('{"author": [{"name": "Jo"}, {"name": "Mo \\"M\\" Li"}]}') == [
        ("author.name", "Jo"),
        ("author.name", 'Mo "M" Li'),
    ]


def test_numbers_are_kept_as_text_and_nothing_else_is() -> None:
    assert json_ld('{"n": 3, "yes": true, "no": null, "empty": {}}') == [("n", "3")]


def test_a_value_that_reads_like_a_key_is_told_from_it() -> None:
    content = '{"name": "name", "author": {"name": "author"}}'
    places = [content[slice(*field.source)] for field in read_json_ld(content, 0).fields]
    assert places == ["name", "author"]
    assert [field.source.start for field in read_json_ld(content, 0).fields] == [10, 37]


@pytest.mark.parametrize("wrapped", ["<!-- %s -->", "//<![CDATA[\n%s\n//]]>", "\n%s;"])
def test_json_ld_may_be_wrapped(wrapped: str) -> None:
    assert json_ld(wrapped % '{"headline": "Cramps [1]"}') == [("headline", "Cramps [1]")]


@pytest.mark.parametrize("content", ['{"a": 1,}', "oops", '{"a": "x', "[" * 100_000, '{"n": ' + "1" * 5000 + "}"])
def test_json_ld_that_is_not_valid_is_a_problem(content: str) -> None:
    source = f'<p>Text</p><script type="application/ld+json">{content}</script>'
    document = read_html(source, "page.html")
    (problem,) = document.problems
    assert "JSON-LD" in problem.message
    assert problem.source.start >= source.index(">", 12)
    assert document.text == "Text"


def test_an_empty_json_ld_script_is_no_problem() -> None:
    assert read_html('<script type="application/ld+json"> </script>', "page.html").problems == ()


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("<p class=byline>By Jo Poe, MD | May 2024</p>", [("author", "Jo Poe, MD")]),
        ("<div class='post-author'>Written by: Jo Poe</div>", [("author", "Jo Poe")]),
        ("<span itemprop=reviewedBy>Dr Li</span>", [("reviewer", "Dr Li")]),
        ("<p class=author>Medically reviewed by Jo Poe</p>", [("reviewer", "Jo Poe")]),
        ("<p class=medical-reviewer>Medically reviewed by</p>", [("reviewer", "")]),
        ("<p>Updated <time>4 May 2025</time></p>", [("updated", "4 May 2025")]),
        ("<p>Last reviewed: <time datetime=2025-05-04></time></p>", [("reviewed", "2025-05-04")]),
        (
            "<time class='entry-date published' datetime=2025-05-04>4 May</time>",
            [("published", "4 May"), ("published", "2025-05-04")],
        ),
        ("<div class=byline><a rel=author>Jo Poe</a></div>", [("author", "Jo Poe")]),
        ("<div class=date_modified>4 May 2025</div>", [("updated", "4 May 2025")]),
    ],
)
def test_a_byline_tells_who_and_when(byline: str, expected: list[tuple[str, str]]) -> None:
    assert markup(f"<h1>Cramps</h1>{byline}<p>{LONG}") == expected


@pytest.mark.parametrize(
    "source",
    [
        f"<p>{LONG} On <time>4 May 2025</time> that changed. {LONG}</p>",
        f"<p>{LONG}</p><ol><li><span class=author>Hall P</span>. Cramps. 2021.</ol>",
        f"<p>{LONG}</p><div class=related-posts><span class=author>Jo Poe</span> <time>4 May 2025</time></div>",
        f"<p>{LONG}</p><div class=author-bio>{LONG}</div>",
    ],
)
def test_the_author_or_date_of_something_else_is_no_field(source: str) -> None:
    assert markup(source) == []
