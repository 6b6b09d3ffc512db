"""The waivers in an article: what its comments and its front matter say is not to be reported, and where."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Location
from healthlint.model.span import SourceSpan, TextSpan
from healthlint.readers.directives import code_places, parse_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.article import Kind
    from healthlint.model.document import Block, Directive, Document, Field
    from healthlint.model.lines import LineIndex
    from healthlint.model.span import Position

ACTIONS = ("disable", "disable-file", "disable-line", "disable-next-line", "enable")
KEYS = ("disable", "reason", "reviewed-by", "until")  # of `healthlint:` in the front matter

_LINE_END = lazy_pattern(r"\r\n|\r|\n")
_IN_A_LIST = lazy_pattern(r"[ \t]*-[ \t]*[\"']?")


class Stretch(NamedTuple):
    """A place in the file."""

    start: Position
    end: Position


class Selector(NamedTuple):
    """One code, prefix or name, as it is written."""

    word: str
    place: Stretch


class Waiver(NamedTuple):
    """One comment, or one entry of the front matter or the configuration. Without selectors it means all rules."""

    kind: Literal["comment", "front-matter", "config"]
    action: str  # one of ACTIONS, or what somebody wrote instead
    selectors: tuple[Selector, ...]
    reason: str
    reviewer: str
    until: str
    scope: tuple[int, int]  # findings that start here, by offset in the source
    words: str
    place: Stretch
    cut: Stretch | None  # what to take out of the file to be rid of it
    only: str = ""  # findings in whose words this stands


class Waivers(NamedTuple):
    """All waivers of an article, and what it takes to know which rules had a say in it."""

    items: tuple[Waiver, ...]
    article: Kind
    is_english: bool
    read_alone: bool  # the rules that read each article by itself ran


def find_waivers(analysis: Analysis, lines: LineIndex, *, read_alone: bool = True) -> Waivers:
    """The waivers of an article in the order of the file."""
    document = analysis.document
    entries = [field for field in document.fields if field.key.startswith("healthlint.")]
    finder = _Finder(document, lines)
    items = (*finder.in_front_matter(entries), *map(finder.in_comment, document.directives))
    return Waivers(items, analysis.article.kind, analysis.language.is_english, read_alone)


def places_of_waivers(waivers: Waivers, file: str) -> Iterator[Location]:
    """Where the waivers of an article stand."""
    return (Location(file, *waiver.place) for waiver in waivers.items)


class _Finder:
    def __init__(self, document: Document, lines: LineIndex) -> None:
        self._document, self._source, self._lines = document, document.source, lines
        self._begins: list[tuple[int, int]] = []  # of the words of each block, with its number

    def in_comment(self, directive: Directive) -> Waiver:
        start, end = directive.source
        written = self._source[start:end]
        places = code_places(written)
        return Waiver(
            "comment",
            directive.action,
            tuple(self._selectors(directive.codes, places, start)),
            directive.reason,
            directive.reviewer,
            directive.until,
            self._scope(directive),
            " ".join(written.split()),
            self._stretch(start, end),
            self._stretch(*self._without_its_line(start, end)),
        )

    def in_front_matter(self, fields: Iterable[Field]) -> Iterator[Waiver]:
        shared = {field.key.removeprefix("healthlint."): field.value for field in fields}
        for field in fields:
            key, (start, end) = field.key.removeprefix("healthlint."), field.source
            if key in KEYS and (key != "disable" or not field.value):
                continue
            is_known = key == "disable"
            terms = parse_terms(field.value if is_known else "")
            line_start, line_end = self._line(start, end)
            alone = _IN_A_LIST.fullmatch(self._source, line_start, start)
            yield Waiver(
                "front-matter",
                "disable-file" if is_known else key,
                tuple(self._selectors(terms.codes, code_places(self._source[start:end]), start)),
                terms.reason or shared.get("reason", ""),
                terms.reviewer or shared.get("reviewed-by", ""),
                terms.until or shared.get("until", ""),
                (0, len(self._source) + 1),
                field.value if is_known else key,
                self._stretch(start, end),
                self._stretch(line_start, line_end) if alone else None,
            )

    def _selectors(self, codes: Iterable[str], places: Iterable[tuple[int, int]], offset: int) -> Iterator[Selector]:
        for code, (start, end) in zip(codes, places, strict=False):
            yield Selector(code, self._stretch(offset + start, offset + end))

    def _scope(self, directive: Directive) -> tuple[int, int]:
        match directive.action:
            case "disable-line":
                return self._line(*directive.source)
            case "disable-next-line":
                return self._next_block(directive.source)
            case "disable-file":
                return 0, len(self._source) + 1
            case _:
                return directive.source.end, len(self._source) + 1

    def _next_block(self, place: SourceSpan) -> tuple[int, int]:
        """The first block whose words come after a comment; all paragraphs of a list item, all cells of a row."""
        blocks = self._document.blocks
        self._begins = self._begins or sorted((self._begin(block.span), i) for i, block in enumerate(blocks))
        number = bisect_left(self._begins, (place.end, 0))
        if number == len(self._begins):
            return place.end, len(self._source) + 1
        first = last = self._begins[number][1]
        block = blocks[first]
        while last + 1 < len(blocks) and block.row and _unit(blocks[last + 1]) == _unit(block):
            last += 1
        return min(place.end, block.source.start), max(each.source.end for each in blocks[first : last + 1])

    def _begin(self, span: TextSpan) -> int:
        return self._document.source_map.to_source(TextSpan(span.start, span.start + 1)).start

    def _line(self, start: int, end: int) -> tuple[int, int]:
        """The whole lines of a place, with their line end."""
        last = _LINE_END.search(self._source, end)
        return start - self._lines.position(start).column + 1, last.end() if last else len(self._source)

    def _without_its_line(self, start: int, end: int) -> tuple[int, int]:
        """What to delete with a comment: its line, if a blank one beside it still divides what stands around it."""
        first, last = self._line(start, end)
        if self._source[first:start].strip() or self._source[end:last].strip():
            return start, end + (self._source[start - 1 : end + 1 : end - start + 1] == "  ")  # of two blanks one stays
        above, below = self._lines.position(start).line - 1, self._lines.position(end).line + 1
        divided = above < 1 or below > len(self._lines) or not self._lines.line(above).strip()
        return (first, last) if divided or not self._lines.line(below).strip() else (start, end)

    def _stretch(self, start: int, end: int) -> Stretch:
        return Stretch(self._lines.position(start), self._lines.position(end))


def _unit(block: Block) -> tuple[str, int, int, int]:
    """What the cells of a row have in common, and the paragraphs of a list item."""
    return block.kind, block.group, block.row, block.level
