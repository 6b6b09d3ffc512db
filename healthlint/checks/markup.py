"""Finds broken markup, whose signs readers see: lone bullets, `**`, "](https://…)", numbers that skip one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

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
    tags = []
    for index, block in enumerate(analysis.document.blocks):
        if block.kind == "code" or analysis.zones[index] == "chrome":
            continue
        for place, variant in _signs_in(block, analysis):
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
    places = []
    edits = []
    for marker, words in _markers_apart(analysis):
        places.append(marker)
        edits.append(Edit(SourceSpan(marker.end, words), " "))
    if places:
        also = tuple(Related("also", place) for place in places[1:])
        mended = Suggestion("put the text behind its marker", tuple(edits), safe=True)
        yield Finding(places[0], {"expected": "", "times": len(places)}, also, (mended,), "marker")


def _markers_apart(analysis: Analysis) -> Iterator[tuple[SourceSpan, int]]:
    """Where the marker is, and where its words begin; in HTML an item may be laid out in any way."""
    document = analysis.document
    source, blocks = document.source, document.blocks
    if document.format == "text":
        for index, block in enumerate(blocks):
            start = document.source_map.to_source(block.span).start
            if (
                block.kind == "item"
                and analysis.zones[index] != "chrome"
                and "\n" in source[block.source.start : start]
            ):
                yield SourceSpan(block.source.start, block.source.start + len(block.marker)), start
    elif document.format == "markdown" and blocks:
        code = [block.source for block in blocks if block.kind == "code"]
        for found in _LONE.finditer(source, blocks[0].source.start):
            above = source[source.rfind("\n", 0, max(found.start() - 1, 0)) + 1 : found.start()]
            is_underline = found[2] and above.strip()  # it makes a heading of the line above
            if not is_underline and not any(span.start <= found.start() < span.end for span in code):
                yield SourceSpan(*found.span(1)), found.end()


def _signs_in(block: Block, analysis: Analysis) -> Iterator[tuple[TextSpan, str]]:
    """The signs of markup that readers see in a block."""
    text, document = analysis.text, analysis.document
    words = text[slice(*block.span)]
    if "<" in words:
        for tag in _TAG.finditer(text, *block.span):
            if not _is_code(tag.start(), analysis):
                yield TextSpan(*tag.span()), "tag"
    if document.format != "markdown":
        return
    if words.startswith("##") and _HEADING.match(words):
        yield block.span, "heading"
    elif words.startswith("|") and block.kind == "paragraph" and _ROW.fullmatch(words):
        yield block.span, "table"
    if "](" in words:
        for link in _LINK.finditer(text, *block.span):
            if not _is_code(link.start(), analysis):
                yield TextSpan(*link.span()), "link"
    if words.count("**") == 1 and block.kind != "cell":
        bold = _BOLD.search(text, *block.span)
        if bold and not _is_code(bold.start(), analysis) and not _is_note(bold, block, analysis):
            yield TextSpan(*bold.span()), "bold"


def _is_code(offset: int, analysis: Analysis) -> bool:
    """Whether a place is in a piece of code in a line."""
    document = analysis.document
    start = document.source_map.to_source(TextSpan(offset, offset + 1)).start
    before = document.source[document.source.rfind("\n", 0, start) + 1 : start]
    return before.count("`") % 2 == 1 or before.rfind("<code") > before.rfind("</code")


def _is_note(bold: re.Match[str], block: Block, analysis: Analysis) -> bool:
    """Whether two stars are the mark of a note: behind a word here and before the note at the end, or the other way."""
    opens = bold[0].startswith("**")
    if opens and bold.start() > block.span.start:
        return False
    partner = _NOTE_MARK if opens else _NOTE
    return any(
        partner.search(analysis.text, *other.span) for other in analysis.document.blocks if other.span != block.span
    )


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


_FEWEST = 4  # numbers that show that they count
_LONE = re.compile(r"^[ \t]*([-*+•·◦▪–])[ \t]*\r?\n([ \t]*\r?\n)?(?=[^\s\-*+•·◦▪–#>|=`~<\d])", re.MULTILINE)
_TAG = re.compile(
    r"</?(?:br|p|div|span|strong|em|b|i|u|ul|ol|li|h[1-6]|img|table|tr|td)(?:\s+[a-z-]+\s*=[^<>]{0,300})?\s?/?>"
)
_HEADING = re.compile(r"#{2,6}[A-Z]")
_ROW = re.compile(r"\|.+\|.*\|", re.DOTALL)
_LINK = re.compile(r"\[[^\[\]\n]{0,200}\]\((?:https?://|/|www\.|#)[^\s)]{0,300}\)?")
_BOLD = re.compile(r"(?<![^\s(“\"])\*\*\w+|[^\W_]+[.,:;!?]?\*\*(?![\w*])")
_NOTE = re.compile(r"(?:\A|(?<=\n))\*\*\s?\w")
_NOTE_MARK = re.compile(r"[\w.,)]\*\*(?![\w*])")
_NUMBER = re.compile(r"\(?(\d{1,2})[.):]\s")
