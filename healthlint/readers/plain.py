"""Plain text without any markup -> a document: articles as they come out of a web page or a word processor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.model.document import Block, Document
from healthlint.model.source_map import TextBuilder
from healthlint.model.span import SourceSpan, TextSpan
from healthlint.readers.addresses import bare_links
from healthlint.readers.plain_headings import judge
from healthlint.readers.plain_units import split_units

if TYPE_CHECKING:
    from healthlint.readers.plain_units import Unit


def read_plain(source: str, path: str) -> Document:
    """The document that a plain text holds: each line is a block, unless a program has broken the lines."""
    units = split_units(source)
    builder = TextBuilder()
    blocks: list[Block] = []
    lists = _Lists()
    for unit, (kind, level) in zip(units, judge(units), strict=True):
        if blocks:
            builder.gap("\n\n")
        begin, group, row, marker = len(builder), 0, 0, ""
        if kind == "item":
            level, group, row = lists.place(unit)
            marker = unit.marker
        else:
            lists.end()
        # The number of a heading is part of its words.
        _write(builder, source, unit.start if kind == "item" else unit.begin, unit)
        place = SourceSpan(unit.begin, unit.more[-1][1] if unit.more else unit.end)
        blocks.append(Block(kind, TextSpan(begin, len(builder)), place, level, group, row, marker))
    text, source_map = builder.build()
    links = tuple(bare_links(text, source_map, ()))
    return Document(path, "text", source, text, source_map, tuple(blocks), links)


class _Lists:
    """Numbers lists and their items; an item that is indented further than the one before opens a list within."""

    def __init__(self) -> None:
        self._groups = 0
        self._open: list[tuple[int, int, int]] = []  # indent, group, row of the last item, from the outermost in

    def place(self, unit: Unit) -> tuple[int, int, int]:
        """The depth, the list and the number of an item."""
        while self._open and unit.indent < self._open[-1][0]:
            self._open.pop()
        if not self._open or unit.indent > self._open[-1][0] + 1:
            self._groups += 1
            self._open.append((unit.indent, self._groups, 0))
        indent, group, row = self._open[-1]
        self._open[-1] = (indent, group, row + 1)
        return len(self._open), group, row + 1

    def end(self) -> None:
        """Whatever item comes next begins a new list."""
        if self._open:
            self._open = []


def _write(builder: TextBuilder, source: str, start: int, unit: Unit) -> None:
    """Write the lines of a block, a space for each line break."""
    text, end = source[start : unit.end], unit.end
    builder.add(text.replace("\t", " ") if "\t" in text else text, start, end)
    for start, stop in unit.more:
        builder.add(" ", end, start)
        text = source[start:stop]
        builder.add(text.replace("\t", " ") if "\t" in text else text, start, stop)
        end = stop
