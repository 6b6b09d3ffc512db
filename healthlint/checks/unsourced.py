"""Finds articles that assert much and name no source at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.citation_marks import host_of
from healthlint.analysis.reference_entry import tells_source
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.citations import Citation


class Params(NamedTuple):
    """`least` sentences of claims, statistics or talk of research need a source, `many` need more than one.

    Articles in which `sparse` words go by for each of them are about something else. `fields` of the metadata may list
    the sources.
    """

    least: int = 3
    many: int = 15
    words: int = 150
    sparse: int = 250
    fields: tuple[str, ...] = ()


WORDS: tuple[str, ...] = ("count",)
VARIANTS: tuple[str, ...] = ("none", "one")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding on the whole article: it has `none`, or only `one` for a lot of statements.

    A name dropped in passing is no source that readers can follow, nor is the home page of anybody.
    """
    if analysis.article.words < params.words or _has_field(analysis, params) or _is_listing(analysis):
        return
    if any(tells_source(entry) for entry in analysis.references.entries):
        return
    sources = {host_of(citation.target) or citation.target for citation in analysis.citations.all if _leads(citation)}
    if len(sources) > 1:
        return
    count = _assertions(analysis)
    if count >= max(params.many if sources else params.least, analysis.article.words / params.sparse):
        yield Finding(analysis.whole, {"count": count}, variant="one" if sources else "none")


def _leads(citation: Citation) -> bool:
    """Whether a citation leads to a page on something, and not just to a site."""
    is_lost = citation.kind == "marker" and not citation.references
    if not citation.resolved or is_lost or citation.kind in _NAMES:
        return False
    return citation.kind != "link" or not _HOME_PAGE.fullmatch(citation.target)


_FEWEST_LINKED = 3  # headings
_NAMES = ("named", "source-line")
_HOME_PAGE = lazy_pattern(r"(?:https?:)?//(?![^/]*\.(?:gov|edu|int|ac\.uk)/?$)[^/?#]+/?", re.IGNORECASE)


def _has_field(analysis: Analysis, params: Params) -> bool:
    keys = (re.sub(r"[\W_]+", "", field.key.partition(".")[0]) for field in analysis.document.fields if field.value)
    return any(key in params.fields for key in keys)


def _is_listing(analysis: Analysis) -> bool:
    """Whether most headings are links: the page lists articles, and quotes what each of them begins with."""
    links = {link.span.start for link in analysis.document.links}
    headings = [
        block.span.start in links
        for index, block in enumerate(analysis.document.blocks)
        if block.kind == "heading" and analysis.zones[index] == "body"
    ]
    return sum(headings) >= _FEWEST_LINKED and sum(headings) * 2 > len(headings)


def _assertions(analysis: Analysis) -> int:
    """The number of sentences of the body that say something for which readers want a source."""
    sentences = {claim.sentence for claim in analysis.claims}
    sentences.update(sentence for sentence, _ in analysis.statistics.items())
    attributions = analysis.attributions
    sentences.update(sentence for sentence in attributions.candidates if attributions.of(sentence))
    return sum(analysis.zones[sentence.block] == "body" for sentence in sentences)
