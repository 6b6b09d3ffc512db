"""Finds dates of publication, update and review that cannot be true."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.byline_parts import Detail


class Params(NamedTuple):
    """Nothing to set."""


WORDS: tuple[str, ...] = ("other",)
VARIANTS: tuple[str, ...] = ("no-day", "future", "order", "two")
USES_TODAY = True


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """Days that no calendar has, days to come, an update before the publication, two dates of the last update."""
    metadata = analysis.metadata
    published, updated = metadata.of("published"), metadata.of("updated")
    for detail in (*published, *updated, *metadata.of("reviewed")):
        if detail.value and detail.date is None:
            yield Finding(detail.place, {"other": ""}, variant="no-day")
        elif detail.date and detail.date > analysis.policy.today + _ZONES:
            yield Finding(detail.place, {"other": ""}, variant="future")
    yield from _out_of_order(published, updated)
    yield from _two(analysis, updated)


def _out_of_order(published: tuple[Detail, ...], updated: tuple[Detail, ...]) -> Iterator[Finding]:
    """The last update, if it came before even the first publication."""
    first = min((detail for detail in published if detail.date), key=_day, default=None)
    last = max((detail for detail in updated if detail.date), key=_day, default=None)
    if first and last and _day(last) + _ZONES.days < _day(first) and not _is_month_only(last, first):
        yield Finding(last.place, {"other": first.value}, (Related("evidence", first.place),), variant="order")


def _two(analysis: Analysis, updated: tuple[Detail, ...]) -> Iterator[Finding]:
    """A second date of update in the bylines of the page, which is not a log of changes."""
    told = [
        detail
        for detail in updated
        if detail.date and isinstance(detail.place, TextSpan) and _block_of(analysis, detail) in _front(analysis)
    ]
    if len(told) == 2 and _day(told[0]) != _day(told[1]) and not _is_month_only(*told):
        yield Finding(told[1].place, {"other": told[0].value}, (Related("evidence", told[0].place),), variant="two")


def _front(analysis: Analysis) -> frozenset[int]:
    return analysis.metadata.front_blocks


def _block_of(analysis: Analysis, detail: Detail) -> int:
    sentence = analysis.sentences.at(detail.place.start) if isinstance(detail.place, TextSpan) else None
    return sentence.block if sentence else -1


def _day(detail: Detail) -> int:
    return detail.date.toordinal() if detail.date else 0


def _is_month_only(one: Detail, other: Detail) -> bool:
    """Whether two dates are of one month, of which one names no day: "May 2025" and "27 May 2025"."""
    return (
        one.date is not None
        and other.date is not None
        and (one.date.year, one.date.month) == (other.date.year, other.date.month)
        and 1 in (one.date.day, other.date.day)
    )


_ZONES = timedelta(days=1)  # it may be tomorrow already where the article was written
