"""Finds single sentences that stand in an article twice."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.repeats import find_repeats
from healthlint.model.finding import Finding, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.model.span import TextSpan


class Params(NamedTuple):
    """From how many places on a sentence is the variant `often`."""

    often: int = 3


WORDS: tuple[str, ...] = ("times",)
VARIANTS: tuple[str, ...] = ("often",)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, at its second place; `copy` is the first, `also` are the others."""
    copied = _copied_passages(analysis)
    for spans in find_repeats(analysis.document, analysis.passages, analysis.sentences, analysis.hits):
        first, *others = spans
        later = [span for span in others if not _is_within(span, copied)]
        if later:
            variant = "often" if len(later) + 1 >= params.often else None
            related = (Related("copy", first), *(Related("also", span) for span in later[1:_MOST_PLACES]))
            yield Finding(later[0], {"times": len(later) + 1}, related, variant=variant)


_MOST_PLACES = 50  # of one sentence that are listed


def _copied_passages(analysis: Analysis) -> list[TextSpan]:
    """The passages that are told to be copies as a whole, in order; they do not overlap."""
    pairs = [pair for chain in analysis.copies.chains for pair in chain.pairs]
    pairs += [pair for pair in analysis.copies.pairs if pair.kind != "reworded"]
    return sorted({pair.later_part for pair in pairs})


def _is_within(span: TextSpan, places: list[TextSpan]) -> bool:
    index = bisect_right(places, span.start, key=lambda place: place.start) - 1
    return index >= 0 and span.start < places[index].end
