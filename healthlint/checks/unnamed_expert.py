"""Finds the promise of an expert's advice where no expert has a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.sections import Section


class Params(NamedTuple):
    """`promises`: "expert advice". `letters` and `titles`: what experts carry with their names."""

    promises: LexiconName
    letters: LexiconName
    titles: LexiconName


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding at the first promise, the others beside it; none where the byline or the text names an expert."""
    if any(_has_letters(detail.value, analysis, params) for detail in analysis.metadata.of("author")):
        return
    found = [TextSpan(hit.start, hit.end) for hit in analysis.hits[params.promises] if _promises(analysis, hit.start)]
    found = list(islice((span for span in found if not _names_somebody(analysis, params, span)), _MOST))
    if found:
        yield Finding(found[0], {}, tuple(Related("also", span) for span in found[1:]))


def _promises(analysis: Analysis, at: int) -> bool:
    """Whether a phrase offers advice in this place and does not tell readers to ask for it elsewhere."""
    sentence = analysis.sentences.at(at)
    if sentence is None or at >= sentence.end:  # code has no sentences
        return False
    if analysis.zones[sentence.block] not in ("body", "front"):
        return False
    links = analysis.document.links
    before = bisect_right(links, at, key=lambda link: link.span.start) - 1
    if before >= 0 and at < links[before].span.end:
        return False  # the promise of another page, or a line of the table of contents
    return not _ASKED_FOR.search(analysis.text, sentence.start, at)


def _names_somebody(analysis: Analysis, params: Params, span: TextSpan) -> bool:
    """Whether the section of a promise, with what is below it, has a name with letters or title, or a source."""
    sentence = analysis.sentences.at(span.start)
    assert sentence is not None
    first, last = _section(analysis, sentence.block)
    blocks = analysis.document.blocks
    start, end = blocks[first].span.start, blocks[last - 1].span.end
    if any(analysis.hits.any_within(lexicon, start, end) for lexicon in (params.letters, params.titles)):
        return True
    at = bisect_left(analysis.citations.all, start, key=lambda citation: citation.start)
    return at < len(analysis.citations.all) and analysis.citations.all[at].start < end


def _section(analysis: Analysis, block: int) -> tuple[int, int]:
    """The first block of a section and the one behind its last, smaller sections below it included."""
    sections = analysis.sections.all
    number = max(bisect_right(sections, block, key=_begin) - 1, 0)
    section, last = sections[number], sections[number].last
    if section.heading is None:
        return section.first, max(last, block + 1)
    for other in sections[number + 1 :]:
        if other.level <= section.level:
            break
        last = other.last
    return section.heading, max(last, block + 1)


def _begin(section: Section) -> int:
    return section.first if section.heading is None else section.heading


def _has_letters(name: str, analysis: Analysis, params: Params) -> bool:
    """Whether a name carries the letters or the title of an expert."""
    words = set(re.findall(r"[\w./()-]+", name))
    lexicons = analysis.knowledge.lexicons
    terms = {
        form.text for key in (params.letters, params.titles) for each in lexicons[key].entries for form in each.forms
    }
    return not terms.isdisjoint(words | {word.rstrip(".") for word in words})


_MOST = 20  # promises of one article that are shown
_ASKED_FOR = lazy_pattern(
    r"\b(?:ask|asks|asking|seek|seeking|sought|get|gets|getting|need|needs|needing|consult|request|want|find|finding|require"
    r"|for|without|with|from|offers?|offering|provides?|providing|receive|receiving|book|follow|following|contact)"
    r"\s(?:[\w’'-]+\s){0,3}\Z",
    re.IGNORECASE,
)
