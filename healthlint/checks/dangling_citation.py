"""Finds citations that lead nowhere."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, units_in
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.citations import Citation
    from healthlint.model.span import Place


class Params(NamedTuple):
    """`placeholders`: what writers put where a source is still to come."""

    placeholders: LexiconName
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("label", "last")
VARIANTS: tuple[str, ...] = ("number", "no-list", "footnote", "author", "placeholder")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a mark whose entry does not exist, and one a placeholder."""
    unresolved = [citation for citation in analysis.citations.all if not citation.resolved]
    if unresolved:
        yield from _dangling(analysis, unresolved)
    for unit in units_in(analysis, params.scope):
        for hit in analysis.hits.within(params.placeholders, *unit):
            yield Finding(TextSpan(hit.start, hit.end), {"label": "", "last": 0}, variant="placeholder")


class _List(NamedTuple):
    """What the reference list is like, and how the text cites it."""

    length: int  # without footnotes
    last: int  # its highest number
    is_numbered: bool
    is_by_author: bool  # its entries have authors and years, and some are cited by them
    used: frozenset[str]  # kinds of citations that lead to entries
    is_empty: bool  # there are not even footnotes


def _dangling(analysis: Analysis, unresolved: Sequence[Citation]) -> Iterator[Finding]:
    """The marks of which it is plain that something is missing, each once."""
    listed = _read_list(analysis)
    links = sorted(link.span for link in analysis.document.links)
    marks = {(mark.offset, mark.label): mark for mark in analysis.document.marks}
    seen: set[tuple[str, str]] = set()
    for citation in unresolved:
        variant = _variant(analysis, citation, listed)
        if variant is None or (citation.kind, citation.target) in seen or _is_linked(citation, links):
            continue
        seen.add((citation.kind, citation.target))
        place: Place = TextSpan(citation.start, citation.end)
        if citation.end == citation.start and (mark := marks.get((citation.start, citation.target))):
            place = mark.source  # pure markup stands in the source only
        yield Finding(place, {"label": citation.target, "last": listed.last}, variant=variant)


def _read_list(analysis: Analysis) -> _List:
    entries = [entry for entry in analysis.references.entries if entry.kind != "footnotes"]
    used = frozenset(citation.kind for citation in analysis.citations.all if citation.resolved)
    return _List(
        len(entries),
        max(analysis.references.by_number, default=0),
        any(entry.number is not None for entry in entries),
        "author-year" in used and sum(bool(entry.year and entry.authors) for entry in entries) > 2,
        used,
        not analysis.references.entries,
    )


def _variant(analysis: Analysis, citation: Citation, listed: _List) -> str | None:
    """What is missing, if it is plain that something is. What is quoted may have its list elsewhere."""
    block = analysis.document.blocks[citation.block]
    if block.kind == "quote" or citation.start == block.span.start:
        return None
    if citation.kind == "footnote":
        return "footnote"
    if citation.kind == "author-year":
        return "author" if listed.is_by_author and _is_plain(citation.target) else None
    if listed.length > 1:
        return "number" if listed.is_numbered or citation.kind in listed.used else None
    return "no-list" if citation.kind == "marker" and listed.is_empty else None


def _is_plain(target: str) -> bool:
    """Whether these are surely authors: "Osei et al., 2019", "Osei & Lind, 2020", and not the end of a title."""
    return "et al" in target or " & " in target or ("," in target and "(" not in target)


def _is_linked(citation: Citation, links: list[TextSpan]) -> bool:
    """Whether the mark is a link, which leads somewhere after all."""
    index = bisect_right(links, (citation.start, 1 << 60)) - 1
    return index >= 0 and links[index].start <= citation.start <= links[index].end
