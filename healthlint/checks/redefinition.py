"""Finds things that an article defines twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.purposes import Purposes
from healthlint.checks import LexiconName
from healthlint.language.patterns import lazy_pattern
from healthlint.language.tokens import STOP_WORDS, normalise, stem
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from healthlint.analysis import Analysis
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """Headings over words that are explained to be looked up, and what two definitions have in common at least, 0-1."""

    glossaries: LexiconName
    alike: float = 0.4


WORDS: tuple[str, ...] = ("term",)
VARIANTS: tuple[str, ...] = ()

_TYPES = {"condition", "symptom", "nutrient", "drug", "intervention"}
# "The common condition known as restless legs syndrome (RLS), or Willis-Ekbom disease, is a disorder"
_DEFINITION = lazy_pattern(
    r"(?:(?:the|a|an) (?:[a-z-]+ ){0,3}(?:known as|called|named) )?(?:the )?"
    r"([a-z0-9][a-z0-9' -]{2,50}?)"
    r"(?: \([^()]{1,40}\))?(?:,? (?:or|also known as|also called|sometimes called|known as) [^,.]{1,60},)? "
    r"(?:is|are) (?:defined|characteri[sz]ed|(?:a|an|the|one) (?:[a-z-]+ ){0,4}?(?:disorder|condition|disease|syndrome|"
    r"illness|infection|vitamin|mineral|nutrient|hormone|drug|medicine|medication|therapy|kind|type|form)s?)\b"
)


class _Definition(NamedTuple):
    """A sentence that says what something is, in words that can be compared."""

    span: TextSpan
    block: int
    words: frozenset[str]


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a definition that says again what an earlier one has said; `copy` is that one."""
    shaped = list(_sentences_of_that_shape(analysis, params.glossaries))
    if len(shaped) < 2:  # as in most articles; the terms of a whole article take a while
        return
    terms, synonyms = analysis.terms, analysis.vocabulary.terms
    known: dict[str, list[_Definition]] = {}
    for sentence, name in shaped:
        term = next((each for each in terms.within(*name) if (each.start, each.end) == name), None)
        if term is None or term.type not in _TYPES:
            continue
        words = _words(analysis.hits.folded[term.end : sentence.end], synonyms)
        definition = _Definition(TextSpan(sentence.start, sentence.end), sentence.block, words)
        others = known.setdefault(term.key, [])
        earlier = next((each for each in others if _are_alike(each, definition, params.alike)), None)
        if earlier is None:
            others.append(definition)
        else:
            yield Finding(definition.span, {"term": analysis.text[slice(*name)]}, (Related("copy", earlier.span),))


def _sentences_of_that_shape(analysis: Analysis, glossaries: LexiconName) -> Iterator[tuple[Sentence, tuple[int, int]]]:
    """The sentences of the running text that say what something is, with the place of its name."""
    purposes, folded = Purposes(analysis.document, analysis.sections, analysis.hits), analysis.hits.folded
    for passage in analysis.passages:
        for sentence in analysis.sentences.of_block(passage.block):
            if folded.find(" is ", *sentence[:2]) < 0 and folded.find(" are ", *sentence[:2]) < 0:
                continue  # which is quicker than the pattern
            found = _DEFINITION.match(folded, sentence.start, sentence.end)
            if found is None or purposes.is_answer(passage.block) or purposes.is_summary(passage.block):
                continue
            if not purposes.is_under(glossaries, passage.block):
                yield sentence, found.span(1)


def _words(text: str, synonyms: Mapping[bytes, bytes]) -> frozenset[str]:
    """The stems of the words that carry meaning, each that of the first of its synonyms."""
    words = (word.encode() for word in normalise(text).split() if word not in STOP_WORDS)
    return frozenset(stem(synonyms.get(word, word).decode()) for word in words)


def _are_alike(one: _Definition, other: _Definition, share: float) -> bool:
    """Whether two definitions in different paragraphs say the same."""
    common = 2 * len(one.words & other.words)
    return one.block != other.block and common >= share * (len(one.words) + len(other.words))
