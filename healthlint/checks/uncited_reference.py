"""Finds references to which nothing in the text leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from healthlint.analysis.reference_entry import tells_source
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.references import Reference


class Params(NamedTuple):
    """In a text without marks a list of `least` entries is reported if this `share` of them is not even mentioned.

    `most`: how many other entries a finding points at.
    """

    least: int = 3
    share: float = 0.8
    most: int = 50


WORDS: tuple[str, ...] = ("count", "total")
VARIANTS: tuple[str, ...] = ("some", "none", "reading")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding: `some` entries have no mark, though others do; `none` of a list or a `reading` list is cited."""
    pairs = zip(analysis.references.entries, analysis.reference_uses, strict=True)
    rows = [(entry, uses) for entry, uses in pairs if tells_source(entry) and leads_to_page(entry)]
    listed = [(entry, uses) for entry, uses in rows if entry.kind != "reading"]
    unused = [entry for entry, uses in listed if not uses]
    by_mark = any(use.how in ("marker", "author-year") for _, uses in listed for use in uses)
    if unused and (by_mark or (len(listed) >= params.least and len(unused) >= params.share * len(listed))):
        if len(unused) < len(listed):
            yield _finding(unused, len(listed), "some", params)
        else:
            yield _at_heading(analysis, unused, len(listed), "none", params)
    reading = [entry for entry, _ in rows if entry.kind == "reading"]
    if len(reading) > 1 and len(rows) == len(reading) and not any(uses for _, uses in rows):
        yield _at_heading(analysis, reading, len(reading), "reading", params)


def leads_to_page(entry: Reference) -> bool:
    """Whether an entry is more than the name of a body with the address of its home page, as reading lists have it."""
    if entry.kind != "reading" or entry.doi or entry.pmid or entry.year:
        return True
    try:
        return len(urlsplit(entry.url).path) > 1
    except ValueError:
        return False


def _finding(unused: Sequence[Reference], total: int, variant: str, params: Params) -> Finding:
    """The finding on some entries, at the first of them."""
    spans = [TextSpan(entry.start, entry.end) for entry in unused[: params.most]]
    also = tuple(Related("also", span) for span in spans[1:])
    return Finding(spans[0], {"count": len(unused), "total": total}, also, variant=variant)


def _at_heading(analysis: Analysis, unused: Sequence[Reference], total: int, variant: str, params: Params) -> Finding:
    """The finding on a whole list, at its heading if it has one."""
    finding = _finding(unused, total, variant, params)
    above = [heading for heading in analysis.references.headings if heading < unused[0].block]
    if not above:
        return finding
    first = Related("also", finding.place)
    return finding._replace(place=analysis.document.blocks[above[-1]].span, related=(first, *finding.related))
