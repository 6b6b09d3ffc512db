"""Finds headings, tables of contents and labels with nothing behind them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.model.document import Block


class Params(NamedTuple):
    """There is nothing to set."""


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("section", "contents", "field")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding for each heading or label that announces what is not there."""
    blocks = analysis.document.blocks
    contents = {hit.start for hit in analysis.hits["chrome.contents"]}
    page = _Page(analysis)
    title = next((index for index, block in enumerate(blocks) if block.kind == "heading"), None)
    for index, block in enumerate(blocks):
        if block.region == "chrome" or analysis.zones[index] == "chrome":
            continue
        if block.span.start in contents and _is_contents(block, analysis):
            if not _has_entries(index, analysis) and not _has_more(index, page):
                yield Finding(block.span, variant="contents")
        elif block.kind == "heading":
            if (
                index != title
                and not _is_subtitle(index, title, analysis)
                and _ends_here(index, blocks, analysis.text)
                and not _has_more(index, page)
            ):
                yield Finding(block.span, variant="section")
        elif _is_line_like_heading(index, analysis):
            yield Finding(block.span, variant="section")
        elif _is_bare_label(index, page) and not _has_more(index, page):
            ends = block.kind == "paragraph" and _ends_section(index, analysis)
            yield Finding(block.span, variant="section" if ends else "field")


class _Page:
    """What is counted once for all blocks of an article, where it is asked for."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    @cached_property
    def parts(self) -> list[int]:
        """Where links and components begin."""
        document = self.analysis.document
        return sorted(part.source.start for parts in (document.links, document.components) for part in parts)

    @cached_property
    def labelled(self) -> Counter[tuple[int, int]]:
        """How many items are labels with values, by list and level."""
        text, blocks = self.analysis.text, self.analysis.document.blocks
        return Counter(
            (block.group, block.level) for block in blocks if block.group and _LABELLED.match(text, *block.span)
        )


def _is_line_like_heading(index: int, analysis: Analysis) -> bool:
    """Whether a line of a text without markup stands between prose and a heading as an empty heading would."""
    document = analysis.document
    blocks = document.blocks
    if document.format != "text" or blocks[index].kind != "paragraph" or not 0 < index < len(blocks) - 1:
        return False
    before, words = (document.text[slice(*blocks[place].span)] for place in (index - 1, index))
    return (
        blocks[index + 1].kind == "heading"
        and blocks[index - 1].kind == "paragraph"
        and len(before.split()) >= _PROSE
        and before.endswith((".", "!", "?"))
        and len(words.split()) <= _LONGEST_HEADING
        and words[:1].isupper()
        and words[-1:].isalpha()
    )


def _is_subtitle(index: int, title: int | None, analysis: Analysis) -> bool:
    """Whether a heading stands right under the title and is long enough to go on with it."""
    words = analysis.text[slice(*analysis.document.blocks[index].span)].split()
    return title is not None and index == title + 1 and len(words) >= _SUBTITLE


def _ends_here(index: int, blocks: tuple[Block, ...], text: str) -> bool:
    """Whether the article, or a section of the same or a higher level, follows on a heading at once."""
    words = text[slice(*blocks[index].span)]
    if len(words) > _LONGEST_ENTRY or not any(map(str.isalpha, words)):  # "# # #" ends a press release
        return False
    if index + 1 == len(blocks):
        return True
    following = blocks[index + 1]
    return following.kind == "heading" and following.level <= blocks[index].level


def _has_more(index: int, page: _Page) -> bool:
    """Whether something stands before the next block that is no prose: a picture, a form, a generated list."""
    document = page.analysis.document
    block = document.blocks[index]
    following = document.blocks[index + 1].source.start if index + 1 < len(document.blocks) else len(document.source)
    first = bisect_left(page.parts, block.source.start)
    if first < len(page.parts) and page.parts[first] < following:
        return True
    return _ELEMENT.search(document.source, block.source.end, following) is not None


def _is_contents(block: Block, analysis: Analysis) -> bool:
    """Whether a block says "Table of contents" and nothing else."""
    return _CONTENTS.fullmatch(analysis.text[slice(*block.span)].strip(" :*_")) is not None


def _has_entries(index: int, analysis: Analysis) -> bool:
    """Whether a list follows, or links into the page, or a line that is a heading further down."""
    blocks = analysis.document.blocks
    if index + 1 == len(blocks):
        return False
    following = blocks[index + 1]
    if following.kind in ("item", "cell", "code"):
        return True
    start, end = following.source
    if any(link.url.startswith("#") and start <= link.source.start < end for link in analysis.document.links):
        return True
    words = analysis.text[slice(*following.span)]
    if _GENERATED.fullmatch(words):
        return True
    return len(words) <= _LONGEST_ENTRY and analysis.text.count(words, following.span.end) > 0


def _is_bare_label(index: int, page: _Page) -> bool:
    """Whether a line is a label without a value: in a list of labels with values, or at the end of a section."""
    analysis = page.analysis
    blocks, text = analysis.document.blocks, analysis.text
    block = blocks[index]
    words = text[slice(*block.span)]
    if (
        block.kind not in ("item", "paragraph")
        or not words.endswith(":")
        or not _LABEL.fullmatch(words)
        or analysis.zones[index] not in ("body", "front")
    ):
        return False
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if block.kind == "paragraph":
        is_body = analysis.zones[index] == "body"
        return is_body and (_ends_section(index, analysis) or _is_among_labels(index, analysis))
    if following and (following.kind != "item" or following.group != block.group or following.level > block.level):
        return following.kind == "heading"
    return page.labelled[block.group, block.level] >= 2


def _ends_section(index: int, analysis: Analysis) -> bool:
    """Whether nothing follows on a line but the next section of the same or a higher level, or the end."""
    blocks = analysis.document.blocks
    if index + 1 == len(blocks):
        return True
    following = blocks[index + 1]
    return following.kind == "heading" and following.level <= analysis.sections.of_block(index).level


def _is_among_labels(index: int, analysis: Analysis) -> bool:
    """Whether the lines on both sides are labels with values."""
    beside = analysis.document.blocks[index - 1 : index + 2 : 2] if index else ()
    return len(beside) == 2 and all(
        other.kind == "paragraph" and _LABELLED.match(analysis.text[slice(*other.span)]) for other in beside
    )


_LONGEST_ENTRY = 100  # characters
_SUBTITLE, _LONGEST_HEADING, _PROSE = 4, 8, 12  # words
_CONTENTS = lazy_pattern(r"(?:table of )?contents|toc", re.IGNORECASE)
_GENERATED = lazy_pattern(r"\W*_?toc_?\W*", re.IGNORECASE)  # [[toc]], [TOC], {{toc}}
_LABEL = lazy_pattern(r"[A-Z][^:.!?\n]{1,40}:")
_LABELLED = lazy_pattern(r"[A-Z][^:.!?\n]{1,40}: \S")
_ELEMENT = lazy_pattern(
    r"<(?:img|iframe|video|audio|svg|canvas|form|input|button|script|table|object|embed|picture|figure|ins|template|noscript"
    r"|details|[a-z]+-[a-z-]+|(?-i:[A-Z]\w*)|!--\s*(?:toc|more|start|begin|ad))\b|\[\[?(?:_?toc|contents)|\{:?\s*toc|\{\{|\{%|\b(?:id|style|data-[a-z-]+)=|!\[",
    re.IGNORECASE,
)
