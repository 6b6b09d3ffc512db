"""The zone of every block: what is the article, and what only stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from healthlint.language.phrases import fold
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.hits import Hit, Hits
    from healthlint.analysis.metadata import Metadata
    from healthlint.analysis.references import References
    from healthlint.analysis.sections import Sections
    from healthlint.model.document import Document

Zone = Literal["front", "body", "references", "chrome"]


def find_zones(
    document: Document, sections: Sections, metadata: Metadata, references: References, hits: Hits
) -> tuple[Zone, ...]:
    """The zone of each block, by its index.

    Front is title, byline, dates and table of contents; chrome is what the site says of itself.
    """
    page = _Page(document, sections, references, hits)
    front = {*metadata.front_blocks, *page.titles(metadata), *page.contents()}
    chrome = {
        *page.lines,
        *page.controls,
        *page.link_sections(),
        *page.breadcrumbs(metadata),
        *range(page.tail(), len(document.blocks)),
    }
    return tuple(_zone(index, document, references, front, chrome) for index in range(len(document.blocks)))


def _zone(index: int, document: Document, references: References, front: set[int], chrome: set[int]) -> Zone:
    region = document.blocks[index].region
    if index in references.blocks:
        return "references"
    if index in front or (region == "front" and index not in chrome):
        return "front"
    return "chrome" if region == "chrome" or index in chrome else "body"


_FEWEST_PROSE, _SOME_PROSE, _MUCH_PROSE = 12, 25, 40  # words
_REST = 0.25  # of the prose of a page: more than that is no teaser
_LONGEST_ENTRY = 14  # words of a line in a table of contents
_LONGEST_CRUMB, _LONGEST_CAPTION = 5, 60


class _Page:
    """The blocks of a page as their words look: lines of furniture, prose, titles."""

    def __init__(self, document: Document, sections: Sections, references: References, hits: Hits) -> None:
        self.document, self.sections, self.references = document, sections, references
        self.starts = [block.span.start for block in document.blocks]
        self.headings = self._filled(hits["chrome.headings"])
        self.leads = self._filled(hits["chrome.leads"])
        self.contents_headings = self._filled(hits["chrome.contents"])
        self.furnished = {self._block_at(hit.start) for hit in hits["chrome.phrases"]}
        self.controls = {index for hit in hits["chrome.controls"] if self._is_short(index := self._block_at(hit.start))}
        self.prose = [self._prose(index) for index in range(len(document.blocks))]
        self.rest = list(accumulate(reversed(self.prose), initial=0))[::-1]  # the prose from each block on
        self.lines = {index for index in self._filled(hits["chrome.lines"]) if self._is_line(index)}
        self.first_prose = next((index for index, words in enumerate(self.prose) if words), len(document.blocks))

    def titles(self, metadata: Metadata) -> Iterator[int]:
        """The title, and before the prose begins its repetitions."""
        known = {_letters(detail.value) for detail in metadata.of("title")}
        for index in range(self.first_prose):
            if _letters(self._text(index)) in known:
                yield index

    def contents(self) -> Iterator[int]:
        """Tables of contents: under their heading, lists of links into the page, lines above that repeat headings."""
        blocks = self.document.blocks
        for heading in self.contents_headings:
            yield heading
            for index in range(heading + 1, len(blocks)):
                if blocks[index].kind != "item" or len(self._text(index).split()) > _LONGEST_ENTRY:
                    break
                yield index
        inward = {link.span.start: link.span.end for link in self.document.links if link.url.startswith("#")}
        for index, block in enumerate(blocks if inward else ()):
            if block.kind == "item" and inward.get(block.span.start, 0) >= block.span.end:
                yield index
        headings = {_letters(self._text(index)) for index, block in enumerate(blocks) if block.kind == "heading"}
        lines = [
            index
            for index in range(self.first_prose)
            if blocks[index].kind == "item" and _letters(self._text(index)) in headings
        ]
        if len(lines) >= 3:
            yield from lines

    def breadcrumbs(self, metadata: Metadata) -> Iterator[int]:
        """Short lines above the title, such as the name of the site and a category."""
        places = [detail.place for detail in metadata.of("title") if isinstance(detail.place, TextSpan)]
        title = self._block_at(places[0].start) if places else 0
        for index in range(min(title, self.first_prose)):
            words = self._text(index)
            if len(words.split()) <= _LONGEST_CRUMB and not words.rstrip().endswith((".", "!", "?")):
                yield index

    def link_sections(self) -> Iterator[int]:
        """The headings of related posts, newsletters and the like, with what is under them unless it is prose."""
        for heading in self.headings | self.leads:
            if self._is_over_links(heading):
                yield heading
                yield from self._under(heading)

    def tail(self) -> int:
        """The block at which the article is over: from there on, nothing but furniture and references."""
        body = max(
            (
                section.heading
                for section in self.sections.all
                if section.heading is not None and self._is_body(section.heading)
            ),
            default=0,
        )
        last_prose = max((index for index, words in enumerate(self.prose) if words >= _SOME_PROSE), default=-1)
        for index in range(body + 1, len(self.prose)):
            if index in self.references.blocks or not self._is_rest_short(index):
                continue
            if index in self.headings or (index in self.leads and self._is_over_links(index)):
                return index
            is_furniture = index in self.lines or index in self.furnished
            if is_furniture and index >= last_prose:
                return index
        return len(self.prose)

    def _is_rest_short(self, index: int) -> bool:
        """Whether little of the prose of the page is still to come."""
        return self.rest[index + 1] <= max(_MUCH_PROSE, _REST * self.rest[0])

    def _is_over_links(self, heading: int) -> bool:
        """Whether there is no prose under a heading, or only teasers under one that says so."""
        words = sum(self.prose[index] for index in self._under(heading))
        return words <= (max(_MUCH_PROSE, _REST * self.rest[0]) if heading in self.headings else _MUCH_PROSE)

    def _is_body(self, heading: int) -> bool:
        """Whether a heading opens a section of the article: it holds more than a little prose."""
        if heading in self.headings or heading in self.lines or self.document.blocks[heading].region == "chrome":
            return False
        return self._has_prose(heading)

    def _is_line(self, index: int) -> bool:
        """Whether a block stands alone: it is no cell of a table and no heading of prose."""
        kind = self.document.blocks[index].kind
        return kind != "cell" and not (kind == "heading" and self._has_prose(index))

    def _is_short(self, index: int) -> bool:
        """Whether a block is no longer than the caption of a picture."""
        return len(self._text(index).split()) <= _LONGEST_CAPTION

    def _has_prose(self, heading: int) -> bool:
        return sum(self.prose[index] for index in self._under(heading)) > _MUCH_PROSE

    def _under(self, heading: int) -> range:
        """The blocks up to the next heading; after a line that only looks like one, up to the next prose."""
        section = self.sections.of_block(heading)
        if section.heading == heading:
            return range(section.first, section.last)
        end = next((index for index in range(heading + 1, section.last) if self.prose[index]), section.last)
        return range(heading + 1, end)

    def _prose(self, index: int) -> int:
        """The number of words of a block that is made of sentences, else 0."""
        block = self.document.blocks[index]
        if (
            block.kind in ("heading", "code")
            or block.region
            or index in self.references.blocks
            or index in self.furnished
            or index in self.controls
        ):
            return 0
        words = self._text(index).rstrip(" \n\"'”’)*_")
        size = len(words.split())
        return size if size >= _FEWEST_PROSE and words.endswith((".", "!", "?", ":", "…")) else 0

    def _filled(self, hits: Sequence[Hit]) -> set[int]:
        """The blocks that hold nothing but such phrases, marks and numbers aside."""
        letters: dict[int, int] = {}
        for hit in hits:
            index = self._block_at(hit.start)
            if index not in letters and any(map(str.isalpha, self.document.text[self.starts[index] : hit.start])):
                continue  # other words come first: so it is with nearly all of them
            letters[index] = letters.get(index, 0) + len(_letters(self.document.text[hit.start : hit.end]))
        return {index for index, size in letters.items() if size == len(_letters(self._text(index)))}

    def _text(self, index: int) -> str:
        return self.document.text[slice(*self.document.blocks[index].span)]

    def _block_at(self, offset: int) -> int:
        return max(bisect_right(self.starts, offset) - 1, 0)


def _letters(text: str) -> str:
    """The letters of a text in lower case, so that marks and spaces make no difference."""
    return re.sub(r"[\W\d_]+", "", fold(text))
