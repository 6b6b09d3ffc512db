"""Blocks and prose of Markdown."""

from __future__ import annotations

import pytest

from tests.readers.reading import blocks, markdown, marks, mdx, prose, sources
from tests.readers.soundness import assert_exact, assert_sound


def test_paragraphs_are_blocks_divided_by_a_blank_line() -> None:
    document = markdown("Sleep is\nhealthy.\n\n\nRest, too.\n")
    assert document.text == "Sleep is healthy.\n\nRest, too."
    assert sources(document) == ["Sleep is\nhealthy.", "Rest, too."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one_space(end: str) -> None:
    assert prose(markdown(f"Drink{end}water{end}{end}often")) == ["Drink water", "often"]


@pytest.mark.parametrize("hard_break", ["  \n", "\\\n", "<br>\n", "<br />", "  \r\n"])
def test_a_hard_break_is_a_line_break(hard_break: str) -> None:
    assert prose(markdown(f"one{hard_break}two")) == ["one\ntwo"]


def test_two_breaks_in_a_row_divide_paragraphs() -> None:
    document = markdown("One.<br><br>Two.<br />\n<br />Three.")
    assert prose(document) == ["One.", "Two.", "Three."]


def test_two_breaks_do_not_divide_a_cell() -> None:
    assert prose(markdown("| a<br><br>b |\n|---|\n")) == ["a\nb"]


def test_a_break_at_the_edge_of_a_block_is_nothing() -> None:
    assert prose(markdown("<br>One<br>\n\nTwo")) == ["One", "Two"]


def test_emphasis_inside_a_word_leaves_one_word() -> None:
    assert prose(markdown("un**believ**able, *st*range, ~~no~~ good")) == ["unbelievable, strange, no good"]


def test_entities_are_decoded_and_escapes_undone() -> None:
    assert prose(markdown(r"5 &lt; 6 &amp;amp; &#8217;&#x41; \*no\* AT&T &bogus;")) == [
        "5 < 6 &amp; ’A *no* AT&T &bogus;"
    ]


def test_a_no_break_space_inside_stays_and_at_the_edge_goes() -> None:
    assert prose(markdown("&nbsp;5&nbsp;mg\u00a0\n\n&nbsp;\n\nx")) == ["5\u00a0mg", "x"]


def test_code_spans_are_prose() -> None:
    assert prose(markdown("Type `vitamin  D` or ``a ` b`` or `two\nlines`.")) == [
        "Type vitamin  D or a ` b or two lines."
    ]


def test_formulas_are_left_alone() -> None:
    assert prose(markdown("$x_1 + x_2$ and $$\\frac{{a}}{{b}}$$")) == ["$x_1 + x_2$ and $$\\frac{{a}}{{b}}$$"]


# Headings


@pytest.mark.parametrize(
    ("source", "level", "words"),
    [
        ("# Sleep", 1, "Sleep"),
        ("### Sleep ###  \n", 3, "Sleep"),
        ("Sleep\n=====\n", 1, "Sleep"),
        ("Good\nsleep\n---\n", 2, "Good sleep"),
        ("## Sleep {#sleep .wide}\n", 2, "Sleep"),
        ("## Vitamin *D* and C#\n", 2, "Vitamin D and C#"),
    ],
)
def test_a_heading_has_a_level_and_no_markup(source: str, level: int, words: str) -> None:
    (block,) = markdown(source).blocks
    assert (block.kind, block.level) == ("heading", level)
    assert prose(markdown(source)) == [words]
    assert sources(markdown(source)) == [source.strip()]


def test_an_empty_heading_is_no_block() -> None:
    assert blocks(markdown("#\n\n## \n\nText")) == [("paragraph", "Text")]


def test_a_name_in_braces_at_the_end_of_a_heading_can_still_be_found() -> None:
    document = markdown("# Dear {name}\n")
    assert prose(document) == ["Dear"]
    assert [(component.name, document.source[slice(*component.source)]) for component in document.components] == [
        ("name", "{name}")
    ]


# Lists


def test_items_know_their_list_number_depth_and_marker() -> None:
    document = markdown("- one\n- two\n  1. three\n  2. four\n\n* five\n\n3) six\n")
    assert prose(document) == ["one", "two", "three", "four", "five", "six"]
    assert [(b.kind, b.level, b.group, b.row, b.marker) for b in document.blocks] == [
        ("item", 1, 1, 1, "-"),
        ("item", 1, 1, 2, "-"),
        ("item", 2, 2, 1, "1."),
        ("item", 2, 2, 2, "2."),
        ("item", 1, 3, 1, "*"),
        ("item", 1, 4, 1, "3)"),
    ]


def test_paragraphs_of_one_item_share_its_number_and_the_first_has_the_marker() -> None:
    document = markdown("1. Wash.\n\n   Then dry.\n\n2. Rest.\n")
    assert [(b.row, b.marker) for b in document.blocks] == [(1, "1."), (1, ""), (2, "2.")]
    assert sources(document) == ["1. Wash.", "Then dry.", "2. Rest."]


def test_text_behind_an_inner_list_belongs_to_the_outer_item() -> None:
    document = markdown("- a\n  - b\n\n  c\n")
    assert [(words, b.level) for words, b in zip(prose(document), document.blocks, strict=True)] == [
        ("a", 1),
        ("b", 2),
        ("c", 1),
    ]


def test_a_task_box_is_no_prose() -> None:
    document = markdown("- [ ] Walk\n- [x] **Swim**\n")
    assert prose(document) == ["Walk", "Swim"]
    assert sources(document) == ["- [ ] Walk", "- [x] **Swim**"]


def test_an_empty_item_is_no_block_but_is_counted() -> None:
    document = markdown("- a\n-\n- c\n")
    assert [(words, b.row) for words, b in zip(prose(document), document.blocks, strict=True)] == [("a", 1), ("c", 3)]


def test_terms_and_definitions_are_blocks() -> None:
    assert blocks(markdown("Fever\n: Above 38 °C.\n: Or 100.4 °F.\n")) == [
        ("paragraph", "Fever"),
        ("paragraph", "Above 38 °C."),
        ("paragraph", "Or 100.4 °F."),
    ]


# Quotes


def test_paragraphs_of_a_quote_are_quotes_and_its_items_are_items() -> None:
    document = markdown("> One\n> two.\n>\n> - three\n\nfour\n")
    assert blocks(document) == [("quote", "One two."), ("item", "three"), ("paragraph", "four")]
    assert sources(document)[0] == "One\n> two."


def test_a_quote_in_an_item_is_a_quote() -> None:
    assert blocks(markdown("- a\n  > b\n- c\n")) == [("item", "a"), ("quote", "b"), ("item", "c")]


def test_the_label_of_an_alert_is_no_prose() -> None:
    assert blocks(markdown("> [!WARNING]\n> Call for help.\n")) == [("quote", "Call for help.")]


# Tables


def test_cells_know_their_table_and_row() -> None:
    document = markdown("| Age | Hours |\n|:---|---:|\n| *1* | 12 |\n| 40 | |\n\n|x|\n|-|\n")
    assert prose(document) == ["Age", "Hours", "1", "12", "40", "x"]
    assert [(b.kind, b.group, b.row) for b in document.blocks] == [
        ("cell", 1, 1),
        ("cell", 1, 1),
        ("cell", 1, 2),
        ("cell", 1, 2),
        ("cell", 1, 3),
        ("cell", 2, 1),
    ]
    assert sources(document) == ["Age", "Hours", "*1*", "12", "40", "x"]


def test_a_pipe_in_a_cell_may_be_escaped() -> None:
    assert prose(markdown("| `a\\|b` | c\\|d |\n|-|-|\n")) == ["a|b", "c|d"]


# Code


def test_code_is_a_block_as_it_is_written() -> None:
    document = markdown("```html\n<p>a *b* &amp;\n\n  c</p>\n```\n")
    assert blocks(document) == [("code", "<p>a *b* &amp;\n\n  c</p>")]


def test_code_has_line_feeds_whatever_the_file_has() -> None:
    assert prose(markdown("~~~\r\na\r\n\r\nb\r\n~~~\r\n")) == ["a\n\nb"]


def test_an_article_that_is_all_indented_is_code() -> None:
    assert [kind for kind, _ in blocks(markdown("    Sleep well.\n\n    And long.\n"))] == ["code"]


def test_nothing_in_code_is_a_link_a_mark_or_a_component() -> None:
    document = markdown("`https://a.example [^1]`\n\n    {{ x }} www.b.example\n    [^2]\n")
    assert (document.links, document.marks, document.components) == ((), (), ())


# Footnotes and raised numbers


def test_a_footnote_mark_stands_behind_the_word_before_it() -> None:
    document = markdown("It helps.[^a] A lot [^b]!\n\n[^a]: One.\n[^b]: Two.\n")
    assert prose(document) == ["It helps. A lot!", "One.", "Two."]
    assert marks(document) == [("footnote", "a", "It helps."), ("footnote", "b", "It helps. A lot")]
    assert document.source[slice(*document.marks[0].source)] == "[^a]"


def test_definitions_of_footnotes_have_a_region_and_their_label() -> None:
    document = markdown("x[^a]\n\n[^a]: One.\n\n    More.\n\n    - point\n")
    assert [(b.kind, b.region, b.marker) for b in document.blocks] == [
        ("paragraph", "", ""),
        ("paragraph", "footnote", "a"),
        ("paragraph", "footnote", "a"),
        ("item", "footnote", "-"),
    ]


def test_a_footnote_without_definition_stays_in_the_prose_and_is_marked() -> None:
    document = markdown("So it is.[^lost] `[^code]`")
    assert prose(document) == ["So it is.[^lost] [^code]"]
    assert marks(document) == [("footnote", "lost", "So it is.")]
    assert document.source[slice(*document.marks[0].source)] == "[^lost]"


@pytest.mark.parametrize(
    ("source", "words", "labels"),
    [
        ("shown.<sup>1</sup> Next", "shown. Next", ["1"]),
        ("shown<sup>[2, 3]</sup>.", "shown.", ["2, 3"]),
        ("shown <sup>4-6</sup>, too", "shown, too", ["4-6"]),
        ("shown<sup>1</sup><sup>,</sup><sup>2</sup>", "shown", ["1", "2"]),
        ("shown<sup>1</sup>, <sup>2</sup> so", "shown so", ["1", "2"]),
        ('shown<sup><a href="#r1">[1]</a></sup>', "shown", ["1"]),
        ("shown^7^.", "shown.", ["7"]),
        ("shown^1,2^ too", "shown too", ["1,2"]),
        ("since 2019<sup>3</sup>", "since 2019", ["3"]),
        ("vitamin B<sup>3</sup>", "vitamin B", ["3"]),
        ("12 mg<sup>a</sup>", "12 mg", ["a"]),
        ("[link](u)<sup>9</sup>", "link", ["9"]),
    ],
)
def test_a_raised_number_behind_a_word_is_a_citation_mark(source: str, words: str, labels: list[str]) -> None:
    document = markdown(source)
    assert prose(document) == [words]
    assert [(mark.kind, mark.label) for mark in document.marks] == [("superscript", label) for label in labels]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("25 kg/m<sup>2</sup>", "25 kg/m²"),
        ("10<sup>9</sup>/L", "10⁹/L"),
        ("10<sup>-3</sup>", "10⁻³"),
        ("R<sup>2</sup> = 0.4", "R² = 0.4"),
        ("<sup>131</sup>I", "¹³¹I"),
        ("Ca<sup>2+</sup>", "Ca²⁺"),
        ("the 1<sup>st</sup> day", "the 1st day"),
        ("Brand<sup>®</sup>", "Brand®"),
        ("shown¹²", "shown¹²"),
        ("10^9^ cells", "10^9^ cells"),
        ("H<sub>2</sub>O", "H2O"),
    ],
)
def test_other_raised_text_is_prose(source: str, words: str) -> None:
    document = markdown(source)
    assert prose(document) == [words]
    assert document.marks == ()


