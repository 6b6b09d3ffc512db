"""The reference list of an article, with or without a heading."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.reference_entry import ListKind, Reference, is_reference, read_entry, split_entries
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from healthlint.analysis.hits import Hits
    from healthlint.analysis.sections import Sections
    from healthlint.model.document import Block, Document, Link

__all__ = ["ListKind", "Reference", "References", "find_references"]


class References(NamedTuple):
    """All entries in order, and the blocks that belong to reference lists, headings included."""

    entries: tuple[Reference, ...] = ()
    blocks: frozenset[int] = frozenset()
    has_heading: bool = False
    headings: tuple[int, ...] = ()  # the blocks that announce a list
    by_number: Mapping[int, int] = {}  # the indices of entries by their number, be it written or counted
    by_label: Mapping[str, int] = {}  # and by the label of their footnote


def find_references(document: Document, sections: Sections, hits: Hits) -> References:
    """The entries under a References heading, in footnote definitions, or in an unheaded list at the end."""
    entries: dict[int, list[Reference]] = {}
    headings: set[int] = set()
    for heading, group in _headings(document, hits):
        words = document.text[slice(*document.blocks[heading].span)].lower()
        is_reading = group == "reading" and not ("reference" in words or "source" in words.replace("resource", ""))
        kind: ListKind = "reading" if is_reading else "references"
        found = _under(document, hits, heading, _section_end(document, sections, heading), kind)
        if found and (
            group == "sure" or any(_names_source(document, entry) for each in found.values() for entry in each)
        ):
            headings.add(heading)
            entries.update(found)
    for index, block in enumerate(document.blocks):
        if block.region == "footnote":
            entries[index] = _entries(document, index, "footnotes")
    if not headings:
        entries.update({index: _entries(document, index, "unheaded") for index in _unheaded(document, entries)})
    ordered = tuple(entry for index in sorted(entries) for entry in entries[index])
    return References(
        ordered, frozenset({*entries, *headings}), bool(headings), tuple(sorted(headings)), *_numbers_of(ordered)
    )


def _numbers_of(entries: Sequence[Reference]) -> tuple[dict[int, int], dict[str, int]]:
    """The entries by number and by label; of two that share one the first counts. Without numbers they are counted."""
    numbers: dict[int, int] = {}
    labels: dict[str, int] = {}
    for index, entry in enumerate(entries):
        if entry.number is not None:
            numbers.setdefault(entry.number, index)
        if entry.label:
            labels.setdefault(entry.label, index)
    return numbers or {index + 1: index for index in range(len(entries))}, labels


_CONTACT = lazy_pattern(r"\W*(?:our )?(?:web ?site|e-?mail|phone|contact|disclaimer)\b(?:: |:?\W*$)", re.IGNORECASE)
_FEWEST = 3  # lines that make a list without a heading
_LONGEST_TITLE = 30  # words of an entry that gives no more than a title


def _headings(document: Document, hits: Hits) -> list[tuple[int, str]]:
    """The blocks that hold nothing but such a heading, and the group of the lexicon that has it."""
    starts = [block.span.start for block in document.blocks]
    found = []
    for group in ("sure", "likely", "reading"):
        for hit in hits[f"reference-headings.{group}"]:
            index = bisect_right(starts, hit.start) - 1
            block = document.blocks[index]
            around = document.text[block.span.start : hit.start] + document.text[hit.end : block.span.end]
            if block.kind in ("heading", "paragraph") and not re.search(r"[^\W\d_]", around):
                found.append((index, group))
    return sorted(found)


def _section_end(document: Document, sections: Sections, heading: int) -> int:
    """The first block after the section of a heading, its subsections included."""
    level = document.blocks[heading].level
    return next(
        (
            section.heading
            for section in sections.all
            if section.heading is not None and section.heading > heading and (not level or section.level <= level)
            if not _is_entry_after_all(document, section.heading)
        ),
        len(document.blocks),
    )


def _may_go_on(document: Document, found: Iterable[int], block: Block) -> bool:
    """Whether a line without year or address can be an entry below others: it has a link, or they are like it."""
    if any(document.blocks[index].kind == "item" for index in found):
        return False
    first = document.text[slice(*document.blocks[next(iter(found))].span)]
    return bool(_links_of(document, block.span)) or not is_reference(first)


def _is_entry_after_all(document: Document, index: int) -> bool:
    """Whether a line of plain text that was taken for a heading, since it is short, gives an address."""
    return document.format == "text" and "http" in document.text[slice(*document.blocks[index].span)]


def _under(document: Document, hits: Hits, heading: int, end: int, kind: ListKind) -> dict[int, list[Reference]]:
    """The entries from a heading up to the first block that is none, such as a disclaimer or a byline."""
    found: dict[int, list[Reference]] = {}
    for index in range(heading + 1, end):
        block = document.blocks[index]
        words = document.text[slice(*block.span)]
        is_heading = block.kind == "heading" and not _is_entry_after_all(document, index)
        if is_heading or (block.kind == "cell" and block.row == 1):
            continue
        is_title = len(words.split()) <= _LONGEST_TITLE and (not found or _may_go_on(document, found, block))
        fits = block.kind in ("item", "cell") or is_reference(words) or is_title
        if not fits or words.rstrip().endswith(":") or block.region == "chrome" or _is_furniture(document, hits, index):
            if found:
                break
            continue
        found[index] = _entries(document, index, kind)
    return found


def _is_furniture(document: Document, hits: Hits, index: int) -> bool:
    """Whether a line below a list begins with the label of a byline, or is a phrase of the page around the article."""
    span = document.blocks[index].span
    if _CONTACT.match(document.text, *span):
        return True
    labels = [hit for hit in hits.within("bylines.labels", *span) if hit.start == span.start]
    if (
        labels
        and document.text[labels[0].end : labels[0].end + 1] in (":", " ")
        and document.blocks[index].kind != "item"
    ):
        return True
    return any(hit.start == span.start and hit.end >= span.end - 1 for hit in hits.within("chrome.lines", *span))


def _entries(document: Document, index: int, kind: ListKind) -> list[Reference]:
    block = document.blocks[index]
    links = _links_of(document, block.span)
    return [
        read_entry(
            document.text, index, block, start, end, [link for link in links if start <= link.span.start <= end], kind
        )
        for start, end in split_entries(document.text, *block.span)
    ]


def _links_of(document: Document, span: tuple[int, int]) -> Sequence[Link]:
    links, start_of = document.links, attrgetter("span.start")
    return links[bisect_left(links, span[0], key=start_of) : bisect_right(links, span[1], key=start_of)]


def _names_source(document: Document, entry: Reference) -> bool:
    """Whether an entry leads out of the site or says when it was published."""
    return bool(entry.doi or entry.pmid or entry.url.startswith("http")) or is_reference(
        document.text[entry.start : entry.end]
    )


def _unheaded(document: Document, headed: Iterable[int]) -> list[int]:
    """The last run of lines that look like references, if it is long enough and in the second half of the page."""
    taken, run, best = set(headed), [], []
    for index, block in enumerate(document.blocks):
        if (
            block.kind in ("paragraph", "item")
            and index not in taken
            and is_reference(document.text[slice(*block.span)])
        ):
            run.append(index)
            if len(run) >= _FEWEST and block.span.end > len(document.text) // 4:
                best = list(run)
        else:
            run = []
    return best
