"""Plain text as it comes out of web pages: which lines are what."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from healthlint.model.document import Document
from healthlint.model.span import TextSpan
from healthlint.readers.plain import read_plain
from tests.readers.soundness import assert_exact, assert_sound

SCRAPED = (Path(__file__).parents[1] / "fixtures" / "articles" / "scraped.txt").read_text(encoding="utf-8")

PROSE = (
    "Most people who wake with a tight calf can ease it within a minute or two by pulling the toes towards the knee."
)
MORE = "A doctor should look at the legs when the cramps come with swelling, weakness, or skin that changes its colour."


def read(source: str) -> Document:
    document = read_plain(source, "a.txt")
    assert_sound(document)
    assert_exact(document)
    return document


def words(document: Document, kind: str | None = None) -> list[str]:
    """The text of the blocks, of one kind or of all."""
    return [document.text[slice(*block.span)] for block in document.blocks if kind in (None, block.kind)]


def headings(source: str) -> list[tuple[str, int]]:
    document = read(source)
    return [(document.text[slice(*block.span)], block.level) for block in document.blocks if block.kind == "heading"]


def test_each_line_is_a_paragraph() -> None:
    assert words(read(f"{PROSE}\n{MORE}\n\n{PROSE}")) == [PROSE, MORE, PROSE]


def test_the_headings_of_a_scraped_article_are_found_without_blank_lines() -> None:
    assert headings(SCRAPED) == [
        ("Night Cramps and Magnesium: What Do We Know?", 1),
        ("Table of Contents", 2),
        ("How a Cramp Begins", 2),
        ("Who Gets Them?", 2),
        ("Common Triggers:", 2),
        ("Nutrients Under Suspicion", 2),
        ("1. Magnesium:", 3),
        ("2. Potassium:", 3),
        ("What to Try First", 2),
        ("FAQ", 2),
        ("Conclusion", 2),
        ("Resources:", 2),
        ("Latest Posts", 2),
        ("Latest Posts", 2),
    ]


def test_the_items_of_a_scraped_article_have_their_markers_and_lists() -> None:
    document = read(SCRAPED)
    items = [
        (block.group, block.row, block.marker, document.text[slice(*block.span)][:13])
        for block in document.blocks
        if block.kind == "item"
    ]
    assert items == [
        (1, 1, "-", "Wellness Gaze"),
        (1, 2, "-", "Sleep"),
        (1, 3, "-", "Night Cramps "),
        (2, 1, "-", "Long periods "),
        (2, 2, "-", "Dehydration"),
        (2, 3, "*", "Water tablets"),
        (2, 4, "•", "Pregnancy, mo"),
        (2, 5, "–", "Flat shoes: L"),
        (3, 1, "1.", "Stretch the c"),
        (3, 2, "2)", "Drink a glass"),
        (3, 3, "3.", "Loosen the bl"),
        (4, 1, "1.", "Cramp Charity"),
        (4, 2, "2.", "Leg Health Li"),
        (5, 1, "-", "Why Do My Fee"),
        (6, 1, "-", "Five Soups fo"),
    ]


def test_a_body_indented_as_a_whole_reads_like_one_that_is_not() -> None:
    assert words(read(textwrap.indent(SCRAPED, "    "))) == words(read(SCRAPED))


def test_the_kind_of_line_end_makes_no_difference() -> None:
    for line_end in ("\r\n", "\r"):
        assert words(read(SCRAPED.replace("\n", line_end))) == words(read(SCRAPED))


def test_a_bullet_alone_on_its_line_belongs_to_the_next_line() -> None:
    source = f"{PROSE}\n-\nStretch: {MORE}\n"
    item = read(source).blocks[1]
    assert (item.kind, item.marker) == ("item", "-")
    assert source[slice(*item.source)] == f"-\nStretch: {MORE}"


def test_a_bullet_with_nothing_after_it_is_a_block_of_its_own() -> None:
    assert words(read(f"{PROSE}\n-\n")) == [PROSE, "-"]


def test_a_question_and_its_answer_on_one_line_are_two_blocks() -> None:
    document = read(f"Q: Is it safe? A: {PROSE}")
    assert words(document) == ["Q: Is it safe?", f"A: {PROSE}"]
    assert [block.kind for block in document.blocks] == ["paragraph", "paragraph"]


def test_a_label_and_its_value_stay_apart() -> None:
    assert words(read(f"{PROSE}\nDose\n250 mg\nPrice\n12 euros"))[1:] == ["Dose", "250 mg", "Price", "12 euros"]


def test_a_run_in_label_is_part_of_its_paragraph() -> None:
    document = read(f"{PROSE}\nIron: Iron carries oxygen to the muscles.")
    assert words(document, "paragraph")[1] == "Iron: Iron carries oxygen to the muscles."


@pytest.mark.parametrize(
    "line",
    [
        "Medically Reviewed by",
        "Updated On",
        "By Jo Poe",
        "Jo Poe, MD",
        "12 May 2024",
        "May 12, 2024 · 5 min read",
        "www.legs.example",
        "[signup]",
        "Thanks for subscribing!",
        "Rest, ice, and patience.",
        "editor_22",
        "|",
    ],
)
def test_a_short_line_that_says_something_else_is_no_heading(line: str) -> None:
    assert headings(f"Cramps in the Night\n{PROSE}\n{line}\n{MORE}") == [("Cramps in the Night", 1)]


@pytest.mark.parametrize(
    "line", ["When to worry", "Is it dangerous?", "By the Numbers", "Warning signs:", "“Growing pains”"]
)
def test_a_short_line_above_longer_prose_is_a_heading(line: str) -> None:
    assert (line, 2) in headings(f"Cramps in the Night\n{PROSE}\n{line}\n{MORE}")


def test_a_long_line_with_a_colon_above_prose_introduces_it() -> None:
    assert headings(f"{PROSE}\nThese signs tell you that it is time to call:\n{MORE}") == []


def test_an_introduction_above_a_list_is_no_heading() -> None:
    assert headings(f"{PROSE}\nYou may notice:\n- Pain\n- Swelling") == []


def test_a_heading_may_stand_above_a_heading() -> None:
    source = f"{PROSE}\nSelf-Care\nStretching\n{MORE}"
    assert headings(source) == [("Self-Care", 2), ("Stretching", 2)]


def test_the_last_item_of_a_numbered_list_is_no_heading() -> None:
    document = read(f"{PROSE}\n1. Water\n2. Stretching\n3. Warmth\n{MORE}")
    assert words(document, "item") == ["Water", "Stretching", "Warmth"]


def test_a_single_line_is_no_title() -> None:
    assert headings("Magnesium eases cramps in older adults") == []


def test_a_breadcrumb_is_no_title() -> None:
    assert headings(f"Home > Sleep > Cramps at Night\nWhy Calves Cramp at Night\n{PROSE}")[0] == (
        "Why Calves Cramp at Night",
        1,
    )


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_lines_that_a_program_has_broken_are_joined(width: int) -> None:
    paragraphs = [PROSE, f"{MORE} {PROSE}", f"- {PROSE} {MORE}", MORE]
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert words(read(wrapped)) == [paragraph.removeprefix("- ") for paragraph in paragraphs]


def test_a_joined_paragraph_maps_back_to_its_lines() -> None:
    source = textwrap.fill(f"{PROSE} {MORE}", 72)
    document = read(source)
    start = document.text.index("toes towards the knee")
    place = document.source_map.to_source(TextSpan(start, start + len("toes towards the knee")))
    assert source[slice(*place)].split() == ["toes", "towards", "the", "knee"]


def test_a_wrapped_title_is_one_heading() -> None:
    source = (
        f"Why calves cramp at night and what people who\nlive with it can do about it\n\n{textwrap.fill(MORE * 2, 48)}"
    )
    assert headings(source) == [("Why calves cramp at night and what people who live with it can do about it", 1)]


def test_paragraphs_of_one_sentence_are_not_joined() -> None:
    sentences = [f"Cramps of kind {number} pass by themselves if you only wait." for number in range(9)]
    assert words(read("\n".join(sentences))) == sentences


def test_items_indented_further_are_a_list_within() -> None:
    document = read("- Minerals\n  - Zinc\n  - Iron\n- Water")
    assert [(block.level, block.group, block.row) for block in document.blocks] == [
        (1, 1, 1),
        (2, 2, 1),
        (2, 2, 2),
        (1, 1, 2),
    ]


def test_tabs_page_breaks_and_rules_are_no_words() -> None:
    source = f"{PROSE}\n------\nDose\t250 mg\f{MORE}\n* * *\n"
    assert words(read(source)) == [PROSE, "Dose 250 mg", MORE]


def test_bare_addresses_are_links() -> None:
    document = read("See https://legs.example/a(b), or www.cramps.example.")
    assert [(link.kind, document.text[slice(*link.span)]) for link in document.links] == [
        ("bare", "https://legs.example/a(b)"),
        ("bare", "www.cramps.example"),
    ]


def test_a_hyphenated_beginning_and_initials_are_no_markers() -> None:
    lines = [
        "-5 degrees is cold for a walk in the morning.",
        "A. Hall wrote the first report about it.",
        "2024. A good year.",
    ]
    assert [block.kind for block in read("\n".join(lines)).blocks] == ["paragraph"] * 3


def test_an_empty_text_has_no_blocks() -> None:
    assert read(" \n\t\n\f").blocks == ()
