"""Finds Markdown articles that are indented as a whole, so that they are shown as code."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
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
    code = [block for block in document.blocks if block.kind == "code" and not _is_fenced(block, analysis)]
    counts = [_count_prose(block, analysis) for block in code]
    indented = sum(counts)
    if indented < max(params.lines, 1):
        return
    other = sum(_count_prose(block, analysis) for block in document.blocks if block.kind != "code")
    if indented >= params.share * (indented + other):
        first = next(block for block, count in zip(code, counts, strict=True) if count)
        yield Finding(first.span, {"lines": indented})


def _is_fenced(block: Block, analysis: Analysis) -> bool:
    return analysis.document.source[block.source.start : block.source.end].lstrip().startswith(("```", "~~~", "<"))


def _count_prose(block: Block, analysis: Analysis) -> int:
    """The number of lines of a block that hold a sentence."""
    return sum(1 for line in analysis.text[slice(*block.span)].split("\n") if _SENTENCE.match(line))


_SENTENCE = lazy_pattern(r"\s*[“\"'(]?(?=[A-Z])(?:[^\s;{}=<>]+[ \t]+){5,}[^\s{}=<>]*[.!?][”\"')]?\s*$")
