"""Finds personal reports that stand in the place of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`reports` of others or `first`-hand ones, with `benefits`, unless `limits` stand beside them."""

    reports: LexiconName
    first: LexiconName
    benefits: LexiconName
    limits: LexiconName
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, unless it or the next one says that this proves little."""
    hits = analysis.hits
    for index, block in blocks_in(analysis, params.scope):
        if block.kind == "heading":
            continue
        row = analysis.sentences.of_block(index)
        for sentence in row:
            start, end = sentence.start, sentence.end
            cues = (*hits.within(params.reports, start, end), *hits.within(params.first, start, end))
            if not cues or not hits.any_within(params.benefits, min(cue.start for cue in cues), end):
                continue
            last = row[min(sentence.order + 1, len(row) - 1)].end
            if hits.any_within(params.limits, start, last) or analysis.citations.covering(sentence):
                continue
            if not hits.folded[start:end].rstrip("\"')*_ ").endswith("?"):
                yield Finding(TextSpan(cues[0].start, cues[0].end))
