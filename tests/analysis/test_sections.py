"""Sections by their headings."""

from __future__ import annotations

from healthlint.analysis.sections import find_sections
from healthlint.readers import read

DOCUMENT = read(b"Before all.\n\n# One\n\nText.\n\n## Two\n\nMore.\n\n### Three\n\n## Four\n\nLast.\n", "a.md")
SECTIONS = find_sections(DOCUMENT)


def test_every_heading_opens_a_section_after_the_headless_one() -> None:
    assert [section.path[-1:] for section in SECTIONS.all] == [(), ("One",), ("Two",), ("Three",), ("Four",)]


def test_a_section_knows_the_headings_above_it() -> None:
    assert SECTIONS.all[3].path == ("One", "Two", "Three")
    assert SECTIONS.all[4].path == ("One", "Four")


def test_a_section_without_text_holds_no_block() -> None:
    three = SECTIONS.all[3]
    assert three.first == three.last


def test_a_heading_belongs_to_the_section_that_it_opens() -> None:
    heading = next(index for index, block in enumerate(DOCUMENT.blocks) if DOCUMENT.text[slice(*block.span)] == "Two")
    assert SECTIONS.of_block(heading).path == ("One", "Two")
    assert SECTIONS.of_block(heading + 1).path == ("One", "Two")


def test_a_document_without_headings_is_one_section() -> None:
    sections = find_sections(read(b"Only text.", "a.md"))
    assert [(section.first, section.last) for section in sections.all] == [(0, 1)]
