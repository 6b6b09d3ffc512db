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
    """`topics`: lexicons of what articles are about; `least` of their terms make it plain what this one is about.

    `common`: lexicons of which one term in both title and text is enough.
    """

    topics: tuple[str, ...] = ("conditions", "nutrients")
    common: tuple[str, ...] = ()
    least: int = 3


WORDS: tuple[str, ...] = ("topic",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding for each entry whose title names topics, and nothing that the text names."""
    blocks = [
        block.span
        for index, block in enumerate(analysis.document.blocks)
        if analysis.zones[index] in ("body", "front") and block.kind != "code"
    ]
    told = {term for span in blocks for term in _terms(analysis, params.topics, span)}
    if len(told) < params.least:
        return
    told |= {term for span in blocks for term in _terms(analysis, params.common, span)}
    stems = {word[:_STEM] for span in blocks for word in analysis.hits.folded[slice(*span)].split()}
    for entry in analysis.references.entries:
        place = _title_of(analysis, entry)
        if place is None:
            continue
        hits = [hit for lexicon in params.topics for hit in analysis.hits.within(lexicon, *place)]
        words = [word for hit in hits for word in hit.entry.term.lower().split() if len(word) >= _STEM]
        if not hits or told & _terms(analysis, (*params.topics, *params.common), place):
            continue
        if not any(word[:_STEM] in stems for word in words):
            yield Finding(place, {"topic": analysis.text[hits[0].start : hits[0].end]})


def _terms(analysis: Analysis, lexicons: tuple[str, ...], span: tuple[int, int]) -> set[str]:
    return {hit.entry.term for lexicon in lexicons for hit in analysis.hits.within(lexicon, *span)}


_STEM = 6  # letters by which words are of one family: "diabetes", "diabetic"


def _title_of(analysis: Analysis, entry: Reference) -> TextSpan | None:
    """Where the title of an entry stands."""
    if not entry.title:
        return None
    words = entry.title.split()
    start = analysis.text.find(words[0], entry.start, entry.end)
    while start >= 0 and analysis.text[start : start + len(entry.title)].split()[: len(words)] != words:
        start = analysis.text.find(words[0], start + 1, entry.end)
    return TextSpan(start, start + len(entry.title)) if start >= 0 else None
