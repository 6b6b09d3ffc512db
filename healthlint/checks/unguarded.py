"""Finds what calls for a warning that the article does not give, in whatever words it could be given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.claims.terms import Terms
from healthlint.analysis.contacts import contacts_in, lines_of
from healthlint.analysis.hits import scan
from healthlint.analysis.wordings import has_component, is_said, says
from healthlint.checks import LexiconName
from healthlint.language.patterns import lazy_pattern
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
    `topical`: such lists that call for it only in sentences that name an illness of the title; the place goes on to it.
    `headings`: whether headings call for it too. `claims`: whether the place goes on to the end of the phrase.
    `passing`: whether a single place is less grave where none is advised.
    `when`: it is needed only if one of these stands in the body; `regions`: only for readers in one of these, and
    the further wordings that give it there.
    `wording`: lists of lexicons; a sentence, anywhere on the page, with a term of each of one list gives it.
    `near`: wordings that give it to what stands in the same section, or that follows in the next three sentences.
    `contacts`: tables of lines of help; naming or linking one of them gives it, to readers in its region; `numbers`
    are words for lines that count where none is recognised.
    `components`: parts of the names of template elements and of metadata keys that stand for it.
    """

    calls: tuple[tuple[LexiconName, ...], ...]
    wording: tuple[tuple[LexiconName, ...], ...]
    near: tuple[tuple[LexiconName, ...], ...] = ()
    topical: tuple[tuple[LexiconName, ...], ...] = ()
    unless: tuple[LexiconName, ...] = ()
    when: LexiconName | None = None
    contacts: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    numbers: tuple[LexiconName, ...] = ()
    regions: dict[str, tuple[tuple[LexiconName, ...], ...]] = {}
    reach: int = 100
    passing: bool = False
    headings: bool = False
    claims: bool = False


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("other-region", "passing", "uk", "eu", "au", "ca")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding at the first place that calls for the warning and lacks it; up to three more are named with it."""
    region = analysis.policy.region
    if params.regions and region not in params.regions:
        return
    wording = (*params.wording, *params.regions.get(region, ()))
    if params.when and not any(_sentence_in_body(analysis, hit.start) for hit in analysis.hits[params.when]):
        return
    calls = _calls(analysis, params)
    if not calls or has_component(analysis.document, params.components) or is_said(analysis, wording):
        return
    if params.near:
        calls = [(span, sentence) for span, sentence in calls if not _is_said_near(analysis, sentence, params)]
    given = contacts_in(analysis, params.contacts) if params.contacts else set()
    if not given.isdisjoint((region, "international")):
        return
    if not given and any(analysis.hits[lexicon] for lexicon in params.numbers):
        return
    if calls:
        first, *others = [span for span, _ in calls]
        related = tuple(Related("also", span) for span in others[:_MOST_OTHERS])
        variant = "other-region" if given else _variant(analysis, params, len(calls))
        yield Finding(first, {}, related, _lines(analysis, params), variant)


def _variant(analysis: Analysis, params: Params, calls: int) -> str | None:
    """The case of a finding on so many places."""
    if params.regions and analysis.policy.region != "us":
        return analysis.policy.region
    return "passing" if params.passing and calls == 1 and analysis.article.kind != "advice" else None


def _calls(analysis: Analysis, params: Params) -> list[tuple[TextSpan, Sentence]]:
    """The places that call for the warning, one a sentence."""
    found: dict[Sentence, TextSpan] = {}
    for lexicons in (*params.calls, *params.topical):
        for hit in analysis.hits[lexicons[0]]:
            sentence = _sentence_in_body(analysis, hit.start)
            if sentence is None or sentence in found or _is_no_statement(analysis, sentence, params):
                continue
            span = _row(analysis, hit, lexicons[1:], min(sentence.end, hit.start + params.reach))
            if span and lexicons in params.topical:
                span = _on_topic(analysis, sentence, span)
            if span:
                found[sentence] = _phrase(analysis.text, span, sentence) if params.claims else span
    return sorted((span, sentence) for sentence, span in found.items())


def _on_topic(analysis: Analysis, sentence: Sentence, span: TextSpan) -> TextSpan | None:
    """A place up to the illness of the title that follows in its sentence, or as it is if one stands before it."""
    titles = [Terms(scan(title.value, analysis.knowledge)).all for title in analysis.metadata.of("title")]
    topics = {term.key for terms in titles for term in terms if term.type in _ILLS}
    ends = [term.end for term in analysis.terms.within(sentence.start, sentence.end) if term.key in topics]
    following = [end for end in ends if end > span.end]
    return TextSpan(span.start, following[0] if following else span.end) if ends else None


def _phrase(text: str, span: TextSpan, sentence: Sentence) -> TextSpan:
    """A place with the words after it that belong to its claim: "supports your gut barrier"."""
    rest = _REST.match(text, span.end, sentence.end)
    return TextSpan(span.start, rest.end() if rest else span.end)


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


_ILLS = ("condition", "symptom")
_REST = lazy_pattern(
    r"(?: (?!(?:and|or|that|which|who|so|by|with|when|while|if|as|to|in|on|at|during|through)\b)[\w'’-]+){1,5}", re.I
)
_MOST_OTHERS = 3
_FOLLOWING = 3
_MOST_LINES = 3
