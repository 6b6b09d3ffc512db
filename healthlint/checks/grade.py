"""Measures how hard an article is to read, in years of school."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.reading import hardest
from healthlint.language.readability import flesch_kincaid_grade, smog_index, total
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """The school year to aim for, the one from which the variant is `hard`, and how many words it takes to tell.

    The grade that counts is the one in which a medical name is hard only once.
    """

    most: float = 8
    hard: float = 12
    words: int = 100
    sentences: int = 3  # of the hardest that are shown


WORDS: tuple[str, ...] = ("grade", "discounted", "smog", "smog_discounted", "most")
VARIANTS: tuple[str, ...] = ("hard",)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding on an article above the grade, with its hardest sentences."""
    read = analysis.reading
    counts, plain = total(each.counts for each in read), total(each.plain for each in read)
    discounted = flesch_kincaid_grade(plain)
    if counts.words < params.words or discounted <= params.most:
        return
    words: dict[str, str | int] = {
        "grade": f"{flesch_kincaid_grade(counts):.1f}",
        "discounted": f"{discounted:.1f}",
        "smog": f"{smog_index(counts):.1f}",
        "smog_discounted": f"{smog_index(plain):.1f}",
        "most": f"{params.most:g}",
    }
    related = tuple(
        Related("evidence", TextSpan(*each.sentence[:2]), data={"grade": f"{each.grade:.0f}"})
        for each in hardest(read, analysis.text, params.sentences)
    )
    yield Finding(analysis.whole, words, related, variant="hard" if discounted > params.hard else None)
