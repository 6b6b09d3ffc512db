"""Finds that an article lacks a statement that it needs, in whatever words it could be made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.wordings import has_component, is_said
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
    if has_component(analysis.document, params.components) or is_said(analysis, params.wording):
        return
    yield Finding(analysis.whole)


def _in_body(analysis: Analysis, lexicon: LexiconName) -> bool:
    sentences = (analysis.sentences.at(hit.start) for hit in analysis.hits[lexicon])
    return any(sentence is not None and analysis.zones[sentence.block] == "body" for sentence in sentences)
