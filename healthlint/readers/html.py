"""HTML -> a document: whole pages and fragments, as a browser would show them, however broken their tags are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.model.document import Document
from healthlint.model.span import SourceSpan
from healthlint.readers.addresses import bare_links
from healthlint.readers.directives import parse_comment
from healthlint.readers.html_areas import settle
from healthlint.readers.html_details import find_details
from healthlint.readers.html_elements import Elements
from healthlint.readers.html_inline import InlineMarkup
from healthlint.readers.html_metadata import PageMetadata
from healthlint.readers.html_tags import BLOCK_TAGS, DROPPED_TAGS
from healthlint.readers.html_text import write_code, write_text
from healthlint.readers.html_tokens import COMMENT, tags
from healthlint.readers.prose import ProseWriter, by_place

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from healthlint.model.document import Block, Directive, Link, Region
    from healthlint.model.source_map import SourceMap


def read_html(source: str, path: str) -> Document:
    """The document that an HTML page or fragment holds."""
    page = _Page(source)
    page.walk()
    return page.document(path)


class _Page:
    """Writes the prose of one page as its tags come by."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.writer = ProseWriter(source)
        self.elements = Elements(self.writer)
        self.inline = InlineMarkup(source, self.writer, self.elements)
        self.metadata = PageMetadata()
        self.directives: list[Directive] = []

    def walk(self) -> None:
        """Read the whole source."""
        readers = self._readers()
        position = self._front_matter()
        for name, match in tags(self.source, position):
            start = match.start()
            if start > position:
                self.text(position, start)
            position = match.end()
            reader = readers.get(name)
            if reader:
                reader(name, match)
        self.text(position, len(self.source))
        self.inline.close_link(len(self.source))
        self.elements.finish(len(self.source))

    def _front_matter(self) -> int:
        """Read the front matter that site generators allow in HTML too; the offset behind it."""
        if not self.source.startswith(("---", "+++")):
            return 0
        from healthlint.readers.frontmatter import read_front_matter

        found = read_front_matter(self.source)
        self.metadata.fields += found.fields
        self.metadata.problems += found.problems
        return found.end

    def text(self, start: int, end: int) -> None:
        """Write the text between two tags."""
        elements, writer = self.elements, self.writer
        if elements.hides or start < self.inline.silent_until:
            return
        if not writer.is_open:
            chunk = self.source[start:end]
            if not chunk or chunk.isspace():
                return
            elements.begin_block(start + len(chunk) - len(chunk.lstrip()))
        if elements.is_code:
            write_code(writer, self.source, start, end)
        else:
            write_text(writer, self.source, start, end)

    def document(self, path: str) -> Document:
        """What was read."""
        writer, elements = self.writer, self.elements
        text, source_map = writer.finish()
        blocks = [_out_of_layout(block, elements.grids.layout) for block in writer.blocks]
        _find_titles(blocks, elements, writer.links)
        regions = settle(blocks, elements.places, elements.areas, text)
        details, bylines = find_details(elements.mentions, text, source_map, blocks, regions)
        for index in bylines:
            regions[index] = regions[index] or "front"
        return Document(
            path,
            "html",
            self.source,
            text,
            source_map,
            tuple(_placed(block, region) for block, region in zip(blocks, regions, strict=True)),
            tuple(_with_bare(writer.links, text, source_map, blocks)),
            tuple(writer.marks),
            fields=tuple(self.metadata.fields + details),
            directives=tuple(self.directives),
            problems=tuple(self.metadata.problems),
        )

    def _readers(self) -> dict[str, Callable[[str, re.Match[str]], None]]:
        """What reads each tag. Tags that are not listed vanish; their text stays."""
        elements, inline, metadata = self.elements, self.inline, self.metadata
        readers: dict[str, Callable[[str, re.Match[str]], None]] = {}
        for name in BLOCK_TAGS - _INVISIBLE_BLOCKS:
            readers[name], readers["/" + name] = elements.open, self._close_block
        for name in _INLINE:
            readers[name], readers["/" + name] = elements.open_inline, self._close_inline
        for name in _FORMATTING:
            readers[name], readers["/" + name] = self._open_formatting, self._close_inline
        for name in DROPPED_TAGS - _INVISIBLE_BLOCKS:
            readers[name], readers["/" + name] = elements.drop, self._end_drop
        return readers | {
            "a": inline.open_link,
            "/a": inline.end_link,
            "img": inline.image,
            "sup": inline.superscript,
            "br": self._break,
            "q": self._quote,
            "/q": self._quote,
            "script": metadata.read_script,
            "title": self._title,
            "meta": metadata.read_meta,
            "link": metadata.read_link,
            "html": metadata.read_html,
            COMMENT: self._comment,
        }

    def _close_block(self, name: str, match: re.Match[str]) -> None:
        self.elements.close(name[1:], match.start(), match.end())

    def _open_formatting(self, name: str, match: re.Match[str]) -> None:
        if "=" in match["attributes"]:
            self.elements.open_inline(name, match)

    def _close_inline(self, name: str, match: re.Match[str]) -> None:
        self.elements.close_inline(name[1:], match.start(), match.end())

    def _end_drop(self, name: str, match: re.Match[str]) -> None:
        self.elements.end_drop(name[1:], match.start(), match.end())

    def _break(self, name: str, match: re.Match[str]) -> None:
        if self.elements.is_code and self.writer.is_open:
            self.writer.write_code("\n", match.start(), match.end())
        else:
            self.writer.line_break(match.start(), match.end())

    def _quote(self, name: str, match: re.Match[str]) -> None:
        """Write the quotation marks that a browser puts around `<q>`."""
        if not self.elements.hides:
            if not self.writer.is_open:
                self.elements.begin_block(match.start())
            self.writer.write("”" if name == "/q" else "“", match.start(), match.end())

    def _title(self, name: str, match: re.Match[str]) -> None:
        if not self.elements.hides:  # as that of a drawing is
            self.metadata.read_title(name, match)

    def _comment(self, name: str, match: re.Match[str]) -> None:
        if "healthlint" in match[0]:
            directive = parse_comment(match[0][4:-3], SourceSpan(*match.span()))
            if directive:
                self.directives.append(directive)


