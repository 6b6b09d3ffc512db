"""Short views of a document, so that a test fits a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.readers.markdown import read_markdown

if TYPE_CHECKING:
    from healthlint.model.document import Document


def markdown(source: str) -> Document:
    return read_markdown(source, "article.md")


def mdx(source: str) -> Document:
    return read_markdown(source, "article.mdx")


def blocks(document: Document) -> list[tuple[str, str]]:
    """Kind and prose of each block."""
    return [(block.kind, document.text[slice(*block.span)]) for block in document.blocks]


def prose(document: Document) -> list[str]:
    """The prose of each block."""
    return [words for _, words in blocks(document)]


def sources(document: Document) -> list[str]:
    """The source of each block, markup included."""
    return [document.source[slice(*block.source)] for block in document.blocks]


def links(document: Document) -> list[tuple[str, str, str]]:
    """Kind, visible words and address of each link."""
    return [(link.kind, document.text[slice(*link.span)], link.url) for link in document.links]


def marks(document: Document) -> list[tuple[str, str, str]]:
    """Kind and label of each mark, and the prose of its line before it."""
    return [(mark.kind, mark.label, document.text[: mark.offset].rpartition("\n")[2]) for mark in document.marks]


def components(document: Document) -> list[tuple[str, str]]:
    """Name and source of each component."""
    return [(component.name, document.source[slice(*component.source)]) for component in document.components]
