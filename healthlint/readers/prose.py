"""Blocks, links and marks of a document, written piece by piece as a reader of markup meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.model.document import Block, Link, Mark
from healthlint.model.source_map import TextBuilder
from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from healthlint.model.document import BlockKind, Component, Directive, Region
    from healthlint.model.source_map import SourceMap

BLANKS = " \t\r\n\f"  # what markup takes for white space; a no-break space is a character like others


class Context(NamedTuple):
    """What surrounds a new block."""

    kind: BlockKind = "paragraph"  # of blocks whose markup does not say otherwise
    depth: int = 0  # of nested lists
    group: int = 0
    row: int = 0
    label: str = ""  # of the footnote definition
    region: Region = ""


class ProseWriter:
    """Writes blocks of prose. At most one block is open; text outside of one opens a block of the context's kind."""

    __slots__ = (
        "_block_context",
        "_break_end",
        "_gap_begin",
        "_kind",
        "_level",
        "_start",
        "begin",
        "blocks",
        "builder",
        "context",
        "dropped_at",
        "groups",
        "is_open",
        "links",
        "marker",
        "marker_start",
        "marks",
        "source",
    )

    def __init__(self, source: str) -> None:
        self.source = source
        self.builder = TextBuilder()
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.marks: list[Mark] = []
        self.context = Context()
        self.marker, self.marker_start = "", -1  # of the list item whose first block is still to come
        self.groups = 0  # lists and tables so far
        self.is_open = False
        self.begin = 0  # text offset of the open block
        self.dropped_at = -1  # text offset at which something that is no prose was left out
        self._gap_begin = self._start = self._level = 0
        self._break_end = -1
        self._kind: BlockKind = "paragraph"
        self._block_context = self.context

    def open(self, start: int, kind: BlockKind | None = None, level: int = 0) -> None:
        """Open a block whose markup begins at `start` of the source."""
        if self.is_open:
            self.close(start)
        builder, context = self.builder, self.context
        self.is_open = True
        self._kind = kind or context.kind
        self._level = level or (context.depth if self._kind == "item" else 0)
        self._block_context = context
        self._start = start
        self._gap_begin = builder.length
        if self._gap_begin:
            builder.gap("\n\n")
        self.begin = builder.length

    def close(self, end: int) -> None:
        """Close the open block, if any, whose markup ends at `end` of the source; one without text is forgotten."""
        if not self.is_open:
            return
        builder, begin, context = self.builder, self.begin, self._block_context
        self.is_open = False
        if builder.ends_with_space():
            builder.trim(begin)
        if builder.length == begin:
            builder.cut(self._gap_begin)
            return
        start, marker = self._start, context.label
        if self.marker_start >= 0:
            start, marker = min(start, self.marker_start), self.marker
            self.marker_start = -1
        self.blocks.append(
            Block(
                self._kind,
                TextSpan(begin, builder.length),
                SourceSpan(start, self._stripped(end)),
                self._level,
                context.group if self._kind != "heading" else 0,
                context.row if self._kind != "heading" else 0,
                marker,
                context.region,
            )
        )

    def write(self, text: str, start: int, end: int) -> None:
        """Write prose that came from `source[start:end]`; a second white space in a row is left out."""
        builder = self.builder
        if not self.is_open:
            if text.isspace():
                return
            self.open(start)
        if builder.length == self.begin:
            kept = text.lstrip()
        elif builder.ends_with_space():
            kept = text.lstrip(BLANKS)
            if kept[:1] in (".", ",", ";", ":", "!", "?", ")") and self.dropped_at == builder.length:
                builder.trim(self.begin)  # "claim [^1]." is "claim." without the mark
        else:
            kept = text
        if len(kept) < len(text) and len(text) == end - start:
            start = end - len(kept)
        builder.add(kept, start, end)

    def write_code(self, text: str, start: int, end: int) -> None:
        """Write text in which white space counts."""
        if not self.is_open:
            if text.isspace():
                return
            self.open(start)
        kept = text.lstrip() if self.builder.length == self.begin else text
        if len(kept) < len(text) and len(text) == end - start:
            start = end - len(kept)
        self.builder.add(kept, start, end)

    def space(self, start: int, end: int) -> None:
        """Write one space for the white space `source[start:end]`, unless one is there."""
        if self.is_open and self.builder.length > self.begin and not self.builder.ends_with_space():
            self.builder.add(" ", start, end)

    def line_break(self, start: int, end: int) -> None:
        """Write a hard line break; two in a row divide paragraphs, as old pages do it."""
        builder = self.builder
        if not self.is_open or builder.length == self.begin:
            return
        builder.trim(self.begin)
        is_second = builder.length < self._break_end
        if is_second and self._kind not in ("cell", "heading"):
            self.close(start)
        elif builder.length > self.begin:
            builder.add("\n", start, end)
            self._break_end = builder.length

    def mark(self, kind: Literal["footnote", "superscript"], label: str, source: SourceSpan) -> None:
        """Keep a citation mark; it stands behind the last word written, not behind the space that follows it."""
        offset = self.offset()
        if self.marks and self.is_open and self.begin < self.marks[-1].offset < offset:
            between = self.source[self.marks[-1].source.end : source.start]
            if len(between) < 4 and between.strip() in (",", ";", "-", "–"):  # "shown.[^1], [^2]"
                self.take_back(offset := self.marks[-1].offset)
        self.marks.append(Mark(kind, label, offset, source))
        self.dropped_at = self.builder.length

    def take_back(self, offset: int) -> None:
        """Take back the prose from `offset` on; links lose their words, but stay."""
        self.builder.cut(offset)
        for index in range(len(self.links) - 1, -1, -1):
            link = self.links[index]
            if link.span.end <= offset:
                break
            self.links[index] = link._replace(span=TextSpan(min(link.span.start, offset), offset))

    def offset(self) -> int:
        """The text offset behind the last word of the open block, or of the next block."""
        return self.builder.trimmed_length(self.begin) if self.is_open else self.builder.length

    def finish(self) -> tuple[str, SourceMap]:
        """The whole prose with its map; links and marks are then in order, links without blanks at their edges."""
        self.close(len(self.source))
        text, source_map = self.builder.build()
        self.links = sorted((_settled(link, text) for link in self.links), key=by_place)
        self.marks = sorted((mark._replace(offset=min(mark.offset, len(text))) for mark in self.marks), key=by_place)
        return text, source_map

    def _stripped(self, end: int) -> int:
        """The end of a block without the white space, and the signs of quoted lines, that follow its last character."""
        floor, source = self.builder.source_end, self.source
        while end > floor:
            if source[end - 1] in BLANKS:
                end -= 1
                continue
            if source[end - 1] != ">":
                return end
            line = end
            while line > floor and source[line - 1] in "> \t":
                line -= 1
            if source[line - 1] not in "\r\n":
                return end
            end = line
        return max(end, floor)


def _settled(link: Link, text: str) -> Link:
    start, end = link.span
    end = min(end, len(text))
    start = min(start, end)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return link._replace(span=TextSpan(start, end))


def by_place(value: Link | Mark | Component | Directive) -> SourceSpan:
    """The place of something in the source, to sort by."""
    return value.source