_INLINE = ("span", "time", "small", "cite")
_FORMATTING = ("i", "em", "b", "strong", "abbr", "label", "font", "u", "mark", "code", "kbd", "var", "ins", "s")
_INVISIBLE_BLOCKS = frozenset(("html", "body", "head", "title", "script", "style", "iframe", "textarea"))


def _out_of_layout(block: Block, layout_groups: set[int]) -> Block:
    """The block as a paragraph if it is a cell of a table that only arranges the page."""
    if block.kind == "cell" and block.group in layout_groups:
        return block._replace(kind="paragraph", group=0, row=0)
    return block


def _placed(block: Block, region: Region) -> Block:
    return block._replace(region=region) if region else block


def _find_titles(blocks: list[Block], elements: Elements, links: list[Link]) -> None:
    """Note which areas hold a title: a first-level heading that is not all link, as the name of a site is."""
    linked = {link.span for link in links if link.kind == "link"}
    for block, place in zip(blocks, elements.places, strict=True):
        if block.kind == "heading" and block.level == 1 and block.span not in linked:
            elements.areas[place].has_title = True


def _with_bare(links: list[Link], text: str, source_map: SourceMap, blocks: list[Block]) -> list[Link]:
    """The links of the markup and the addresses that stand in the prose as such, in order."""
    taken = [link.span for link in links if link.kind == "link"]
    taken += [block.span for block in blocks if block.kind == "code"]
    found = list(bare_links(text, source_map, sorted(taken)))
    return sorted(links + found, key=by_place) if found else links
