"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from healthlint.language.dates import find_dates


@pytest.mark.parametrize(
    "written",
    [
        "2025-05-27",
        "2025/05/27",
        "2025-05-27T08:30:00Z",
        "2025-05-27 08:30:00 -0400",
        "May 27, 2025",
        "May 27th 2025",
        "27 May 2025",
        "27th of May 2025",
        "05/27/2025",
        "27/05/2025",
        "27.05.2025",
        "May 27, 2025 at 8:30 am",
    ],
)
def test_one_day_has_many_spellings(written: str) -> None:
    (found,) = find_dates(written)
    assert found.value == date(2025, 5, 27)
    assert written[found.start : found.end] == written


@pytest.mark.parametrize("written", ["May 2025", "2025-05"])
def test_a_month_is_its_first_day(written: str) -> None:
    assert [found.value for found in find_dates(written)] == [date(2025, 5, 1)]


def test_short_months_may_end_in_a_stop() -> None:
    assert [found.value for found in find_dates("Sept. 5, 2021 and 1 Dec. 2021")] == [
        date(2021, 9, 5),
        date(2021, 12, 1),
    ]


def test_a_day_that_never_was_is_found_without_a_value() -> None:
    assert [found.value for found in find_dates("31 February 2024")] == [None]


@pytest.mark.parametrize("words", ["In 2025", "Marigolds 2020", "1.5-2.5 mg", "version 2025-5-27-3", "call 555-2019"])
def test_other_numbers_are_no_dates(words: str) -> None:
    assert find_dates(words) == []
