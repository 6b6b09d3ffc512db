"""Finds broken markup, whose signs readers see: lone bullets, `**`, "](https://…)", numbers that skip one."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import is_inline_code
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Edit, Finding, Related, Suggestion
from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.model.document import Block


class Params(NamedTuple):
    """It reads the article, and there is nothing to set."""


WORDS: tuple[str, ...] = ("expected", "times")
VARIANTS: tuple[str, ...] = ("marker", "bold", "link", "tag", "heading", "table", "number")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a fault; all lone markers make one with the repair of all, and so do all visible tags."""
    yield from _lone_markers(analysis)
    notes = _find_notes(analysis)
    tags = []
    for index, block in enumerate(analysis.document.blocks):
        if block.kind == "code" or analysis.zones[index] == "chrome":
            continue
        for place, variant in _signs_in(block, notes, analysis):
            if variant == "tag":
                tags.append(place)
            else:
                yield Finding(place, {"expected": "", "times": 1}, variant=variant)
    if tags:
        also = tuple(Related("also", place) for place in tags[1:])
        yield Finding(tags[0], {"expected": "", "times": len(tags)}, also, variant="tag")
    yield from _wrong_numbers(analysis)


def _lone_markers(analysis: Analysis) -> Iterator[Finding]:
    """The bullets whose words stand on the next line."""
    document = analysis.document
    apart = {"text": _markers_in_text, "markdown": _markers_in_markdown, "html": _markers_in_html}[document.format]
    found = list(apart(analysis))
    if found:
        also = tuple(Related("also", marker) for marker, _ in found[1:])
        edits = tuple(Edit(SourceSpan(marker.end, words), " ") for marker, words in found if words)
        mended = Suggestion("put the text behind its marker", edits, safe=bool(edits))
        yield Finding(found[0][0], {"expected": "", "times": len(found)}, also, (mended,), "marker")


def _markers_in_text(analysis: Analysis) -> Iterator[tuple[SourceSpan, int]]:
    """Where each marker is, and where its words begin."""
    document = analysis.document
    for index, block in enumerate(document.blocks):
        if block.kind == "item" and analysis.zones[index] != "chrome":
            start = document.source_map.to_source(block.span).start
            marker = SourceSpan(block.source.start, block.source.start + len(block.marker))
            if document.source[marker.end : start].strip(" \t"):  # a line end
                yield marker, start


def _markers_in_markdown(analysis: Analysis) -> Iterator[tuple[SourceSpan, int]]:
    """Where each marker is, and where its words begin."""
    document = analysis.document
    source, blocks = document.source, document.blocks
    for found in _LONE.finditer(source, blocks[0].source.start) if blocks else ():
        above = source[source.rfind("\n", 0, max(found.start() - 1, 0)) + 1 : found.start()]
        index = bisect_right(blocks, found.end(), key=_source_start) - 1
        if found[2] and above.strip():
            continue  # it makes a heading of the line above
        if blocks[index].kind != "code" and analysis.zones[index] != "chrome":
            yield SourceSpan(*found.span(1)), found.end()


def _markers_in_html(analysis: Analysis) -> Iterator[tuple[SourceSpan, int]]:
    """Where each marker is that has a paragraph for itself; one alone may divide two parts of a page."""
    document = analysis.document
    found = [
        document.source_map.to_source(block.span)
        for index, (block, following) in enumerate(pairwise(document.blocks))
        if block.kind == following.kind == "paragraph"
        and analysis.zones[index] != "chrome"
        and document.text[slice(*block.span)] in _BULLETS
    ]
    if len(found) > 1:
        yield from ((marker, 0) for marker in found)


def _source_start(block: Block) -> int:
    return block.source.start


