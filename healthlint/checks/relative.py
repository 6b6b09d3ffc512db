"""Finds relative changes of a risk where nothing says how large the risk is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.sentences import Sentence
    from healthlint.language.numbers import Number


class Params(NamedTuple):
    """`risks` with `changes` beside a number make it relative; `absolute` words tell the risk itself."""

    risks: LexiconName
    changes: LexiconName
    absolute: LexiconName
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()

_NEAR = 48  # characters around a number in which the risk and the change stand
_KINDS = ("heading", "caption", "cell")
_HABIT = lazy_pattern(
    r"likely (?:than \w+ )?to (?:eat|drink|buy|use|choose|visit|attend|exercise|smoke|say|think|be in good)\b"
)
_SHARE_OF = lazy_pattern(r" (?:of|in|among) ")  # "20% of the patients": a share, not a change
_EVENTS = frozenset({"deaths", "cases", "strokes", "attacks", "fractures", "infections", "cancers", "falls"})


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding an article, at the first change that no absolute numbers stand near, with the others beside it."""
    places = list(_bare_changes(analysis, params))
    if places:
        yield Finding(places[0], related=tuple(Related("also", place) for place in places[1:]))


def _bare_changes(analysis: Analysis, params: Params) -> Iterator[TextSpan]:
    """The changes in sentences that give no absolute numbers, nor does a neighbour in their paragraph."""
    for index, block in blocks_in(analysis, params.scope):
        if block.kind in _KINDS:
            continue
        row = analysis.sentences.of_block(index)
        for sentence in row:
            place = _change(analysis, params, sentence)
            if place and not _is_told(analysis, params, row[max(0, sentence.order - 1) : sentence.order + 2]):
                yield place


def _change(analysis: Analysis, params: Params, sentence: Sentence) -> TextSpan | None:
    """The first relative change of a risk in a sentence, from its number to the risk."""
    for statistic in analysis.statistics.of(sentence):
        number = statistic.number
        if number is None or not _is_relative(analysis, params, sentence, number):
            continue
        start, end = number.start, number.end
        for hit in _around(analysis, params.risks, sentence, number):
            start, end = min(start, hit[0]), max(end, hit[1])
            return TextSpan(start, end)
    return None


def _around(analysis: Analysis, lexicon: str, sentence: Sentence, number: Number) -> Iterator[tuple[int, int]]:
    """The hits near a number: behind it first, for "30% lower risk" is the plainest wording."""
    hits = analysis.hits
    for first, last in ((number.end, number.end + _NEAR), (number.start - _NEAR, number.start)):
        for hit in hits.within(lexicon, max(first, sentence.start), min(last, sentence.end)):
            yield hit.start, hit.end


def _is_relative(analysis: Analysis, params: Params, sentence: Sentence, number: Number) -> bool:
    """Whether a number says by how much something changed: "30% lower", "twice as likely", "cut by half"."""
    folded = analysis.hits.folded
    if _HABIT.search(folded, number.end, min(sentence.end, number.end + _NEAR)):
        return False
    if number.kind == "multiple":
        return True
    if number.kind != "percent" or _SHARE_OF.match(folded, number.end):
        return False
    behind = analysis.hits.within(params.changes, number.end, min(sentence.end, number.end + 24))
    if behind and behind[0].start - number.end <= 12:
        return True
    before = analysis.hits.within(params.changes, max(sentence.start, number.start - _NEAR), number.start)
    return bool(before) and folded[: number.start].rstrip().endswith((" by", " by about", " by up to", " by nearly"))


def _is_told(analysis: Analysis, params: Params, row: Sequence[Sentence]) -> bool:
    """Whether these sentences give a risk that the change starts from: "from 4 in 1,000", "2% against 4%"."""
    plain = counts = 0
    counted: set[str] = set()
    for sentence in row:
        if analysis.hits.any_within(params.absolute, sentence.start, sentence.end):
            return True
        for number in analysis.numbers.within(sentence.start, sentence.end):
            is_end = number.kind in ("count", "plain") and analysis.hits.folded.startswith("to ", number.start - 3)
            if number.kind in ("ratio", "points") or is_end:  # "deaths halved to 900"
                return True
            if number.kind == "count" and number.unit:
                counts += number.unit.split()[-1] in _EVENTS
                if number.unit in counted:  # "in four infants, compared with 19 infants"
                    return True
                counted.add(number.unit)
            plain += number.kind == "percent" and not _is_relative(analysis, params, sentence, number)
            plain += number.kind == "percent" and number.high is not None and number.high < (number.value or 0)
    return plain >= 2 or counts >= 2
