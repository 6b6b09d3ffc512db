"""Finds reference lists that have grown old."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.reference_entry import tells_source
from healthlint.checks import LexiconName
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.references import Reference


class Params(NamedTuple):
    """A list of at least `least` dated entries is old if half of them are older than `median` years, or all `newest`.

    `history`: words of a title by which the article is about the past.
    """

    history: LexiconName
    least: int = 3
    median: int = 10
    newest: int = 5


WORDS: tuple[str, ...] = ("count", "years", "year")
VARIANTS: tuple[str, ...] = ("median", "newest")
USES_TODAY = True


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding, at the newest entry. Entries without a year count as undated, and most have to be dated."""
    sources = [entry for entry in analysis.references.entries if tells_source(entry)]
    dated = [(entry.year, entry) for entry in sources if entry.year and entry.year <= analysis.policy.today.year]
    if len(dated) < params.least or 2 * len(dated) < len(sources) or _is_history(analysis, params):
        return
    this_year = analysis.policy.today.year
    ages = sorted(this_year - year for year, _ in dated)
    middle = (ages[(len(ages) - 1) // 2] + ages[len(ages) // 2]) // 2  # `statistics` takes 5 ms to import
    newest, entry = max(dated, key=lambda each: each[0])
    age = this_year - newest
    if middle > params.median:
        yield _finding(entry, len(dated), middle, newest, "median")
    elif age > params.newest:
        yield _finding(entry, len(dated), age, newest, "newest")


def _finding(entry: Reference, count: int, years: int, year: int, variant: str) -> Finding:
    return Finding(TextSpan(entry.start, entry.end), {"count": count, "years": years, "year": year}, variant=variant)


def _is_history(analysis: Analysis, params: Params) -> bool:
    """Whether a heading or the title says that the article is about the past."""
    return any(
        analysis.hits.any_within(params.history, *block.span)
        for block in analysis.document.blocks
        if block.kind == "heading" and block.level == 1
    )
