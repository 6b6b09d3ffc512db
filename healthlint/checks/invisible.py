"""Finds characters that nobody sees and that break searching, copying and line ends: zero-width spaces and the like."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Edit, Finding, Related, Suggestion
from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """It reads the whole page, and there is nothing to set."""


WORDS: tuple[str, ...] = ("name", "code", "times")
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a kind of character, at its first place, with the repair of all; one written as `&shy;` is meant."""
    found: dict[str, list[SourceSpan]] = {}
    for character, place in (*_in_prose(analysis), *_in_headings(analysis), *_tabs(analysis)):
        found.setdefault(character, []).append(place)
    for character, places in found.items():
        text = " " if character in _SPACES else ""
        mended = Suggestion(
            "put a plain space" if text else "delete it", tuple(Edit(place, text) for place in places), safe=True
        )
        times = sum(place.end - place.start for place in places)
        data: dict[str, str | int] = {"name": _NAMES[character], "code": f"{ord(character):04X}", "times": times}
        also = tuple(Related("also", place) for place in places[1:])
        yield Finding(places[0], data, also, (mended,))


def _in_prose(analysis: Analysis) -> Iterator[tuple[str, SourceSpan]]:
    """The characters of no width in the text, alike ones in a row as one; those in code and in other scripts stay."""
    text = analysis.text
    if text.isascii():
        return
    code = [block.span for block in analysis.document.blocks if block.kind == "code"]
    for found in _NO_WIDTH.finditer(text):
        start, end = found.span()
        around = text[max(start - 1, 0) : start] + text[end : end + 1]
        before = bisect_right(code, (start, len(text))) - 1
        if any(map(_is_foreign, around)) or (before >= 0 and start < code[before].end):
            continue
        place = analysis.document.source_map.to_source(TextSpan(start, end))
        if place.end - place.start == end - start:  # not written as an entity
            yield found[1], place


def _in_headings(analysis: Analysis) -> Iterator[tuple[str, SourceSpan]]:
    """The no-break spaces between whole words of headings; "vitamin D" and "5 mg" may be held together."""
    for block in analysis.document.blocks:
        if block.kind == "heading":
            for found in _HELD.finditer(analysis.text, *block.span):
                place = analysis.document.source_map.to_source(TextSpan(found.start(), found.end()))
                if place.end == place.start + 1:
                    yield found[0], place


def _tabs(analysis: Analysis) -> Iterator[tuple[str, SourceSpan]]:
    """The tabs inside sentences; between columns they are meant, and in HTML they are white space like any other."""
    document = analysis.document
    if document.format == "html" or "\t" not in document.source:
        return
    for block in document.blocks:
        if block.kind not in ("code", "cell"):
            for found in _TAB.finditer(document.source, *block.source):
                yield "\t", SourceSpan(found.start(), found.end())


def _is_foreign(character: str) -> bool:
    """Whether a character is one of a script or of signs in which such characters have work to do."""
    return character > "\u024f" and not "\u2000" <= character < "\u2070"


_NAMES = {
    "\u00ad": "a soft hyphen",
    "\u200b": "a space without width",
    "\u200c": "a character that keeps letters apart",
    "\u200d": "a character that joins letters",
    "\u200e": "a mark for the direction of writing",
    "\u200f": "a mark for the direction of writing",
    "\u2060": "a joiner without width",
    "\ufeff": "a byte-order mark",
    "\u00a0": "a no-break space",
    "\t": "a tab",
}
_SPACES = "\u00a0\t"
_NO_WIDTH = lazy_pattern(r"([\u00ad\u200b-\u200f\u2060\ufeff])\1*+")
_HELD = lazy_pattern(r"(?<=[^\W\d_]{3})\u00a0(?=[^\W\d_]{3})")
_TAB = lazy_pattern(r"(?<=[a-z,;])\t+(?=[a-z])")
