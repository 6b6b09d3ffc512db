"""Finds figures of a year that is long past."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.sentences import Sentence
    from healthlint.language.numbers import Number


class Params(NamedTuple):
    """Figures of these `kinds` may be `years` old; `history` words tell that a sentence or section looks back."""

    history: LexiconName
    kinds: tuple[Literal["share", "count", "cost", "vast"], ...] = ("share", "count", "cost", "vast")
    years: int = 10
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("year", "age")
VARIANTS: tuple[str, ...] = ()
USES_TODAY = True

_OF_YEAR = lazy_pattern(
    r"\b(?:in|by|as of|for|during|from|between|and|to|of|nhanes|census|survey)(?: the year)?,? \Z|\(\Z"
)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, at its latest year."""
    for index, block in blocks_in(analysis, params.scope):
        if block.kind in ("heading", "cell") or _looks_back(analysis, params, index):
            continue
        for sentence in analysis.sentences.of_block(index):
            if any(each.kind in params.kinds for each in analysis.statistics.of(sentence)):
                year = _latest(analysis, params, sentence)
                if year is not None and (age := _age(analysis, year)) > params.years:
                    told = int(year.high or year.value or 0)
                    yield Finding(TextSpan(year.start, year.end), {"year": told, "age": age})


def _looks_back(analysis: Analysis, params: Params, block: int) -> bool:
    """Whether the heading above a block says that it tells of the past."""
    heading = analysis.sections.of_block(block).heading
    return heading is not None and analysis.hits.any_within(params.history, *analysis.document.blocks[heading].span)


def _latest(analysis: Analysis, params: Params, sentence: Sentence) -> Number | None:
    """The latest year of a sentence, if that is the year of its figure and not that of a study or its author."""
    start, end = sentence.start, sentence.end
    if analysis.hits.any_within(params.history, start, end):
        return None
    years = [each for each in analysis.numbers.within(start, end) if each.kind in ("year", "date") and each.value]
    if not years:
        return None
    latest = max(years, key=lambda each: each.high or each.value or 0)
    if any(
        cited.start <= latest.start < cited.end and cited.kind != "named"
        for cited in analysis.citations.in_block(sentence.block)
    ):
        return None
    return latest if _OF_YEAR.search(analysis.hits.folded, max(start, latest.start - 24), latest.start) else None


def _age(analysis: Analysis, year: Number) -> int:
    return analysis.policy.today.year - int(year.high or year.value or 0)
