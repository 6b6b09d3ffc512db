"""Finds sentences that turn readers away from doctors, medicines or vaccines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan, overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """The wordings that discourage care.

    `scorn`: whole wordings. `rows`: lists of lexicons; a sentence that has a term of each of one list in this order,
    the last two next to each other, turns readers away. `needless`: such lists for what a leaflet may say of a harmless
    complaint as well. `binding`: words that make a sentence no such advice.
    """

    scorn: LexiconName
    rows: tuple[tuple[LexiconName, ...], ...]
    needless: tuple[tuple[LexiconName, ...], ...]
    binding: LexiconName
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("needless",)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence that neither asks nor quotes somebody."""
    for index, block in blocks_in(analysis, params.scope):
        if block.kind in ("quote", "caption"):
            continue
        for sentence in analysis.sentences.of_block(index):
            if finding := _discouraging(analysis, params, sentence):
                yield finding


def _discouraging(analysis: Analysis, params: Params, sentence: Sentence) -> Finding | None:
    """The finding on a sentence that turns readers away from care."""
    hits, start, end = analysis.hits, sentence.start, sentence.end
    variant = None
    if scorn := hits.within(params.scorn, start, end):
        span: TextSpan | None = TextSpan(scorn[0].start, scorn[0].end)
    elif (span := _row(analysis, params.rows, sentence)) is None:
        span, variant = _row(analysis, params.needless, sentence), "needless"
    if span is None or analysis.text[end - 1] == "?":
        return None
    if any(not overlaps((hit.start, hit.end), span) for hit in hits.within(params.binding, start, end)):
        return None
    return None if _is_quoted(analysis.text[start : span.start]) else Finding(span, variant=variant)


def _row(analysis: Analysis, rows: tuple[tuple[LexiconName, ...], ...], sentence: Sentence) -> TextSpan | None:
    """From the first to the last term of a list that a sentence has."""
    hits = analysis.hits
    for *leads, last in rows:
        for care in hits.within(last, sentence.start, sentence.end):
            near = hits.within(leads[-1], max(sentence.start, care.start - _REACH), care.start)
            if not near or len(analysis.text[near[-1].end : care.start].split()) > _BETWEEN:
                continue
            begin: int | None = near[-1].start
            for lead in reversed(leads[:-1]):
                before = hits.within(lead, sentence.start, begin) if begin is not None else ()
                begin = before[-1].start if before else None
            if begin is not None:
                return TextSpan(begin, care.end)
    return None


def _is_quoted(before: str) -> bool:
    """Whether a quotation that was opened before is still open."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_REACH = 40  # characters from the turning away to the end of its words
_BETWEEN = 2  # words: "without drugs or doctors", "replace your daily insulin"
