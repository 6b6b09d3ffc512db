"""Finds sentences that tell readers to do something unsafe."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.own_words import own_words
from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence
    from healthlint.model.context import Fact


class Params(NamedTuple):
    """How unsafe practices are recommended, and what takes a recommendation back.

    `doing`: verbs that address the reader; `things`: what is done, `practice` being its key in the table `practices`;
    `settings`: words that a practice needs in the same sentence, if it has any. `cautions` excuse a sentence, `guards`
    all of its paragraph.
    """

    doing: LexiconName
    things: LexiconName
    settings: LexiconName
    cautions: LexiconName
    guards: LexiconName
    practices: str
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("harm", "source")
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, if a source says that what it recommends does harm."""
    hits = analysis.hits
    blocks = [(index, block) for index, block in blocks_in(analysis, params.scope) if block.kind not in _NOT_OURS]
    for block, sentence, things in own_words(analysis, params.things, blocks):
        if hits.any_within(params.guards, *block.span) or analysis.text[sentence.end - 1] == "?":
            continue
        if hits.any_within(params.cautions, sentence.start, sentence.end):
            continue
        for thing in things:
            doing, row = _told(analysis, params, sentence, thing), _row(analysis, params, sentence, thing)
            if doing and row:
                data = {"harm": row["harm"], "source": row["source_title"]}
                yield Finding(TextSpan(doing.start, thing.end), data)
                break


def _told(analysis: Analysis, params: Params, sentence: Sentence, thing: Hit) -> Hit | None:
    """The verb before a thing by which readers are told to do it."""
    hits = analysis.hits
    for hit in hits.within(params.doing, max(sentence.start, thing.start - _REACH), thing.start):
        if _ADDRESSED.search(hits.folded[sentence.start : hit.start]):
            return hit
    return None


def _row(analysis: Analysis, params: Params, sentence: Sentence, thing: Hit) -> Fact | None:
    """The looked-up row of a practice, if the sentence has the words that it needs."""
    practice = thing.entry.notes["practice"]
    rows = analysis.knowledge.facts[params.practices].by("practice").get(practice, [])
    if not rows or rows[0]["verified"] != "yes":
        return None
    needed = {entry.notes["practice"] for entry in analysis.knowledge.lexicons[params.settings].entries}
    given = {hit.entry.notes["practice"] for hit in analysis.hits.within(params.settings, sentence.start, sentence.end)}
    return rows[0] if practice not in needed or practice in given else None


_NOT_OURS = ("quote", "caption", "heading")
_REACH = 80  # characters from the verb to the thing
_ADDRESSED = lazy_pattern(
    r"(?:\A|[:;(•–—,]|\b(?:should|must|please|simply|just|then|always|first|instead|you can|you could|you may|try"
    r"|best to|good to)) ?[*“\"]?\Z"
)
