"""Byline text: who wrote, who reviewed, and when, as the page itself says in so many words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from healthlint.language.dates import find_dates
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from healthlint.analysis.hits import Hits
    from healthlint.language.dates import WrittenDate
    from healthlint.model.document import Document
    from healthlint.model.span import Place

DetailKind = Literal["title", "author", "reviewer", "published", "updated", "reviewed", "kind", "site"]


class Detail(NamedTuple):
    """One thing that the page says about itself. `value` is empty where a label stands without its value."""

    kind: DetailKind
    value: str
    place: Place  # of the value; of the label where the value is missing
    label: str = ""  # the words of the label, as written: "Medically reviewed by"
    date: date | None = None  # of the three kinds of dates, where the value could be read


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
        parts = [_with_details(document.text, part) for part in _parts(document.text, block.span, hits)]
        if index < top:
            parts = [part if part.details else _unlabelled(document, hits, index, part) for part in parts]
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
_MOST_WORDS = 14  # of a name with its credentials and role
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? |Professor |[Tt]he )?[A-Z][\w.'’-]*"
    r"(?: (?:(?:d[aei]|del|van|von|der|la|al|bin|of|for|and|the|&) ){0,2}[A-Z][\w.'’-]*){0,7}"
)
_BREAK = re.compile(r"\s*(?:\n|[|·•;]|(?<=\s)[—–-](?=\s)|(?<=\s)/(?=\s))\s*")
_LONGEST_DATELINE = 80  # characters
_PLACE = re.compile(r"(?:[A-Z][\w .,'’/-]*[,(] ?)?")
_DASH = re.compile(r"\)? ?(?:\([^()\n]{2,30}\) ?)?(?:--|—|–|- )")
_MARKS = " \n,;:|·•*_/–—-"
_SKIP = re.compile(r"[\s:*_,–—-]*(?:(?:on|in|at)\b)?[\s:]*")
_FILLER = re.compile(
    r"\d+[- ]?min(?:ute)?s?(?: read(?:ing)?)?(?: time)?|(?:estimated )?read(?:ing)? time|[^\w\s]+", re.I
)
_AFTER_NAME = {"author": "published", "reviewer": "reviewed"}  # what the date says in "Written by Jo Poe on 3 May 2025"


class _Part(NamedTuple):
    """A piece of a block between separators, with the label that it begins with and the details that follow."""

    span: TextSpan  # without the label
    label: TextSpan | None = None
    kind: str = ""
    at_edge_only: bool = False
    details: tuple[Detail, ...] = ()
    rest: str = ""  # the words that are no detail


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


def _parts(text: str, span: TextSpan, hits: Hits) -> Iterator[_Part]:
    """The pieces of a block, divided at separators and before labels: "By Jo Poe | Updated May 2025" has two."""
    labels = {
        hit.start: hit for hit in hits.within("bylines.labels", *span) if text[hit.end : hit.end + 1] not in "'’-"
    }
    starts = {
        span.start,
        *(gap.end() for gap in _BREAK.finditer(text, *span)),
        *(at for at in labels if text[at].isupper()),
    }
    bounds = sorted({*starts, span.end})
    for begin, end in pairwise(bounds):
        first = begin + len(text[begin:end]) - len(text[begin:end].lstrip(" *_([-–—•|·"))
        if hit := labels.get(first):
            label, notes = TextSpan(hit.start, hit.end), hit.entry.notes
            yield _Part(TextSpan(hit.end, end), label, notes["kind"], notes.get("where") == "edge")
        else:
            yield _Part(TextSpan(begin, end))


def _with_details(text: str, part: _Part) -> _Part:
    """The part with what its label introduces; without a label all its words are rest."""
    begin, end = part.span
    if not part.label:
        return part._replace(rest=_words_left(text[begin:end]))
    if part.kind == "other":
        return part
    begin += len((_SKIP.match(text[begin:end]) or [""])[0])
    dates = [date._replace(start=date.start + begin, end=date.end + begin) for date in find_dates(text[begin:end])]
    if part.kind in _AFTER_NAME:
        return _with_person(text, part, begin, dates)
    if dates and dates[0].start == begin:
        return part._replace(details=(_dated(text, part, dates[0]),), rest=_words_left(text[dates[0].end : end]))
    if not text[begin:end].strip(" *_.:"):
        return part._replace(details=(_missing(text, part),))
    if part.kind == "reviewed" and (name := _NAME.match(text, begin, end)) and " " in name[0]:
        return _with_person(text, part._replace(kind="reviewer"), begin, dates)  # "Medically reviewed: Jo Poe, MD"
    return part._replace(rest=_words_left(text[part.label.start : end]))


def _with_person(text: str, part: _Part, begin: int, dates: list[WrittenDate]) -> _Part:
    """The part with the name that follows its label, and the date that may follow the name."""
    assert part.label
    stop = dates[0].start if dates else part.span.end
    value = text[begin:stop].rstrip(_MARKS + "(").removesuffix(" on").removesuffix(" in").rstrip(" ,")
    after = tuple(_dated(text, part._replace(kind=_AFTER_NAME[part.kind]), date) for date in dates[:1])
    if not value:
        return part._replace(details=(_missing(text, part), *after))
    if not _may_be_name(
        value, text[slice(*part.label)].lower(), text[part.label.end : part.label.end + 1] == ":", part
    ):
        return part._replace(rest=_words_left(text[part.label.start : part.span.end]))
    person = _detail(part.kind, value, TextSpan(begin, begin + len(value)), text[slice(*part.label)])
    rest = _words_left(text[dates[0].end : part.span.end]) if dates else ""
    return part._replace(details=(person, *after), rest=rest)


def _may_be_name(value: str, label: str, has_colon: bool, part: _Part) -> bool:
    """Whether the words after a label are somebody; after "by" alone that takes a capital and little else."""
    if len(value.split()) > _MOST_WORDS:
        return False
    if has_colon or not part.at_edge_only:
        return True
    name = _NAME.match(value)
    if not name:
        return False
    rest = value[name.end() :]
    return not rest or rest[0] in ",(" or (label != "by" and len(rest.split()) <= 3)


def _unlabelled(document: Document, hits: Hits, index: int, part: _Part) -> _Part:
    """A part at the top of a page that is a date, a name with credentials, or a name right above the date."""
    text, (begin, end) = document.text, part.span
    dates = find_dates(text[begin:end])
    if dates and not _words_left(text[begin : begin + dates[0].start] + text[begin + dates[0].end : end]):
        date = dates[0]._replace(start=begin + dates[0].start, end=begin + dates[0].end)
        return part._replace(details=(_dated(text, part._replace(kind="published"), date),), rest="")
    words = text[begin:end].strip(_MARKS)
    size = len(words.split())
    if not 1 <= size <= _MOST_WORDS:
        return part
    begin += text[begin:end].index(words)
    name = _NAME.match(words)
    is_prose = document.blocks[index].kind != "heading"
    if name and " " in name[0] and is_prose and words[name.end() :].startswith(","):
        is_author = hits.any_within("credentials.letters", begin, begin + len(words))  # "Jo Poe, MD"
    elif re.fullmatch(r"[a-z][a-z0-9._-]+", words) or (name and name[0] == words and 2 <= size <= 4 and is_prose):
        is_author = _is_above_date(document, index, end)
    else:
        is_author = False
    person = _detail("author", words, TextSpan(begin, begin + len(words)))
    return part._replace(details=(person,), rest="") if is_author else part


def _dateline(text: str, span: TextSpan) -> Iterator[Detail]:
    """The date before the dash with which a report begins: "NORTHAVEN, May 3, 2025 — Forty singers …"."""
    for date in find_dates(text[span.start : span.start + _LONGEST_DATELINE]):
        place = TextSpan(span.start + date.start, span.start + date.end)
        if _PLACE.fullmatch(text, span.start, place.start) and _DASH.match(text, place.end, span.end):
            yield Detail("published", text[slice(*place)], place, "", date.value)
            return


def _believable(parts: Sequence[_Part], *, at_edge: bool) -> list[Detail]:
    """The details of a block, or none where it reads like a sentence that happens to hold such words."""
    if not parts or (not at_edge and (not parts[0].label or parts[0].at_edge_only)):
        return []
    rest = sum(len(part.rest.split()) for part in parts)
    if rest > _MOST_WORDS or (not at_edge and rest > 0 and len(parts) == 1 and not parts[0].details):
        return []
    return [detail for part in parts for detail in part.details]


def _value_after(document: Document, hits: Hits, index: int, detail: Detail) -> Detail | None:
    """The detail with its value from the next block: a date, or a name that is not the next heading."""
    if index + 1 >= len(document.blocks):
        return None
    block = document.blocks[index + 1]
    text = document.text[slice(*block.span)]
    dates = find_dates(text)
    if detail.kind in ("published", "updated", "reviewed") and dates and not _words_left(text[dates[0].end :]):
        place = TextSpan(block.span.start + dates[0].start, block.span.end)
        return detail._replace(value=text[dates[0].start :].strip(), place=place, date=dates[0].value)
    name = _NAME.match(text)
    if detail.label.lower().startswith(("about", "meet")):
        return (
            detail._replace(value=name[0], place=_place(block.span.start, name[0])) if name and " " in name[0] else None
        )
    labelled = any(hit.start == block.span.start for hit in hits.within("bylines.labels", *block.span))
    if labelled or dates or not name or len(text.split()) > _MOST_WORDS or text.rstrip()[-1] in "?!:":
        return None
    if block.kind == "heading" and not hits.any_within("credentials.letters", *block.span):
        return None
    if text.rstrip().endswith(".") and not hits.any_within("credentials.letters", *block.span):
        return None
    kind = "reviewer" if detail.kind == "reviewed" else detail.kind
    return detail._replace(kind=cast("DetailKind", kind), value=text.strip(), place=TextSpan(*block.span))


def _is_above_date(document: Document, index: int, end: int) -> bool:
    """Whether a date comes next: after `end` in the same block, or else as all of the next one."""
    text, blocks = document.text, document.blocks
    if text[end : blocks[index].span.end].strip():
        return any(date.start == 0 for date in find_dates(text[end : blocks[index].span.end]))
    if index + 1 == len(blocks):
        return False
    below = text[slice(*blocks[index + 1].span)]
    dates = find_dates(below)
    return bool(dates) and not _words_left(below[: dates[0].start] + below[dates[0].end :])


def _words_left(text: str) -> str:
    """The words without reading time and marks."""
    return _FILLER.sub(" ", text).strip()


def _dated(text: str, part: _Part, date: WrittenDate) -> Detail:
    label = text[slice(*part.label)] if part.label else ""
    return _detail(part.kind, text[date.start : date.end], TextSpan(date.start, date.end), label)._replace(
        date=date.value
    )


def _missing(text: str, part: _Part) -> Detail:
    assert part.label
    return _detail(part.kind, "", part.label, text[slice(*part.label)])


def _detail(kind: str, value: str, place: TextSpan, label: str = "") -> Detail:
    return Detail(cast("DetailKind", kind), value, place, label)


def _place(start: int, words: str) -> TextSpan:
    return TextSpan(start, start + len(words))
