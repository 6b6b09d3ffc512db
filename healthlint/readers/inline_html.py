"""HTML inside Markdown: tags become blocks, links, marks and regions; their text becomes prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.model.document import Component, Link
from healthlint.model.span import SourceSpan, TextSpan
from healthlint.readers.directives import parse_comment
from healthlint.readers.html_blocks import HtmlBlocks
from healthlint.readers.html_tags import (
    BLOCK_TAGS,
    CHROME_TAGS,
    DROPPED_TAGS,
    RAW_TAGS,
    VOID_TAGS,
    is_component,
    is_hidden,
)
from healthlint.readers.html_text import write_code, write_text
from healthlint.readers.html_tokens import COMMENT, attributes, tags

if TYPE_CHECKING:
    from healthlint.model.document import Directive, Field
    from healthlint.readers.html_tokens import Attribute
    from healthlint.readers.prose import ProseWriter
    from healthlint.readers.templates import Masks

_LONE = 200  # characters of white space around a tag that is alone on its line


class HtmlFlow:
    """Writes the HTML of one document, piece by piece, between pieces of Markdown."""

    def __init__(self, writer: ProseWriter, source: str, masks: Masks | None) -> None:
        """`source` is the file as Markdown sees it, with what is no Markdown masked."""
        self.writer, self.source, self.masks = writer, source, masks
        self.original = writer.source
        self.blocks = HtmlBlocks(writer)
        self.components: list[Component] = []
        self.directives: list[Directive] = []
        self.comments: list[SourceSpan] = []
        self.fields: list[Field] = []
        self.skipping = ""  # the name of the element whose content is left out
        self._skip_depth = 0
        self._anchor: tuple[int, int, Attribute] | None = None  # offset of its words, source, address
        self._raised: tuple[int, int, int] | None = None  # offset of its words, source of the tag
        self._last_closings: dict[str, int] = {}

    def feed(self, start: int, end: int) -> None:
        """Write the HTML in `source[start:end]`."""
        if self.skipping in RAW_TAGS:
            start = self._raw_end(start, end)
        position = start
        for name, tag in tags(self.source[start:end]):
            self.text(position, start + tag.start())
            position = start + tag.end()
            if name:
                self._tag(name, tag, start)
        self.text(position, end)

    def text(self, start: int, end: int) -> None:
        """Write the text between two tags, with its white space folded and its entities decoded."""
        if self.skipping or start >= end:
            return
        write = write_code if self.writer.context.kind == "code" else write_text
        for part_start, part_end in self.masks.visible(start, end) if self.masks else ((start, end),):
            write(self.writer, self.original, part_start, part_end)

    def finish(self, end: int) -> None:
        """Close the link that nobody closed."""
        self._close_anchor(end)

    def _tag(self, name: str, tag: re.Match[str], base: int) -> None:
        start, end = base + tag.start(), base + tag.end()
        if self.skipping:
            self._skip(name, tag)
        elif name == COMMENT:
            self._comment(start, end)
        elif name[0] == "/":
            self._close_tag(name[1:], tag, start, end)
        else:
            self._open_tag(name, tag, start, end)

    def _comment(self, start: int, end: int) -> None:
        words = self.original[start:end].removeprefix("<!--").removesuffix("-->")
        directive = parse_comment(words, SourceSpan(start, end))
        if directive:
            self.directives.append(directive)
        self.comments.append(SourceSpan(start, end))

    def _skip(self, name: str, tag: re.Match[str]) -> None:
        if name.removeprefix("/") != self.skipping:
            return
        self._skip_depth += -1 if name[0] == "/" else not _is_void(name, tag)
        if self._skip_depth == 0:
            self.skipping = ""

    def _raw_end(self, start: int, end: int) -> int:
        """Where the script that is open at `start` ends, or where this piece of HTML does."""
        closing = re.compile(rf"</{self.skipping}[^<>]*>", re.IGNORECASE).search(self.source, start, end)
        if closing is None:
            return end
        self.skipping = ""
        return closing.end()

    def _open_tag(self, name: str, tag: re.Match[str], start: int, end: int) -> None:
        is_void = _is_void(name, tag)
        if name == "script":
            self._read_json(tag, start)
        if not is_void and self._is_dropped(name, tag, end):
            self.skipping, self._skip_depth = name, 1
            return
        if name in BLOCK_TAGS:
            self._open_block(name, tag, start, end, is_void=is_void)
        elif name == "br":
            self.writer.line_break(start, end)
        elif name == "img":
            self._image(tag, start, end)
        elif is_component(tag["name"]):
            self._component(tag, start, end)
        elif not is_void:
            self._open_inline(name, tag, start, end)

    def _open_inline(self, name: str, tag: re.Match[str], start: int, end: int) -> None:
        if not self.writer.is_open:
            self.writer.open(start)
        if name == "a":
            self._open_anchor(tag, start, end)
        elif name == "sup":
            self._raised = (self.writer.builder.length, start, end)
        elif name == "q":
            self.writer.write("“", start, end)

    def _close_tag(self, name: str, tag: re.Match[str], start: int, end: int) -> None:
        if name in BLOCK_TAGS:
            self.blocks.close(name, start, end)
        elif name == "a":
            self._close_anchor(end)
        elif name == "sup":
            self._close_raised(start, end)
        elif name == "q":
            self.writer.write("”", start, end)
        elif is_component(tag["name"].removeprefix("/")):
            self._component(tag, start, end)

    def _read_json(self, tag: re.Match[str], start: int) -> None:
        """Note the metadata in a script of JSON-LD."""
        if self.masks and self.masks.covering(start, start + len(tag[0])):
            return  # a template fills it in
        from healthlint.readers.html_metadata import PageMetadata

        page, shift = PageMetadata(), start - tag.start()
        page.read_script("script", tag)
        for field in page.fields:
            place = SourceSpan(field.source.start + shift, field.source.end + shift)
            self.fields.append(field._replace(source=place))

    def _is_dropped(self, name: str, tag: re.Match[str], end: int) -> bool:
        """Whether readers see nothing of an element: a script, or hidden by its attributes."""
        if name in RAW_TAGS:
            return True
        words = tag[0]
        is_dropped = name in DROPPED_TAGS or (("hidden" in words or "style" in words) and is_hidden(attributes(tag)))
        return is_dropped and self._is_closed_later(name, end)

    def _is_closed_later(self, name: str, position: int) -> bool:
        if name not in self._last_closings:
            self._last_closings[name] = max(self.source.rfind(f"</{form}") for form in (name, name.upper()))
        return self._last_closings[name] >= position

    def _open_block(self, name: str, tag: re.Match[str], start: int, end: int, *, is_void: bool) -> None:
        if is_void:
            self.writer.close(start)
            return
        first = attributes(tag).get("start") if name == "ol" else None
        number = int(first.value) if first and first.value.isdecimal() and len(first.value) < 5 else 1
        self.blocks.open(name, start, number=number, is_chrome=self._is_chrome(name, tag, end))

    def _is_chrome(self, name: str, tag: re.Match[str], end: int) -> bool:
        """Whether an element stands around the article. The `<header>` of an article is part of it, as is a note."""
        if name not in CHROME_TAGS and (name != "footer" or self.blocks.sections):
            return False
        if name == "aside" and "=" in tag[0]:
            from healthlint.readers.html_classes import is_callout, words_of

            if is_callout(words_of(attributes(tag), "class", "role", "aria-label")):
                return False
        return self._is_closed_later(name, end)  # one that is never closed does not hold the rest of the page

    def _component(self, tag: re.Match[str], start: int, end: int) -> None:
        name = tag["name"]  # with its slash
        arguments = self.original[start + 1 + len(name) : end - 1].strip().removesuffix("/").rstrip()
        self.components.append(Component(name, arguments, SourceSpan(start, end)))
        if _is_alone(self.original, start, end):
            self.writer.close(start)

    # Links and marks

    def _open_anchor(self, tag: re.Match[str], start: int, end: int) -> None:
        self._close_anchor(start)
        address = attributes(tag).get("href")
        if address:
            self._anchor = (self.writer.builder.length, start, self._placed(address, start - tag.start()))

    def _close_anchor(self, end: int) -> None:
        if self._anchor is None:
            return
        offset, start, address = self._anchor
        self._anchor = None
        words = TextSpan(offset, max(self.writer.builder.length, offset))
        self.writer.links.append(Link("link", words, SourceSpan(start, end), address.value, address.source))

    def _image(self, tag: re.Match[str], start: int, end: int) -> None:
        values = attributes(tag)
        address = values.get("src")
        if address is None:
            return
        address = self._placed(address, start - tag.start())
        title, alt = (values[name].value if name in values else "" for name in ("title", "alt"))
        offset = self.writer.offset()
        span = SourceSpan(start, end)
        self.writer.links.append(
            Link("image", TextSpan(offset, offset), span, address.value, address.source, title, alt)
        )

    def _placed(self, address: Attribute, base: int) -> Attribute:
        """An address with its place in the file, and with its templates as written."""
        span = SourceSpan(address.source.start + base, address.source.end + base)
        is_masked = self.masks is not None and bool(self.masks.covering(*span))
        return address._replace(source=span, value=self.original[slice(*span)] if is_masked else address.value)

    def _close_raised(self, start: int, end: int) -> None:
        """Drop a raised number that is a citation mark; write an exponent in raised digits."""
        if self._raised is None:
            return
        from healthlint.readers.superscripts import is_citation, raised

        writer, (offset, tag_start, inner) = self.writer, self._raised
        self._raised = None
        offset = max(offset, writer.begin)
        label = writer.builder.tail(offset)
        if not writer.is_open or not label.strip() or "\n\n" in label:
            return
        if label.strip() in (",", ";", "-", "–") and writer.marks and writer.marks[-1].source.end == tag_start:
            writer.take_back(offset)  # between two marks
            return
        before = writer.builder.tail(max(writer.begin, offset - 30))[: -len(label)]
        if is_citation(before, label, self.original[end : end + 1]):
            writer.take_back(offset)
            writer.mark("superscript", label.strip("[] "), SourceSpan(tag_start, end))
        elif self.original[inner:start] == label:
            writer.take_back(offset)
            writer.builder.add(raised(label), inner, start)


def _is_void(name: str, tag: re.Match[str]) -> bool:
    return name in VOID_TAGS or tag[0].endswith("/>")


def _is_alone(source: str, start: int, end: int) -> bool:
    """Whether a tag has its line for itself."""
    before = source[max(start - _LONE, 0) : start].rstrip(" \t")
    after = source[end : end + _LONE].lstrip(" \t")
    return before[-1:] in ("", "\n", "\r") and after[:1] in ("", "\n", "\r")
