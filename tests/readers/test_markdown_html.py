"""HTML within Markdown."""

from __future__ import annotations

import pytest

from tests.readers.reading import blocks, components, links, markdown, prose, sources


def test_inline_tags_vanish_and_their_text_stays() -> None:
    assert prose(markdown("un<b>believ</b>able <span class='x'>a</span> <u>b</u>")) == ["unbelievable a b"]


def test_block_tags_make_blocks() -> None:
    document = markdown(
        "<section>\n<h2 id=a>Signs &amp; symptoms</h2>\n<p>Fever\n   and <em>chills</em>.</p>\n"
        "<blockquote><p>Rest!</p></blockquote>\n<figure><img src=f.png><figcaption>A face</figcaption></figure>\n"
        "</section>"
    )
    assert blocks(document) == [
        ("heading", "Signs & symptoms"),
        ("paragraph", "Fever and chills."),
        ("quote", "Rest!"),
        ("caption", "A face"),
    ]
    assert document.blocks[0].level == 2
    assert sources(document)[0] == "<h2 id=a>Signs &amp; symptoms</h2>"
    assert sources(document)[1] == "<p>Fever\n   and <em>chills</em>.</p>"


def test_items_of_lists_are_counted_even_if_nobody_closes_them() -> None:
    document = markdown("<ol start=3>\n<li>a\n<li>b<ul><li>c</li></ul></li>\n</ol>\n")
    assert prose(document) == ["a", "b", "c"]
    assert [(b.kind, b.level, b.group, b.row, b.marker) for b in document.blocks] == [
        ("item", 1, 1, 1, "3."),
        ("item", 1, 1, 2, "4."),
        ("item", 2, 2, 1, "•"),
    ]


def test_cells_know_their_row() -> None:
    document = markdown("<table><thead><tr><th>A<th>B</thead><tr><td><p>c</p><td>d</table>")
    assert [(words, b.kind, b.row) for words, b in zip(prose(document), document.blocks, strict=True)] == [
        ("A", "cell", 1),
        ("B", "cell", 1),
        ("c", "cell", 2),
        ("d", "cell", 2),
    ]


def test_a_list_in_a_cell_of_a_markdown_table_has_items() -> None:
    document = markdown("| a |\n|---|\n| do:<ul><li>b</li><li>c</li></ul> |\n")
    assert blocks(document) == [("cell", "a"), ("cell", "do:"), ("item", "b"), ("item", "c")]


def test_markdown_between_tags_is_markdown() -> None:
    document = markdown("<details>\n<summary>Why *so*?</summary>\n\nBecause **it** is.\n\n- one\n\n</details>\n\nEnd.")
    assert blocks(document) == [
        ("paragraph", "Why *so*?"),
        ("paragraph", "Because it is."),
        ("item", "one"),
        ("paragraph", "End."),
    ]


@pytest.mark.parametrize("tag", ["nav", "aside", "footer", "form"])
def test_what_stands_around_an_article_is_chrome(tag: str) -> None:
    document = markdown(f"Before.\n\n<{tag}>\n\nMenu *here*\n\n</{tag}>\n\nAfter.")
    assert [(words, b.region) for words, b in zip(prose(document), document.blocks, strict=True)] == [
        ("Before.", ""),
        ("Menu here", "chrome"),
        ("After.", ""),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "<header>\n\nSigns\n\n</header>",
        "<section>\n<footer>\n<p>Signs</p>\n</footer>\n</section>",
        '<aside class="note-box">\n\nSigns\n\n</aside>',
    ],
)
def test_the_head_of_an_article_and_a_box_in_it_belong_to_it(source: str) -> None:
    assert [b.region for b in markdown(source).blocks] == [""]


def test_an_element_that_is_never_closed_is_no_chrome() -> None:
    document = markdown("<nav>\n\nText\n\nMore\n")
    assert [b.region for b in document.blocks] == ["", ""]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a < b) { x = '<p>no</p>'; }</script>",
        "<style>\np { color: red }\n</style>",
        "<svg><text>no</text></svg>",
        "<p hidden>no</p>",
        '<div style="color: red; display:none">no <div>no</div> no</div>',
        "<!-- no <p>no</p> -->",
        "<!-- no\n\nno -->",
    ],
)
def test_what_readers_do_not_see_is_no_prose(hidden: str) -> None:
    assert prose(markdown(f"One.\n\n{hidden}\n\nTwo.")) == ["One.", "Two."]


