"""Finds numbers that cannot be right, and two values that one article gives for one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.sentences import Sentence
    from healthlint.language.numbers import Number


class Params(NamedTuple):
    """`falls` end at 100%; `people` cannot be more than all of them; `illnesses` are what shares are given of."""

    falls: LexiconName
    people: LexiconName
    illnesses: LexiconName
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("fall", "share", "range", "disagrees")

_WHOLE = 100
_APART = 1.25  # times by which two values differ that disagree
_GROUP = lazy_pattern(
    r" of (?P<group>(?:(?:all|u\.s\.|us|american|british|older|young|pregnant) )?"
    r"(?:adults|people|americans|women|men|children|teenagers|the population|the adult population))"
    r"(?= (?:have|has|suffer|live|experience|worldwide|globally)\b|[.,;]| in the (?:us|u\.s\.|uk|country|united))"
)
_SUBSET = lazy_pattern(
    r"\b(?:who|those|severe|mild|moderate|daily|weekly|chronic|at some point|lifetime|over \d|under \d|aged|age"
    r"|with|symptoms|never|diagnosed|undiagnosed|risk|after|before"
    r"|up to|as many as|at least|more than|fewer than|less than)\b"
)


class _Prevalence(NamedTuple):
    number: Number
    low: float
    high: float


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a number. `disagrees`: an earlier sentence gives another value, and neither names a source."""
    seen: dict[tuple[str, str], _Prevalence] = {}
    for index, block in blocks_in(analysis, params.scope):
        if block.kind == "heading":
            continue
        for sentence in analysis.sentences.of_block(index):
            for number in analysis.numbers.within(sentence.start, sentence.end):
                if (variant := _fault(analysis, params, sentence, number)) is not None:
                    yield Finding(TextSpan(number.start, number.end), variant=variant)
            yield from _disagreement(analysis, params, sentence, seen)


def _fault(analysis: Analysis, params: Params, sentence: Sentence, number: Number) -> str | None:
    """What is wrong with one number by itself."""
    value, hits = number.value or 0, analysis.hits
    if number.kind == "age" and number.high is not None and number.high < value:
        is_range = _SPAN.search(hits.folded, number.start, number.end)  # not "under the age of 65 and 8 over it"
        return "range" if is_range else None
    if number.kind not in ("percent", "label") or number.unit != "%" or value <= _WHOLE:
        return None
    if number.high is not None and number.high <= _WHOLE:
        return None  # "from 120% to 80%"
    behind = hits.folded[number.end : min(sentence.end, number.end + 24)]
    if behind.startswith(" of "):
        people = hits.within(params.people, number.end, min(sentence.end, number.end + 24))
        is_group = bool(people) and hits.folded[number.end : people[0].start] in (" of ", " of all ", " of the ")
        return "share" if is_group else None
    fall = hits.within(params.falls, number.end, min(sentence.end, number.end + 16))
    if fall and fall[0].start == number.end + 1 and not behind.startswith(" less than"):
        return "fall"
    before = hits.within(params.falls, max(sentence.start, number.start - 40), number.start)
    is_by = (
        hits.folded[: number.start].rstrip().endswith((" by", " by over", " by more than", " by up to", " by about"))
    )
    return "fall" if before and is_by and not _ROSE.search(hits.folded, before[-1].end, number.start) else None


_SPAN = lazy_pattern(r"\d ?(?:-|–|—|to) ?\d")
_ROSE = lazy_pattern(r"\b(?:increas|rais|rose|grew|boost|improv|exceed)")


def _disagreement(
    analysis: Analysis, params: Params, sentence: Sentence, seen: dict[tuple[str, str], _Prevalence]
) -> Iterator[Finding]:
    """A share of the same people with the same illness that lies apart from the one that was given before."""
    found = _prevalence(analysis, params, sentence)
    if found is None:
        return
    key, prevalence = found
    other = seen.setdefault(key, prevalence)
    if other.high * _APART < prevalence.low or prevalence.high * _APART < other.low:
        place = TextSpan(other.number.start, other.number.end)
        number = prevalence.number
        yield Finding(TextSpan(number.start, number.end), related=(Related("evidence", place),), variant="disagrees")


def _prevalence(analysis: Analysis, params: Params, sentence: Sentence) -> tuple[tuple[str, str], _Prevalence] | None:
    """The one share of a sentence, where it is plainly of a whole group with one illness and nobody's figure."""
    hits, start, end = analysis.hits, sentence.start, sentence.end
    numbers = [number for number in analysis.numbers.within(start, end) if number.kind == "percent"]
    if len(numbers) != 1 or analysis.citations.covering(sentence):
        return None
    number = numbers[0]
    group = _GROUP.match(hits.folded, number.end, end)
    if group is None or number.value is None or _SUBSET.search(hits.folded, start, end):
        return None
    illnesses = {hit.entry.notes.get("key") or hit.entry.term for hit in hits.within(params.illnesses, start, end)}
    if len(illnesses) != 1:
        return None
    high = number.value if number.high is None else number.high
    return (group["group"], illnesses.pop()), _Prevalence(number, min(number.value, high), max(number.value, high))
