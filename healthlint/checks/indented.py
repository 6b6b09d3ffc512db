"""Finds Markdown articles that are indented as a whole, so that they are shown as code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.model.document import Block


class Params(NamedTuple):
    """`share` of the prose of a page that is indented, and how many `lines` of prose there are at least."""

    share: float = 0.8
    lines: int = 3


WORDS: tuple[str, ...] = ("lines",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding an article, at the first indented block."""
    document = analysis.document
    if document.format != "markdown":
        return
    first: Block | None = None
    indented = other = 0
    for block in document.blocks:
        words = analysis.text[slice(*block.span)]
        if block.kind != "code":
            other += _count_prose(words)
        elif not _is_fenced(block, analysis):
            count = _count_prose(words)
            indented += count
            first = first or (block if count else None)
    if first is not None and indented >= params.lines and indented >= params.share * (indented + other):
        yield Finding(first.span, {"lines": indented})


def _is_fenced(block: Block, analysis: Analysis) -> bool:
    return analysis.document.source[block.source.start : block.source.end].lstrip().startswith(("```", "~~~", "<"))


def _count_prose(text: str) -> int:
    """The number of lines that hold a sentence."""
    return sum(1 for line in text.split("\n") if _SENTENCE.match(line))


_SENTENCE = re.compile(r"\s*[“\"'(]?(?=[A-Z])(?:[^\s;{}=<>]+[ \t]+){5,}[^\s{}=<>]*[.!?][”\"')]?\s*$")
