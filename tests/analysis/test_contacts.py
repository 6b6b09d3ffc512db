"""The lines of help that a page names."""

from __future__ import annotations

from datetime import date

import pytest

from healthlint.analysis import Analysis
from healthlint.analysis.contacts import contacts_in, lines_of, numbers_in
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

KNOWLEDGE = load_rules().knowledge


def analysis(text: str, region: str = "us") -> Analysis:
    return Analysis(read(text.encode(), "a.md"), KNOWLEDGE, Policy(date(2026, 1, 15), region=region))


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Call or text 988.", {"us", "ca"}),
        ("The 988 Suicide & Crisis Lifeline answers.", {"us", "ca"}),
        ("There were 988 patients.", set()),
        ("Ring 13 11 14 at any hour.", {"au"}),
        ("[Help](tel:+611300659467)", {"au"}),
        ("[Help](https://www.samaritans.org/how-we-can-help/)", {"uk"}),
        ("[Eczema](https://www.nhs.uk/conditions/eczema/)", set()),
        ("See www.befrienders.org for a centre near you.", {"international"}),
        ("---\nbanner: Call 988 now\n---\nText.", {"us", "ca"}),
    ],
)
def test_lines_are_known_by_number_and_address(text: str, regions: set[str]) -> None:
    assert contacts_in(analysis(text), ("crisis-lines",)) == regions


def test_a_number_is_its_digits_however_they_are_parted() -> None:
    assert [*numbers_in("+1 (800) 555-0199, 1.800.555.0199 or 0800 555 019")] == [
        "18005550199",
        "18005550199",
        "0800555019",
    ]


def test_only_verified_lines_of_the_region_are_offered() -> None:
    assert [*lines_of("emergency-numbers", analysis("Text.", "uk"))] == []
    assert [*lines_of("emergency-numbers", analysis("Text.", "us"))] == ["emergency services, 911"]
