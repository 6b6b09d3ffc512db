"""Finds sentences and paragraphs that are too long."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.patterns import lazy_pattern
from healthlint.language.tokens import word_count
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """The most words of a unit of the scope; a unit that lists things after one of the `lists` may have some `more`.

    `sentences`: the most that a block may have, where there is such a limit.
    """

    words: int
    lists: LexiconName | None = None
    more: int = 0
    sentences: int | None = None
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("words", "sentences")
VARIANTS: tuple[str, ...] = ("sentences",)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a unit; only paragraphs and list items are looked at."""
    for index, block in blocks_in(analysis, params.scope):
        if block.kind not in ("paragraph", "item"):
            continue
        sentences = analysis.sentences.of_block(index)
        if params.scope.unit == "sentence":
            for sentence in sentences:
                yield from _judge(analysis, params, [sentence])
        elif sentences:
            yield from _judge(analysis, params, sentences)


def _judge(analysis: Analysis, params: Params, sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """The finding on a unit that consists of these sentences."""
    place = TextSpan(sentences[0].start, sentences[-1].end)
    words = word_count(analysis.text, *place)
    most = params.words
    if words > most and params.lists and analysis.hits.any_within(params.lists, *place):
        most += params.more
    if words > most and not _is_list(analysis, place):
        yield Finding(place, {"words": words, "sentences": len(sentences)})
    elif params.sentences and len(sentences) > params.sentences:
        yield Finding(place, {"words": words, "sentences": len(sentences)}, variant="sentences")


def _is_list(analysis: Analysis, place: TextSpan) -> bool:
    """Whether each line of the source begins anew, as in lists without markers: "Dose: …", "Side effects: …"."""
    source = analysis.document.source_map.to_source(place)
    lines = analysis.document.source[slice(*source)].splitlines()[1:]
    return len(lines) >= _FEWEST_LINES and all(map(_ANEW.match, lines))


_FEWEST_LINES = 2  # after the first
_ANEW = lazy_pattern(r"(?:<[^<>]{1,40}>|[*_\s])*[A-Z]")
