"""Finds that an article lacks a statement that it needs, in whatever words it could be made."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.hits import scan
from healthlint.checks import LexiconName
from healthlint.language.sentences import split_sentences
from healthlint.model.finding import Finding
from healthlint.model.span import overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hits


class Params(NamedTuple):
    """What satisfies, and when it is needed.

    `wording`: lists of lexicons; a sentence, anywhere on the page, that has a term of each of one list says it.
    `components`: parts of the names of template elements and of metadata keys that stand for it.
    `when`: the article needs it if one of these stands in the body, in articles of at least `words` words.
    `site`: the setting by which a publisher says that the page template adds it.
    """

    wording: tuple[tuple[LexiconName, ...], ...]
    components: tuple[str, ...] = ()
    when: LexiconName | None = None
    words: int = 150
    site: Literal["", "site_disclaimer"] = ""


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding on the whole article."""
    if analysis.article.words < params.words or (params.site and getattr(analysis.policy, params.site)):
        return
    if params.when and not _in_body(analysis, params.when):
        return
    if _has_component(analysis, params):
        return
    if not any(
        _says(hits, start, end, params) for hits, start, end in chain(_in_text(analysis, params), _in_fields(analysis))
    ):
        yield Finding(analysis.whole)


def _in_body(analysis: Analysis, lexicon: LexiconName) -> bool:
    sentences = (analysis.sentences.at(hit.start) for hit in analysis.hits[lexicon])
    return any(sentence is not None and analysis.zones[sentence.block] == "body" for sentence in sentences)


def _in_text(analysis: Analysis, params: Params) -> Iterator[tuple[Hits, int, int]]:
    """The sentences of the page that have a term of the first lexicon of a list."""
    for lexicons in params.wording:
        for hit in analysis.hits[lexicons[0]]:
            if sentence := analysis.sentences.at(hit.start):
                yield analysis.hits, sentence.start, sentence.end


def _in_fields(analysis: Analysis) -> Iterator[tuple[Hits, int, int]]:
    """The texts of the front matter, such as questions with answers that the page template prints."""
    for field in analysis.document.fields:
        if field.origin == "front-matter" and field.value.count(" ") >= _FEWEST_SPACES:
            hits = scan(field.value, analysis.knowledge)
            for start, end in split_sentences(field.value, 0, len(field.value)):
                yield hits, start, end


def _says(hits: Hits, start: int, end: int, params: Params) -> bool:
    """Whether a sentence has a term of each lexicon of a list, in any order, no word counting for two."""
    for lexicons in params.wording:
        taken: list[tuple[int, int]] = []
        for lexicon in lexicons:
            terms = [(hit.start, hit.end) for hit in hits.within(lexicon, start, end)]
            free = [term for term in terms if not any(overlaps(term, other) for other in taken)]
            if not free:
                break
            taken.append(free[0])
        else:
            return True
    return False


def _has_component(analysis: Analysis, params: Params) -> bool:
    """Whether a template element or a metadata field stands for the statement: `<Disclaimer />`, `disclaimer: true`."""
    document = analysis.document
    names = [f"{component.name} {component.arguments}" for component in document.components]
    names += [field.key for field in document.fields if field.value.lower() not in _NO]
    return any(part in re.sub(r"[\W_]+", "", name.lower()) for name in names for part in params.components)


_FEWEST_SPACES = 5  # in a field that holds a sentence
_NO = frozenset({"", "false", "no", "none", "null", "off", "0"})
