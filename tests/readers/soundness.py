"""What holds of every document, whatever its reader made it from."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from healthlint.model.document import Document

WORD = re.compile(r"\w+")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")


def assert_sound(document: Document) -> None:
    """Blocks are in order and trimmed, a blank line divides them, and everything lies within the source."""
    text, source, blocks = document.text, document.source, document.blocks
    assert "".join(text[slice(*block.span)] + "\n\n" for block in blocks).removesuffix("\n\n") == text
    for block in blocks:
        words = text[slice(*block.span)]
        assert words
        assert words == words.strip()
        assert block.kind == "code" or "\n\n" not in words
        assert 0 <= block.source.start < block.source.end <= len(source)
    assert all(one.source.end <= other.source.start for one, other in pairwise(blocks))
    for link in document.links:
        assert 0 <= link.span.start <= link.span.end <= len(text)
        assert 0 <= link.source.start < link.source.end <= len(source)
    for mark in document.marks:
        assert 0 <= mark.offset <= len(text)
    for field in document.fields:
        assert 0 <= field.source.start <= field.source.end <= len(source)


def assert_exact(document: Document) -> None:
    """Every word of the prose is found at its place in the source; of one with markup in it, every character."""
    text, source, source_map = document.text, document.source, document.source_map
    for word in WORD.finditer(text):
        span = TextSpan(*word.span())
        spans = [span] if source_map.is_contiguous(span) else [TextSpan(at, at + 1) for at in range(*span)]
        for start, end in spans:
            written = unescape(source[slice(*source_map.to_source(TextSpan(start, end)))])
            assert text[start:end].translate(RAISED) in written.translate(RAISED)
