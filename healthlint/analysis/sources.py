"""Every source of an article that has an address or an identifier, in its list or in its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.identifiers import clean_doi
from healthlint.language.patterns import lazy_pattern
from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis.citations import Citations
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.references import Reference, References
    from healthlint.model.document import Document, Link
    from healthlint.model.span import Place


class Source(NamedTuple):
    """One source. At least one of `url`, `doi` and `pmid` is told."""

    words: TextSpan  # the entry of the list, or the link or identifier in the text
    place: Place  # of the address or identifier itself, as far as it can be told
    url: str = ""
    doi: str = ""  # lower case, without `https://doi.org/`
    pmid: str = ""
    block: int = -1
    listed: bool = True  # in the list of references
    is_reading: bool = False  # under "Further reading": nothing rests on it


def find_sources(document: Document, references: References, citations: Citations, hits: Hits) -> Iterator[Source]:
    """The sources in the list of references, then those in the text, in order."""
    readings, resources = _reading_blocks(document, references, hits)
    links = _Links(document)
    for entry in references.entries:
        if entry.url or entry.doi or entry.pmid:
            is_offered = entry.block in resources and entry.number is None and entry.year is None
            source = _listed(document, entry, links, is_reading=entry.block in readings)
            is_link = isinstance(source.place, SourceSpan) and entry.url not in document.text[entry.start : entry.end]
            yield source._replace(is_reading=source.is_reading or (is_offered and is_link))
    for citation in citations.all:
        span = TextSpan(citation.start, citation.end)
        if citation.kind == "link":
            link = links.at(span.start, citation.target)
            place = link.url_source if link else span
            yield Source(span, place, citation.target, clean_doi(citation.target), _pmid(citation.target),
                         citation.block, listed=False)  # fmt: skip
        elif citation.kind == "identifier":
            doi = clean_doi(citation.target)
            pmid = citation.target[4:].strip(": ") if citation.target.startswith("PMID") else ""
            if doi or pmid:
                words = document.text[slice(*span)]
                at = max(words.lower().find(doi or pmid), 0)
                span = TextSpan(span.start, span.start + at + len(doi or pmid))  # without the mark that follows it
                yield Source(span, span, "", doi, pmid, citation.block, listed=False)


class _Links:
    """The links of a document by where their words begin."""

    def __init__(self, document: Document) -> None:
        self._by_start: dict[int, list[Link]] = {}
        for link in document.links:
            if link.kind != "image":
                self._by_start.setdefault(link.span.start, []).append(link)

    def at(self, start: int, url: str) -> Link | None:
        return next((link for link in self._by_start.get(start, ()) if link.url == url), None)

    def within(self, start: int, end: int, url: str) -> Link | None:
        return next((link for at in range(start, end + 1) if (link := self.at(at, url))), None) if url else None


def _listed(document: Document, entry: Reference, links: _Links, *, is_reading: bool) -> Source:
    words = TextSpan(entry.start, entry.end)
    place: Place = words
    if link := links.within(*words, entry.url):
        place = link.url_source
    elif told := next((each for each in (entry.url, entry.doi) if each), ""):
        at = document.text.find(told, *words)
        place = TextSpan(at, at + len(told)) if at >= 0 else words
    return Source(words, place, entry.url, clean_doi(entry.doi), entry.pmid, entry.block, True, is_reading)


def _reading_blocks(document: Document, references: References, hits: Hits) -> tuple[set[int], set[int]]:
    """The blocks of lists that are called further reading, or resources where another list holds the sources.

    Behind these the blocks of lists of resources that may be the sources: the only list, in which linked titles are
    offered to readers, and numbered lines or plain addresses tell where the text comes from.
    """
    listed = {entry.block for entry in references.entries}
    lists: dict[str, set[int]] = {"sources": set(), "reading": set(), "resources": set()}
    kind = "sources"
    for index in sorted(references.blocks):
        span = document.blocks[index].span
        if index in listed:
            lists[kind].add(index)
        elif _PROMISES_SOURCES.search(heading := hits.folded[slice(*span)]):
            kind = "sources"
        elif hits.any_within("reference-headings.reading", *span):
            kind = "reading" if _READING.search(heading) else "resources"
        else:
            kind = "sources"
    if lists["sources"]:
        return lists["reading"] | lists["resources"], set()
    return lists["reading"], lists["resources"]


_PROMISES_SOURCES = lazy_pattern(r"\b(?:sources|references)\b")  # "Sources and further reading"
_READING = lazy_pattern(r"\b(?:reading|links)\b")


def _pmid(url: str) -> str:
    """The number in an address of PubMed."""
    match = _PUBMED.search(url)
    return match[1] if match else ""


_PUBMED = lazy_pattern(r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d+)", re.IGNORECASE)
