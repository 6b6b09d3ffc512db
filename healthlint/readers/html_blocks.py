"""The elements of HTML that make blocks, and what they say of the blocks in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.readers.html_tags import HEADINGS, LEAVES, SECTIONING_TAGS

if TYPE_CHECKING:
    from healthlint.readers.prose import Context, ProseWriter

_LISTS = ("ul", "ol", "menu")
_PARAGRAPHS = frozenset(("p", "dt", "dd", "summary"))
_KINDS = frozenset(("figcaption", "caption", "pre", "blockquote", "td", "th"))


class _Element:
    """An open element that says something of the blocks in it."""

    __slots__ = ("around", "name", "number")

    def __init__(self, name: str, around: Context, number: int = 0) -> None:
        self.name, self.around = name, around
        self.number = number  # of the last item of a list, or row of a table


class HtmlBlocks:
    """The open elements of a document. Tags that nobody closes, and closing tags of nothing, do no harm."""

    def __init__(self, writer: ProseWriter) -> None:
        self.writer = writer
        self.elements: list[_Element] = []
        self.counts: dict[str, int] = {}  # how many are open of each name, since the innermost Markdown container
        self.floors: list[tuple[int, dict[str, int]]] = []
        self.sections = 0  # open `<section>`, `<article>` and `<main>`
        self.boxes = 0  # `<div>` and the like that are open

    def enter(self) -> None:
        """Enter a Markdown container: no closing tag in it can close what is open outside."""
        self.floors.append((len(self.elements), self.counts))
        self.counts = {}

    def leave(self) -> None:
        """Leave the innermost Markdown container with all that is left open in it."""
        depth, self.counts = self.floors.pop() if self.floors else (0, {})
        del self.elements[depth:]

    def open(self, name: str, start: int, *, number: int = 1, is_chrome: bool = False) -> None:
        """Open an element. `number` is where a list begins."""
        writer = self.writer
        writer.close(start)
        self.boxes += name not in LEAVES
        if name in HEADINGS:
            writer.open(start, "heading", int(name[1]))
        elif name in _PARAGRAPHS:
            writer.open(start)
        elif name in _KINDS:
            self._open_kind(name, start)
        elif name in _LISTS or name == "table":
            writer.groups += 1
            depth = writer.context.depth + (name != "table")
            self._push(name, writer.context._replace(depth=depth, group=writer.groups, row=0), number - 1)
        elif name == "li":
            self._open_item(start)
        elif name == "tr":
            self._open_row()
        elif name in SECTIONING_TAGS:
            self.sections += 1
        elif is_chrome:
            self._push(name, writer.context._replace(region="chrome"))

    def close(self, name: str, start: int, end: int) -> None:
        """Close an element whose closing tag is `source[start:end]`."""
        self.writer.close(end if name in LEAVES else start)
        self.boxes -= self.boxes > 0 and name not in LEAVES
        if name in SECTIONING_TAGS:
            self.sections -= self.sections > 0
        elif self.counts.get(name):
            while self._pop() != name:
                pass
        if name == "li":
            self.writer.marker_start = -1

    def _open_kind(self, name: str, start: int) -> None:
        writer = self.writer
        if name in ("td", "th"):
            self._end_implied(("td", "th"), ("tr", "table"))
            self._push(name, writer.context._replace(kind="cell"))
        elif name == "blockquote":
            self._push(name, writer.context._replace(kind="quote"))
            return  # its paragraphs are the blocks
        else:
            self._push(name, writer.context._replace(kind="code" if name == "pre" else "caption"))
        writer.open(start)

    def _open_item(self, start: int) -> None:
        self._end_implied(("li",), _LISTS)
        writer = self.writer
        around = self.elements[-1] if self.elements and self.elements[-1].name in _LISTS else None
        number = 1
        if around:
            around.number += 1
            number = around.number
        context = writer.context
        row = context.row + 1
        if around:
            writer.context = context._replace(row=row)  # of the list too
        self._push("li", context._replace(kind="item", row=row, depth=max(context.depth, 1)))
        writer.marker = f"{number}." if around and around.name == "ol" else "•"
        writer.marker_start = start

    def _open_row(self) -> None:
        self._end_implied(("tr",), ("table",))
        context = self.writer.context
        self.writer.context = context._replace(row=context.row + 1)  # of the table too, so that the next row counts on
        self._push("tr", self.writer.context)

    def _end_implied(self, names: tuple[str, ...], stops: tuple[str, ...]) -> None:
        """Close what HTML allows to leave open: an item before the next item of its list."""
        floor = self.floors[-1][0] if self.floors else 0
        for index in range(len(self.elements) - 1, floor - 1, -1):
            name = self.elements[index].name
            if name in stops:
                return
            if name in names:
                while len(self.elements) > index:
                    self._pop()
                return

    def _push(self, name: str, context: Context, number: int = 0) -> None:
        self.elements.append(_Element(name, self.writer.context, number))
        self.counts[name] = self.counts.get(name, 0) + 1
        self.writer.context = context

    def _pop(self) -> str:
        element = self.elements.pop()
        self.counts[element.name] -= 1
        self.writer.context = element.around
        return element.name
