"""Finds pages that earn by their links and do not say so, or say so only afterwards."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs, urlsplit

from healthlint.analysis.source_tiers import is_at, own_hosts, read_address, tier_of
from healthlint.analysis.wordings import has_component, is_said
from healthlint.checks import LexiconName
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding, Related
from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.model.document import Block, Link


class Params(NamedTuple):
    """`marks`: the table of how paid links look. `coupons`: words before a code that tells the shop who sent the buyer.

    `disclosures`: words that say that the page earns; `components`: parts of names of template elements and metadata
    keys that say it.
    """

    marks: str
    coupons: LexiconName
    disclosures: LexiconName
    components: tuple[str, ...] = ()


WORDS: tuple[str, ...] = ("words", "network")
VARIANTS: tuple[str, ...] = ("late",)


class _Paid(NamedTuple):
    offset: int  # in the prose
    place: TextSpan | SourceSpan
    words: str
    network: str


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding at the first paid link or code; `late` where the page says that it earns, but further down."""
    paid = sorted([*_links(analysis, params.marks), *_codes(analysis, params.coupons)], key=lambda each: each.offset)
    if not paid or has_component(analysis.document, params.components):
        return
    told = analysis.hits[params.disclosures]
    if told and told[0].start < paid[0].offset + _BESIDE:
        return
    late = bool(told) or is_said(analysis, ((params.disclosures,),))
    first, *others = paid
    related = tuple(Related("also", each.place) for each in others[:_MOST_OTHERS])
    data = {"words": first.words or first.network, "network": first.network}
    yield Finding(first.place, data, related, variant="late" if late else None)


def _links(analysis: Analysis, table: str) -> Iterator[_Paid]:
    """The paid links of the body."""
    own = own_hosts(analysis.document, analysis.policy)
    for link in analysis.document.links:
        if link.kind == "image" or _zone(analysis, link.span.start) in ("chrome", "references"):
            continue
        network = _network(link, analysis, table)
        if network and not any(is_at(read_address(link.url).host, host) for host in own):
            words = " ".join(analysis.text[slice(*link.span)].split())
            yield _Paid(link.span.start, link.span if words else link.url_source, words, network)


def _network(link: Link, analysis: Analysis, table: str) -> str:
    """Who pays for a link; empty where nothing in its address says that somebody does."""
    rows = analysis.knowledge.facts[table].by("in")
    host = read_address(link.url).host
    if not host:
        return ""
    for row in rows.get("host", ()):
        if is_at(host, row["mark"]):
            return row["network"]
    try:
        query = parse_qs(urlsplit(link.url.replace("&amp;", "&")).query)
    except ValueError:  # more fields than anybody writes
        return ""
    is_amazon = host.startswith("amazon.")
    for row in rows.get("key", ()):
        if value := query.get(row["mark"]):
            if row["mark"] == "tag" or is_amazon:
                if row["mark"] == "tag" and is_amazon and _TAG.search(value[0]):
                    return row["network"]
            elif tier_of(link.url, "", analysis.knowledge) in ("", "shop"):
                return row["network"]
    return ""


def _codes(analysis: Analysis, coupons: LexiconName) -> Iterator[_Paid]:
    """The codes for buyers that the body gives, as in “use code LEGS10”."""
    for hit in analysis.hits[coupons]:
        code = _CODE.match(analysis.text, hit.end)
        if code and _zone(analysis, hit.start) == "body":
            span = TextSpan(hit.start, code.end("code"))
            yield _Paid(hit.start, span, analysis.text[slice(*span)], "a seller's own programme")


def _zone(analysis: Analysis, offset: int) -> str:
    index = bisect_right(analysis.document.blocks, offset, key=_start) - 1
    return analysis.zones[index] if index >= 0 else ""


def _start(block: Block) -> int:
    return block.span.start


_CODE = lazy_pattern(r"[:\s“”‘’\"'*]{1,4}(?P<code>[A-Z][A-Z0-9]{3,19}\b|(?<=[“‘\"'*])\w{4,20}\b)")
_TAG = lazy_pattern(r"-2\d\Z")  # "walker-20": how Amazon ends the names of its associates
_BESIDE = 300  # characters: a sentence right after the link still stands beside it
_MOST_OTHERS = 3
