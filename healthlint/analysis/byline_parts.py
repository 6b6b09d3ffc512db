"""The pieces of a byline: a label and the name or the date behind it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from healthlint.language.dates import find_dates
from healthlint.language.patterns import lazy_pattern
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from healthlint.analysis.hits import Hits
    from healthlint.language.dates import WrittenDate
    from healthlint.model.span import Place

DetailKind = Literal["title", "author", "reviewer", "published", "updated", "reviewed", "kind", "site"]


class Detail(NamedTuple):
    """One thing that the page says about itself. `value` is empty where a label stands without its value."""

    kind: DetailKind
    value: str
    place: Place  # of the value; of the label where the value is missing
    label: str = ""  # the words of the label, as written: "Medically reviewed by"
    date: date | None = None  # of the three kinds of dates, where the value could be read


class Part(NamedTuple):
    """A piece of a block between separators, with the label that it begins with and the details that follow."""

    span: TextSpan  # without the label
    label: TextSpan | None = None
    kind: str = ""
    at_edge_only: bool = False
    details: tuple[Detail, ...] = ()
    rest: str = ""  # the words that are no detail


MOST_WORDS = 14  # of a name with its credentials and role
MARKS = " \n,;:|·•*_/–—-"
NAME = lazy_pattern(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? |Professor |[Tt]he )?[A-Z][\w.'’-]*"
    r"(?: (?:(?:d[aei]|del|van|von|der|la|al|bin|of|for|and|the|&) ){0,2}[A-Z][\w.'’-]*){0,7}"
)


def divide(text: str, span: TextSpan, hits: Hits) -> Iterator[Part]:
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
            yield Part(TextSpan(hit.end, end), label, notes["kind"], notes.get("where") == "edge")
        else:
            yield Part(TextSpan(begin, end))


def read_part(text: str, part: Part) -> Part:
    """The part with what its label introduces; without a label all its words are rest."""
    begin, end = part.span
    if not part.label:
        return part._replace(rest=words_left(text[begin:end]))
    if part.kind == "other":
        return part
    begin += len((_SKIP.match(text[begin:end]) or [""])[0])
    dates = [date._replace(start=date.start + begin, end=date.end + begin) for date in find_dates(text[begin:end])]
    if part.kind in _AFTER_NAME:
        return _with_person(text, part, begin, dates)
    if dates and dates[0].start == begin:
        return part._replace(details=(dated(text, part, dates[0]),), rest=words_left(text[dates[0].end : end]))
    if not text[begin:end].strip(" *_.:"):
        return part._replace(details=(_missing(text, part),))
    if part.kind == "reviewed" and (name := NAME.match(text, begin, end)) and " " in name[0]:
        return _with_person(text, part._replace(kind="reviewer"), begin, dates)  # "Medically reviewed: Jo Poe, MD"
    return part._replace(rest=words_left(text[part.label.start : end]))


def dated(text: str, part: Part, date: WrittenDate) -> Detail:
    """The detail of a date, under the label of its part."""
    label = text[slice(*part.label)] if part.label else ""
    return make_detail(part.kind, text[date.start : date.end], TextSpan(date.start, date.end), label)._replace(
        date=date.value
    )


def make_detail(kind: str, value: str, place: TextSpan, label: str = "") -> Detail:
    """A detail of the prose."""
    return Detail(cast("DetailKind", kind), value, place, label)


def words_left(text: str) -> str:
    """The words without reading time and marks."""
    lower = text.lower()
    if "min" in lower or "time" in lower:
        text = _READING_TIME.sub(" ", text)
    return _SIGNS.sub(" ", text).strip()


_BREAK = lazy_pattern(r"\s*(?:\n|[|·•;]|(?<=\s)[—–-](?=\s)|(?<=\s)/(?=\s))\s*")
_SKIP = lazy_pattern(r"[\s:*_,–—-]*(?:(?:on|in|at)\b)?[\s:]*")
_READING_TIME = lazy_pattern(
    r"\d+[- ]?min(?:ute)?s?(?: read(?:ing)?)?(?: time)?|(?:estimated )?read(?:ing)? time", re.I
)
_SIGNS = lazy_pattern(r"[^\w\s]+")
_AFTER_NAME = {"author": "published", "reviewer": "reviewed"}  # what the date says in "Written by Jo Poe on 3 May 2025"


def _with_person(text: str, part: Part, begin: int, dates: list[WrittenDate]) -> Part:
    """The part with the name that follows its label, and the date that may follow the name."""
    assert part.label
    stop = dates[0].start if dates else part.span.end
    value = text[begin:stop].rstrip(MARKS + "(").removesuffix(" on").removesuffix(" in").rstrip(" ,")
    after = tuple(dated(text, part._replace(kind=_AFTER_NAME[part.kind]), date) for date in dates[:1])
    if not value:
        return part._replace(details=(_missing(text, part), *after))
    label, has_colon = text[slice(*part.label)], text[part.label.end : part.label.end + 1] == ":"
    if not _may_be_name(value, label.lower(), has_colon, part):
        return part._replace(rest=words_left(text[part.label.start : part.span.end]))
    person = make_detail(part.kind, value, TextSpan(begin, begin + len(value)), label)
    rest = words_left(text[dates[0].end : part.span.end]) if dates else ""
    return part._replace(details=(person, *after), rest=rest)


def _may_be_name(value: str, label: str, has_colon: bool, part: Part) -> bool:
    """Whether the words after a label are somebody; after "by" alone that takes a capital and little else."""
    if len(value.split()) > MOST_WORDS:
        return False
    if has_colon or not part.at_edge_only:
        return True
    name = NAME.match(value)
    if not name:
        return False
    rest = value[name.end() :]
    return not rest or rest[0] in ",(" or (label != "by" and len(rest.split()) <= 3)


def _missing(text: str, part: Part) -> Detail:
    """The detail of a label that stands without its value."""
    assert part.label
    return make_detail(part.kind, "", part.label, text[slice(*part.label)])
