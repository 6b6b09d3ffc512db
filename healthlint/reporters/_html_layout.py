"""Where findings, and the places that they speak of, stand in the prose of an article."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from healthlint.model.lines import LineIndex
from healthlint.model.span import SourceSpan, TextSpan
from healthlint.reporters._html import Html, element
from healthlint.reporters._html_prose import Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.model.document import Document
    from healthlint.model.finding import Location
    from healthlint.reporters._html_book import Entry, Note


class Layout:
    """The places of one article on the page."""

    def __init__(self, entry: Entry, document: Document) -> None:
        self._entry, self._document = entry, document
        self._lines = LineIndex(document.source)
        self._text_starts = [block.span.start for block in document.blocks]
        self._source_starts = [block.source.start for block in document.blocks]
        self._stretches: list[Stretch] = []
        self._unmarked: dict[int, list[str]] = {}
        self._notes: dict[int | None, list[Note]] = {}
        for note in entry.notes:
            self._add_note(note)
        for anchor in entry.anchors:
            location = anchor.related.location
            if span := prose_at(document, location):
                self._stretches.append(Stretch(*span, anchor.id, anchor.note.id))
            else:
                self._unmarked.setdefault(self._block(location) or 0, []).append(anchor.id)
        self.marked = {stretch.note for stretch in self._stretches if stretch.number}

    def notes(self, block: int | None) -> Sequence[Note]:
        """The findings that begin in a block; for None those on the article as a whole and on what comes before it."""
        return self._notes.get(block, ())

    def unmarked(self, block: int) -> Sequence[str]:
        """The ids of places in a block that are no prose, to which links lead nevertheless."""
        return self._unmarked.get(block, ())

    def stretches(self, start: int, end: int) -> Sequence[Stretch]:
        """What is marked in a part of the prose."""
        return [each for each in self._stretches if each.start < end and start < each.end]

    def block_id(self, block: int) -> str:
        """The id of a block."""
        return f"{self._entry.id}-b{block}"

    def address(self, offset: int) -> Html:
        """A link to the block at an offset of the prose, which tells the line in the source."""
        block = max(bisect_right(self._text_starts, offset) - 1, 0)
        place = self._document.source_map.to_source(TextSpan(offset, offset + 1))
        return element("a", f"line {self._lines.position(place.start).line}", href=f"#{self.block_id(block)}")

    def _add_note(self, note: Note) -> None:
        found = note.finding
        if found.on_whole:
            self._notes.setdefault(None, []).append(note)
            return
        self._notes.setdefault(self._block(found.location), []).append(note)
        if span := prose_at(self._document, found.location):
            self._stretches.append(Stretch(*span, note.mark, note.id, found.severity, note.number))

    def _block(self, location: Location) -> int | None:
        """The block that a place begins in; None where it comes before the first, as metadata does."""
        index = bisect_right(self._source_starts, location.start.offset) - 1
        return index if index >= 0 else None


def prose_at(document: Document, location: Location) -> TextSpan | None:
    """The prose at a place, at least one character; that of a link where its address is there; else None."""
    start, end = location.start.offset, location.end.offset
    span = document.source_map.to_text(SourceSpan(start, end))
    if span is None:
        around = (each for each in document.links if each.source.start <= start and end <= each.source.end)
        return next((each.span for each in around if each.span.start < each.span.end), None)
    if span.start < span.end:
        return span
    return TextSpan(max(span.end - 1, 0), max(span.end, 1))
