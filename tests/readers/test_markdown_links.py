"""Links, images and bare addresses of Markdown."""

from __future__ import annotations

import pytest

from tests.readers.reading import links, markdown, prose


def addresses(source: str) -> list[str]:
    """What stands in the source where each link has its address."""
    return [source[slice(*link.url_source)] for link in markdown(source).links]


def test_a_link_has_words_and_an_address() -> None:
    source = 'Ask [your *own* doctor](https://a.example/x_(y) "Find one") first.'
    document = markdown(source)
    assert prose(document) == ["Ask your own doctor first."]
    assert links(document) == [("link", "your own doctor", "https://a.example/x_(y)")]
    assert document.links[0].title == "Find one"
    assert source[slice(*document.links[0].source)].startswith("[your")
    assert addresses(source) == ["https://a.example/x_(y)"]


def test_the_address_is_found_behind_words_that_repeat_it() -> None:
    source = "[https://a.example](https://a.example)"
    assert [link.url_source for link in markdown(source).links] == [(20, 37)]


def test_an_address_may_be_in_brackets_or_have_escapes() -> None:
    assert addresses(r"[a](<b c> 'd') [e](f\)g)") == ["b c", r"f\)g"]
    assert [url for _, _, url in links(markdown(r"[a](<b c> 'd') [e](f\)g)"))] == ["b c", "f)g"]


def test_a_reference_has_its_address_in_its_definition() -> None:
    source = "[one][Ref], [ref][] and [REF].\n\n[ref]: <https://a.example> 'Title'\n"
    document = markdown(source)
    assert links(document) == [
        ("link", "one", "https://a.example"),
        ("link", "ref", "https://a.example"),
        ("link", "REF", "https://a.example"),
    ]
    assert addresses(source) == ["https://a.example"] * 3
    assert document.text == "one, ref and REF."


def test_a_reference_without_definition_is_prose() -> None:
    document = markdown("as [sic] and [x][y]")
    assert prose(document) == ["as [sic] and [x][y]"]
    assert document.links == ()


@pytest.mark.parametrize("source", ["lower [3].\n\n[3]: https://a.example", "lower [3](https://a.example)."])
def test_a_linked_citation_number_keeps_its_brackets(source: str) -> None:
    document = markdown(source)
    assert prose(document) == ["lower [3]."]
    assert links(document) == [("link", "[3]", "https://a.example")]


def test_the_description_of_an_image_is_no_prose() -> None:
    source = 'See ![A *red* knee](knee.png "Knee") here.\n\n![](blank.png)\n'
    document = markdown(source)
    assert prose(document) == ["See here."]
    assert links(document) == [("image", "", "knee.png"), ("image", "", "blank.png")]
    assert (document.links[0].alt, document.links[0].title) == ("A red knee", "Knee")
    assert document.text[: document.links[0].span.start] == "See"


def test_an_image_may_be_a_link() -> None:
    document = markdown("[![alt](i.png)](u) text")
    assert prose(document) == ["text"]
    assert links(document) == [("link", "", "u"), ("image", "", "i.png")]


def test_an_image_in_the_description_of_an_image_is_part_of_it() -> None:
    document = markdown("![a ![b](c) d](e)")
    assert [(link.url, link.alt) for link in document.links] == [("e", "a b d")]


@pytest.mark.parametrize(
    ("source", "words", "url"),
    [
        ("<https://a.example/b>", "https://a.example/b", "https://a.example/b"),
        ("<nurse@a.example>", "nurse@a.example", "mailto:nurse@a.example"),
        ("see https://a.example/b_c_d.", "https://a.example/b_c_d", "https://a.example/b_c_d"),
        ("(http://a.example/b_(c))", "http://a.example/b_(c)", "http://a.example/b_(c)"),
        ("www.a.example, too", "www.a.example", "http://www.a.example"),
        ("https://a.example/?b=1&amp;c=2", "https://a.example/?b=1&c=2", "https://a.example/?b=1&c=2"),
        ("ask me.too@a.example.", "me.too@a.example", "mailto:me.too@a.example"),
        ("**https://a.example**", "https://a.example", "https://a.example"),
    ],
)
def test_a_bare_address_is_a_link(source: str, words: str, url: str) -> None:
    document = markdown(source)
    assert links(document) == [("bare", words, url)]
    assert words in document.text


@pytest.mark.parametrize("source", ["http://", "user@", "@name", "a@b", "`https://a.example`", "ratio 1://2"])
def test_what_only_looks_like_an_address_is_none(source: str) -> None:
    assert markdown(source).links == ()


def test_the_words_of_a_link_are_no_second_link() -> None:
    assert links(markdown("[www.a.example](https://b.example)")) == [("link", "www.a.example", "https://b.example")]


def test_links_are_in_the_order_of_the_source() -> None:
    document = markdown("www.a.example [b](c) ![d](e) <https://f.example>")
    assert [link.url for link in document.links] == ["http://www.a.example", "c", "e", "https://f.example"]


def test_the_words_of_a_link_have_no_blanks_at_their_edges() -> None:
    document = markdown("a [ b ](c) d <a href='e'> f </a> g")
    assert [words for _, words, _ in links(document)] == ["b", "f"]
