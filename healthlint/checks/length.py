"""Finds sentences and paragraphs that are too long."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.checks import LexiconName
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.reading import ReadSentence


class Params(NamedTuple):
    """The most words of each; what lists things after one of the `lists` may have some `more`.

    `sentences`: the most that a paragraph may have, where there is such a limit.
    """

    words: int
    of: Literal["sentence", "paragraph"] = "sentence"
    lists: LexiconName | None = None
    more: int = 0
    sentences: int | None = None


WORDS: tuple[str, ...] = ("words", "sentences")
VARIANTS: tuple[str, ...] = ("sentences",)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding on each sentence or paragraph; an item of a list is a paragraph."""
    if params.of == "sentence":
        for each in analysis.reading:
            yield from _judge(analysis, params, [each])
    else:
        for _, each_block in groupby(analysis.reading, key=lambda each: each.sentence.block):
            yield from _judge(analysis, params, [*each_block])


def _judge(analysis: Analysis, params: Params, read: list[ReadSentence]) -> Iterator[Finding]:
    """The finding on these sentences."""
    words, most = sum(each.counts.words for each in read), params.words
    has_many = params.sentences is not None and len(read) > params.sentences
    if words <= most and not has_many:
        return
    place = TextSpan(read[0].sentence.start, read[-1].sentence.end)
    if params.lists and analysis.hits.any_within(params.lists, *place):
        most += params.more
    if words > most and not _is_list(analysis, place):
        yield Finding(place, {"words": words, "sentences": len(read)})
    elif has_many:
        yield Finding(place, {"words": words, "sentences": len(read)}, variant="sentences")


def _is_list(analysis: Analysis, place: TextSpan) -> bool:
    """Whether each line of the source begins anew, as in lists without markers: "Dose: …", "Side effects: …"."""
    source = analysis.document.source_map.to_source(place)
    lines = analysis.document.source[slice(*source)].splitlines()[1:]
    return len(lines) >= _FEWEST_LINES and all(map(_ANEW.match, lines))


_FEWEST_LINES = 2  # after the first
_ANEW = lazy_pattern(r"(?:<[^<>]{1,40}>|[*_\s])*[A-Z]")
