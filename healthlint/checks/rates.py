"""Finds "incidence" said of people who are ill, and "prevalence" of new cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """`incidence` needs `times`, not people `having` an illness; `prevalence` counts no `new` cases."""

    incidence: LexiconName
    prevalence: LexiconName
    times: LexiconName
    having: LexiconName
    new: LexiconName
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("incidence", "prevalence")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, at the word."""
    hits = analysis.hits
    for index, block in blocks_in(analysis, params.scope):
        if block.kind == "heading":
            continue
        for sentence in analysis.sentences.of_block(index):
            for hit in hits.within(params.incidence, sentence.start, sentence.end)[:1]:
                if _counts_the_ill(analysis, params, sentence):
                    yield _finding(hit, "incidence")
            for hit in hits.within(params.prevalence, sentence.start, sentence.end)[:1]:
                new = hits.within(params.new, hit.end, min(sentence.end, hit.end + 40))
                if new and " of " in hits.folded[hit.end : new[0].start + 1]:
                    yield _finding(hit, "prevalence")


def _counts_the_ill(analysis: Analysis, params: Params, sentence: Sentence) -> bool:
    """Whether a sentence with "incidence" gives a share of people who have something, and no time."""
    hits, start, end = analysis.hits, sentence.start, sentence.end
    if hits.any_within(params.times, start, end) or hits.any_within(params.prevalence, start, end):
        return False
    has_share = any(
        number.kind == "percent" and " by " not in hits.folded[number.start - 16 : number.start]  # "fell by 60%"
        for number in analysis.numbers.within(start, end)
    )
    return has_share and hits.any_within(params.having, start, end)


def _finding(hit: Hit, variant: str) -> Finding:
    return Finding(TextSpan(hit.start, hit.end), variant=variant)
