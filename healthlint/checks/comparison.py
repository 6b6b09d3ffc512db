"""Finds risks of some people that are compared with those of others, without a source."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """`phrases` that compare, in sentences that are also `about` one of these; `least` of them make a list a case."""

    phrases: LexiconName
    about: tuple[LexiconName, ...]
    hedges: LexiconName
    least: int = 3
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("list",)

_KINDS = ("heading", "caption")
_HEDGE = 60  # characters before the phrase in which a hedge stands: "may slow healing and "
_SUPPOSED = lazy_pattern(r"\bif\b[^,;]*\Z")  # "if you are at higher risk"


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence; `list`: one for a whole list of such sentences in which nothing is cited."""
    lists: defaultdict[int, list[TextSpan]] = defaultdict(list)
    cited: set[int] = set()
    for index, block in blocks_in(analysis, params.scope):
        if block.kind in _KINDS:
            continue
        if block.group and analysis.citations.in_block(index):
            cited.add(block.group)
        for sentence in analysis.sentences.of_block(index):
            place = _comparison(analysis, params, sentence)
            if place is not None and block.group:
                lists[block.group].append(place)
            elif place is not None:
                yield Finding(place)
    for group, places in lists.items():
        if len(places) >= params.least and group not in cited:
            also = tuple(Related("also", place) for place in places[1:])
            yield Finding(places[0], related=also, variant="list")
        else:
            yield from map(Finding, places)


def _comparison(analysis: Analysis, params: Params, sentence: Sentence) -> TextSpan | None:
    """The first phrase of a sentence that asserts a comparison nobody stands for."""
    hits, start, end = analysis.hits, sentence.start, sentence.end
    if not any(hits.any_within(lexicon, start, end) for lexicon in params.about):
        return None
    if analysis.statistics.of(sentence) or analysis.citations.covering(sentence):
        return None
    if hits.folded[start:end].rstrip("\"')*_ ").endswith("?"):
        return None
    for hit in hits.within(params.phrases, start, end):
        if _SUPPOSED.search(hits.folded, start, hit.start):
            continue
        if not hits.any_within(params.hedges, max(start, hit.start - _HEDGE), hit.start):
            return TextSpan(hit.start, hit.end)
    return None