def _signs_in(block: Block, notes: _Notes, analysis: Analysis) -> Iterator[tuple[TextSpan, str]]:
    """The signs of markup that readers see in a block."""
    text, document = analysis.text, analysis.document
    words = text[slice(*block.span)]
    if "<" in words:
        for tag in _TAG.finditer(text, *block.span):
            if not is_inline_code(tag.start(), analysis):
                yield TextSpan(*tag.span()), "tag"
    if document.format != "markdown":
        return
    if words.startswith("##") and _HEADING.match(words):
        yield block.span, "heading"
    elif block.kind == "paragraph" and words.startswith("|") and words.endswith("|") and "|" in words[2:-1]:
        yield block.span, "table"
    if "](" in words:
        for link in _LINK.finditer(text, *block.span):
            if not is_inline_code(link.start(), analysis):
                yield TextSpan(*link.span()), "link"
    if words.count("**") == 1 and block.kind != "cell":
        bold = _BOLD.search(text, *block.span)
        if bold and not is_inline_code(bold.start(), analysis) and not _is_note(bold, block, notes):
            yield TextSpan(*bold.span()), "bold"


def _is_note(bold: re.Match[str], block: Block, notes: _Notes) -> bool:
    """Whether two stars are the mark of a note: behind a word here and before the note at the end, or the other way."""
    if bold[0].startswith("**"):
        return bold.start() == block.span.start and notes.has_marks
    return notes.has_notes


class _Notes(NamedTuple):
    """Whether paragraphs begin with two stars, and whether such stars stand behind words."""

    has_notes: bool = False
    has_marks: bool = False


def _find_notes(analysis: Analysis) -> _Notes:
    if "**" not in analysis.text:
        return _Notes()
    return _Notes(_NOTE.search(analysis.text) is not None, _NOTE_MARK.search(analysis.text) is not None)


def _wrong_numbers(analysis: Analysis) -> Iterator[Finding]:
    """The numbers of steps and headings that skip one or come twice; "1. 1. 1." is how some write Markdown."""
    for numbered in _numbered(analysis):
        numbers = [number for number, _ in numbered]
        if len(numbers) < _FEWEST or numbers[0] != 1 or len(set(numbers)) < len(numbers) / 2:
            continue
        steps = [later - earlier for earlier, later in pairwise(numbers)]
        wrong = [index for index, step in enumerate(steps, 1) if step != 1]
        if len(wrong) == 1 and steps[wrong[0] - 1] in (0, 2):
            place = numbered[wrong[0]][1]
            yield Finding(place, {"expected": numbers[wrong[0] - 1] + 1, "times": 1}, variant="number")


def _numbered(analysis: Analysis) -> Iterator[Sequence[tuple[int, TextSpan]]]:
    """The numbers of the headings of each level, and of the items of each list, with their places."""
    headings: dict[int, list[tuple[int, TextSpan]]] = {}
    lists: dict[int, list[tuple[int, TextSpan]]] = {}
    for block in analysis.document.blocks:
        if block.kind == "heading":
            for level in [level for level in headings if level > block.level]:
                yield headings.pop(level)
            if found := _NUMBER.match(analysis.text, *block.span):
                headings.setdefault(block.level, []).append((int(found[1]), block.span))
        elif block.kind == "item" and (found := _NUMBER.match(block.marker + " ")):
            lists.setdefault(block.group, []).append((int(found[1]), block.span))
    yield from headings.values()
    yield from lists.values()


_BULLETS = ("-", "*", "•", "·", "◦", "▪")
_FEWEST = 4  # numbers that show that they count
_LONE = lazy_pattern(r"^[ \t]*([-*+•·◦▪–])[ \t]*\r?\n([ \t]*\r?\n)?(?=[^\s\-*+•·◦▪–#>|=`~<\d])", re.MULTILINE)
_TAG = lazy_pattern(
    r"</?(?:br|p|div|span|strong|em|b|i|u|ul|ol|li|h[1-6]|img|table|tr|td)(?:\s+[a-z-]+\s*=[^<>]{0,300})?\s?/?>"
)
_HEADING = lazy_pattern(r"#{2,6}[A-Z]")
_LINK = lazy_pattern(r"\[[^\[\]\n]{0,200}\]\((?:https?://|/|www\.|#)[^\s)]{0,300}\)?")
_BOLD = lazy_pattern(r"(?<![^\s(“\"])\*\*\w+|[^\W_]{1,40}[.,:;!?]?\*\*(?![\w*])")
_NOTE = lazy_pattern(r"(?:\A|(?<=\n))\*\*\s?\w")
_NOTE_MARK = lazy_pattern(r"[\w.,)]\*\*(?![\w*])")
_NUMBER = lazy_pattern(r"\(?(\d{1,2})[.):]\s")
