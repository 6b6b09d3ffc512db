"""Finds sources that cannot carry a statement on health: videos, posts, shops, wikis, press releases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.source_tiers import is_at, own_hosts, read_address, tier_of
from healthlint.analysis.sources import find_sources
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.sources import Source

Weak = Literal["social", "shop", "wiki", "press-release", "portal"]


class Params(NamedTuple):
    """`tiers` of `source-tiers` are weak; the name of the tier is the variant."""

    tiers: tuple[Weak, ...] = ("social", "shop", "wiki", "press-release", "portal")


WORDS: tuple[str, ...] = ("site",)
VARIANTS: tuple[str, ...] = ("social", "shop", "wiki", "press-release", "portal", "official")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """The weak sources in the list, and those in the text on which a statement rests; each address once."""
    own = own_hosts(analysis.document, analysis.policy)
    seen: set[str] = set()
    bodies: frozenset[str] | None = None
    for source in find_sources(analysis.document, analysis.references, analysis.citations, analysis.hits):
        if not source.url or source.doi or source.pmid or source.is_reading or source.url in seen:
            continue
        tier = tier_of(source.url, "", analysis.knowledge)
        host = read_address(source.url).host
        if tier not in params.tiers or any(is_at(host, domain) for domain in own):
            continue
        if not source.listed and not _carries(analysis, source):
            continue
        seen.add(source.url)
        if tier == "social" and (channel := _channel_of(source.url)):
            bodies = _bodies(analysis) if bodies is None else bodies
            tier = "official" if channel in bodies else tier
        yield Finding(source.place, {"site": host}, variant=tier)


def _carries(analysis: Analysis, source: Source) -> bool:
    """Whether the sentence of a link states a number or what research found, and does not speak of the link itself."""
    sentence = analysis.sentences.at(source.words.start)
    if sentence is None or analysis.zones[sentence.block] != "body":
        return False
    if _OF_THE_POST.search(analysis.text, sentence.start, sentence.end):
        return False
    return bool(analysis.statistics.of(sentence) or analysis.attributions.of(sentence))


def _bodies(analysis: Analysis) -> frozenset[str]:
    """The names of bodies that are sources themselves, as channels write them: `cdc`."""
    return frozenset(
        _plain(form.text)
        for entry in analysis.knowledge.lexicons["named-sources"].entries
        if entry.notes.get("type") not in ("journal", "study")
        for form in entry.forms
    )


def _channel_of(url: str) -> str:
    """Whose channel a page is on: `youtube.com/@CDC`; empty where it does not tell."""
    return _plain(match[1]) if (match := _CHANNEL.search(url)) else ""


def _plain(name: str) -> str:
    return _MARKS.sub("", name).lower()


_MARKS = lazy_pattern(r"[\W_]+")
_CHANNEL = lazy_pattern(r"\.com/(?:@|user/|c/|company/)?([\w.-]+)")
_OF_THE_POST = lazy_pattern(
    r"\b(?:video|clip|post|posts|posted|tweet|tweeted|thread|page|channel|podcast|viral)\b", re.IGNORECASE
)
