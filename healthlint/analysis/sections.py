"""The sections of an article: its headings and what stands under each."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from healthlint.model.document import Document


class Section(NamedTuple):
    """A heading and the blocks up to the next one. The section before the first heading has no heading."""

    heading: int | None  # index of the heading's block
    first: int  # the blocks under it: first <= index < last
    last: int
    level: int  # of the heading; 0 without one
    parent: int | None  # index of the section that this one is part of
    path: tuple[str, ...]  # the words of the headings above it and its own


class Sections:
    """The sections in order; together they hold every block of the document once, headings aside."""

    __slots__ = ("_begins", "all")

    def __init__(self, sections: tuple[Section, ...]) -> None:
        self.all = sections
        self._begins = [section.first if section.heading is None else section.heading for section in sections]

    def of_block(self, block: int) -> Section:
        """The section that a block belongs to; a heading belongs to the section that it opens."""
        return self.all[max(bisect_right(self._begins, block) - 1, 0)]


def find_sections(document: Document) -> Sections:
    """The sections of a document by its headings."""
    blocks, text = document.blocks, document.text
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    sections = [Section(None, 0, headings[0] if headings else len(blocks), 0, None, ())]
    open_sections: list[int] = []  # from the outermost in
    for index, following in zip(headings, [*headings[1:], len(blocks)], strict=False):
        level = blocks[index].level
        while open_sections and sections[open_sections[-1]].level >= level:
            open_sections.pop()
        parent = open_sections[-1] if open_sections else None
        above = sections[parent].path if parent is not None else ()
        open_sections.append(len(sections))
        sections.append(Section(index, index + 1, following, level, parent, (*above, text[slice(*blocks[index].span)])))
    return Sections(tuple(sections))
