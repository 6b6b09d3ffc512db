"""Links and images of Markdown, and where in them their addresses are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from pyromark import reference_definitions

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Link
from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from typing import TypedDict

    from healthlint.readers.offsets import CodePoints
    from healthlint.readers.prose import ProseWriter
    from healthlint.readers.templates import Masks

    class _LinkData(TypedDict):
        link_type: str
        dest_url: str
        title: str
        id: str


_CITATION = lazy_pattern(r"\d{1,3}(?:[,–-] ?\d{1,3})*")
_LONGEST_CITATION = 12


class _OpenLink(NamedTuple):
    """A link or image whose end is still to come."""

    offset: int  # of its words in the prose
    start: int
    data: _LinkData


class Links:
    """Writes the links of one file. While `in_image`, all text belongs to the description of an image."""

    def __init__(self, writer: ProseWriter, seen: str, masks: Masks | None, at: CodePoints) -> None:
        self.writer, self.masks = writer, masks
        self.in_image = False
        self.alt: list[str] = []  # the description of the image, in pieces
        self._open: list[_OpenLink] = []
        self._image_depth = -1
        self._addresses = _Addresses(seen, at)

    def open_link(self, data: object, start: int, end: int) -> None:
        """Begin a link."""
        link = cast("dict[str, _LinkData]", data)["Link"]
        self._open.append(_OpenLink(self.writer.builder.length, start, link))

    def open_image(self, data: object, start: int, end: int) -> None:
        """Begin an image; one in the description of another is part of it."""
        image = cast("dict[str, _LinkData]", data)["Image"]
        if not self.in_image:
            self.in_image, self.alt, self._image_depth = True, [], len(self._open)
        self._open.append(_OpenLink(self.writer.offset(), start, image))

    def close_link(self, is_hidden: bool, start: int, end: int) -> None:
        """End a link, and keep it unless it is hidden."""
        link = self._open.pop()
        if self.in_image or is_hidden:
            return
        writer = self.writer
        offset = max(link.offset, writer.begin) if writer.is_open else link.offset
        self._keep_brackets(offset, start)
        kind = link.data["link_type"]
        address = self._addresses.place(link.data, start, end)
        url = f"mailto:{link.data['dest_url']}" if kind == "Email" else self._url(link.data, address)
        span = TextSpan(offset, max(writer.builder.length, offset))
        is_bare = kind in ("Autolink", "Email")
        writer.links.append(
            Link("bare" if is_bare else "link", span, SourceSpan(start, end), url, address, link.data["title"])
        )

    def close_image(self, is_hidden: bool, start: int, end: int) -> None:
        """End an image, and keep it unless it is hidden or part of another."""
        image = self._open.pop()
        if len(self._open) > self._image_depth:
            return
        self.in_image = False
        if is_hidden:
            return
        address = self._addresses.place(image.data, start, end)
        span, alt = TextSpan(image.offset, image.offset), " ".join("".join(self.alt).split())
        url = self._url(image.data, address)
        self.writer.links.append(Link("image", span, SourceSpan(start, end), url, address, image.data["title"], alt))

    def _keep_brackets(self, offset: int, start: int) -> None:
        """Let "[1]" stay a citation mark in the prose, though Markdown makes it a link with the word "1"."""
        writer = self.writer
        length = writer.builder.length - offset
        if 0 < length < _LONGEST_CITATION and writer.source[start] == "[":
            words = writer.builder.tail(offset)
            if _CITATION.fullmatch(words) and writer.source.startswith(f"[{words}]", start):
                writer.take_back(offset)
                writer.write(f"[{words}]", start, start + length + 2)

    def _url(self, data: _LinkData, address: SourceSpan) -> str:
        """The address of a link, with its templates as written."""
        is_masked = self.masks is not None and bool(self.masks.covering(*address))
        return self.writer.source[slice(*address)] if is_masked else data["dest_url"]


class _Addresses:
    """The places of the addresses in one source, as Markdown sees it."""

    def __init__(self, source: str, at: CodePoints) -> None:
        self.source, self.at = source, at
        self._definitions: dict[str, SourceSpan] | None = None

    def place(self, data: _LinkData, start: int, end: int) -> SourceSpan:
        """Where the address of the link `source[start:end]` is written: in it, or in the definition it refers to."""
        kind = data["link_type"]
        if kind in ("Autolink", "Email"):
            return SourceSpan(start + 1, end - 1)
        if kind == "Inline":
            return self._in_link(data["dest_url"], start, end)
        if self._definitions is None:
            self._definitions = self._read_definitions()
        return self._definitions.get(_normal(data["id"]), SourceSpan(start, end))

    def _in_link(self, address: str, start: int, end: int) -> SourceSpan:
        """The last place of an address in a link; all between its parentheses where it is written with escapes."""
        place = self.source.rfind(address, start, end) if address else -1
        if place > start and self.source[place - 1] in "(< \t\r\n":
            return SourceSpan(place, place + len(address))
        opening = self.source.rfind("](", start, end)
        return SourceSpan(opening + 2, end - 1) if opening >= 0 else SourceSpan(start, end)

    def _read_definitions(self) -> dict[str, SourceSpan]:
        """The place of the address in each definition, by its label."""
        definitions: dict[str, SourceSpan] = {}
        for label, definition in reference_definitions(self.source).items():
            address, span = definition["dest"], definition["span"]
            start, end = self.at(span["start"]), self.at(span["end"])
            inner = self.source.find("]:", start + len(label), end)
            place = self.source.find(address, max(inner, start), end)
            found = SourceSpan(place, place + len(address)) if place >= 0 else SourceSpan(start, end)
            definitions.setdefault(_normal(label), found)
        return definitions


def _normal(label: str) -> str:
    return " ".join(label.split()).casefold()
