"""HTML -> blocks, prose, links and marks."""

from __future__ import annotations

import pytest

from healthlint.model.document import Document
from healthlint.readers.html import read_html
from tests.readers.reading import blocks, links, marks, prose, sources
from tests.readers.soundness import assert_exact, assert_sound


def html(source: str) -> Document:
    document = read_html(source, "page.html")
    assert_sound(document)
    assert_exact(document)
    return document


def test_white_space_is_folded_as_a_browser_does() -> None:
    assert prose(html("<p>\n  Sleep \t<b> well</b>,\r\n\r\n   and <i>long</i>  </p>")) == ["Sleep well, and long"]


def test_entities_are_decoded_and_stay_whole() -> None:
    document = html("<p>5 &lt; 6 &amp; R&amp;D, &copy2020, &nosuch; &#x2013; AT&T</p>")
    assert document.text == "5 < 6 & R&D, ©2020, &nosuch; – AT&T"


def test_a_no_break_space_is_a_character_but_not_at_the_edges() -> None:
    assert prose(html("<p>&nbsp;25&nbsp;mg &nbsp;</p><p>&nbsp;</p>")) == ["25\xa0mg"]


def test_an_encoded_line_end_is_white_space() -> None:
    assert html("<p>one&#13;&#10;two</p>").text == "one two"


def test_a_break_is_a_hard_line_break_and_two_divide_paragraphs() -> None:
    assert blocks(html("<p>one<br>two <br/> <br> three</p>")) == [("paragraph", "one\ntwo"), ("paragraph", "three")]


def test_blocks_have_their_kinds() -> None:
    source = (
        "<h3>Head</h3>Loose<div>Box</div><ul><li>Item</ul><table><tr><td>Cell</table><blockquote>Said</blockquote>"
        "<figure><figcaption>Shown</figcaption></figure><pre>x = 1</pre><dl><dt>Term<dd>Meaning</dl>"
    )
    assert blocks(html(source)) == [
        ("heading", "Head"),
        ("paragraph", "Loose"),
        ("paragraph", "Box"),
        ("item", "Item"),
        ("cell", "Cell"),
        ("quote", "Said"),
        ("caption", "Shown"),
        ("code", "x = 1"),
        ("item", "Term"),
        ("item", "Meaning"),
    ]


def test_headings_have_their_levels_even_from_a_role() -> None:
    document = html("<h1>One</h1><h4>Four</h4><div role=heading aria-level=5>Five</div>")
    assert [block.level for block in document.blocks] == [1, 4, 5]


def test_items_have_depth_list_number_and_marker() -> None:
    document = html("<ol start=3><li>a<ul><li>b</ul><li>c</ol><ul><li>d</ul>")
    assert [(block.level, block.group, block.row, block.marker) for block in document.blocks] == [
        (1, 1, 1, "3."),
        (2, 2, 1, "•"),
        (1, 1, 2, "4."),
        (1, 3, 1, "•"),
    ]


def test_only_the_first_paragraph_of_an_item_bears_the_marker() -> None:
    document = html("<ul><li><p>a</p><p>b</p></li></ul>")
    assert [(block.kind, block.row, block.marker) for block in document.blocks] == [("item", 1, "•"), ("item", 1, "")]


def test_cells_have_their_table_and_row() -> None:
    document = html("<table><thead><tr><th>a<th>b<tbody><tr><td>c</td><td>d</table><table><tr><td>e</table>")
    assert [(block.group, block.row) for block in document.blocks] == [(1, 1), (1, 1), (1, 2), (1, 2), (2, 1)]


def test_a_table_around_tables_or_titles_only_arranges_the_page() -> None:
    source = "<table><tr><td>Side<td><h1>Title</h1>Text<table><tr><td>Dose</table></table>"
    assert blocks(html(source)) == [
        ("paragraph", "Side"),
        ("heading", "Title"),
        ("paragraph", "Text"),
        ("cell", "Dose"),
    ]


def test_the_source_of_a_block_has_its_tags() -> None:
    document = html("<div>\n<p class=x><b>One</b></p>  two\n<ul><li>three</ul></div>")
    assert sources(document) == ["<p class=x><b>One</b></p>", "two", "<li>three"]


def test_code_keeps_its_white_space() -> None:
    assert prose(html("<pre>\n a &lt; b\r\n\n  c</pre>")) == ["a < b\n\n  c"]


def test_quotation_marks_of_an_element_are_read() -> None:
    assert html("<p>She said <q>rest</q>.</p>").text == "She said “rest”."


