"""Finds sentences that tell how somebody took their life."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.doses import find_doses
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """What tells a method, and what makes the words mean something else.

    `methods`: whole wordings; `overdosing`: words before one of `drugs` or an amount; `swallowing`: words before an
    amount that nobody takes as a medicine. `mentions`: words for suicide, one of which must stand in the sentence or a
    neighbour of its block, and `others` for other senses of them. `counted`: words that make a sentence one about many,
    or about prevention.
    """

    methods: LexiconName
    overdosing: LexiconName
    swallowing: LexiconName
    drugs: tuple[LexiconName, ...]
    mentions: LexiconName
    others: LexiconName
    counted: LexiconName
    scope: Scope = Scope(("front", "body"))


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence."""
    if not analysis.hits[params.mentions]:
        return
    for index, _ in blocks_in(analysis, params.scope):
        sentences = analysis.sentences.of_block(index)
        for number, sentence in enumerate(sentences):
            around = sentences[max(number - 1, 0) : number + 2]
            if (span := _method(analysis, params, sentence)) and _is_of_suicide(analysis, params, sentence, around):
                yield Finding(span)


def _method(analysis: Analysis, params: Params, sentence: Sentence) -> TextSpan | None:
    """The words of a sentence that tell a method."""
    hits = analysis.hits
    for hit in hits.within(params.methods, sentence.start, sentence.end):
        return TextSpan(hit.start, hit.end)
    for hit in hits.within(params.overdosing, sentence.start, sentence.end):
        limit = min(sentence.end, hit.end + _REACH)
        ends = [dose.end for dose in find_doses(analysis.text, hit.end, limit)]
        ends += [drug.end for lexicon in params.drugs for drug in hits.within(lexicon, hit.end, limit)]
        if ends:
            return TextSpan(hit.start, min(ends))
    for hit in hits.within(params.swallowing, sentence.start, sentence.end):
        for dose in find_doses(analysis.text, hit.end, min(sentence.end, hit.end + _REACH)):
            if not dose.is_weighed and dose.high >= _MANY:
                return TextSpan(hit.start, dose.end)
    return None


def _is_of_suicide(analysis: Analysis, params: Params, sentence: Sentence, around: Sequence[Sentence]) -> bool:
    hits = analysis.hits
    if hits.any_within(params.counted, sentence.start, sentence.end):
        return False
    start, end = around[0].start, around[-1].end
    return hits.any_within(params.mentions, start, end) and not hits.any_within(params.others, start, end)


_REACH = 40  # characters from the verb to what was taken
_MANY = 10  # tablets
