"""Finds references about something that the article does not mention."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.references import Reference


class Params(NamedTuple):
    """`topics`: lexicons of what articles are about; `least` of their terms make it plain what this one is about."""

    topics: tuple[str, ...] = ("conditions", "nutrients", "drugs", "symptoms")
    least: int = 3


WORDS: tuple[str, ...] = ("topic",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding for each entry whose title names topics, and none that the text names."""
    told = {
        hit.entry.term
        for index, block in enumerate(analysis.document.blocks)
        if analysis.zones[index] in ("body", "front")
        for lexicon in params.topics
        for hit in analysis.hits.within(lexicon, *block.span)
    }
    if len(told) < params.least:
        return
    for entry in analysis.references.entries:
        place = _title_of(analysis, entry)
        if place is None:
            continue
        hits = [hit for lexicon in params.topics for hit in analysis.hits.within(lexicon, *place)]
        if hits and not any(hit.entry.term in told for hit in hits):
            yield Finding(place, {"topic": analysis.text[hits[0].start : hits[0].end]})


def _title_of(analysis: Analysis, entry: Reference) -> TextSpan | None:
    """Where the title of an entry stands."""
    if not entry.title:
        return None
    words = entry.title.split()
    start = analysis.text.find(words[0], entry.start, entry.end)
    while start >= 0 and analysis.text[start : start + len(entry.title)].split()[: len(words)] != words:
        start = analysis.text.find(words[0], start + 1, entry.end)
    return TextSpan(start, start + len(entry.title)) if start >= 0 else None