def test_inline_elements_vanish_without_a_trace() -> None:
    assert html("<p>mag<b>nes</b>ium B<sub>12</sub> <span>and</span> <code>x</code></p>").text == "magnesium B12 and x"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("<h2>Head<p>text", ["Head", "text"]),
        ("<h2>Head</h3>text", ["Head", "text"]),
        ("<b><p>one</b> more</p>", ["one more"]),
        ("</div></p></li>text</td>", ["text"]),
        ("<div><table><tr><td>in</div>side</td></table>after</div>", ["in", "side", "after"]),
        ("<a href=x>one<a href=y>two</a>", ["onetwo"]),
        ("<p>5 < 6 and BMI <25, aged <six months</p>", ["5 < 6 and BMI <25, aged <six months"]),
        ("<p title='a>b' x=\"</p>\">text</p>", ["text"]),
        ("one<script>'</p>'<b>", ["one"]),
        ("<svg><p>text</p>", ["text"]),
        ("<p>a<![CDATA[b]]>c", ["ac"]),
        ("<!--[if IE]><p>old</p><![endif]--><p>new</p><![if !IE]>x<![endif]>", ["new", "x"]),
        ("<P>one</P><!doctype html><?php x ?>two", ["one", "two"]),
    ],
)
def test_broken_markup_does_no_harm(source: str, expected: list[str]) -> None:
    assert prose(html(source)) == expected


def test_ten_thousand_levels_are_no_problem() -> None:
    source = "<div><blockquote><ul><li>" * 2500 + "deep" + "</li></ul></blockquote></div>" * 2500 + "<p>after"
    assert blocks(html(source)) == [("item", "deep"), ("paragraph", "after")]


def test_links_have_their_words_address_and_title() -> None:
    source = "<p>See <a title='Health service' href=' /cramps?a=1&amp;b=2 '> the <b>guide</b> </a>now</p>"
    document = html(source)
    assert links(document) == [("link", "the guide", "/cramps?a=1&b=2")]
    (link,) = document.links
    assert link.title == "Health service"
    assert source[slice(*link.url_source)] == " /cramps?a=1&amp;b=2 "
    assert source[slice(*link.source)].endswith("</a>")


def test_an_image_has_its_description_but_no_words() -> None:
    document = html("<p>before <img src=a.png alt='A  calf'> after</p>")
    assert document.text == "before after"
    assert [(link.kind, link.url, link.alt, link.span) for link in document.links] == [
        ("image", "a.png", "A calf", (6, 6))
    ]


def test_an_address_that_is_no_link_is_found_once() -> None:
    document = html("<p>https://a.example/x, <a href=https://b.example>https://b.example</a></p>")
    assert links(document) == [
        ("bare", "https://a.example/x", "https://a.example/x"),
        ("link", "https://b.example", "https://b.example"),
    ]


def test_a_raised_number_is_a_citation_mark_and_no_prose() -> None:
    document = html("<p>It helps.<sup><a href='#r1'>[1]</a></sup> It fails<sup>2,3</sup>.</p>")
    assert document.text == "It helps. It fails."
    assert marks(document) == [("superscript", "1", "It helps."), ("superscript", "2,3", "It helps. It fails")]
    assert links(document) == [("link", "", "#r1")]


def test_an_exponent_is_prose() -> None:
    assert html("<p>2 kg/m<sup>2</sup>, 10<sup>9</sup> cells, the 4<sup>th</sup></p>").text == (
        "2 kg/m², 10⁹ cells, the 4th"
    )


def test_links_to_and_from_footnotes_are_no_prose() -> None:
    source = (
        "<p>Shown<a href='#fn1' class='footnote-ref' role='doc-noteref'>1</a> once.</p>"
        "<section class=footnotes><ol><li id='fn1'><p>Hall 2021. <a href='#fnref1'>↩︎</a></p></li></ol></section>"
    )
    document = html(source)
    assert document.text == "Shown once.\n\nHall 2021."
    assert marks(document) == [("footnote", "1", "Shown")]
    assert [(block.region, block.marker) for block in document.blocks] == [("", ""), ("footnote", "1")]


def test_the_anchor_of_a_heading_is_no_prose() -> None:
    assert prose(html("<h2>Causes <a class=anchor href='#causes'>#</a></h2>")) == ["Causes"]


def test_directives_are_read_from_comments() -> None:
    source = "<!-- healthlint-disable-line HL301 -- known --><p>Text</p><!-- other -->"
    (directive,) = html(source).directives
    assert (directive.action, directive.codes, directive.reason) == ("disable-line", ("HL301",), "known")
    assert source[slice(*directive.source)] == "<!-- healthlint-disable-line HL301 -- known -->"


def test_template_marks_stay_in_the_text() -> None:
    assert html("<p>{{ page.title }} and {% include x %}</p>").text == "{{ page.title }} and {% include x %}"


def test_a_fragment_without_any_element_is_a_paragraph() -> None:
    assert blocks(html("Just words.")) == [("paragraph", "Just words.")]


def test_front_matter_is_no_text() -> None:
    source = "---\ntitle: Cramps\nauthor: Jo <jo@a.example>\n---\n<p>Text</p>\n"
    document = html(source)
    assert prose(document) == ["Text"]
    assert [(field.origin, field.key) for field in document.fields] == [
        ("front-matter", "title"),
        ("front-matter", "author"),
    ]


def test_the_footer_of_a_quotation_is_part_of_it() -> None:
    assert [
        (block.kind, block.region) for block in html("<blockquote>Rest.<footer>Dr Li</footer></blockquote>").blocks
    ] == [
        ("quote", ""),
        ("quote", ""),
    ]
