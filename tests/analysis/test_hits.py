"""Lexicon hits and sentences as views."""

from __future__ import annotations

import pytest

from healthlint.analysis.hits import scan
from healthlint.model.context import Entry, Form, Lexicon
from healthlint.ruleset.knowledge import assemble


def lexicon(name: str, *terms: str, exact: bool = False) -> Lexicon:
    return Lexicon(name, tuple(Entry(term, (Form(term),), {}, exact) for term in terms))


KNOWLEDGE = assemble(
    [lexicon("nutrients", "vitamin d", "vitamin d deficiency"), lexicon("bodies", "WHO", exact=True), lexicon("none")],
    {},
)


def test_of_overlapping_terms_the_longest_counts() -> None:
    hits = scan("Vitamin D deficiency and vitamin D", KNOWLEDGE)
    assert [hit.entry.term for hit in hits["nutrients"]] == ["vitamin d deficiency", "vitamin d"]


def test_an_exact_term_keeps_its_case() -> None:
    text = "Those who ask the WHO"
    assert [text[hit.start : hit.end] for hit in scan(text, KNOWLEDGE)["bodies"]] == ["WHO"]


def test_hits_within_a_stretch_lie_wholly_inside_it() -> None:
    hits = scan("vitamin D, vitamin D", KNOWLEDGE)
    assert [hit.start for hit in hits.within("nutrients", 5, 20)] == [11]
    assert not hits.any_within("nutrients", 12, 20)


def test_a_lexicon_without_hits_is_empty() -> None:
    assert list(scan("nothing", KNOWLEDGE)["none"]) == []


def test_a_lexicon_that_does_not_exist_is_a_mistake() -> None:
    with pytest.raises(KeyError, match="nutrient"):
        scan("nothing", KNOWLEDGE)["nutrient"]


def test_an_acronym_counts_for_the_term_that_it_is_explained_by() -> None:
    text = "Low vitamin D (VD) is common. VD is checked in spring, but VDs are not."
    hits = scan(text, KNOWLEDGE)["nutrients"]
    assert [text[hit.start : hit.end] for hit in hits] == ["vitamin D", "VD", "VD"]
    assert {hit.entry.term for hit in hits} == {"vitamin d"}
