"""Finds articles that nobody has looked at for longer than the publisher allows."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName
from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`archived`: what a page says that is kept as it was. The age allowed is the policy's `review_max_age`."""

    archived: LexiconName


WORDS: tuple[str, ...] = ("months", "most")
VARIANTS: tuple[str, ...] = ("stale", "old")
USES_TODAY = True


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding at the newest date; `old` beyond twice the age allowed. A date to come is no date of a review."""
    most, today = analysis.policy.review_max_age, analysis.policy.today
    metadata = analysis.metadata
    details = [*metadata.of("published"), *metadata.of("updated"), *metadata.of("reviewed")]
    dated = [(detail.date, detail) for detail in details if detail.date is not None]
    if not dated or _is_archived(analysis, params):
        return
    newest, detail = max(dated, key=lambda pair: pair[0])
    months = _months_between(newest, today)
    if months > most:
        yield Finding(
            detail.place, {"months": months, "most": most}, variant="old" if months > _LONG * most else "stale"
        )


def _months_between(before: date, after: date) -> int:
    """The whole months between two days."""
    return (after.year - before.year) * 12 + after.month - before.month - (after.day < before.day)


def _is_archived(analysis: Analysis, params: Params) -> bool:
    """Whether the page says that it is not kept up to date."""
    keys = (f"{field.key} {field.value}".lower() for field in analysis.document.fields)
    tags = chain(keys, (block for block in (component.name.lower() for component in analysis.document.components)))
    return bool(analysis.hits[params.archived]) or any(tag.startswith("archived") for tag in tags)


_LONG = 2
