"""Finds articles without a title, and titles that are repeated, shouted or too long."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding, Related
from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.metadata import Detail


class Params(NamedTuple):
    """`longest`: how many characters a title may have."""

    longest: int = 90


WORDS: tuple[str, ...] = ("length", "times")
VARIANTS: tuple[str, ...] = ("missing", "repeated", "shouting", "long")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """What is wrong with the title: on the page if it stands there, else in the metadata."""
    titles = [title for title in analysis.metadata.of("title") if title.value]
    if not titles:
        if analysis.article.kind != "other" or not analysis.text.strip():
            yield Finding(SourceSpan(0, 0), variant="missing")
        return
    yield from _find_repeated(titles, analysis)
    title = min(titles, key=lambda title: (not isinstance(title.place, TextSpan), len(title.value)))
    if _is_shouted(title.value):
        yield Finding(title.place, variant="shouting")
    if min(len(other.value) for other in titles) > params.longest:
        yield Finding(title.place, {"length": len(title.value)}, variant="long")


def _find_repeated(titles: list[Detail], analysis: Analysis) -> Iterator[Finding]:
    """The title twice in a row, or three times before the article begins; a path that leads to it counts with it."""
    names = {_letters(title.value) for title in titles}
    places: list[tuple[int, TextSpan]] = []
    for index, block in enumerate(analysis.document.blocks):
        words = analysis.text[slice(*block.span)]
        if analysis.zones[index] in ("body", "references") and block.kind != "heading" and len(words.split()) > _PROSE:
            break
        if block.region != "chrome" and _letters(words) in names:
            places.append((index, block.span))
    adjacent = any(later[0] == earlier[0] + 1 for earlier, later in pairwise(places))
    if adjacent or len(places) > 2:
        also = tuple(Related("also", place) for _, place in places[2:])
        yield Finding(places[1][1], {"times": len(places)}, also, variant="repeated")


def _is_shouted(title: str) -> bool:
    """Whether a title is written in capitals; abbreviations alone are not."""
    words = re.findall(r"[^\W\d_]{2,}", title)
    long = [word for word in words if len(word) >= _WORD]
    return len(long) >= 2 and all(word.isupper() for word in words)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


_PROSE = 25  # words: a block that long is no part of the head of a page
_WORD = 5  # letters: shorter words may be abbreviations
