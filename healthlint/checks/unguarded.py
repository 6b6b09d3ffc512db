"""Finds what calls for a warning that the article does not give, in whatever words it could be given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.contacts import contacts_in, lines_of
from healthlint.analysis.wordings import has_component, is_said, says
from healthlint.checks import LexiconName
from healthlint.model.finding import Finding, Related, Suggestion
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """What calls for the warning, and what gives it.

    `calls`: lists of lexicons; a sentence of the body with a term of each of one list, in this order and at most
    `reach` characters from the first to the last, calls for it, unless it has a term of `unless` or is a question.
    `headings`: whether headings call for it too. `passing`: whether a single place is less grave where none is advised.
    `when`: it is needed only if one of these stands in the body; `regions`: only for readers in one of these.
    `wording`: lists of lexicons; a sentence, anywhere on the page, with a term of each of one list gives it.
    `near`: wordings that give it to what stands in the same section, or that follows in the next three sentences.
    `contacts`: tables of lines of help; naming or linking one of them gives it.
    `components`: parts of the names of template elements and of metadata keys that stand for it.
    """

    calls: tuple[tuple[LexiconName, ...], ...]
    wording: tuple[tuple[LexiconName, ...], ...]
    near: tuple[tuple[LexiconName, ...], ...] = ()
    unless: tuple[LexiconName, ...] = ()
    when: LexiconName | None = None
    contacts: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    reach: int = 100
    passing: bool = False
    headings: bool = False


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("other-region", "passing")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding at the first place that calls for the warning and lacks it; up to three more are named with it."""
    if params.regions and analysis.policy.region not in params.regions:
        return
    if params.when and not any(_sentence_in_body(analysis, hit.start) for hit in analysis.hits[params.when]):
        return
    calls = _calls(analysis, params)
    if not calls or has_component(analysis.document, params.components) or is_said(analysis, params.wording):
        return
    if params.near:
        calls = [(span, sentence) for span, sentence in calls if not _is_said_near(analysis, sentence, params)]
    variant = "passing" if params.passing and len(calls) == 1 and analysis.article.kind != "advice" else None
    if params.contacts and (regions := contacts_in(analysis, params.contacts)):
        if analysis.policy.region in regions or "international" in regions:
            return
        variant = "other-region"
    if calls:
        first, *others = [span for span, _ in calls]
        related = tuple(Related("also", span) for span in others[:_MOST_OTHERS])
        yield Finding(first, {}, related, _lines(analysis, params), variant)


def _calls(analysis: Analysis, params: Params) -> list[tuple[TextSpan, Sentence]]:
    """The places that call for the warning, one a sentence."""
    found: dict[Sentence, TextSpan] = {}
    for lexicons in params.calls:
        for hit in analysis.hits[lexicons[0]]:
            sentence = _sentence_in_body(analysis, hit.start)
            if sentence is None or sentence in found:
                continue
            if _is_no_statement(analysis, sentence, params):
                continue
            if span := _row(analysis, hit, lexicons[1:], min(sentence.end, hit.start + params.reach)):
                found[sentence] = span
    return sorted((span, sentence) for sentence, span in found.items())


def _is_no_statement(analysis: Analysis, sentence: Sentence, params: Params) -> bool:
    is_heading = analysis.document.blocks[sentence.block].kind == "heading"
    if (is_heading and not params.headings) or analysis.text[sentence.end - 1] == "?":
        return True
    return any(analysis.hits.any_within(lexicon, sentence.start, sentence.end) for lexicon in params.unless)


def _row(analysis: Analysis, first: Hit, lexicons: tuple[LexiconName, ...], limit: int) -> TextSpan | None:
    """From a hit to the nearest term of the last of the lexicons, with one of each of the others in between."""
    end = first.end
    for lexicon in lexicons:
        terms = analysis.hits.within(lexicon, end, limit)
        if not terms:
            return None
        end = terms[0].end
    return TextSpan(first.start, end)


def _sentence_in_body(analysis: Analysis, offset: int) -> Sentence | None:
    sentence = analysis.sentences.at(offset)
    return sentence if sentence and analysis.zones[sentence.block] == "body" else None


def _is_said_near(analysis: Analysis, sentence: Sentence, params: Params) -> bool:
    """Whether the section of a sentence gives the warning, or one of the next sentences."""
    section = analysis.sections.of_block(sentence.block)
    blocks = range(section.first, section.last)
    inside = [each for block in blocks for each in analysis.sentences.of_block(block)]
    sentences = analysis.sentences.all
    place = sentences.index(sentence)
    return any(
        says(analysis.hits, each.start, each.end, params.near)
        for each in (*inside, *sentences[place : place + _FOLLOWING + 1])
    )


def _lines(analysis: Analysis, params: Params) -> tuple[Suggestion, ...]:
    """The lines of help of the readers' region, in words."""
    lines = [line for table in params.contacts for line in lines_of(table, analysis)]
    return tuple(Suggestion(f"For readers in your region: {line}") for line in lines[:_MOST_LINES])


_MOST_OTHERS = 3
_FOLLOWING = 3
_MOST_LINES = 3
