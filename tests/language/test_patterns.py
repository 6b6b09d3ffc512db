"""Patterns that wait."""

from __future__ import annotations

import re

import pytest

from healthlint.language.patterns import lazy_pattern


def test_it_finds_what_a_compiled_pattern_finds() -> None:
    number = lazy_pattern(r"(\d+) (?P<unit>MG)", re.IGNORECASE)
    found = number.search("take 20 mg")
    assert found
    assert (found[1], found["unit"]) == ("20", "mg")
    assert number.findall("1 mg, 2 Mg") == [("1", "mg"), ("2", "Mg")]
    assert number.pattern == r"(\d+) (?P<unit>MG)"


def test_a_mistake_is_told_when_it_is_used() -> None:
    broken = lazy_pattern("(")
    with pytest.raises(re.error):
        broken.search("")
