"""Bare addresses and dangling footnote marks: what Markdown leaves in the prose as plain text."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Link, Mark
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.model.source_map import SourceMap

_URL = lazy_pattern(r"(?:https?://|www\.)[^\s<>\"“”|]+", re.IGNORECASE)
_DOMAIN = lazy_pattern(r"@[\w-]+(?:\.[\w-]+)+")
_LONGEST_NAME = 64  # characters before the "@"
_FOOTNOTE = lazy_pattern(r"\[\^([^\[\]\s]{1,100})\]")


def bare_links(text: str, source_map: SourceMap, taken: Sequence[TextSpan]) -> Iterator[Link]:
    """The addresses that stand in the prose as such, outside of the spans `taken` by links and code (in order)."""
    free = _Free(taken)
    if "://" in text or "www." in text:
        for match in _URL.finditer(text):
            end = _url_end(text, match.start(), match.end())
            if free.has(match.start()) and end > match.start() + len("http://"):
                yield _link(text, match.start(), end, "http://" if text[match.start()] in "wW" else "", source_map)
    if "@" in text:
        for match in _DOMAIN.finditer(text):
            start = _name_start(text, match.start())
            if start < match.start() and free.has(start):
                end = match.start() + len(match[0].rstrip("-_"))
                yield _link(text, start, end, "mailto:", source_map)


def dangling_footnotes(text: str, source_map: SourceMap, taken: Sequence[TextSpan]) -> Iterator[Mark]:
    """The `[^label]` in the prose that no definition answers; they stay in the prose, as readers see them."""
    if "[^" not in text:
        return
    free = _Free(taken)
    for match in _FOOTNOTE.finditer(text):
        if free.has(match.start()):
            yield Mark("footnote", match[1], match.start(), source_map.to_source(TextSpan(*match.span())))


class _Free:
    """The text outside of some spans."""

    def __init__(self, taken: Sequence[TextSpan]) -> None:
        self.taken = taken
        self.starts = [span.start for span in taken]

    def has(self, offset: int) -> bool:
        index = bisect_right(self.starts, offset) - 1
        return index < 0 or offset >= self.taken[index].end


def _url_end(text: str, start: int, end: int) -> int:
    """The end of an address without the punctuation of the sentence around it."""
    spare = {
        closing: text.count(closing, start, end) - text.count(opening, start, end) for opening, closing in ("()", "[]")
    }
    while end > start:
        last = text[end - 1]
        if last not in "?!.,:;*_~'’" and spare.get(last, 0) <= 0:
            break
        if last in spare:
            spare[last] -= 1
        end -= 1
    return end


def _name_start(text: str, at: int) -> int:
    """Where the name before the "@" begins."""
    start, floor = at, max(at - _LONGEST_NAME, 0)
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in "._+-"):
        start -= 1
    return start


def _link(text: str, start: int, end: int, scheme: str, source_map: SourceMap) -> Link:
    span = TextSpan(start, end)
    place = source_map.to_source(span)
    return Link("bare", span, place, scheme + text[start:end], place)
