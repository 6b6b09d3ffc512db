"""Finds words that were typed twice, and places where one must be missing: "the the", "may with pain."."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import is_inline_code
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Edit, Finding, Suggestion
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit
    from healthlint.model.document import Block


class Params(NamedTuple):
    """It reads the article with the lexicon `slips`, and there is nothing to set."""


WORDS: tuple[str, ...] = ("word",)
VARIANTS: tuple[str, ...] = ("doubled", "missing")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a slip; one word of two may be deleted unseen."""
    for first, second in _find_doubled(analysis):
        word = analysis.text[slice(*second)]
        edit = Edit(TextSpan(first.end, second.end), "")
        mended = Suggestion(f"delete one “{word}”", (edit,), safe=True)
        yield Finding(TextSpan(first.start, second.end), {"word": word}, suggestions=(mended,), variant="doubled")
    for hit in (*_find_pairs(analysis), *_find_verbless(analysis)):
        yield Finding(TextSpan(hit.start, hit.end), {"word": ""}, variant="missing")


def _find_doubled(analysis: Analysis) -> Iterator[tuple[TextSpan, TextSpan]]:
    """The words that follow themselves and were hardly meant to: of each run the first and the last."""
    text, folded = analysis.text, analysis.hits.folded
    known = {hit.start for hit in analysis.hits["slips.doubled"]}
    meant = {hit.start for hit in analysis.hits["slips.meant"]}
    for found in _DOUBLED.finditer(folded):
        first = TextSpan(*found.span(1))
        second = TextSpan(found.end() - len(found[1]), found.end())
        word = text[slice(*second)]
        is_certain = first.start in known
        if first.start in meant or not word.islower() or text[first.end] not in _SPACES:
            continue
        if not is_certain and (len(word) < _SHORTEST or not text[slice(*first)].islower()):
            continue  # "Rattus rattus", "Gorilla gorilla"
        if text[first.start].isupper() and not _begins_sentence(first.start, analysis):
            continue  # "hepatitis A a year ago"
        if _is_prose(first.start, analysis):
            yield first, second


def _find_pairs(analysis: Analysis) -> Iterator[Hit]:
    """Pairs of words that cannot follow each other, such as "a the"; "vitamin A the" can. Of a chain only the first."""
    chained = 0
    for hit in analysis.hits["slips.pairs"]:
        goes_on, chained = hit.start < chained, hit.end
        if goes_on:
            continue
        words = analysis.text[hit.start : hit.end]
        if words[1:].islower() and (words[0].islower() or _begins_sentence(hit.start, analysis)):
            follows = analysis.hits.folded[hit.end : hit.end + 1]
            if follows not in _JOINING and "\n" not in words and _is_prose(hit.start, analysis):
                yield hit


def _find_verbless(analysis: Analysis) -> Iterator[Hit]:
    """A "may with" or the like at the end of a clause, so that no verb can follow: "how it may with the pain."."""
    text = analysis.text
    for hit in analysis.hits["slips.verbless"]:
        sentence = analysis.sentences.at(hit.start)
        if sentence is None or not text[hit.start : hit.end].islower() or not _is_prose(hit.start, analysis):
            continue
        limit = min(sentence.end, hit.end + _SPAN)
        end = _CLAUSE_END.search(text, hit.end, limit)
        rest = text[hit.end : end.start() if end else limit].split()
        before = text[max(sentence.start, hit.start - _SPAN) : hit.start]
        is_short = 0 < len(rest) <= _LONGEST_REST and before.rstrip()[-1:].isalnum()
        if is_short and not _is_elliptic(analysis, sentence.start, hit.start):
            yield hit


def _is_elliptic(analysis: Analysis, start: int, end: int) -> bool:
    """Whether words before a place allow that its verb is left out."""
    known = analysis.knowledge.lexicons["elliptic-words"].lookup
    return any(word.encode() in known for word in analysis.hits.words(start, end).text)


def _begins_sentence(offset: int, analysis: Analysis) -> bool:
    sentence = analysis.sentences.at(offset)
    if sentence is None or offset - sentence.start > _SPAN:
        return False
    return not any(map(str.isalnum, analysis.text[sentence.start : offset]))


def _is_prose(offset: int, analysis: Analysis) -> bool:
    """Whether a place is in a sentence of the article: not in code, a reference or a line of furniture."""
    document = analysis.document
    index = bisect_right(document.blocks, offset, key=_start) - 1
    if document.blocks[index].kind == "code" or analysis.zones[index] not in ("front", "body"):
        return False
    sentence = analysis.sentences.at(offset)
    if (
        sentence is None
        or len(analysis.text[sentence.start : min(sentence.end, sentence.start + _SPAN)].split()) < _FEWEST_WORDS
    ):
        return False
    return not is_inline_code(offset, analysis)


def _start(block: Block) -> int:
    return block.span.start


_DOUBLED = lazy_pattern(r"(?<![\w'’.&/@#-])([a-z]++)(?: \1(?![\w'’&/-]))++")
_SPACES = " \u00a0"
_JOINING = ("-", "\u2011", "/", "'")
_CLAUSE_END = lazy_pattern(r"[.,:;!?()—–]")
_SHORTEST = 4  # letters of a word that is not in the list
_FEWEST_WORDS = 5  # of a sentence
_SPAN = 200  # characters of a sentence that are looked at
_LONGEST_REST = 3  # words between the preposition and the end of the clause
