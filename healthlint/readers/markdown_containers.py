"""What Markdown blocks are part of: quotes, lists, tables, footnote definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from healthlint.language.patterns import lazy_pattern
from healthlint.readers.prose import Context

if TYPE_CHECKING:
    from collections.abc import Callable

    from healthlint.readers.html_blocks import HtmlBlocks
    from healthlint.readers.prose import ProseWriter

    Handler = Callable[[object, int, int], None]  # what the parser says, and the place in code points

_MARKER = lazy_pattern(r"[ \t]*([-*+]|\d{1,9}[.)])")
_INDENT = lazy_pattern(r"[ \t]*")


class Containers:
    """Opens and closes blocks and what they are part of; each container remembers the context around it."""

    def __init__(self, writer: ProseWriter) -> None:
        self.writer = writer
        self.html: HtmlBlocks | None = None  # the open elements, from the first tag on
        self._contexts: list[Context] = []

    def starts(self) -> dict[str, Handler]:
        """What to do at the start of each kind of block."""
        return {
            "Paragraph": self._open_paragraph,
            "BlockQuote": self._open_quote,
            "List": self._open_list,
            "Item": self._open_item,
            "FootnoteDefinition": self._open_footnote,
            "Table": self._open_table,
            "TableHead": self._open_row,
            "TableRow": self._open_row,
            "TableCell": self._open_cell,
            "DefinitionListTitle": self._open_paragraph,
            "DefinitionListDefinition": self._open_definition,
        }

    def ends(self) -> dict[str, Handler]:
        """What to do at the end of each kind of block."""
        return {
            "Paragraph": self._close_block,
            "Heading": self._close_block,
            "BlockQuote": self._leave,
            "List": self._leave,
            "Item": self._close_item,
            "FootnoteDefinition": self._leave,
            "Table": self._leave,
            "TableCell": self._close_block,
            "DefinitionListTitle": self._close_block,
            "DefinitionListDefinition": self._close_block,
        }

    def _open_paragraph(self, _: object, start: int, end: int) -> None:
        self.writer.open(start)

    def _open_definition(self, _: object, start: int, end: int) -> None:
        self.writer.close(start)

    def _open_quote(self, _: object, start: int, end: int) -> None:
        self._enter(start, self.writer.context._replace(kind="quote"))

    def _open_list(self, _: object, start: int, end: int) -> None:
        context = self.writer.context
        self.writer.groups += 1
        self._enter(start, Context("item", context.depth + 1, self.writer.groups, 0, context.label, context.region))

    def _open_item(self, _: object, start: int, end: int) -> None:
        writer, around = self.writer, self.writer.context
        context = Context("item", around.depth, around.group, around.row + 1, around.label, around.region)
        writer.context = context  # of the list too, so that the next item counts on
        self._enter(start, context)
        marker = _MARKER.match(writer.source, start)
        writer.marker, writer.marker_start = (marker[1], marker.start(1)) if marker else ("", start)

    def _open_footnote(self, data: object, start: int, end: int) -> None:
        label = cast("dict[str, str]", data)["FootnoteDefinition"]
        self._enter(start, Context(label=label, region="footnote"))

    def _open_table(self, _: object, start: int, end: int) -> None:
        self.writer.groups += 1
        self._enter(start, self.writer.context._replace(kind="cell", group=self.writer.groups, row=0))

    def _open_row(self, _: object, start: int, end: int) -> None:
        context = self.writer.context
        self.writer.context = context._replace(row=context.row + 1)

    def _open_cell(self, _: object, start: int, end: int) -> None:
        indent = _INDENT.match(self.writer.source, start, end)
        self.writer.open(indent.end() if indent else start)

    def _close_block(self, _: object, start: int, end: int) -> None:
        self.writer.close(end)

    def _close_item(self, _: object, start: int, end: int) -> None:
        self._leave(_, start, end)
        self.writer.marker_start = -1

    def _enter(self, start: int, context: Context) -> None:
        writer = self.writer
        if writer.is_open:
            writer.close(start)
        self._contexts.append(writer.context)
        writer.context = context
        if self.html:
            self.html.enter()

    def _leave(self, _: object, start: int, end: int) -> None:
        writer = self.writer
        if writer.is_open:
            writer.close(end)
        writer.context = self._contexts.pop()
        if self.html:
            self.html.leave()
