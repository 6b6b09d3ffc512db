"""Finds what belongs to the site in the text of an article: buttons, newsletter forms, lists of other posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`longest`: how many characters of neighbouring lines are shown as one place."""

    longest: int = 300


WORDS: tuple[str, ...] = ("lines",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding an article at its first such line; the others are `also`.

    A page whose markup names its navigation is published, and there such lines do their work; so do links.
    """
    blocks = analysis.document.blocks
    if any(block.region == "chrome" for block in blocks) or "body" not in analysis.zones:
        return
    found = [index for run in _find_runs(analysis) for index in _left_over(run, analysis)]
    if found:
        places = list(_join(found, analysis, params.longest))
        yield Finding(places[0], {"lines": len(found)}, tuple(Related("also", place) for place in places[1:]))


def _find_runs(analysis: Analysis) -> Iterator[list[int]]:
    """The neighbouring blocks of the zone, code aside."""
    run: list[int] = []
    for index, block in enumerate(analysis.document.blocks):
        if analysis.zones[index] == "chrome" and block.kind != "code" and block.span.start < block.span.end:
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _left_over(run: list[int], analysis: Analysis) -> list[int]:
    """The furniture in a run with the short lines beside it; none where it leads somewhere."""
    document = analysis.document
    start = document.blocks[run[0]].source.start
    end = document.blocks[min(run[-1] + 1, len(document.blocks) - 1)].source.end  # "Related articles" stands over links
    if any(start <= link.source.start < end and link.kind != "bare" for link in document.links):
        return []
    if len(run) == 1 and document.format != "text" and _is_in_body(run[0], analysis):
        return []  # a badge such as "Most popular"
    known = {index for index in run if _is_furniture(index, analysis)}
    if not known and not (run[0] == 0 and document.format == "text"):  # a path above the title of a copied page
        return []
    return [
        index
        for index in run
        if index in known or (_count_words(index, analysis) <= _SHORT and not _is_notice(index, analysis))
    ]


def _is_in_body(index: int, analysis: Analysis) -> bool:
    """Whether the article goes on at both sides of a line that is no sentence of the site's own."""
    around = analysis.zones[max(index - 1, 0)], analysis.zones[min(index + 1, len(analysis.zones) - 1)]
    span = analysis.document.blocks[index].span
    return around == ("body", "body") and not any(analysis.hits.any_within(name, *span) for name in _CALLS)


def _is_furniture(index: int, analysis: Analysis) -> bool:
    """Whether a block is nothing but a button or the like, or a call such as "Subscribe to our newsletter"."""
    hits, span = analysis.hits, analysis.document.blocks[index].span
    if _is_notice(index, analysis):
        return False
    if not analysis.text[slice(*span)].strip(_SEPARATORS):
        return True
    if any(hits.any_within(name, *span) for name in _CALLS):
        return _count_words(index, analysis) <= _CALL
    filled = max(
        (hit.end - hit.start for name in ("chrome.headings", "chrome.lines") for hit in hits.within(name, *span)),
        default=0,
    )
    return filled > _FILLED * (span.end - span.start)


def _count_words(index: int, analysis: Analysis) -> int:
    return len(analysis.text[slice(*analysis.document.blocks[index].span)].split())


def _is_notice(index: int, analysis: Analysis) -> bool:
    """Whether a block is a disclaimer or a disclosure, which must stand there."""
    span = analysis.document.blocks[index].span
    return any(analysis.hits.any_within(lexicon, *span) for lexicon in _NOTICES)


_SEPARATORS = " |›»>·•/"
_FILLED = 0.7  # the share of a block that a button is at least
_SHORT = 20  # words of a line
_CALL = 60  # words of a call: a longer paragraph that ends in "follow us" presents a society
_CALLS = ("chrome.phrases", "chrome.controls")
_NOTICES = ("disclaimers.statements", "boilerplate.notices", "consult.yours")


def _join(found: list[int], analysis: Analysis, longest: int) -> Iterator[TextSpan]:
    """The places of neighbouring blocks, joined up to a length at which they can still be shown."""
    blocks = analysis.document.blocks
    start, end, last = *blocks[found[0]].span, found[0]
    for index in found[1:]:
        span = blocks[index].span
        if index != last + 1 or span.end - start > longest:
            yield TextSpan(start, end)
            start = span.start
        end, last = span.end, index
    yield TextSpan(start, end)
