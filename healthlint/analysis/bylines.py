"""Byline text: who wrote, who reviewed, and when, as the page itself says in so many words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from healthlint.analysis.byline_parts import (
    MARKS,
    MOST_WORDS,
    NAME,
    Detail,
    dated,
    divide,
    make_detail,
    read_part,
    words_left,
)
from healthlint.language.dates import find_dates
from healthlint.language.patterns import lazy_pattern
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.byline_parts import DetailKind, Part
    from healthlint.analysis.hits import Hits
    from healthlint.model.document import Document


class Bylines(NamedTuple):
    """The details that stand in the prose, in order, and the blocks that hold nothing else."""

    details: tuple[Detail, ...] = ()
    blocks: frozenset[int] = frozenset()
    lead: int = 0  # the first block of running prose: what stands above it is title, byline or furniture
    top: int = 0  # the second one: a byline may follow the lead


def find_bylines(document: Document, hits: Hits) -> Bylines:
    """The bylines at the top and the bottom of a page, and those in between whose label leaves no doubt."""
    lead, top, bottom = _edges(document)
    details: list[Detail] = []
    pure: set[int] = set()
    for index, block in enumerate(document.blocks):
        if index == lead:
            details += _dateline(document.text, block.span)
        at_edge = index < top or index >= bottom
        if index in pure or not _may_be_byline(document, hits, index, at_edge=at_edge, at_top=index < lead):
            continue
        if index >= top and not hits.any_within("bylines.labels", *block.span):
            continue  # only at the top may a byline do without a label
        parts = [read_part(document.text, part) for part in divide(document.text, block.span, hits)]
        if index < top:
            parts = [
                part if part.details or part.kind == "other" else _unlabelled(document, hits, index, part)
                for part in parts
            ]
        found = _believable(parts, at_edge=at_edge)
        if not found:
            continue
        if not any(part.rest for part in parts):
            pure.add(index)
            value = None if found[-1].value else _value_after(document, hits, index, found[-1])
            if value:
                found[-1] = value
                pure.update([index + 1] if value.place.end == document.blocks[index + 1].span.end else [])
        details += found
    return Bylines(tuple(details), frozenset(pure), lead, top)


_LONGEST = 400  # characters of a byline with the writer's role and what else may stand in the line
_LONGEST_LABEL = 40  # characters
_LONG_PROSE = 25  # words of a paragraph that is no byline
_BOTTOM = 10  # blocks
_JOINING = lazy_pattern(r"\b(?:of|for|and|the)\b|&", re.I)  # in the names of teams, and in titles of all kinds
_LONGEST_DATELINE = 80  # characters
_PLACE = lazy_pattern(r"(?:[A-Z][\w .,'’/-]*[,(] ?)?")
_DASH = lazy_pattern(r"\)? ?(?:\([^()\n]{2,30}\) ?)?(?:--|—|–|- )")


def _edges(document: Document) -> tuple[int, int, int]:
    """The first and the second block of running prose, and the block at which the end of the page begins."""
    size = len(document.blocks)
    own = [index for index, block in enumerate(document.blocks) if block.region != "chrome"]
    prose = (
        index
        for index in own
        if document.blocks[index].kind in ("paragraph", "item", "quote")
        and len(document.text[slice(*document.blocks[index].span)].split()) >= _LONG_PROSE
    )
    return next(prose, size), next(prose, size), own[-_BOTTOM] if len(own) >= _BOTTOM else 0


def _may_be_byline(document: Document, hits: Hits, index: int, *, at_edge: bool, at_top: bool) -> bool:
    """Whether a block is short, and is at an edge of the page or begins with a label; most blocks are neither."""
    block = document.blocks[index]
    if block.span.end - block.span.start > _LONGEST or block.kind == "cell":
        return False
    if block.kind == "code" and not at_top:  # at the top an indented byline may look like code
        return False
    return at_edge or any(hits.within("bylines.labels", block.span.start, block.span.start + _LONGEST_LABEL))


def _unlabelled(document: Document, hits: Hits, index: int, part: Part) -> Part:
    """A part at the top of a page that is a date, a name with credentials, or a name right above the date."""
    text, (begin, end) = document.text, part.span
    dates = find_dates(text[begin:end])
    if dates and not words_left(text[begin : begin + dates[0].start] + text[begin + dates[0].end : end]):
        date = dates[0]._replace(start=begin + dates[0].start, end=begin + dates[0].end)
        return part._replace(details=(dated(text, part._replace(kind="published"), date),), rest="")
    words = text[begin:end].strip(MARKS)
    size = len(words.split())
    if not 1 <= size <= MOST_WORDS:
        return part
    begin += text[begin:end].index(words)
    name = NAME.match(words)
    is_prose = document.blocks[index].kind != "heading"
    if name and " " in name[0] and is_prose and words[name.end() :].startswith(","):
        is_author = hits.any_within("credentials.letters", begin, begin + len(words))  # "Jo Poe, MD"
    elif re.fullmatch(r"[a-z][a-z0-9._-]+", words) or (name and name[0] == words and 2 <= size <= 4 and is_prose):
        is_author = _is_above_date(document, index, end)
    else:
        is_author = False
    person = make_detail("author", words, TextSpan(begin, begin + len(words)))
    return part._replace(details=(person,), rest="") if is_author else part


def _dateline(text: str, span: TextSpan) -> Iterator[Detail]:
    """The date before the dash with which a report begins: "NORTHAVEN, May 3, 2025 — Forty singers …"."""
    for date in find_dates(text[span.start : span.start + _LONGEST_DATELINE]):
        place = TextSpan(span.start + date.start, span.start + date.end)
        if _PLACE.fullmatch(text, span.start, place.start) and _DASH.match(text, place.end, span.end):
            yield Detail("published", text[slice(*place)], place, "", date.value)
            return


def _believable(parts: Sequence[Part], *, at_edge: bool) -> list[Detail]:
    """The details of a block, or none where it reads like a sentence that happens to hold such words."""
    if not parts or (not at_edge and (not parts[0].label or parts[0].at_edge_only)):
        return []
    rest = sum(len(part.rest.split()) for part in parts)
    if rest > MOST_WORDS or (not at_edge and rest > 0 and len(parts) == 1 and not parts[0].details):
        return []
    return [detail for part in parts for detail in part.details]


def _value_after(document: Document, hits: Hits, index: int, detail: Detail) -> Detail | None:
    """The detail with its value from the next block: a date, or a name that is not the next heading."""
    if index + 1 >= len(document.blocks):
        return None
    block = document.blocks[index + 1]
    text = document.text[slice(*block.span)]
    dates = find_dates(text)
    if detail.kind in ("published", "updated", "reviewed") and dates and not words_left(text[dates[0].end :]):
        place = TextSpan(block.span.start + dates[0].start, block.span.end)
        return detail._replace(value=text[dates[0].start :].strip(), place=place, date=dates[0].value)
    name = NAME.match(text)
    if detail.label.lower().startswith(("about", "meet")):
        return (
            detail._replace(value=name[0], place=TextSpan(block.span.start, block.span.start + name.end()))
            if name and " " in name[0]
            else None
        )
    if (
        dates
        or not name
        or len(text.split()) > MOST_WORDS
        or text.rstrip()[-1] in "?!:"
        or _is_furniture(hits, block.span)
    ):
        return None
    is_plain = block.kind != "heading" and name[0] == text and 2 <= len(text.split()) <= 4 and not _JOINING.search(text)
    if not is_plain and not hits.any_within("credentials.letters", *block.span):
        return None
    kind = "reviewer" if detail.kind == "reviewed" else detail.kind
    return detail._replace(kind=cast("DetailKind", kind), value=text.strip(), place=TextSpan(*block.span))


def _is_furniture(hits: Hits, span: TextSpan) -> bool:
    """Whether a line begins with the label of another detail, or with words of the page around the article."""
    lexicons = ("bylines.labels", "chrome.contents", "chrome.headings", "chrome.leads", "chrome.lines")
    return any(hit.start == span.start for lexicon in lexicons for hit in hits.within(lexicon, *span))


def _is_above_date(document: Document, index: int, end: int) -> bool:
    """Whether a date comes next: after `end` in the same block, or else as all of the next one."""
    text, blocks = document.text, document.blocks
    if text[end : blocks[index].span.end].strip():
        return any(date.start == 0 for date in find_dates(text[end : blocks[index].span.end]))
    if index + 1 == len(blocks):
        return False
    below = text[slice(*blocks[index + 1].span)]
    dates = find_dates(below)
    return bool(dates) and not words_left(below[: dates[0].start] + below[dates[0].end :])
