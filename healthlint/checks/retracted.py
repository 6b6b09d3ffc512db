"""Finds sources that were retracted, and those that nobody has reviewed yet and that are not called so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.retractions import edition_of, look_up
from healthlint.analysis.source_tiers import tier_of
from healthlint.analysis.sources import find_sources
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.retractions import Retraction
    from healthlint.analysis.sources import Source


class Params(NamedTuple):
    """Nothing to set."""


WORDS: tuple[str, ...] = ("when", "as_of")
VARIANTS: tuple[str, ...] = ("labelled", "retracted", "concern", "preprint")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding for each paper. Where the article itself speaks of retraction or preprints, its readers know."""
    sources = find_sources(analysis.document, analysis.references, analysis.citations, analysis.hits)
    papers = _once(sources)
    taken_back = [*_labelled(analysis), *_retracted(analysis, papers)]
    if taken_back and not _speaks_of(analysis, _RETRACTION):
        yield from taken_back
    unread = list(_preprints(analysis, papers))
    if unread and not _speaks_of(analysis, _PREPRINT):
        yield from unread


def _once(sources: Iterator[Source]) -> list[Source]:
    """The sources, each paper where it stands first."""
    found: dict[str, Source] = {}
    for source in sources:
        found.setdefault(source.doi or source.pmid or source.url, source)
    return list(found.values())


def _speaks_of(analysis: Analysis, pattern: re.Pattern[str]) -> bool:
    """Whether the body has a phrase."""
    return any(
        pattern.search(analysis.text, *block.span)
        for block, zone in zip(analysis.document.blocks, analysis.zones, strict=True)
        if zone == "body" and block.kind != "code"
    )


def _labelled(analysis: Analysis) -> Iterator[Finding]:
    """The entries of the list whose own title says that they were retracted."""
    for entry in analysis.references.entries:
        if match := _LABEL.search(analysis.text, entry.start, entry.end):
            yield Finding(TextSpan(*match.span()), {"when": "", "as_of": ""}, variant="labelled")


def _retracted(analysis: Analysis, papers: list[Source]) -> Iterator[Finding]:
    """The papers that the database has, unless the list says so itself."""
    database = analysis.policy.retractions
    names = {name: source for source in papers for name in _names(source)}
    if database is None or not names:
        return
    known = look_up(database, names)
    as_of = edition_of(database).as_of if known else ""
    told: set[Source] = set()
    for name, source in names.items():
        if name in known and source not in told and not _LABEL.search(analysis.text, *source.words):
            told.add(source)
            yield _finding(source, known[name], as_of)


def _finding(source: Source, retraction: Retraction, as_of: str) -> Finding:
    variant = "retracted" if retraction.kind == "retraction" else "concern"
    when = f" on {retraction.date}" if retraction.date else ""
    return Finding(source.place, {"when": when, "as_of": as_of}, variant=variant)


def _names(source: Source) -> Iterator[str]:
    if source.doi:
        yield f"doi:{source.doi}"
    if source.pmid:
        yield f"pmid:{source.pmid}"


def _preprints(analysis: Analysis, papers: list[Source]) -> Iterator[Finding]:
    """The papers on servers of preprints whose entry does not say that this is one."""
    for source in papers:
        is_preprint = tier_of(source.url, source.doi, analysis.knowledge) == "preprint"
        if is_preprint and not source.is_reading and not _PREPRINT.search(analysis.text, *source.words):
            yield Finding(source.place, {"when": "", "as_of": ""}, variant="preprint")


_LABEL = lazy_pattern(
    r"\bRETRACTED\b|\b[Rr]etracted(?: [Aa]rticle| [Pp]aper)?\b(?= ?[:\]])|\[[Rr]etracted\]|\[[Rr]etraction"
)
_RETRACTION = lazy_pattern(r"\bretract(?:ed|ion|ions|s)\b", re.IGNORECASE)
_PREPRINT = lazy_pattern(
    r"\bpre-?prints?\b|\bnot (?:yet )?(?:been )?(?:yet )?peer[- ]reviewed|\bbefore peer review", re.IGNORECASE
)
