"""Identifiers of papers, books, trials and pages."""

from __future__ import annotations

import pytest

from healthlint.language.identifiers import clean_doi, fault_of, is_isbn, is_nct, is_pmcid, is_pmid, is_tracked


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("https://doi.org/10.5555/ABC.12.", "10.5555/abc.12"),
        ("doi:10.5555/s1734(13)71003-x),", "10.5555/s1734(13)71003-x"),
        ("(10.5555/heel.1)", "10.5555/heel.1"),
        ("10.5555", ""),
        ("version 10.2/3", ""),
    ],
)
def test_a_doi_ends_where_the_sentence_goes_on(written: str, doi: str) -> None:
    assert clean_doi(written) == doi


@pytest.mark.parametrize("isbn", ["978-0-306-40615-7", "0-306-40615-2", "080442957X", "9780306406157"])
def test_the_check_digit_of_an_isbn_fits(isbn: str) -> None:
    assert is_isbn(isbn)


@pytest.mark.parametrize(
    "isbn", ["978-0-306-40615-8", "0-306-40615-3", "977-0-306-40615-7", "97803064061", "X123456789"]
)
def test_what_looks_like_an_isbn_may_be_none(isbn: str) -> None:
    assert not is_isbn(isbn)


def test_numbers_of_the_registers_have_their_lengths() -> None:
    assert is_pmid("1")
    assert is_pmid("38123456")
    assert not is_pmid("0123")
    assert not is_pmid("381234567")
    assert is_pmcid("PMC7654321")
    assert is_pmcid("7654321")
    assert not is_pmcid("PMC0")
    assert is_nct("NCT01234567")
    assert not is_nct("NCT0123456")


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("http//feet.example/a", "scheme"),
        ("https:/feet.example", "scheme"),
        ("htp://feet.example", "scheme"),
        ("https://https://feet.example", "scheme"),
        ("https:///a", "scheme"),
        ("https://feet", "host"),
        ("https://feet.example/a b", "space"),
        ("https://doi.org/", "doi"),
        ("https://doi.org/10.5555", "doi"),
        ("http://localhost:8000/a", "local"),
        ("https://staging.feet.example/a", "local"),
        ("http://192.168.1.4/a", "local"),
    ],
)
def test_an_address_that_cannot_work_is_told_by_its_form(url: str, fault: str) -> None:
    assert fault_of(url) == fault


@pytest.mark.parametrize(
    "url",
    [
        "https://feet.example/a?b=c#d",
        "HTTP://Feet.example",
        "https://doi.org/10.5555/a(1)2",
        "https://doi.org/10/gf5m2",
        "https://web.archive.org/web/2020/https://feet.example/",
        "https://dev.to/feet",
        "https://test.com",
        "https://füße.de/ä",
        "/local/path",
        "http/notes.md",
        "#top",
        "mailto:a@feet.example",
    ],
)
def test_an_address_that_may_work_is_left_alone(url: str) -> None:
    assert fault_of(url) is None


def test_the_mark_of_a_campaign_is_no_part_of_a_word() -> None:
    assert is_tracked("https://feet.example/a?x=1&utm_source=mail")
    assert is_tracked("https://shop.example/a?tag=heels-20")
    assert not is_tracked("https://feet.example/a?tag=heels")
    assert not is_tracked("https://feet.example/affairs?id=3")
