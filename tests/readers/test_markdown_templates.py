"""Template tags and JavaScript in Markdown are no prose, but can be found."""

from __future__ import annotations

import pytest

from tests.readers.reading import blocks, components, links, markdown, mdx, prose, sources


def test_a_shortcode_has_a_name_and_arguments() -> None:
    document = markdown('{{< alert kind="info" >}}Drink *more*.{{< /alert >}}\n')
    assert prose(document) == ["Drink more."]
    assert components(document) == [("alert", '{{< alert kind="info" >}}'), ("/alert", "{{< /alert >}}")]
    assert document.components[0].arguments == 'kind="info"'


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("{% include box.html %}", "include"),
        ("{%- endif -%}", "endif"),
        ("{{% notice tip %}}", "notice"),
        ('{{<\n  figure src="a.png"\n>}}', "figure"),
        ("{{ page.title | escape }}", "page.title"),
        ("{{{ raw }}}", "raw"),
        ("{{placeholder}}", "placeholder"),
    ],
)
def test_every_kind_of_tag_is_a_component(tag: str, name: str) -> None:
    document = markdown(f"one {tag} two")
    assert prose(document) == ["one two"]
    assert components(document) == [(name, tag)]


def test_a_tag_alone_on_its_line_divides_paragraphs() -> None:
    document = markdown("One.\n{% include ad.html %}\n**Two**.\n\n{{< note >}}\nThree.\n{{< /note >}}\n")
    assert prose(document) == ["One.", "Two.", "Three."]
    assert sources(document)[:2] == ["One.", "**Two**."]


def test_a_tag_within_a_line_does_not() -> None:
    assert prose(markdown("One {{ a }}\n{{ b }} two")) == ["One two"]


def test_tags_do_not_disturb_markdown() -> None:
    document = markdown("- one {{ a }}\n- {{< b >}}\n\n| {{ c }} | d |\n|---|---|\n\n**{{ e }} f**\n")
    assert blocks(document) == [("item", "one"), ("cell", "d"), ("paragraph", "f")]


def test_the_address_of_a_link_keeps_its_tag() -> None:
    document = markdown("[read]({{ site.url }}/a) ![x]({{ b }}.png)\n\n[r]\n\n[r]: {{ c }}\n\n<a href='{{ d }}'>e</a>")
    assert links(document) == [
        ("link", "read", "{{ site.url }}/a"),
        ("image", "", "{{ b }}.png"),
        ("link", "r", "{{ c }}"),
        ("link", "e", "{{ d }}"),
    ]


def test_tags_in_code_are_code() -> None:
    source = "`{{ a }}`\n\n```\n{% b %}\n{{< c >}}\n```\n\n    {{ d }} e\n"
    document = markdown(source)
    assert prose(document) == ["{{ a }}", "{% b %}\n{{< c >}}", "{{ d }} e"]
    assert document.components == ()


def test_a_tag_that_is_only_indented_is_a_tag() -> None:
    document = markdown("    {% include toc.html %}\n\nText")
    assert prose(document) == ["Text"]
    assert components(document) == [("include", "{% include toc.html %}")]


def test_tags_in_comments_are_not_seen() -> None:
    assert markdown("One <!-- {{ a }} -->\n").components == ()


@pytest.mark.parametrize("source", ["a {{ b", "a {{ b\n\n c }}", "5 }} 6", r"$\frac{{a}}{{b}}$", "{ {x} }"])
def test_what_only_looks_like_a_tag_is_prose(source: str) -> None:
    document = markdown(source)
    assert document.components == ()
    assert document.text == source.replace("\n\n ", "\n\n")


@pytest.mark.parametrize(
    "source",
    ["Text.\n{: .note}\n", "Text.{: #x}\n", "[Text.](u){:target='_blank'}", "{::nomarkdown}\nText.\n{:/nomarkdown}"],
)
def test_kramdown_attributes_are_no_prose(source: str) -> None:
    assert "".join(prose(markdown(source))) == "Text."


