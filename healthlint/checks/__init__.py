"""The kinds of checks, a module each; the name of the file is the name that rule files use.

A module has `Params`, a `NamedTuple` that the rule's `params` are decoded into; `WORDS`, the placeholders that it fills
besides `{match}`; `VARIANTS`, the cases that it tells apart; and `check(analysis, params)`, which yields findings. If
`Params` has a field `scope`, the rule's `scope` arrives there. `fault(params)`, where a module has it, says what is
wrong with parameters that are well typed. A check knows neither the rule's code nor its wording. One that
reads `policy.today` says `USES_TODAY = True`: what it found is not good for another day.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, NewType

from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.model.document import Block
    from healthlint.model.span import Place

ZoneName = Literal["front", "body", "references", "chrome"]
Unit = Literal["sentence", "block", "heading", "section", "article"]


LexiconName = NewType("LexiconName", str)
"""A lexicon to look for. In a rule file `{lexicon: name}`, or a list of phrases for this rule alone.

A mapping of phrases to others is a list too, in which the other phrase is the column `prefer`.
"""

Regex = NewType("Regex", str)
"""A regular expression of a user, which `language.user_patterns` runs; what is shipped goes without."""


class Scope(NamedTuple):
    """The part of an article that a check reads, and in what pieces.

    `cited`: of the sentences those alone that lead to a source, or those that do not.
    """

    zones: tuple[ZoneName, ...] = ("body",)
    unit: Unit = "sentence"
    cited: bool | None = None


def blocks_in(analysis: Analysis, scope: Scope) -> Iterator[tuple[int, Block]]:
    """The blocks of a scope with their indices, code aside."""
    for index, block in enumerate(analysis.document.blocks):
        if block.kind != "code" and analysis.zones[index] in scope.zones:
            yield index, block


def units_in(analysis: Analysis, scope: Scope) -> Iterator[TextSpan]:
    """The pieces of prose of a scope, in order."""
    if scope.unit in ("section", "article"):
        yield from _wide_units(analysis, scope)
        return
    for index, block in blocks_in(analysis, scope):
        if scope.unit == "sentence":
            for sentence in analysis.sentences.of_block(index):
                if scope.cited is None or bool(analysis.citations.covering(sentence)) is scope.cited:
                    yield TextSpan(sentence.start, sentence.end)
        elif scope.unit == "block" or block.kind == "heading":
            yield block.span


def _wide_units(analysis: Analysis, scope: Scope) -> Iterator[TextSpan]:
    """From the first to the last block of each section, or of the article, that belong to the scope."""
    blocks = blocks_in(analysis, scope)
    by_section = groupby(blocks, key=lambda each: scope.unit == "section" and analysis.sections.of_block(each[0]))
    for _, group in by_section:
        spans = [block.span for _, block in group]
        yield TextSpan(spans[0].start, spans[-1].end)


def place_of(analysis: Analysis, scope: Scope, unit: TextSpan) -> Place:
    """Where to point at for a whole unit: at an article as such, at the heading or first paragraph of a section."""
    if scope.unit == "article":
        return analysis.whole
    if scope.unit == "section":
        blocks = analysis.document.blocks
        return blocks[bisect_left(blocks, unit.start, key=_start)].span
    return unit


def _start(block: Block) -> int:
    return block.span.start


def limits_missing(most: float | None, least: float | None) -> str:
    """What is wrong with a pair of limits."""
    return "most or least is missing" if most is None and least is None else ""


def is_inline_code(offset: int, analysis: Analysis) -> bool:
    """Whether a place of the prose is in a piece of code in a line, such as `x` or <code>x</code>."""
    document = analysis.document
    start = document.source_map.to_source(TextSpan(offset, offset + 1)).start
    line = document.source.rfind("\n", max(start - _LINE, 0), start) + 1 or max(start - _LINE, 0)
    before = document.source[line:start]
    return before.count("`") % 2 == 1 or before.rfind("<code") > before.rfind("</code")


_LINE = 1000  # characters that are looked at of what may be a line of millions
