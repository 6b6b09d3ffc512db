"""Finds pages that sell what they write about and do not say whose they are or who pays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.source_tiers import own_hosts, tier_of
from healthlint.checks import LexiconName
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit


class Params(NamedTuple):
    """`offers`: what only a page that sells says. `services`: what is sold; a heading that praises it is shown first.

    `disclosures`: words that say who pays or owns; `components`: parts of names of template elements and metadata keys
    that say it. `public`: the tiers of houses that everybody knows and that live on no sales.
    """

    offers: LexiconName
    services: LexiconName
    disclosures: LexiconName
    components: tuple[str, ...] = ()
    public: tuple[str, ...] = ()


WORDS: tuple[str, ...] = ("offer",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding at the heading that praises a service, or else at the first offer."""
    offers = [hit for hit in analysis.hits[params.offers] if _is_made_here(analysis, hit)]
    if not offers or analysis.hits[params.disclosures] or _has_component(analysis, params.components):
        return
    if any(tier_of(f"https://{host}/", "", analysis.knowledge) in params.public for host in _hosts(analysis)):
        return
    spans = [TextSpan(hit.start, hit.end) for hit in offers]
    words = analysis.text[slice(*spans[0])]
    if praised := _praised(analysis, params.services):
        yield Finding(praised, {"offer": words}, (Related("evidence", spans[0]),))
    else:
        yield Finding(spans[0], {"offer": words}, tuple(Related("also", span) for span in spans[1:4]))


def _is_made_here(analysis: Analysis, hit: Hit) -> bool:
    """Whether an offer is the page's own, and not one that is spoken of: "sites that say “buy now”"."""
    sentence = analysis.sentences.at(hit.start)
    if sentence is None or analysis.document.blocks[sentence.block].kind in ("quote", "code"):
        return False
    return analysis.text[max(hit.start - 1, 0) : hit.start] not in ("“", '"', "‘")


def _praised(analysis: Analysis, services: LexiconName) -> TextSpan | None:
    """The first service in a heading that says what it can do."""
    for hit in analysis.hits[services]:
        sentence = analysis.sentences.at(hit.start)
        if sentence is None or analysis.zones[sentence.block] != "body":
            continue
        block = analysis.document.blocks[sentence.block]
        if block.kind == "heading" and _PRAISES.search(analysis.text, *block.span):
            return TextSpan(hit.start, hit.end)
    return None


def _hosts(analysis: Analysis) -> tuple[str, ...]:
    return own_hosts(analysis.document, analysis.policy)


def _has_component(analysis: Analysis, parts: tuple[str, ...]) -> bool:
    """Whether a template element or a metadata field discloses: `<AffiliateNote />`, `sponsored: true`."""
    document = analysis.document
    names = [component.name for component in document.components]
    names += [field.key for field in document.fields if field.value.lower() not in ("", "false", "no")]
    return any(part in re.sub(r"[\W_]+", "", name.lower()) for name in names for part in parts)


_PRAISES = lazy_pattern(r"\b(?:helps?|supports?|benefits?|treats?|works?|approach|why|heals?)\b", re.IGNORECASE)
