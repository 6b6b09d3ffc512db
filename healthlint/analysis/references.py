"""The reference list of an article, with or without a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.sections import Sections
    from healthlint.model.document import Document


class Reference(NamedTuple):
    """One entry of a reference list."""

    block: int  # index of its block
    start: int  # its text
    end: int
    number: int | None = None  # as numbered in the list
    label: str = ""  # of a footnote definition
    authors: tuple[str, ...] = ()  # family names as far as told
    year: int | None = None
    url: str = ""
    doi: str = ""
    pmid: str = ""


class References(NamedTuple):
    """All entries in order, and the blocks that belong to reference lists, headings included."""

    entries: tuple[Reference, ...] = ()
    blocks: frozenset[int] = frozenset()
    has_heading: bool = False


def find_references(document: Document, sections: Sections, hits: Hits) -> References:
    """The entries under a References heading, in footnote definitions, or in an unheaded list at the end."""
    return References()