def test_containers_are_components_and_what_is_in_them_prose() -> None:
    document = markdown(":::warning Take care\nIt *burns*.\n:::\n")
    assert prose(document) == ["It burns."]
    assert components(document) == [("warning", ":::warning Take care")]


@pytest.mark.parametrize(
    "comment",
    [
        "{{/* healthlint-disable HL1 -- why */}}",
        "{{- /* healthlint-disable HL1 -- why */ -}}",
        "{% comment %} healthlint-disable HL1 -- why {% endcomment %}",
    ],
)
def test_comments_of_templates_may_be_directives(comment: str) -> None:
    document = markdown(f"One.\n\n{comment}\n\nTwo.")
    assert prose(document) == ["One.", "Two."]
    assert document.components == ()
    assert [(d.action, d.codes, document.source[slice(*d.source)]) for d in document.directives] == [
        ("disable", ("HL1",), comment)
    ]


# MDX


def test_imports_and_exports_are_no_prose() -> None:
    document = mdx(
        'import A from "a"\nimport { B } from "b"\n\nexport const x = {\n  a: 1,\n\n  b: [2],\n}\n\n'
        "Import duties rise.\n\nexport of drugs\n"
    )
    assert prose(document) == ["Import duties rise.", "export of drugs"]
    assert [name for name, _ in components(document)] == ["import", "export"]


def test_expressions_are_no_prose() -> None:
    document = mdx("One {props.count} two {`${a} }`} {' '} three {{ a: { b: 1 } }.a}.")
    assert prose(document) == ["One two three."]
    assert [name for name, _ in components(document)] == ["props.count", "{"]


def test_comments_of_mdx_may_be_directives() -> None:
    document = mdx("{/* healthlint-disable-next-line HL201 -- it's quoted */}\nText {/* a note */} here.\n")
    assert prose(document) == ["Text here."]
    assert [(d.action, d.codes, d.reason) for d in document.directives] == [
        ("disable-next-line", ("HL201",), "it's quoted")
    ]


def test_a_component_may_span_lines_and_hold_markdown() -> None:
    source = '<Callout\n  title="a > b"\n\n  data={[{ c: ">" }]}\n>\n**Stop**\n\n- now\n</Callout>\n'
    document = mdx(source)
    assert blocks(document) == [("paragraph", "Stop"), ("item", "now")]
    assert [name for name, _ in components(document)] == ["Callout", "/Callout"]
    assert document.components[0].arguments == 'title="a > b"\n\n  data={[{ c: ">" }]}'


def test_a_component_within_a_sentence_leaves_its_words() -> None:
    document = mdx('A <Tip text="x">high *fever*</Tip> and <Icon /> <ui.Mark>chills</ui.Mark>.')
    assert prose(document) == ["A high fever and chills."]
    assert [name for name, _ in components(document)] == ["Tip", "/Tip", "Icon", "ui.Mark", "/ui.Mark"]


def test_html_with_expressions_as_attributes_is_html() -> None:
    document = mdx('<div style={{ color: "a > b" }}>\n<p className={x}>One</p>\n</div>\n')
    assert prose(document) == ["One"]
    assert document.components == ()


def test_four_spaces_are_no_code_in_mdx() -> None:
    assert blocks(mdx("<Note>\n\n    One\n    two.\n\n    Three.\n\n</Note>\n")) == [
        ("paragraph", "One two."),
        ("paragraph", "Three."),
    ]


def test_javascript_in_code_is_code() -> None:
    source = "```js\nimport x from 'y'\n<A b={c}>\n```\n\nUse `{d}` and ``<E>`` and \\{f}.\n"
    document = mdx(source)
    assert prose(document) == ["import x from 'y'\n<A b={c}>", "Use {d} and <E> and {f}."]
    assert document.components == ()


@pytest.mark.parametrize("source", ["a { b", "5 < 6 and A > B", "x <Y z", "don't {", "` {a"])
def test_what_never_closes_is_prose(source: str) -> None:
    assert prose(mdx(source)) == [source]


def test_braces_in_markdown_are_prose() -> None:
    assert prose(markdown("a {b} c")) == ["a {b} c"]
