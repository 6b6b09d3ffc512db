"""Pages that earn by their links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

BODY = "# Night cramps\n\nCramps wake many people. Stretch before bed.\n\n"


@pytest.mark.parametrize(
    "url",
    [
        "https://amzn.to/3invent",
        "https://www.amazon.co.uk/dp/B000INVENT/?th=1&tag=cramps-21",
        "https://seller.pxf.io/abc",
        "https://rollers.example/shop?aff_id=12",
        "https://rollers.example/?ref=cramps",
    ],
)
def test_an_address_tells_that_a_link_is_paid(findings: Findings, url: str) -> None:
    assert findings("HL409", f"{BODY}A [roller]({url}) helps.", article="advice") == ["roller"]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.amazon.com/dp/B000INVENT/",
        "https://www.amazon.com/dp/B000INVENT/ref=sr_1?ref=nav",
        "https://pubmed.ncbi.nlm.nih.gov/1/?ref=list",
        "https://rollers.example/?utm_source=cramps",
        "https://[broken?ref=1",
        "/guides/?ref=menu",
    ],
)
def test_other_links_are_not_paid(findings: Findings, url: str) -> None:
    assert findings("HL409", f"{BODY}A [roller]({url}) helps.", article="advice") == []


def test_a_link_around_an_image_is_shown_by_its_address(findings: Findings) -> None:
    page = f'{BODY}<a href="https://amzn.to/3invent"><img src="roller.png"></a>\n'
    assert findings("HL409", page, article="advice") == ["https://amzn.to/3invent"]


def test_a_disclosure_at_the_foot_is_late_but_no_error(findings: Findings) -> None:
    page = f"{BODY}A [roller](https://amzn.to/3invent) helps.\n\n{'Rest well. ' * 60}\n\nWe earn a commission."
    assert findings("HL409", page, article="advice", severity="error") == []
    assert findings("HL409", page, article="advice", severity="info") == ["roller"]


@pytest.mark.parametrize("field", ["affiliate_disclosure: true", "sponsored: yes"])
def test_the_front_matter_discloses(findings: Findings, field: str) -> None:
    page = f"---\n{field}\n---\n{BODY}A [roller](https://amzn.to/3invent) helps."
    assert findings("HL409", page, article="advice") == []


@pytest.mark.parametrize("words", ["use code HEEL10", "promo code: “walker”", "with code **HEEL10**"])
def test_a_code_for_buyers_is_as_good_as_a_link(findings: Findings, words: str) -> None:
    found = findings("HL409", f"{BODY}Ten percent off, {words} today.", article="advice")
    assert len(found) == 1