def test_a_hidden_inline_element_is_no_prose() -> None:
    assert prose(markdown('one <span style="display: none">no *no* `no`</span> two')) == ["one two"]


def test_a_comment_inside_a_sentence_leaves_one_space() -> None:
    assert prose(markdown("one <!-- no -->\ntwo <!-- no --> three<!-- no -->.")) == ["one two three."]


def test_comments_may_be_directives() -> None:
    source = "<!-- healthlint-disable HL101 -- copied on purpose -->\n\nOne <!-- healthlint-disable-line -->.\n"
    document = markdown(source)
    assert [(d.action, d.codes, d.reason, source[slice(*d.source)]) for d in document.directives] == [
        ("disable", ("HL101",), "copied on purpose", "<!-- healthlint-disable HL101 -- copied on purpose -->"),
        ("disable-line", (), "", "<!-- healthlint-disable-line -->"),
    ]


def test_a_directive_in_code_is_code() -> None:
    assert markdown("```\n<!-- healthlint-disable -->\n```\n\n`<!-- healthlint-disable -->`").directives == ()


def test_links_and_images_are_kept() -> None:
    source = '<p><a class="x" href="/a?b=1&amp;c=2">Go <b>there</b></a> <img alt="A hand" src=\'h.png\'></p>'
    document = markdown(source)
    assert links(document) == [("link", "Go there", "/a?b=1&c=2"), ("image", "", "h.png")]
    assert [source[slice(*link.url_source)] for link in document.links] == ["/a?b=1&amp;c=2", "h.png"]
    assert document.links[1].alt == "A hand"


def test_an_anchor_without_an_address_is_no_link() -> None:
    assert markdown('<a name="top">Top</a>').links == ()


def test_a_link_that_nobody_closes_ends_where_the_next_begins() -> None:
    assert [words for _, words, _ in links(markdown("<a href=x>one <a href=y>two"))] == ["one", "two"]


def test_html_in_a_quote_has_no_quote_signs() -> None:
    document = markdown("> <div>\n> <p>one\n> two</p>\n> </div>\n")
    assert [words for _, words in blocks(document)] == ["one two"]


def test_html_indented_like_code_is_html_inside_of_html() -> None:
    document = markdown("<div>\n\n    <main>\n\n        <p>One <b>two</b>.</p>\n\n    </main>\n\n</div>\n")
    assert blocks(document) == [("paragraph", "One two.")]


def test_html_indented_like_code_is_html_at_the_beginning() -> None:
    source = "---\ntitle: x\n---\n\n    <div>\n        <p>One</p>\n\n        <p>Two</p>\n    </div>\n"
    assert blocks(markdown(source)) == [("paragraph", "One"), ("paragraph", "Two")]


def test_html_indented_like_code_is_code_elsewhere() -> None:
    assert blocks(markdown("Write:\n\n    <p>One</p>\n"))[1] == ("code", "<p>One</p>")


def test_preformatted_text_is_code() -> None:
    assert blocks(markdown("<pre><code>a &lt; b\n\n  c</code></pre>\n")) == [("code", "a < b\n\n  c")]


def test_elements_that_html_does_not_know_are_components() -> None:
    document = markdown('<va-alert status="info">\n\nCall us.\n\n</va-alert>\n\na <Term id="x">fever</Term> b')
    assert prose(document) == ["Call us.", "a fever b"]
    assert components(document) == [
        ("va-alert", '<va-alert status="info">'),
        ("/va-alert", "</va-alert>"),
        ("Term", '<Term id="x">'),
        ("/Term", "</Term>"),
    ]
    assert document.components[0].arguments == 'status="info"'


def test_json_ld_gives_fields() -> None:
    source = 'x\n\n<script type="application/ld+json">\n{"@type": "Article", "author": {"name": "Ida"}}\n</script>\n'
    document = markdown(source)
    assert prose(document) == ["x"]
    (field,) = [field for field in document.fields if field.key.endswith("author.name")]
    assert (field.origin, field.value, source[slice(*field.source)]) == ("json-ld", "Ida", "Ida")


def test_a_closing_tag_of_nothing_does_no_harm() -> None:
    document = markdown("</div></li></nav>\n\nOne</b></table> two")
    assert [words for _, words in blocks(document)] == ["One", "two"]


def test_no_tag_in_an_item_closes_what_is_open_outside() -> None:
    document = markdown("<nav>\n\n- a </nav>\n- b\n\n</nav>\n\nc")
    assert [b.region for b in document.blocks] == ["chrome", "chrome", ""]
