"""Finds that an article lacks a statement that it needs, in whatever words it could be made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.checks import LexiconName
from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


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
    if not _has_component(analysis, params) and not any(_is_said(analysis, *lexicons) for lexicons in params.wording):
        yield Finding(analysis.whole)


def _in_body(analysis: Analysis, lexicon: LexiconName) -> bool:
    sentences = (analysis.sentences.at(hit.start) for hit in analysis.hits[lexicon])
    return any(sentence is not None and analysis.zones[sentence.block] == "body" for sentence in sentences)


def _is_said(analysis: Analysis, first: LexiconName, *others: LexiconName) -> bool:
    """Whether a sentence has a term of each lexicon, in any order, no word counting for two."""
    for hit in analysis.hits[first]:
        sentence = analysis.sentences.at(hit.start)
        if sentence is None:
            continue
        taken = [(hit.start, hit.end)]
        for lexicon in others:
            rest = [
                (other.start, other.end)
                for other in analysis.hits.within(lexicon, sentence.start, sentence.end)
                if all(other.end <= start or end <= other.start for start, end in taken)
            ]
            if not rest:
                break
            taken.append(rest[0])
        else:
            return True
    return False


def _has_component(analysis: Analysis, params: Params) -> bool:
    """Whether a template element or a metadata field stands for the statement: `<Disclaimer />`, `disclaimer: true`."""
    document = analysis.document
    names = [f"{component.name} {component.arguments}" for component in document.components]
    names += [field.key for field in document.fields if field.value.lower() not in _NO]
    return any(part in re.sub(r"[\W_]+", "", name.lower()) for name in names for part in params.components)


_NO = frozenset({"", "false", "no", "none", "null", "off", "0"})
