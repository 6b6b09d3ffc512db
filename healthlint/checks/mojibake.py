"""Finds broken encoding: `donâ€™t`, `&amp;nbsp;`, �."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.mojibake import find_damage
from healthlint.model.finding import Edit, Finding, Related, Suggestion
from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.model.span import Place


class Params(NamedTuple):
    """It reads the whole page, and there is nothing to set."""


WORDS: tuple[str, ...] = ("meant",)
VARIANTS: tuple[str, ...] = ("lost",)

_AROUND = 30  # characters that show whether a letter is among its own
_NAMES = {"": "nothing", "\u00a0": "a no-break space", "\u202f": "a narrow no-break space", "\u00ad": "a soft hyphen"}


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a broken run with its repair; characters that are lost make one finding together."""
    lost: list[Place] = []
    for place, repaired in (*_in_prose(analysis), *_at_edges(analysis), *_in_fields(analysis)):
        if repaired is None:
            lost.append(place)
        else:
            meant = _NAMES.get(repaired, repaired)
            yield Finding(
                place, {"meant": meant}, suggestions=(Suggestion(meant, (Edit(place, repaired),), safe=True),)
            )
    if lost and not analysis.document.problems:  # bytes that could not be decoded are the reader's to tell
        yield Finding(lost[0], {"meant": ""}, tuple(Related("also", place) for place in lost[1:]), variant="lost")


def _in_prose(analysis: Analysis) -> Iterator[tuple[Place, str | None]]:
    """What is broken in the text of the page, code aside."""
    code = [block.span for block in analysis.document.blocks if block.kind == "code"]
    for damage in find_damage(analysis.text):
        if not any(span.start <= damage.start < span.end for span in code):
            yield TextSpan(damage.start, damage.end), damage.repaired


def _at_edges(analysis: Analysis) -> Iterator[tuple[Place, str | None]]:
    """What is broken at the end of a block, where half of it looks like white space and is no part of the prose."""
    document = analysis.document
    for block in document.blocks:
        if (
            block.span.start < block.span.end
            and not document.text[block.span.end - 1].isascii()
            and block.kind != "code"
        ):
            last = document.source_map.to_source(TextSpan(block.span.end - 1, block.span.end))
            start = max(last.start - _AROUND, 0)
            for damage in find_damage(document.source[start : last.end + 1].replace("&", " ")):
                if start + damage.end == last.end + 1:
                    yield SourceSpan(start + damage.start, last.end + 1), damage.repaired


def _in_fields(analysis: Analysis) -> Iterator[tuple[Place, str | None]]:
    """What is broken in the metadata as they stand in the source; their entities are none of the page's text."""
    for field in analysis.document.fields:
        if field.origin == "markup" or field.value.isascii():
            continue
        start = field.source.start
        for damage in find_damage(analysis.document.source[start : field.source.end].replace("&", " ")):
            yield SourceSpan(start + damage.start, start + damage.end), damage.repaired
