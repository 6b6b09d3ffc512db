"""Byline elements -> fields: who wrote and reviewed the article and when, where the markup says which words tell it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Field
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.model.document import Block, Region
    from healthlint.model.source_map import SourceMap
    from healthlint.readers.html_tokens import Attribute


class Mention(NamedTuple):
    """An element that names an author, a reviewer or a date. The text from `start` to `end` may begin with a gap."""

    key: str
    start: int
    end: int
    value: Attribute | None  # the machine-readable date of a `time` element
    is_explicit: bool  # said by an `itemprop` or `rel`, not by a class
    is_plain: bool  # a `time` element that says no more than that it is a date


def find_details(
    mentions: Sequence[Mention], text: str, source_map: SourceMap, blocks: Sequence[Block], regions: Sequence[Region]
) -> tuple[list[Field], list[int]]:
    """The fields that byline elements hold, and the indices of the blocks that hold little else."""
    starts = [block.span.start for block in blocks]
    covered: dict[int, int] = {}  # by block: how many of its characters are in such elements
    fields: list[Field] = []
    for mention in _innermost(mentions, text):
        index = bisect_right(starts, mention.start) - 1
        if index < 0 or not _counts(mention, blocks[index], regions[index]):
            continue
        covered[index] = covered.get(index, 0) + mention.end - mention.start
        fields += _fields(mention, text, source_map, blocks[index])
    return fields, [index for index, length in covered.items() if _is_byline(blocks[index], length, text)]


_LONG_NAME = 80  # characters; longer is not a name but what an author says of herself
_LONG_BYLINE = 200
_LABEL = lazy_pattern(
    r"(?:(?:(?:medically|clinically|expert|fact)[- ]?)?(?:written|posted|reviewed|checked|authored)(?:\s+by\b)?"
    r"|authors?\b|reviewers?\b|by\b)\s*:?\s*",
    re.IGNORECASE,
)
_SEPARATOR = lazy_pattern(r"\s*(?:[|·•\n]|\s[–—-]\s|\bon\s(?=\w+ \d))")
_REVIEWED = lazy_pattern(r"review|fact.check", re.IGNORECASE)
_UPDATED = lazy_pattern(r"updat|modif|revis", re.IGNORECASE)


def _innermost(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The mentions in order of place, trimmed; one around another of its kind is dropped, one around others is cut."""
    trimmed = sorted((_trimmed(mention, text) for mention in mentions), key=lambda each: (each.start, -each.end))
    for number, mention in enumerate(trimmed):
        inner = [each for each in trimmed[number + 1 : number + 4] if each.start < mention.end]
        if any(each.key == mention.key for each in inner):
            continue
        end = inner[0].start if inner else mention.end
        yield _trimmed(mention._replace(end=end), text)


def _trimmed(mention: Mention, text: str) -> Mention:
    start, end = mention.start, min(mention.end, len(text))
    start = min(start, end)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return mention._replace(start=start, end=end)


def _counts(mention: Mention, block: Block, region: Region) -> bool:
    """Whether a mention is one of this article: a date in running prose, or the author of a source, is not."""
    if region == "chrome" or mention.start >= mention.end:
        return region != "chrome" and mention.value is not None
    if mention.is_explicit or region == "front":
        return True
    length = block.span.end - block.span.start
    if mention.is_plain and length > 3 * (mention.end - mention.start) + 40:
        return False
    return block.kind in ("paragraph", "heading") and length <= _LONG_BYLINE


def _fields(mention: Mention, text: str, source_map: SourceMap, block: Block) -> Iterator[Field]:
    """The field, or two of a `time` element: what readers see and what machines read."""
    key, start, end = mention.key, mention.start, mention.end
    if key in ("author", "reviewer"):
        if _REVIEWED.match(text, start, end) or re.match(r"medical|clinical|expert", text[start:end].lower()):
            key = "reviewer"
        label = _LABEL.match(text, start, end)
        begin = label.end() if label else start
        separator = _SEPARATOR.search(text, begin, end)
        stop = separator.start() if separator else end
        if stop - begin <= _LONG_NAME:
            place = TextSpan(begin, stop) if begin < stop else TextSpan(start, end)
            yield Field("markup", key, text[begin:stop].rstrip(" ,;"), source_map.to_source(place))
        return
    if key == "date":
        around = text[max(block.span.start, start - 30) : end]
        key = "reviewed" if _REVIEWED.search(around) else "updated" if _UPDATED.search(around) else key
    if start < end:
        yield Field("markup", key, " ".join(text[start:end].split()), source_map.to_source(TextSpan(start, end)))
    if mention.value and mention.value.value.strip():
        yield Field("markup", key, mention.value.value.strip(), mention.value.source)


def _is_byline(block: Block, covered: int, text: str) -> bool:
    """Whether a block holds little more than such elements."""
    length = block.span.end - block.span.start
    rest = length - covered
    return block.kind == "paragraph" and length <= _LONG_BYLINE and rest <= max(covered, 30)
