"""Finds shares that stand side by side and cannot be compared at a glance: 1 in 8 and 1 in 120."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

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
    """Shares with one of the `topics` between them are of different things."""

    topics: tuple[LexiconName, ...]
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("first", "second")
VARIANTS: tuple[str, ...] = ()

_OF_SOMEBODY = lazy_pattern(r" (?:of|in|among|at|for) |[.,;)]")
_APART = 60  # characters between two shares that are compared
_ALIKE = 0.15  # part by which two shares may differ that say the same in two ways: "1 in 5 (20%)"


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, from the first share to the second."""
    for index, _ in blocks_in(analysis, params.scope):
        for sentence in analysis.sentences.of_block(index):
            if (pair := _mixed(analysis, params, sentence)) is not None:
                first, second = (analysis.text[each.start : each.end] for each in pair)
                yield Finding(TextSpan(pair[0].start, pair[1].end), {"first": first, "second": second})


def _mixed(analysis: Analysis, params: Params, sentence: Sentence) -> tuple[Number, Number] | None:
    numbers = analysis.numbers.within(sentence.start, sentence.end)
    shares = [number for number in numbers if number.high is None and _is_share(analysis, number)]
    for first, second in pairwise(shares):
        if "ratio" not in (first.kind, second.kind) or second.start - first.end > _APART or _is_same(first, second):
            continue
        between = analysis.hits.folded[first.end : second.start]
        if _base(first) == _base(second) or between.strip(", ").endswith(("or", "per", "to", "not")):
            continue  # "one in 300 to one in 500" is a range
        if analysis.hits.folded[: first.start].endswith(("between ", "translates to ")):
            continue
        if not any(analysis.hits.any_within(topic, first.end, second.start) for topic in params.topics):
            return first, second
    return None


def _is_share(analysis: Analysis, number: Number) -> bool:
    """Whether a number is "1 in 60", or a percentage of somebody and no change: "2% of men", not "2% lower"."""
    if number.kind == "ratio":
        return 0.9 < (number.value or 0) * float(_base(number) or 0) < 1.1
    return number.kind == "percent" and _OF_SOMEBODY.match(analysis.hits.folded, number.end) is not None


def _base(number: Number) -> str:
    """What a share is out of; a percentage and "30 in 100" go together."""
    return "100" if number.kind == "percent" else number.unit.replace(",", "")


def _is_same(first: Number, second: Number) -> bool:
    """Whether two shares are one, told twice, or of too uneven kinds to be meant as a comparison."""
    one, other = (_part(number) for number in (first, second))
    return not one or not other or abs(one - other) <= _ALIKE * max(one, other)


def _part(number: Number) -> float:
    return (number.value or 0) / (100 if number.kind == "percent" else 1)
