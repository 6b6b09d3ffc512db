"""The open elements of a page, and what they say of the blocks in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.readers.html_areas import Area
from healthlint.readers.html_details import Mention
from healthlint.readers.html_grids import Grids
from healthlint.readers.html_tags import HEADINGS
from healthlint.readers.html_tokens import attributes
from healthlint.readers.html_traits import NO_TRAITS, may_tell, read_traits

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from healthlint.readers.html_areas import AreaKind
    from healthlint.readers.html_traits import Traits
    from healthlint.readers.prose import Context, ProseWriter


class Elements:
    """Opens and closes elements as their tags come by. Tags that nobody closes, and closers of nothing, do no harm."""

    def __init__(self, writer: ProseWriter) -> None:
        self.writer = writer
        self.areas = [Area("page")]
        self.places: list[int] = []  # the area of each block of the writer
        self.mentions: list[Mention] = []
        self.grids = Grids(writer)
        self.area = 0  # that the next text belongs to
        self.heading = 0  # the level of the heading that is open
        self.hides = False
        self.tag_start = -1  # of the block element that was opened last, if nothing has been written since
        self._block_start = -1
        self._stack: list[_Element] = []
        self._counts: dict[str, int] = {}  # how many are open of each name, since the innermost table
        self._items = [0]  # for each open list, how many of its items are open
        self._tables = 0
        self._known: dict[tuple[str, str, bool], Traits] = {}

    def begin_block(self, start: int) -> None:
        """Begin a block, whose first text stands at `start` of the source."""
        self._block_start = start if self.tag_start < 0 else self.tag_start
        self.tag_start = -1
        self.writer.open(self._block_start, "heading" if self.heading else None, self.heading)

    def end_block(self, end: int) -> None:
        """End the block that is being written, if any."""
        writer = self.writer
        if writer.is_open:
            writer.close(end)
        missing = len(writer.blocks) - len(self.places)
        if missing:
            self.places += [self.area] * missing
        self.tag_start = self._block_start = -1

    @property
    def is_code(self) -> bool:
        """Whether white space counts in the text to come."""
        return self.writer.context.kind == "code" and not self.heading

    def open(self, name: str, match: re.Match[str]) -> None:
        """Open an element that makes a block, or a part of the page."""
        start = match.start()
        if self._counts.get("p") and name != "button":
            self._pop_until("p", start, start)
        self.end_block(start)
        if self.hides and self._counts.get("svg"):
            self._pop_until("svg", start, start)  # no drawing has paragraphs in it: its end is missing
        if name in _ROW_PARTS or name == "hr":
            self._begin_row(name, start)
            return
        opener = _OPENERS.get(name)
        if opener:
            opener(self, name, match)
        else:
            self._push(name, start)
        self._apply(self._traits(name, match), match)
        self.tag_start = start

    def close(self, name: str, start: int, end: int) -> None:
        """Close the innermost element of this name with all that is left open in it; `source[start:end]` is its tag."""
        key = _KEYS.get(name, name)
        if name in _ROW_PARTS:
            key = "cell"
        if self._counts.get(key):
            self._pop_until(key, start, end)
        else:
            self.end_block(start)

    def open_inline(self, name: str, match: re.Match[str]) -> None:
        """Open an element within a line, if its attributes say something or one of its name is open."""
        traits = self._traits(name, match)
        if traits is not NO_TRAITS or self._counts.get(name):
            self._push(name, match.start(), is_inline=True)
            self._apply(traits, match)

    def close_inline(self, name: str, start: int, end: int) -> None:
        """Close the innermost element of this name if it is within the same block."""
        if not self._counts.get(name):
            return
        for depth in range(1, min(len(self._stack), 8) + 1):
            element = self._stack[-depth]
            if not element.is_inline:
                return
            if element.name == name:
                for _ in range(depth):
                    self._pop(start, end)
                return

    def finish(self, end: int) -> None:
        """Close all that is open at the end of the source."""
        self.end_block(end)
        while self._stack:
            self._pop(end, end)

    def drop(self, name: str, match: re.Match[str]) -> None:
        """Open an element of which readers see nothing; it does not end the block that it stands in."""
        if not match["attributes"].endswith("/"):  # `<svg/>`
            self._push(name, match.start(), is_inline=True)
            self.hides = True

    def end_drop(self, name: str, start: int, end: int) -> None:
        """Close such an element with all that is left open in it."""
        if self._counts.get(name):
            while self._stack[-1].name != name:
                self._pop(start, end)
            self._pop(start, end)

    def _pop_until(self, key: str, start: int, end: int) -> None:
        """Pop the innermost element with this key and all in it."""
        stack, at = self._stack, -1
        while stack[at].is_inline and stack[at].name != key:
            at -= 1
        is_own = stack[at].name == key and stack[at].start == self._block_start
        self.end_block(end if is_own else start)
        name = ""
        while name != key:
            name = stack[-1].name
            self._pop(start, end)

    def _push(self, name: str, start: int, *, is_inline: bool = False) -> None:
        element = _Element(_KEYS.get(name, name), start, self, is_inline=is_inline)
        self._stack.append(element)
        self._counts[element.name] = self._counts.get(element.name, 0) + 1

    def _pop(self, start: int, end: int) -> None:
        element = self._stack.pop()
        name = element.name
        if element.is_inline and element.area != self.area:
            self.end_block(end)
        if name in _SCOPES:
            self._items.pop()
        self._counts[name] -= 1
        if name == "table":
            self._counts = element.counts_around
            self._tables -= 1
        elif name == "item":
            self._items[-1] -= 1
            self.writer.marker_start = -1
        self.writer.context = element.context
        self.area, self.heading, self.hides = element.area, element.heading, element.hides
        if element.mention:
            self.mentions.append(element.mention._replace(end=len(self.writer.builder)))

    def _open_paragraph(self, name: str, match: re.Match[str]) -> None:
        self._push(name, match.start())
        self.heading = 0  # it stands in a heading only where the end of that is missing

    def _open_heading(self, name: str, match: re.Match[str]) -> None:
        if self._counts.get("h"):
            self._pop_until("h", match.start(), match.start())
        if name in ("h1", "h2"):
            self.grids.see_title()
        self._push(name, match.start())
        self.heading = int(name[1])

    def _open_list(self, name: str, match: re.Match[str]) -> None:
        self._push(name, match.start())
        self._items.append(0)
        first = attributes(match).get("start") if match["attributes"] else None
        self.grids.open_list((first.value.strip() if first else "1") if name == "ol" else None)

    def _open_item(self, name: str, match: re.Match[str]) -> None:
        start = match.start()
        if self._items[-1]:
            self._pop_until("item", start, start)
        self._push(name, start)
        self._items[-1] += 1
        note = attributes(match).get("id") if self.areas[self.area].in_notes else None
        self.grids.open_item(name, start, note.value if note else "")

    def _open_table(self, name: str, match: re.Match[str]) -> None:
        counts, self._counts = self._counts, {}  # what is open around a table cannot be closed in it
        self._push(name, match.start())
        self._stack[-1].counts_around = counts
        self._tables += 1
        self._items.append(0)
        self.grids.open_table(is_layout="presentation" in match["attributes"])

    def _begin_row(self, name: str, start: int) -> None:
        """Close the last cell and count a new row; the parts of a table are not kept as elements."""
        if name != "hr" and self._counts.get("cell"):
            self._pop_until("cell", start, start)
        if name == "tr" and self._tables:
            self.grids.next_row()

    def _open_cell(self, name: str, match: re.Match[str]) -> None:
        if self._counts.get("cell"):
            self._pop_until("cell", match.start(), match.start())
        self._push(name, match.start())
        if self._tables:
            self.grids.open_cell()

    def _open_kind(self, name: str, match: re.Match[str]) -> None:
        self._push(name, match.start())
        self.heading = 0
        kind = "code" if name == "pre" else "quote" if name == "blockquote" else "caption"
        self.writer.context = self.writer.context._replace(kind=kind)  # type: ignore[arg-type]

    def _traits(self, name: str, match: re.Match[str]) -> Traits:
        """What the attributes of a tag say; pages repeat theirs, so each is read once."""
        written = match["attributes"]
        if not may_tell(name, written) or (name == "footer" and self.writer.context.kind == "quote"):
            return NO_TRAITS  # the footer of a quotation names the speaker
        in_article = self.areas[self.area].in_article
        key = (name, written, in_article)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = read_traits(name, attributes(match), in_article=in_article)
        return known

    def _apply(self, traits: Traits, match: re.Match[str]) -> None:
        """Let the element that was pushed last have its effect."""
        if traits is NO_TRAITS:
            return
        element, writer = self._stack[-1], self.writer
        self.hides |= traits.hides
        self.heading = traits.level or self.heading
        if traits.area and self._opens_area(element, traits.area):
            self.end_block(match.start())
            self.areas.append(Area(traits.area, self.area, self.areas[self.area]))
            self.area = len(self.areas) - 1
        if traits.detail:
            here = len(writer.builder)
            is_plain = traits.detail == "date" and not traits.is_explicit
            value = attributes(match).get("datetime") or attributes(match).get("content")
            element.mention = Mention(traits.detail, here, here, value, traits.is_explicit, is_plain)

    def _opens_area(self, element: _Element, kind: AreaKind) -> bool:
        """Whether an element is a part of its own, and not some words in the midst of a block or a heading."""
        if not element.is_inline and element.name != "button":
            return True
        return kind in ("chrome", "perhaps-chrome") and not self.writer.is_open and not self.heading


class _Element:
    """An open element with the state around it."""

    __slots__ = ("area", "context", "counts_around", "heading", "hides", "is_inline", "mention", "name", "start")

    def __init__(self, name: str, start: int, around: Elements, *, is_inline: bool) -> None:
        self.name, self.start, self.is_inline = name, start, is_inline
        self.context: Context = around.writer.context
        self.area, self.heading, self.hides = around.area, around.heading, around.hides
        self.mention: Mention | None = None
        self.counts_around: dict[str, int] = {}


_SCOPES = frozenset(("ul", "ol", "menu", "dl", "table"))  # where items are counted anew
_KEYS = {"td": "cell", "th": "cell", "li": "item", "dt": "item", "dd": "item", **dict.fromkeys(HEADINGS, "h")}
_ROW_PARTS = frozenset(("tr", "thead", "tbody", "tfoot"))
_OPENERS: dict[str, Callable[[Elements, str, re.Match[str]], None]] = {
    "p": Elements._open_paragraph,
    **dict.fromkeys(HEADINGS, Elements._open_heading),
    **dict.fromkeys(("ul", "ol", "menu", "dl"), Elements._open_list),
    **dict.fromkeys(("li", "dt", "dd"), Elements._open_item),
    "table": Elements._open_table,
    **dict.fromkeys(("td", "th"), Elements._open_cell),
    **dict.fromkeys(("caption", "figcaption", "pre", "blockquote"), Elements._open_kind),
}
