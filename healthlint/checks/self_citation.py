"""Finds reference lists that lead to one site above all: the publisher's own, or one that sells."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.source_tiers import is_at, own_hosts, read_address, site_of, tier_of
from healthlint.analysis.sources import find_sources
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.sources import Source


class Params(NamedTuple):
    """At least `least` entries, and a `percent` of all that have an address, lead to the same site.

    `trusted` are the tiers of sites that may be cited as often as they have something to say.
    """

    least: int = 3
    percent: int = 50
    trusted: tuple[str, ...] = ()


WORDS: tuple[str, ...] = ("count", "all", "site")
VARIANTS: tuple[str, ...] = ("own", "one-site")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding at the first such entry, with the others beside it."""
    sources = find_sources(analysis.document, analysis.references, analysis.citations, analysis.hits)
    listed = [source for source in sources if source.listed]
    by_site: dict[str, list[Source]] = defaultdict(list)
    for source in listed:
        host = read_address(source.url).host
        if host and not source.doi and not source.pmid:
            by_site[site_of(host)].append(source)
    own = own_hosts(analysis.document, analysis.policy)
    for site, found in by_site.items():
        if len(found) < params.least or len(found) * 100 < params.percent * len(listed):
            continue
        if any(tier_of(source.url, "", analysis.knowledge) in params.trusted for source in found):
            continue
        is_own = any(is_at(read_address(found[0].url).host, site_of(domain)) for domain in own)
        if is_own or _has_name(site, analysis) or _SELLS.search(site):
            yield Finding(
                found[0].place,
                {"count": len(found), "all": len(analysis.references.entries), "site": site},
                tuple(Related("also", source.place) for source in found[1:]),
                variant="own" if is_own or _has_name(site, analysis) else "one-site",
            )


def _has_name(site: str, analysis: Analysis) -> bool:
    """Whether a site has the name that the page gives to its own: `calmeyes.com` of "Calm Eyes"."""
    label = re.sub(r"[\W_]+", "", site.partition(".")[0])
    names = [*analysis.metadata.of("site"), *analysis.metadata.of("author")]
    return any(re.sub(r"[\W_]+", "", name.value.lower()) == label for name in names)


_SELLS = lazy_pattern(r"\.(?:com|co|net|biz|shop|store|io|me|health|clinic|us|co\.uk|com\.au)\Z")
