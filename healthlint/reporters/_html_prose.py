"""The prose of an article as it reads, block by block, with what findings speak of marked in it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import SEVERITIES
from healthlint.reporters._html import Html, element, joined, link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.model.document import Block, Document, Link
    from healthlint.model.finding import Severity
    from healthlint.model.span import TextSpan


class Stretch(NamedTuple):
    """A stretch of prose that a finding is about, or only speaks of: then it has neither severity nor number."""

    start: int
    end: int
    id: str
    note: str  # the id of what is said about it
    severity: Severity | None = None
    number: int = 0


def heading_level(block: Block, deepest: int) -> int:
    """The level of a heading on the page, where the titles of articles are at the second."""
    return min(block.level + 2, deepest, 6)


def number_sign(number: int, note: str) -> Html:
    """The number of a finding, which leads to what is said about it."""
    return element("a", str(number), class_="no", href=f"#{note}", data_n=note, aria_label=f"finding {number}")


class Prose:
    """Makes elements of the blocks of one article."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.links = sorted(document.links, key=lambda each: each.span)
        self.raised = {mark.offset: mark.label for mark in document.marks}

    def block(self, block: Block, stretches: Sequence[Stretch], deepest: int) -> Html:
        """A block of any kind but a cell; `deepest` is the deepest level that a heading may have here."""
        words = self.words(block.span, stretches)
        match block.kind:
            case "heading":
                return element(f"h{heading_level(block, deepest)}", words)
            case "item":
                depth = f"item depth{min(block.level, 4)}"
                return element("p", element("span", _bullet(block), class_="marker"), " ", words, class_=depth)
            case "quote":
                return element("blockquote", words)
            case "code":
                return element("pre", words, tabindex=0)
            case "caption":
                return element("p", words, class_="caption")
        if block.region == "footnote" and block.marker:
            return element("p", element("span", f"[{block.marker}]", class_="marker"), " ", words, class_="footnote")
        return element("p", words)

    def table(self, cells: Sequence[Block], stretches: Sequence[Stretch]) -> Html:
        """The cells of one table."""
        has_more = any(cell.row > 1 for cell in cells)
        rows = [
            element("tr", *(self._cell(cell, stretches, is_head=has_more and self._is_head(cell)) for cell in row))
            for _, row in groupby(cells, key=lambda cell: cell.row)
        ]
        table = element("table", element("tbody", *rows))
        return element("div", table, class_="scroll", tabindex=0, role="group", aria_label="Table")

    def _cell(self, cell: Block, stretches: Sequence[Stretch], *, is_head: bool) -> Html:
        words = self.words(cell.span, stretches)
        return element("th", words, scope="col") if is_head else element("td", words)

    def _is_head(self, cell: Block) -> bool:
        """Whether a cell heads its column: in the first row, where HTML does not say otherwise."""
        is_named = bool(self.document.text[slice(*cell.span)].strip())
        return cell.row == 1 and is_named and not self.document.source.startswith(("<td", "<TD"), cell.source.start)

    def chrome(self, blocks: Sequence[Block], stretches: Sequence[Stretch]) -> Html:
        """Menus and the like around the article, which are shown when they are asked for."""
        lines = [element("p", self.words(block.span, stretches)) for block in blocks]
        return element("details", element("summary", "Menus and the like"), *lines, class_="chrome")

    def words(self, span: TextSpan, stretches: Sequence[Stretch]) -> Html:
        """A stretch of prose with its links, citation marks and pictures."""
        mine = [each for each in stretches if each.start < span.end and span.start < each.end]
        return joined(_Run(self, mine).between(*span))


class _Run:
    """A stretch of prose, cut wherever something begins or ends."""

    def __init__(self, prose: Prose, stretches: Sequence[Stretch]) -> None:
        self._prose, self._stretches = prose, stretches

    def between(self, start: int, end: int) -> Iterator[Html]:
        """The prose with its links; signs that lead to notes stand behind a link, not in it."""
        at = start
        for each in self._links(start, end):
            first, last = each.span
            yield from self._pieces(at, first, signs=True)
            if each.kind == "image":
                yield element("span", f"[picture: {each.alt or each.url}]", class_="picture")
            else:
                yield link(each.url, *self._pieces(first, last, signs=False))
                yield from self._signs(first, last)
            at = last
        yield from self._pieces(at, end, signs=True)

    def _links(self, start: int, end: int) -> Iterator[Link]:
        links, at = self._prose.links, start
        for number in range(bisect_left(links, start, key=lambda each: each.span.start), len(links)):
            each = links[number]
            if each.span.start > end:
                break
            if (
                at <= each.span.start
                and each.span.end <= end
                and (each.kind == "image") == (each.span.start == each.span.end)
            ):
                yield each
                at = each.span.end

    def _pieces(self, start: int, end: int, *, signs: bool) -> Iterator[Html]:
        if start >= end:
            return
        raised = self._prose.raised
        bounds = {bound for each in self._stretches for bound in (each.start, each.end)}
        inner = {bound for bound in bounds if start < bound < end}
        inner.update(offset for offset in raised if start < offset < end)
        for first, last in pairwise(sorted({start, end, *inner})):
            yield self._piece(first, last)
            if last in raised:
                yield element("sup", raised[last])
            if signs:
                yield from self._signs(first, last)

    def _piece(self, start: int, end: int) -> Html:
        lines = self._prose.document.text[start:end].split("\n")
        words = joined([lines[0], *(joined([element("br"), line]) for line in lines[1:])])
        covering = [each for each in self._stretches if each.start <= start and end <= each.end]
        if about := [each for each in covering if each.severity]:
            worst = max(about, key=lambda each: SEVERITIES.index(each.severity or "info"))
            words = element("mark", words, class_=worst.severity, data_n=" ".join(each.note for each in about))
        if others := [each for each in covering if not each.severity]:
            words = element("span", words, class_="related", data_r=" ".join(each.id for each in others))
        for each in covering:
            if each.start == start:
                words = element("span", words, id=each.id, tabindex=-1)
        return words

    def _signs(self, start: int, end: int) -> Iterator[Html]:
        """The numbers of the notes on what ends here."""
        return (
            number_sign(each.number, each.note) for each in self._stretches if each.number and start < each.end <= end
        )


def _bullet(block: Block) -> str:
    return block.marker if block.marker[:1].isalnum() else "•"
