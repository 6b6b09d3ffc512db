"""Figures of years long past."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings


def test_a_figure_of_an_old_year_is_stale(findings: Findings) -> None:
    assert findings("HL310", "In 2009, 30% of adults had gout.") == ["2009"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2017, 30% of adults had gout.",
        "Between 1990 and 2020, 30% of adults had gout.",
        "In 2009 the clinic moved.",
        "About 30% of adults have gout (Osei, 2009).",
        "Osei's 2009 survey found gout in 30% of adults.",
        "## A short history\n\nIn 1909, 30% of adults had gout.",
        "In 1909, 30% of adults had gout; today it is fewer.",
    ],
)
def test_a_look_back_or_the_year_of_a_study_is_none(findings: Findings, text: str) -> None:
    assert findings("HL310", text) == []
