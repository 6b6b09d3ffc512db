"""What kind of source an address leads to."""

from __future__ import annotations

from datetime import date

import pytest

from healthlint.analysis.hits import scan
from healthlint.analysis.source_tiers import own_hosts, read_address, site_of, tier_of, tier_of_name
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

KNOWLEDGE = load_rules().knowledge


@pytest.mark.parametrize(
    ("url", "tier"),
    [
        ("https://www.youtube.com/watch?v=1", "social"),
        ("https://m.youtube.com/watch?v=1", "social"),
        ("https://notyoutube.com/watch", ""),
        ("https://en.wikipedia.org/wiki/Foot", "wiki"),
        ("https://europepmc.org/article/1", "database"),
        ("https://europepmc.org/preprints/1", "preprint"),
        ("https://www.thelancet.com/preprints", "preprint"),
        ("https://www.thelancet.com/journals/a", "journal"),
        ("https://feet.example.gov/a", "agency"),
        ("https://feet.example/blogs/care/a", "shop"),
        ("https://www.cdc.gov/blogs/care/a", "agency"),
        ("https://shop.feet.example/a", "shop"),
        ("https://workshop.feet.example/a", ""),
        ("https://doi.org/10.1101/2021.01.02.3", "preprint"),
        ("https://doi.org/10.1101/gr.12", "journal"),
        ("https://[broken", ""),
        ("/blogs/a", ""),
    ],
)
def test_the_longest_host_and_path_that_is_known_tells_the_tier(url: str, tier: str) -> None:
    assert tier_of(url, "", KNOWLEDGE) == tier


def test_a_doi_counts_for_more_than_the_site_it_stands_on() -> None:
    assert tier_of("https://feet.example/blogs/a", "10.5555/a", KNOWLEDGE) == "journal"


def test_no_site_that_sells_or_invents_is_called_by_name() -> None:
    named = [row["address"] for row in KNOWLEDGE.facts["source-tiers"].by("tier")["shop"] if not row["match"]]
    assert named == ["myshopify.com"]


def test_the_site_that_somebody_registered_is_told_from_its_parts() -> None:
    assert [site_of(host) for host in ("a.b.feet.com", "www.feet.co.uk", "feet.org")] == [
        "feet.com",
        "feet.co.uk",
        "feet.org",
    ]


def test_the_page_tells_whose_it_is() -> None:
    page = (
        b'<html><head><link rel="canonical" href="https://www.Feet.example/a"></head><body><p>Feet.</p></body></html>'
    )
    policy = Policy(date(2026, 1, 15), own_domains=("www.heels.example",))
    assert own_hosts(read(page, "a.html"), policy) == ("heels.example", "feet.example")


def test_an_address_is_read_with_and_without_its_scheme() -> None:
    assert read_address("Feet.example/A") == read_address("https://www.feet.example/a/") == ("feet.example", "/a/")


@pytest.mark.parametrize(
    ("entry", "tier"),
    [
        ("World Health Organization. Foot care. 2020.", "agency"),
        ("Poe J. Sore heels. The Lancet. 2020;1:2-3.", "journal"),
        ("Poe J. Sore heels. 2020.", ""),
    ],
)
def test_a_reference_without_an_address_is_known_by_whom_it_names(entry: str, tier: str) -> None:
    assert tier_of_name(scan(entry, KNOWLEDGE), 0, len(entry)) == tier
