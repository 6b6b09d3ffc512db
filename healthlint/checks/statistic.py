"""Finds statistics that no source stands behind."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.patterns import lazy_pattern
from healthlint.language.tokens import content_words
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.sentences import Sentence
    from healthlint.analysis.statistics import Statistic

    Cited = defaultdict[tuple[str, float | None], list[Sentence]]  # what has its source, by kind and value


class Params(NamedTuple):
    """The kinds of statistics to look for; see `analysis/statistics.py`.

    In a news story that names its study, a figure is taken for one of that study beside `own` words, where it says by
    how much something `changes`, and in the lead, if no `general` words make it one of a whole population.
    """

    kinds: tuple[Literal["share", "count", "cost", "multiple", "effect", "vast", "boast", "most", "rank"], ...]
    general: LexiconName
    own: LexiconName
    changes: LexiconName
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("unanchored", "boast", "rank")

_SHARED_WORDS = 2  # that a repetition has in common with the sentence that is cited
_NEAR = 24  # characters around a number in which a change of something stands
_LEAD = 2  # blocks of body text in which a news story tells what is new
_LEAST_ENTRIES = 2  # of a list in which a mark could say which one is meant
_LEAST_WORDS = 2  # besides its numbers, of a sentence that says something
_THEY = lazy_pattern(r"[\W_]*(?:it|they|he|she)\b")
_PASSIVE = (" is ", " are ", " was ", " were ", " been ", " be ", "it's ")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence. `unanchored`: there is a reference list, but nothing in the text points to it.

    `boast` is a large number of studies or workings, `rank` a first place without any number.
    """
    blocks = [index for index, block in blocks_in(analysis, params.scope) if block.kind != "heading"]
    lead = blocks[:_LEAD]
    inside = set(blocks)
    is_unanchored = _is_unanchored(analysis)
    uncited: list[tuple[Sentence, list[Statistic]]] = []
    cited: Cited = defaultdict(list)
    for sentence, found in analysis.statistics.items():
        row = [each for each in found if each.kind in params.kinds]
        if analysis.citations.covering(sentence):
            for each in row:
                cited[_value(each)].append(sentence)
        elif (
            row
            and sentence.block in inside
            and not (_is_bare(analysis, sentence, row) or _is_shown(analysis, sentence, row))
        ):
            uncited.append((sentence, row))
    for sentence, row in uncited:
        if _is_news_itself(analysis, params, sentence, row, in_lead=sentence.block in lead):
            continue
        if not _is_repeated(analysis, sentence, row, cited) and not _is_counted_next(analysis, sentence):
            kinds = {each.kind for each in row}
            own = next((kind for kind in VARIANTS if kinds == {kind}), None)
            variant = "unanchored" if is_unanchored else own
            yield Finding(TextSpan(row[0].start, row[-1].end), variant=variant)


def _is_news_itself(
    analysis: Analysis, params: Params, sentence: Sentence, row: list[Statistic], *, in_lead: bool
) -> bool:
    """Whether a figure of a news story may well be of its own study, or of somebody whom it names."""
    hits, start, end = analysis.hits, sentence.start, sentence.end
    if analysis.article.kind != "news":
        return False
    if hits.any_within("source-words.back", start, end) or _is_told_beside(analysis, sentence, row):
        return True
    if any(
        each.kind == "marker" and start <= each.start <= end for each in analysis.citations.in_block(sentence.block)
    ):
        return True  # its list may have got lost
    if any(word.strip(",.") in analysis.citations.surnames for word in analysis.text[start:end].split()):
        return True  # "Odell put it at one in ten"
    if analysis.citations.running_study(sentence) is None:
        return False
    near = (max(start, row[0].start - _NEAR), min(end, row[0].end + _NEAR))
    if hits.any_within(params.own, start, end) or hits.any_within(params.changes, *near):
        return True
    if hits.any_within(params.general, start, end):
        return False
    before = analysis.sentences.of_block(sentence.block - 1) if sentence.block and not sentence.order else ()
    # "She is not alone, says Ines Kaur", and the next paragraph tells the figure
    return in_lead or (bool(before) and bool(analysis.citations.naming(before[-1])))


def _is_told_beside(analysis: Analysis, sentence: Sentence, row: list[Statistic]) -> bool:
    """Whether the words around a figure of a news story tell whose it is: "It estimated that", "…, the study said"."""
    hits, start = analysis.hits, sentence.start
    for near in (analysis.sentences.next_to(sentence, -1), analysis.sentences.next_to(sentence, 1)):
        if near and hits.any_within("source-words.tellers", near.start, near.end):
            return True
    verbs = [
        verb
        for lexicon in ("evidence-verbs.report", "evidence-verbs.find")
        for verb in hits.within(lexicon, start, row[0].start)
        if not hits.folded.endswith(_PASSIVE, start, verb.start)
    ]
    if _THEY.match(hits.folded, start, row[0].start) and any(verb.inflection == "past" for verb in verbs):
        return True
    if not any(hits.folded.startswith(" that ", verb.end) for verb in verbs):
        return False
    if hits.any_within("source-words.others", start, row[0].start):
        return False  # "Previous studies have found that"
    later = analysis.sentences.of_block(sentence.block + 1)
    return analysis.sentences.next_to(sentence, 1) is None and bool(later and analysis.citations.naming(later[0]))


def _is_counted_next(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the next sentence of the paragraph names who counted: "Millions snore. The CDC found that 35% do"."""
    later = analysis.sentences.next_to(sentence, 1)
    if later is None or not analysis.citations.naming(later):
        return False
    return analysis.article.kind == "news" or bool(analysis.statistics.of(later))


def _value(statistic: Statistic) -> tuple[str, float | None]:
    return statistic.kind, statistic.number.value if statistic.number else None


def _is_repeated(analysis: Analysis, sentence: Sentence, row: list[Statistic], cited: Cited) -> bool:
    """Whether each number of a sentence has its source where it is told elsewhere, as in a summary."""
    if not all(_value(each) in cited for each in row):
        return False
    words = _content(analysis, sentence)
    return all(
        any(len(words & _content(analysis, other)) >= _SHARED_WORDS for other in cited[_value(each)]) for each in row
    )


def _content(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    return content_words(analysis.text[sentence.start : sentence.end])


def _is_unanchored(analysis: Analysis) -> bool:
    """Whether there are references, and more than further reading, that no mark in the text points to."""
    listed = sum(entry.kind != "reading" for entry in analysis.references.entries)
    return listed >= _LEAST_ENTRIES and not any(
        citation.references or citation.kind in ("marker", "footnote", "superscript", "author-year")
        for citation in analysis.citations.all
    )


def _is_shown(analysis: Analysis, sentence: Sentence, row: list[Statistic]) -> bool:
    """Whether an article shows its figures inside quotation marks, as what an app or a label says."""
    before = analysis.text[sentence.start : row[0].start]
    behind = analysis.text[row[-1].end : sentence.end]
    return '"' in behind and before.count('"') % 2 == 1 and analysis.article.kind != "news"


def _is_bare(analysis: Analysis, sentence: Sentence, row: list[Statistic]) -> bool:
    """Whether there is hardly more than the number: the row and the column, or a picture, say what it is."""
    words = len(analysis.text[sentence.start : sentence.end].split())
    return words - sum(len(analysis.text[each.start : each.end].split()) for each in row) < _LEAST_WORDS
