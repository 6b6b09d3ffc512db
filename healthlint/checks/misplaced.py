"""Finds statements that readers do not meet, or that stand beside what they deny."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.wordings import says
from healthlint.checks import LexiconName
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """`wording`: lists of lexicons; a sentence with a term of each of one list is the statement.

    `against`: lists of lexicons; a sentence that follows the statement in its block or the next, with a term of each of
    one list, is what the statement denies.
    """

    wording: tuple[tuple[LexiconName, ...], ...]
    against: tuple[tuple[LexiconName, ...], ...] = ()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("contradicted",)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding at the statement, if the markup puts it around the article, or at each that is contradicted."""
    statements = _statements(analysis, params)
    if statements and all(analysis.document.blocks[sentence.block].region == "chrome" for sentence in statements):
        yield Finding(TextSpan(statements[0].start, statements[0].end))
    for sentence in statements:
        if against := _contradiction(analysis, sentence, params):
            place = TextSpan(sentence.start, sentence.end)
            related = (Related("evidence", TextSpan(against.start, against.end)),)
            yield Finding(place, related=related, variant="contradicted")


def _statements(analysis: Analysis, params: Params) -> list[Sentence]:
    found = {
        sentence
        for lexicons in params.wording
        for hit in analysis.hits[lexicons[0]]
        if (sentence := analysis.sentences.at(hit.start))
        and says(analysis.hits, sentence.start, sentence.end, params.wording)
    }
    return sorted(found)


def _contradiction(analysis: Analysis, sentence: Sentence, params: Params) -> Sentence | None:
    """The next sentence, or the one after it, if it does what the statement denies."""
    blocks = range(sentence.block, min(sentence.block + 2, len(analysis.document.blocks)))
    following = [each for block in blocks for each in analysis.sentences.of_block(block) if each > sentence]
    for each in following[:_NEXT]:
        is_body = analysis.zones[each.block] == "body" and analysis.document.blocks[each.block].kind != "heading"
        if is_body and says(analysis.hits, each.start, each.end, params.against):
            return each
    return None


_NEXT = 2  # sentences
