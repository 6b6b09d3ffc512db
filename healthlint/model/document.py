"""What a reader makes of a file: its prose, and everything else as values with their place in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from healthlint.model.source_map import SourceMap
    from healthlint.model.span import SourceSpan, TextSpan

Format = Literal["markdown", "html", "text"]
BlockKind = Literal["heading", "paragraph", "item", "cell", "quote", "caption", "code"]
Region = Literal["", "front", "chrome", "footnote"]


class Block(NamedTuple):
    """One unit of the page. Blocks are in reading order, do not nest and do not share text.

    Paragraphs of a list item are `item` blocks and those of a block quote are `quote` blocks. In the prose a blank line
    (`\\n\\n`) divides blocks, a soft line break is a space and a hard one (`<br>`) is `\\n`. Code has a block, whose
    text is part of the prose too; checks that read language skip it.
    """

    kind: BlockKind
    span: TextSpan
    source: SourceSpan  # with its own markup: list marker, heading signs, tags
    level: int = 0  # headings: 1-6; items: depth of nesting from 1
    group: int = 0  # the list or table that the block belongs to, counted from 1 in the document; 0: none
    row: int = 0  # cells: row of the table from 1 (the header row, where there is one, is 1); items: number in the list
    marker: str = ""  # items: `-`, `•`, `1.`; footnote definitions: their label
    region: Region = ""  # what the markup itself says: `<nav>` is chrome, a byline element is front


class Link(NamedTuple):
    """A link, image or bare address. `span` is its visible words; an image has none, its description is no prose."""

    kind: Literal["link", "image", "bare"]
    span: TextSpan
    source: SourceSpan
    url: str
    url_source: SourceSpan
    title: str = ""
    alt: str = ""  # images: their description


class Mark(NamedTuple):
    """A citation mark that is markup, not prose: `[^a]`, `<sup>3</sup>`. `offset` is where it stands in the prose."""

    kind: Literal["footnote", "superscript"]
    label: str
    offset: int
    source: SourceSpan


class Field(NamedTuple):
    """One value of the metadata. `key` is lower case with dots for nesting: `author.name`, `article:published_time`."""

    origin: Literal["front-matter", "meta", "json-ld", "markup"]
    key: str
    value: str
    source: SourceSpan


class Component(NamedTuple):
    """A template element in the source: an MDX tag, a Hugo shortcode, a Liquid tag. A closing one is named `/name`."""

    name: str
    arguments: str
    source: SourceSpan


class Directive(NamedTuple):
    """A `healthlint-…` comment: `action` is what follows the first dash, such as `disable-next-line`."""

    action: str
    codes: tuple[str, ...]
    reason: str
    source: SourceSpan
    reviewer: str = ""
    until: str = ""  # as it was written: the last day on which it holds


class Problem(NamedTuple):
    """Something the reader had to guess, such as bytes that are not UTF-8."""

    message: str
    source: SourceSpan


class Document(NamedTuple):
    """A file as its reader understood it; nothing of it is lost, and everything knows its place in `source`."""

    path: str
    format: Format
    source: str  # the decoded file without a byte-order mark, line ends as they were
    text: str
    source_map: SourceMap
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()
    fields: tuple[Field, ...] = ()
    components: tuple[Component, ...] = ()
    directives: tuple[Directive, ...] = ()
    problems: tuple[Problem, ...] = ()
    encoding: str = "utf-8"
    has_bom: bool = False
