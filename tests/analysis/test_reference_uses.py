"""Where the text leads to the entries of its reference list."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest

from healthlint.analysis import Analysis
from healthlint.analysis.reference_uses import address_key
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from pathlib import Path

OSEI = "Osei B, Lind K. Honey for sore throats at home. J Invented Med. 2021;3:1-9. doi:10.5555/honey.3"
MARLOW = "Marlow T. Gargling. J Invented Med. 2019;2:4-9. https://www.example.org/gargling/?utm_source=x"
UNION = "National Health and Throat Council (2020). Voices. https://example.org/voices"
WHO = "World Health Organization. Hoarse teachers. https://example.org/hoarse"
ALL = (OSEI, MARLOW, UNION, WHO)


class Cited(Protocol):
    """The words of the text that lead to each of the four entries."""

    def __call__(self, text: str, numbered: bool = False) -> list[list[str]]: ...


@pytest.fixture(scope="module")
def cited() -> Cited:
    """Reads a text with a list of four entries below it."""
    knowledge = load_rules().knowledge

    def find(text: str, numbered: bool = False) -> list[list[str]]:
        marks = ("1.", "2.", "3.", "4.") if numbered else ("-", "-", "-", "-")
        listed = "\n".join(f"{mark} {entry}" for mark, entry in zip(marks, ALL, strict=True))
        document = read(f"# Throats\n\n{text}\n\n## References\n\n{listed}\n".encode(), "a.md")
        uses = Analysis(document, knowledge, Policy(date(2026, 1, 15))).reference_uses
        return [[document.text[use.start : use.end] for use in row] for row in uses]

    return find


def test_numbers_lead_to_entries(cited: Cited) -> None:
    assert cited("Honey soothes [1, 3]. So does tea [3].", numbered=True) == [["[1, 3]"], [], ["[1, 3]", "[3]"], []]


def test_where_a_text_cites_by_number_a_name_leads_nowhere(cited: Cited) -> None:
    assert cited("Marlow gargled [1]. The World Health Organization did not [3].", numbered=True)[1::2] == [[], []]


def test_author_and_year_lead_to_an_entry_of_that_year(cited: Cited) -> None:
    assert cited("Honey soothes (Osei & Lind, 2021). So does tea (Marlow, 1999).")[0] == ["Osei & Lind, 2021"]


def test_an_acronym_leads_to_the_body_that_it_stands_for(cited: Cited) -> None:
    assert cited("Teachers are hoarse (NHTC, 2020).")[2] == ["NHTC, 2020"]


@pytest.mark.parametrize("url", ["https://doi.org/10.5555/honey.3", "http://dx.doi.org/10.5555/HONEY.3"])
def test_a_link_to_the_same_work_leads_to_its_entry(cited: Cited, url: str) -> None:
    assert cited(f"Honey [soothes]({url}) throats.")[0] == ["soothes"]


def test_the_same_address_is_known_without_its_tracking(cited: Cited) -> None:
    assert cited("Some [gargle](http://example.org/gargling#how).")[1] == ["gargle"]


def test_a_title_or_an_author_in_the_text_leads_to_the_entry(cited: Cited) -> None:
    assert cited("In “Honey for Sore Throats at Home” we read that Marlow gargles.")[:2] == [
        ["Honey for Sore Throats at Home"],
        ["Marlow"],
    ]


def test_what_somebody_owns_names_them(cited: Cited) -> None:
    assert cited("Take Marlow’s advice and gargle.")[1] == ["Marlow"]


def test_a_body_is_known_by_its_other_names(cited: Cited) -> None:
    assert cited("The WHO counted hoarse teachers.")[3] == ["WHO"]
    assert cited("Who counted hoarse teachers?")[3] == []


def test_what_only_stands_in_the_list_is_not_cited(cited: Cited) -> None:
    assert cited("Honey soothes most throats.") == [[], [], [], []]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.example.org/a/", "https://example.org/a"),
        ("//example.org/a?utm_source=x&utm_medium=y", "https://example.org/a#part"),
        ("https://example.org/a?id=7&utm_source=x", "https://m.example.org/a?id=7"),
    ],
)
def test_addresses_of_the_same_page_have_one_key(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


def test_another_number_is_another_page() -> None:
    assert address_key("https://example.org/a?id=7") != address_key("https://example.org/a?id=8")


def test_five_thousand_entries_are_read_in_seconds() -> None:
    text = "\n\n".join(f"Honey soothes a throat [{number}]." for number in range(1, 1000))
    listed = "\n".join(
        f"{number}. Osei B. Honey and voice number {number}. J Invented Med. 2021;{number}:1-9. https://e.org/{number}"
        for number in range(1, 5001)
    )
    document = read(f"# Throats\n\n{text}\n\n## References\n\n{listed}\n".encode(), "a.md")
    began = time.process_time()
    uses = Analysis(document, load_rules().knowledge, Policy(date(2026, 1, 15))).reference_uses
    assert sum(map(bool, uses)) == 999
    assert time.process_time() - began < 20  # a second or two on its own; with a loop in a loop it takes minutes


def test_entries_of_real_articles_stand_in_their_blocks(shared: Path) -> None:
    knowledge = load_rules().knowledge
    pages = [*(shared / "data/gold/docs").iterdir(), *(shared / "data/articles/gaia-html").rglob("*.html")]
    counted = 0
    for path in pages:
        document = read(path.read_bytes(), str(path))
        analysis = Analysis(document, knowledge, Policy(date(2026, 1, 15)))
        for entry in analysis.references.entries:
            span = document.blocks[entry.block].span
            assert span.start <= entry.start < entry.end <= span.end
            counted += 1
        assert len(analysis.reference_uses) == len(analysis.references.entries)
    assert counted > 80
