"""Finds citations that lead nowhere."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, units_in
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    links = sorted(link.span for link in analysis.document.links)
    seen: set[tuple[str, str]] = set()
    for citation in analysis.citations.all:
        variant = None if citation.resolved else _variant(analysis, citation)
        if variant is None or _is_linked(citation, links) or (citation.kind, citation.target) in seen:
            continue
        seen.add((citation.kind, citation.target))
        last = max(analysis.references.by_number, default=0)
        yield Finding(_place(analysis, citation), {"label": citation.target, "last": last}, variant=variant)
    for unit in units_in(analysis, params.scope):
        for hit in analysis.hits.within(params.placeholders, *unit):
            yield Finding(TextSpan(hit.start, hit.end), {"label": "", "last": 0}, variant="placeholder")


def _variant(analysis: Analysis, citation: Citation) -> str | None:
    """What is missing, if it is plain that something is. What is quoted may have its list elsewhere."""
    block = analysis.document.blocks[citation.block]
    if block.kind == "quote" or citation.start == block.span.start:
        return None
    entries = analysis.references.entries
    if citation.kind == "footnote":
        return "footnote"
    if citation.kind == "author-year":
        return "author" if _cites_by_author(analysis) and _is_plain(citation.target) else None
    listed = [entry for entry in entries if entry.kind != "footnotes"]
    if len(listed) > 1:
        is_numbered = any(entry.number is not None for entry in listed)
        return "number" if is_numbered or _is_resolved_elsewhere(analysis, citation.kind) else None
    return "no-list" if citation.kind == "marker" and not entries else None


def _is_resolved_elsewhere(analysis: Analysis, kind: str) -> bool:
    return any(citation.kind == kind and citation.resolved for citation in analysis.citations.all)


def _cites_by_author(analysis: Analysis) -> bool:
    """Whether the list is one of authors and years, and the text cites by them."""
    dated = [entry for entry in analysis.references.entries if entry.year and entry.authors]
    return len(dated) > 2 and _is_resolved_elsewhere(analysis, "author-year")


def _is_plain(target: str) -> bool:
    """Whether these are surely authors: "Osei et al., 2019", "Osei & Lind, 2020", and not the end of a title."""
    return "et al" in target or " & " in target or ("," in target and "(" not in target)


def _is_linked(citation: Citation, links: list[TextSpan]) -> bool:
    """Whether the mark is a link, which leads somewhere after all."""
    index = bisect_right(links, (citation.start, 1 << 60)) - 1
    return index >= 0 and links[index].start <= citation.start <= links[index].end


def _place(analysis: Analysis, citation: Citation) -> Place:
    """The mark; one that is pure markup stands in the source only."""
    if citation.end > citation.start:
        return TextSpan(citation.start, citation.end)
    marks = (
        mark for mark in analysis.document.marks if mark.offset == citation.start and mark.label == citation.target
    )
    mark = next(marks, None)
    return mark.source if mark else TextSpan(max(citation.start - 1, 0), citation.end)
