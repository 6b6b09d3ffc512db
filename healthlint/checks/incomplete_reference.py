"""Finds references by which a reader could not tell what is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.reference_entry import tells_source
from healthlint.checks.uncited_reference import leads_to_page
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.references import Reference


class Params(NamedTuple):
    """`least`: how many of author, title, year and link must be missing."""

    least: int = 2


WORDS: tuple[str, ...] = ("parts",)
VARIANTS: tuple[str, ...] = ("bare", "incomplete", "honorific")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding an entry that is an address and no more or lacks parts, and one on titles among the authors."""
    titled: list[TextSpan] = []
    for entry in analysis.references.entries:
        place = TextSpan(entry.start, entry.end)
        words = analysis.text[slice(*place)]
        if not tells_source(entry):
            continue
        if _ADDRESS.fullmatch(words):
            if not (entry.doi or entry.pmid or entry.pmcid):
                yield Finding(place, {"parts": "all but the address"}, variant="bare")
            continue
        if entry.kind == "footnotes" or not leads_to_page(entry):
            continue
        missing = _missing(analysis, entry)
        if len(missing) >= params.least and (entry.kind != "reading" or "title" in missing):
            yield Finding(place, {"parts": " and ".join(missing)}, variant="incomplete")
        elif honorific := _HONORIFIC.match(words):
            start, end = honorific.span("who")
            titled.append(TextSpan(entry.start + start, entry.start + end))
    if titled:
        also = tuple(Related("also", place) for place in titled[1:])
        yield Finding(titled[0], {"parts": ""}, also, variant="honorific")


def _missing(analysis: Analysis, entry: Reference) -> list[str]:
    """What an entry does not tell. An identifier alone leads to all the rest."""
    if entry.doi or entry.pmid or entry.pmcid:
        return []
    bodies = analysis.hits.within("named-sources", entry.start, entry.end)
    names = {analysis.text[hit.start : hit.end].lower() for hit in bodies}
    title = "" if entry.title.lower() in names else entry.title
    told = {
        "author": entry.authors or entry.venue or bodies,
        "title": title,
        "year": entry.year,
        "link": entry.url or entry.venue,  # a journal with volume and pages can be found
    }
    return [part for part, value in told.items() if not value]


_ADDRESS = lazy_pattern(r"\W*(?:\d{1,3}[.)\]]\s*)?(?:https?://|www\.)\S+\s*")
_HONORIFIC = lazy_pattern(r"\W*(?:\d{1,3}[.)\]]\s*)?(?P<who>[^\W\d_][\w'’-]+, (?:Dr|Prof|Mr|Mrs|Ms)\.?(?: [A-Z]\.)+)")
