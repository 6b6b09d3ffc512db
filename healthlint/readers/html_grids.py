"""The lists and tables of a page: their numbers, and those of their items and rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern
from healthlint.readers.prose import Context

if TYPE_CHECKING:
    from healthlint.readers.prose import ProseWriter


class Grids:
    """Counts lists, items, tables and rows, and tells each what surrounds the blocks in it."""

    def __init__(self, writer: ProseWriter) -> None:
        self.writer = writer
        self.layout: set[int] = set()  # the groups that are tables which only arrange the page
        self._rows = [0]  # by group: the number of the last item or row
        self._offsets: dict[int, int] = {}  # by group, of ordered lists: the number before the first

    def open_list(self, first: str | None) -> None:
        """Enter a list; `first` is the number of its first item, None where it has no numbers."""
        context, group = self.writer.context, self._new_group()
        if first is not None:
            self._offsets[group] = int(first) - 1 if first.isdecimal() and len(first) < 6 else 0
        self.writer.context = Context(context.kind, context.depth + 1, group, 0, context.label)

    def open_item(self, name: str, start: int, note: str) -> None:
        """Enter an item, whose tag begins at `start`; `note` is its id among footnotes."""
        writer, context = self.writer, self.writer.context
        group = context.group or self._new_group()
        if name != "dd" or not self._rows[group]:
            self._rows[group] += 1
        row = self._rows[group]
        writer.context = Context("item", context.depth or 1, group, row, context.label)
        if name == "li":
            offset = self._offsets.get(group)
            writer.marker = "•" if offset is None else f"{offset + row}."
            writer.marker_start = start
            if note and (label := _NOTE_ID.fullmatch(note)):
                writer.marker = label[1]

    def open_table(self, *, is_layout: bool) -> None:
        """Enter a table. One within a cell shows that the table around it only arranges the page."""
        context, group = self.writer.context, self._new_group()
        if context.kind == "cell":
            self.layout.add(context.group)
        if is_layout:
            self.layout.add(group)
        self.writer.context = Context("paragraph", context.depth, group, 0, context.label)

    def next_row(self) -> None:
        """Go on to the next row of the table around."""
        self._rows[self.writer.context.group] += 1

    def open_cell(self) -> None:
        """Enter a cell of the table around."""
        context = self.writer.context
        row = max(self._rows[context.group], 1)
        self.writer.context = Context("cell", context.depth, context.group, row, context.label)

    def see_title(self) -> None:
        """Take the table around for one that arranges the page, since a title stands in a cell of it."""
        if self.writer.context.kind == "cell":
            self.layout.add(self.writer.context.group)

    def _new_group(self) -> int:
        self.writer.groups += 1
        self._rows.append(0)
        return self.writer.groups


_NOTE_ID = lazy_pattern(r"(?:user-content-)?(?:fn|footnote|endnote|note|cite_note)s?[-:_]?(.+)", re.IGNORECASE)
