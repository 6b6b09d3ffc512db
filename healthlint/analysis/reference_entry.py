"""One line of a reference list: its number, authors, year and identifiers, whatever the style."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.reference_parts import read_parts
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.model.document import Block, Link


ListKind = Literal["references", "reading", "footnotes", "unheaded"]


class Reference(NamedTuple):
    """One entry of a reference list."""

    block: int  # index of its block
    start: int  # its text
    end: int
    number: int | None = None  # as numbered in the list
    label: str = ""  # of a footnote definition
    authors: tuple[str, ...] = ()  # family names, or the organisation, as far as told
    year: int | None = None
    url: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    title: str = ""
    venue: str = ""  # the journal, the publisher or the site
    kind: ListKind = "references"  # of its list: what the heading says, or that there is none


def split_entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The entries of one block: its lines, or the pieces of "[1] Poe J. … [2] Roe K. …"."""
    breaks = [start, *(mark.end() for mark in _NEXT_ENTRY.finditer(text, start, end)), end]
    for begin, stop in pairwise(breaks):
        if words := text[begin:stop].strip():
            begin += text[begin:stop].index(words)
            yield begin, begin + len(words)


def read_entry(
    text: str, index: int, block: Block, start: int, end: int, links: Sequence[Link], kind: ListKind = "references"
) -> Reference:
    """What an entry of block `index` tells; `links` are those inside it."""
    words = text[start:end]
    number = _NUMBER.match(words)
    body = words[number.end() :] if number else words
    url = _address(words, links)
    doi = _DOI.search(url) or _DOI.search(words)
    pmid = _PMID.search(words) or _PMID.search(url)
    pmcid = _PMCID.search(words) or _PMCID.search(url)
    parts = read_parts(body)
    return Reference(
        index,
        start,
        end,
        _number(block, number),
        block.marker if block.region == "footnote" else "",
        parts.authors,
        parts.year,
        url,
        _SUFFIX.sub("", _unclosed(doi[0])) if doi else "",
        pmid[1] or pmid[2] if pmid else "",
        pmcid[0].upper() if pmcid else "",
        parts.title,
        parts.venue,
        kind,
    )


def tells_source(entry: Reference) -> bool:
    """Whether an entry can be followed: it leads out of the site, gives a year, or names who said what."""
    return bool(
        entry.doi
        or entry.pmid
        or entry.pmcid
        or entry.year
        or entry.url.lower().startswith(("http", "www."))
        or (entry.authors and entry.title and not entry.url and entry.kind != "footnotes")
    )


def is_reference(words: str) -> bool:
    """Whether a line has the shape of a reference: names, then a year, or an identifier at its end."""
    if ("10." in words or "pmid" in words.lower()) and _BARE.fullmatch(words):
        return True
    if len(words) > _LONGEST or not _HINT.search(words) or len(words.split()) < _FEWEST_WORDS:
        return False
    if _NAMES_AND_YEAR.match(words) or _VOLUME.search(words):
        return True
    address = _DOI.search(words) or _PMID.search(words) or _URL.search(words)
    return bool(address) and len(words) - address.end() < 30 and not _ADDRESSES_READER.search(words)  # type: ignore[union-attr]


_LONGEST, _FEWEST_WORDS = 1000, 6
_HINT = lazy_pattern(r"19\d\d|20\d\d|https?:|www\.|10\.\d{4}|PMID")
_BARE = lazy_pattern(  # no more than an identifier
    r"\W*(?:\d{1,3}[.)\]]\s*)?(?:(?:https?://(?:dx\.)?doi\.org/|doi: ?)10\.\d{4,9}/\S+|PMID:? ?\d{5,9})\s*",
    re.IGNORECASE,
)
_NEXT_ENTRY = lazy_pattern(r"\n\s*(?=\S)|\s(?=\[\d{1,3}\]\s)")
_NUMBER = lazy_pattern(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)])\s+")
_URL = lazy_pattern(r"https?://[^\s<>\"]+|www\.[^\s<>\"]+")
_DOI = lazy_pattern(r"\b10\.\d{4,9}/[^\s\"<>]+")
_PMID = lazy_pattern(r"\bPMID:? ?(?=\d)(\d{5,9})\b|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/(\d{5,9})\b", re.IGNORECASE)
_PMCID = lazy_pattern(r"\bPMC\d{4,9}\b", re.IGNORECASE)
_SUFFIX = lazy_pattern(
    r"(?:/(?:full|abstract|pdf|epdf|fulltext|meta)|\.pdf|[?#].*)$", re.IGNORECASE
)  # of the publisher's page
_NAMES_AND_YEAR = lazy_pattern(  # "Poe, J., & Roe, K. (2020, May 3). Title" and "World Heart Union. (2019). Title"
    r"\W{0,3}(?:\d{1,3}[.)\]]\s*)?[A-ZÀ-Þ][^()\n]{2,400}\((?:19|20)\d\d[a-z]?(?:, [^()]{3,20})?\)[.,:]"
)
_VOLUME = lazy_pattern(
    r"\b(?:19|20)\d\d(?: [A-Z][a-z]{2}(?: \d\d?)?)?; ?\d+ ?(?:\(|:)|\bvol\. \d+, .{0,40}\b(?:19|20)\d\d\b"
)
_ADDRESSES_READER = lazy_pattern(r"\b(?:you|your|we|our|us|click|visit)\b", re.IGNORECASE)


def _address(words: str, links: Sequence[Link]) -> str:
    """The first address of an entry that leads out of the page."""
    urls = [link.url for link in links if link.kind != "image"] or [_unclosed(url) for url in _URL.findall(words)]
    return next((url for url in urls if not url.startswith("#")), "")


def _unclosed(address: str) -> str:
    """An address without the marks that follow it; a bracket stays if it was opened inside: `10.1016/s1734(13)`."""
    while address and (address[-1] in ".,;:\"'" or (address[-1] == ")" and address.count("(") < address.count(")"))):
        address = address[:-1]
    return address


def _number(block: Block, number: re.Match[str] | None) -> int | None:
    """The number of an entry, as written before it or as the list counts."""
    if number:
        return int(number[1] or number[2] or number[3])
    written = re.match(r"\d+", block.marker) if block.region != "footnote" else None
    return block.row or int(written[0]) if written else None
