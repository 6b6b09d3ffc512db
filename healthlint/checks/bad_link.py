"""Finds addresses and identifiers that cannot lead anywhere, and those that lead by way of a campaign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.source_tiers import is_at, own_hosts, read_address
from healthlint.checks import is_inline_code
from healthlint.language.identifiers import fault_of, is_isbn, is_nct, is_pmcid, is_pmid, is_tracked
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.model.document import Link


class Params(NamedTuple):
    """Nothing to set."""


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("address", "space", "local", "doi", "pmid", "pmcid", "isbn", "trial", "tracking")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Links in the order of the page, then identifiers."""
    own = own_hosts(analysis.document, analysis.policy)
    for link in analysis.document.links:
        zone, is_code = _zone(analysis, link.span.start)
        if link.kind == "image" or is_code or zone == "chrome" or _TEMPLATE.search(link.url):
            continue
        if variant := _fault(link):
            yield Finding(link.url_source, variant=variant)
        elif zone == "references" and is_tracked(link.url):
            host = read_address(link.url).host
            if not any(is_at(host, domain) for domain in own):
                yield Finding(link.url_source, variant="tracking")
    yield from _identifiers(analysis)


def _zone(analysis: Analysis, offset: int) -> tuple[str, bool]:
    """The zone of a place, and whether it is code."""
    sentence = analysis.sentences.at(offset)
    if sentence is None:
        return "body", False
    is_code = analysis.document.blocks[sentence.block].kind == "code"
    return analysis.zones[sentence.block], is_code


def _fault(link: Link) -> str | None:
    """The variant for what is wrong with a link."""
    fault = fault_of(link.url)
    return {"scheme": "address", "host": "address"}.get(fault, fault) if fault else None


def _identifiers(analysis: Analysis) -> Iterator[Finding]:
    """The identifiers in words that are not written as such ones are."""
    text, folded = analysis.text, analysis.hits.folded
    for variant, label, pattern, is_right in _PATTERNS:
        for match in pattern.finditer(text) if label in text or label in folded else ():
            if is_right(match[1].rstrip(".,;)")):
                continue
            zone, is_code = _zone(analysis, match.start())
            if zone != "chrome" and not is_code and not is_inline_code(match.start(), analysis):
                yield Finding(TextSpan(match.start(), match.start() + len(match[0].rstrip(".,;)"))), variant=variant)


def _is_doi(written: str) -> bool:
    return re.match(r"10\.\d{4,9}(?:\.\d+)*/\S", written) is not None


_PATTERNS = (  # what a label announces; NCT is label and number in one
    ("doi", "doi:", lazy_pattern(r"\bdoi:\s?(10\.[^\s\"<>]*)", re.IGNORECASE), _is_doi),
    ("pmid", "PMID", lazy_pattern(r"\bPMID:?\s?(\d+)\b"), is_pmid),
    ("pmcid", "PMCID", lazy_pattern(r"\bPMCID:?\s?(\w*\d\w*)\b"), is_pmcid),
    (
        "isbn",
        "ISBN",
        lazy_pattern(r"\bISBN(?:-1[03])?:?\s?((?:97[89](?:[ -]?\d){10}|\d(?:[ -]?\d){8}[ -]?[\dX])\b|\d[\dX-]{4,20})"),
        is_isbn,
    ),
    ("trial", "NCT", lazy_pattern(r"\b(NCT\s?\d{3,})\b"), is_nct),
)
_TEMPLATE = lazy_pattern(
    r"\{\{|\{%|<%|\$\{|example\.(?:com|org|net)\b", re.IGNORECASE
)  # filled in later, or shown as one
