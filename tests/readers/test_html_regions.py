"""Which parts of a page are the article, its front matter, and what only stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthlint.readers.html import read_html
from tests.readers.soundness import assert_exact, assert_sound

PAGE = (Path(__file__).parents[1] / "fixtures" / "articles" / "page.html").read_text(encoding="utf-8")
LONG = "Calf cramps wake many people at night and mostly pass by themselves within a few minutes. " * 3


def regions(source: str) -> list[tuple[str, str]]:
    """The region and the first words of each block."""
    document = read_html(source, "page.html")
    assert_sound(document)
    assert_exact(document)
    return [(block.region, " ".join(document.text[slice(*block.span)].split()[:3])) for block in document.blocks]


def region_of(words: str, source: str) -> str:
    document = read_html(source, "page.html")
    return next(block.region for block in document.blocks if words in document.text[slice(*block.span)])


def test_a_whole_page_is_divided_as_a_person_would() -> None:
    assert regions(PAGE) == [
        ("chrome", "Skip to content"),
        ("chrome", "We use cookies."),
        ("chrome", "Accept all"),
        ("chrome", "Sleep"),
        ("chrome", "Food"),
        ("chrome", "Search"),
        ("chrome", "Home"),
        ("chrome", "Night Cramps"),
        ("", "Night Cramps &"),
        ("", "A calf that"),
        ("front", "By Mira Lindqvist,"),
        ("front", "Medically reviewed by"),
        ("", "About one in"),
        ("", "When to See"),
        ("", "The leg is"),
        ("", "The cramps come"),
        ("", "Weakness needs a"),
        ("", "You take water"),
        ("", "furosemide"),
        ("", "indapamide"),
        ("", "Call an ambulance"),
        ("", "Doses in two"),
        ("", "Trial"),
        ("", "Dose"),
        ("", "First"),
        ("", "250 mg"),
        ("", "The muscle that"),
        ("", "I sleep again,"),
        ("", "dose = 250"),
        ("", "Magnesium < 0.7"),
        ("chrome", "Share this"),
        ("", "References"),
        ("", "Hall P. Cramps."),
        ("chrome", "You may also"),
        ("chrome", "Five Soups"),
        ("chrome", "27 Feb"),
        ("chrome", "Newsletter"),
        ("chrome", "Join 10,000 readers."),
        ("chrome", "© 2025 Wellness"),
    ]


@pytest.mark.parametrize(
    "tag",
    [
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "header",
        "div role=navigation",
        "div role=contentinfo",
        "div class=sidebar",
        "div class='col share-buttons'",
        "div class=relatedPosts",
        "div class=post__related-articles",
        "div id=comments",
        "div class=site-footer",
        "section class=newsletter-signup",
        "ul class=breadcrumbs",
        "div class=cookie-consent",
        "div class='ad-slot wide'",
        "p class=tags",
    ],
)
def test_what_stands_around_the_article_is_chrome(tag: str) -> None:
    assert region_of("Side words", f"<p>{LONG}</p><{tag}>Side words</{tag.split()[0]}>") == "chrome"


@pytest.mark.parametrize(
    "tag",
    [
        "div class=main-content-with-sidebar",
        "div class=social-anxiety",
        "section id=comments-on-the-guideline",
        "section id=related",
        "div class='category-newsletter tag-menu'",
        "div class=related-symptoms",
        "div class=menu-planning",
        "div class=header",
        "p class=adherence",
        "details",
    ],
)
def test_a_name_that_only_sounds_like_it_is_none(tag: str) -> None:
    assert region_of("Own words", f"<p>{LONG}</p><{tag}>Own words</{tag.split()[0]}>") == ""


def test_a_wrapper_that_holds_the_title_is_not_chrome() -> None:
    assert region_of("Cramps", f"<div class=sidebar-right><h1>Cramps</h1><p>{LONG}</div>") == ""


def test_a_form_around_the_whole_page_is_not_chrome() -> None:
    assert region_of("Calf cramps", f"<form><main><p>{LONG}</main></form>") == ""


def test_a_wrapper_that_holds_most_of_the_text_is_not_chrome() -> None:
    assert region_of("Calf cramps", f"<p>Short.</p><div class=modal><p>{LONG * 5}</div>") == ""


def test_a_page_header_with_the_only_title_is_front_matter() -> None:
    source = f"<header><h1>Cramps</h1><p>By Jo Poe</p></header><p>{LONG}"
    assert regions(source)[:2] == [("", "Cramps"), ("front", "By Jo Poe")]


def test_a_page_header_whose_title_is_the_name_of_the_site_is_chrome() -> None:
    source = f"<header><h1><a href=/>Leg Gazette</a></h1></header><h2>Cramps</h2><p>{LONG}"
    assert regions(source)[0] == ("chrome", "Leg Gazette")


def test_text_outside_of_the_main_part_is_chrome() -> None:
    source = f"<div>Leg Gazette</div><main><p>{LONG}</main><p>All rights reserved.</p>"
    assert [region for region, _ in regions(source)] == ["chrome", "", "chrome"]


def test_text_outside_of_the_article_is_chrome_but_not_its_references() -> None:
    source = f"<p>Top</p><article><p>{LONG}</article><section class=references><p>Hall 2021.</section><p>End</p>"
    assert [region for region, _ in regions(source)] == ["chrome", "", "", "chrome"]


def test_within_main_nothing_around_the_article_is_chrome_for_that() -> None:
    source = f"<main><article><p>{LONG}</article><h2>References</h2><p>Hall 2021.</main>"
    assert [region for region, _ in regions(source)] == ["", "", ""]


def test_a_small_article_element_does_not_make_the_rest_chrome() -> None:
    assert region_of("Calf cramps", f"<p>{LONG}</p><article>A teaser.</article>") == ""


def test_the_title_above_a_content_box_is_not_chrome() -> None:
    source = f"<p>Menu</p><h1>Cramps</h1><div class=entry-meta>By Jo Poe</div><div class=entry-content><p>{LONG}</div>"
    assert [region for region, _ in regions(source)] == ["chrome", "", "front", ""]


def test_a_callout_is_part_of_the_article_and_a_side_column_is_not() -> None:
    source = (
        f"<article><p>{LONG}</p><aside class='c-callout--warning'>Call now</aside><aside>Our shop</aside></article>"
    )
    assert [region for region, _ in regions(source)] == ["", "", "chrome"]


def test_the_lead_in_an_article_header_is_prose_and_the_byline_is_front_matter() -> None:
    source = f"<article><header><h1>Cramps</h1><p>{LONG}<p>By Jo Poe &bull; 5 min read</header><p>{LONG}</article>"
    assert [region for region, _ in regions(source)] == ["", "", "front", ""]


def test_a_paragraph_of_byline_elements_is_front_matter() -> None:
    source = f"<p>By <span class=author-name>Jo Poe</span> | <time>4 May 2025</time></p><p>{LONG}"
    assert regions(source)[0] == ("front", "By Jo Poe")


def test_a_button_that_opens_a_heading_is_that_heading() -> None:
    assert regions("<h3><button>Is it safe?</button></h3><p>Yes.") == [("", "Is it safe?"), ("", "Yes.")]


def test_a_link_that_looks_like_a_button_is_chrome_only_if_it_stands_alone() -> None:
    source = "<p>Ask us <a class=btn href=/a>here</a> first.</p><a class='btn big' href=/b>Get the app</a>"
    assert regions(source) == [("", "Ask us here"), ("chrome", "Get the app")]


@pytest.mark.parametrize(
    "source",
    [
        "<p hidden>Secret</p>",
        "<div aria-hidden=true><p>Secret</p></div>",
        "<template><p>Secret</p></template>",
        "<noscript>Secret</noscript>",
        "<style>Secret</style>",
        "<svg><text>Secret</text></svg>",
        "<select><option>Secret</select>",
        "<span class=sr-only>Secret</span>",
        "<i aria-hidden='true'>Secret</i>",
        "<!-- Secret -->",
        "<textarea>Secret</textarea>",
    ],
)
def test_what_nobody_sees_is_dropped(source: str) -> None:
    assert read_html(f"<p>Before</p>{source}<p>After</p>", "page.html").text == "Before\n\nAfter"


def test_a_hidden_part_of_a_line_does_not_divide_it() -> None:
    source = "<p>See <a href=x>the guide <span class=sr-only>(opens in a new tab)</span><svg><path/></svg></a> now.</p>"
    assert read_html(source, "page.html").text == "See the guide now."


@pytest.mark.parametrize("tag", ["div hidden=until-found", "div role=region hidden", "div style='display:none'"])
def test_a_panel_that_is_only_closed_is_read(tag: str) -> None:
    assert region_of("The answer", f"<p>Why?</p><{tag}><p>The answer</p></div>") == ""