def test_front_matter_is_no_prose() -> None:
    document = markdown("---\ntitle: Sleep\n---\n    \nText\n")
    assert document.text == "Text"
    assert [(field.key, field.value) for field in document.fields] == [("title", "Sleep")]
    assert sources(document) == ["Text"]


def test_an_empty_file_is_an_empty_document() -> None:
    assert markdown("").text == ""
    assert markdown("\n \n").blocks == ()


def test_a_line_all_in_bold_is_no_part_of_the_sentence_below_it() -> None:
    assert prose(markdown("**Sleep and sugar**\nShort nights matter.\n\n- **Naps**\n  They are short.\n")) == [
        "Sleep and sugar\nShort nights matter.",
        "Naps\nThey are short.",
    ]


def test_bold_words_at_the_start_of_a_longer_line_are_part_of_its_sentence() -> None:
    assert prose(markdown("**Short nights** matter\nto everybody.\n")) == ["Short nights matter to everybody."]


@pytest.mark.parametrize(
    "source", ["> - a `m*\n>  (1ucode` b\n", "a ` m\nn ` b\n", "> a `m\n> n` b\n", "a `` `x` `` b"]
)
def test_code_over_two_lines_keeps_its_places(source: str) -> None:
    assert_exact(markdown(source))


def test_code_in_a_component_keeps_paragraphs_whole() -> None:
    assert_sound(mdx("<A> `x\n{b\n\nc} `d`}\n"))
