"""One article on the page: what to do first, its text with notes beside it, its claims and references."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING, NamedTuple

from healthlint.reporters._html import NOTHING, Html, element, joined
from healthlint.reporters._html_layout import Layout
from healthlint.reporters._html_notes import note_element
from healthlint.reporters._html_prose import Prose, heading_level
from healthlint.reporters._html_sheets import claim_sheet, reference_audit
from healthlint.reporters._html_sides import both_sides
from healthlint.reporters._html_summary import MEANING, counts_element, first_steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.model.document import Block, Document
    from healthlint.reporters._html_book import Book, Entry, Note


def article_element(entry: Entry, book: Book) -> Html:
    """The whole view of an article."""
    analysis = book.open(entry.file)
    about = f" · read as {analysis.article.kind} · {analysis.article.words} words" if analysis else ""
    return element(
        "section",
        _ways(None, book) if len(book.entries) > 1 else None,
        element("h2", book.title(entry.file), id=f"{entry.id}-title", tabindex=-1),
        element("p", book.name(entry.file), about, class_="faint"),
        counts_element(entry.counts()),
        MEANING if entry.notes and len(book.entries) == 1 else None,
        first_steps(entry.notes, book),
        *(_Article(entry, book, analysis).parts() if analysis else [_without_text(entry, book)]),
        _ways(book.after(entry), book) if len(book.entries) > 1 else None,
        class_="view",
        id=entry.id,
        aria_labelledby=f"{entry.id}-title",
    )


def _ways(after: Entry | None, book: Book) -> Html:
    """The ways out of an article: back to all of them, and on to the next in order of need."""
    on = element("a", "Next: ", element("bdi", book.title(after.file)), " →", href=f"#{after.id}") if after else None
    return element("p", element("a", "← All articles", href="#all"), " ", on, class_="up")


class _Unit(NamedTuple):
    """A block or a table, and the findings that begin in it."""

    made: Html
    notes: Sequence[Note]
    is_heading: bool = False


class _Article:
    def __init__(self, entry: Entry, book: Book, analysis: Analysis) -> None:
        self._book, self._analysis = book, analysis
        self._layout = Layout(entry, analysis.document)

    def parts(self) -> Iterator[Html]:
        """What stands below its title."""
        fields, notes = _fields(self._analysis.document), self._layout.notes(None)
        if fields or notes:
            yield self._band([_Unit(fields, notes)], "band about")
        band: list[_Unit] = []
        for unit in self._units():
            if band and (unit.notes or any(_is_compared(note) for each in band for note in each.notes)):
                ahead = list(takewhile(lambda each: each.is_heading and not each.notes, reversed(band)))
                if len(ahead) < len(band):
                    yield self._band(band[: len(band) - len(ahead)])
                band = ahead[::-1]  # headings stay with what comes after them
            band.append(unit)
        yield self._band(band)
        yield claim_sheet(self._analysis, self._layout.address)
        yield reference_audit(self._analysis, self._layout.address)

    def _units(self) -> Iterator[_Unit]:
        """The blocks in their order, those of a table or a menu as one."""
        prose, layout, deepest = Prose(self._analysis.document), self._layout, 3
        numbered = enumerate(self._analysis.document.blocks)
        for _, unit in groupby(numbered, key=_unit_of):
            numbers, blocks = zip(*unit, strict=True)
            marked = layout.stretches(blocks[0].span.start, blocks[-1].span.end)
            if blocks[0].kind == "cell":
                made = prose.table(blocks, marked)
            elif blocks[0].region == "chrome":
                made = prose.chrome(blocks, marked)
            else:
                made = prose.block(blocks[0], marked, deepest)
                deepest = heading_level(blocks[0], deepest) + 1 if blocks[0].kind == "heading" else deepest
            ids = [
                *map(layout.block_id, numbers[1:]),
                *(each for number in numbers for each in layout.unmarked(number)),
            ]
            anchors = (element("span", id=each, tabindex=-1) for each in ids)
            block = element("div", *anchors, made, id=layout.block_id(numbers[0]), class_="block", tabindex=-1)
            yield _Unit(
                block, [note for number in numbers for note in layout.notes(number)], blocks[0].kind == "heading"
            )

    def _band(self, units: Sequence[_Unit], kind: str = "band") -> Html:
        """Blocks, what is said about one of the first, and below them the passages that are to be compared.

        Notes may be longer than the block that they are about, so they stand beside those that follow, too.
        """
        notes = [note for unit in units for note in unit.notes]
        sides = {note.id: sides for note in notes if (sides := both_sides(note, self._book))}
        beside = [
            note_element(note, self._book, is_marked=note.id in self._layout.marked, has_sides=note.id in sides)
            for note in notes
        ]
        lead = next((number for number, unit in enumerate(units, 1) if unit.notes), len(units))
        return element(
            "div",
            element("div", *(unit.made for unit in units[:lead]), class_="text"),
            element("div", *beside, class_="notes") if beside else None,
            element("div", *(unit.made for unit in units[lead:]), class_="text") if units[lead:] else None,
            *sides.values(),
            class_=kind,
        )


def _unit_of(numbered: tuple[int, Block]) -> tuple[str, int]:
    """What is the same for the cells of a table, and for the blocks of a menu; another for every other block."""
    number, block = numbered
    if block.kind == "cell":
        return "table", block.group
    return ("chrome", 0) if block.region == "chrome" else ("block", number)


def _is_compared(note: Note) -> bool:
    return any(each.role == "copy" for each in note.finding.related)


def _fields(document: Document) -> Html:
    """The metadata, as far as it is told."""
    rows = [
        joined([element("dt", field.key), element("dd", field.value)])
        for field in document.fields
        if field.value.strip() and field.origin != "markup"
    ]
    return element("details", element("summary", "Metadata"), element("dl", *rows)) if rows else NOTHING


def _without_text(entry: Entry, book: Book) -> Html:
    """The notes of an article whose text cannot be shown."""
    notes = [note_element(note, book, is_marked=False, has_sides=False) for note in entry.notes]
    told = element("p", "The text of this article cannot be shown.", class_="faint")
    return element("div", element("div", told, class_="text"), element("div", *notes, class_="notes"), class_="band")
