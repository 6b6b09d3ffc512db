"""What a page says of itself: dates, experts, interests, credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

BODY = "# Night cramps\n\nCramps wake many people. Stretch before bed.\n"


def article(front: str, body: str = "") -> str:
    """A page with a byline and a body."""
    return f"{front}\n\n{BODY}\n{body}"


def test_the_newest_date_of_all_counts(findings: Findings) -> None:
    page = article("Published March 3, 2011 | Updated June 4, 2025")
    assert findings("HL604", page, article="advice") == []


@pytest.mark.parametrize(("months", "found"), [(36, []), (35, ["December 20, 2022"])])
def test_the_publisher_sets_how_old_an_article_may_be(findings: Findings, months: int, found: list[str]) -> None:
    page = article("Last reviewed: December 20, 2022")  # 36 months and some days before the day of the tests
    assert findings("HL604", page, article="advice", review_max_age=months) == found


def test_twice_the_age_allowed_is_a_warning(findings: Findings) -> None:
    page = article("Last reviewed: May 27, 2017")
    assert findings("HL604", page, severity="warning", article="advice") == ["May 27, 2017"]


@pytest.mark.parametrize("written", ["30 February 2025", "2025-02-30", "31/04/2025"])
def test_a_day_that_no_calendar_has_is_told(findings: Findings, written: str) -> None:
    assert findings("HL606", article(f"Published: {written}")) == [written]


def test_tomorrow_may_be_today_elsewhere(findings: Findings) -> None:
    assert findings("HL606", article("Published: January 16, 2026")) == []
    assert findings("HL606", article("Published: January 17, 2026")) == ["January 17, 2026"]


def test_what_depends_on_the_day_of_the_run_is_no_error(findings: Findings) -> None:
    assert findings("HL606", article("Published: January 17, 2026"), severity="error") == []


def test_the_date_of_the_next_review_lies_ahead(findings: Findings) -> None:
    assert findings("HL606", article("Next review due: May 27, 2028")) == []


def test_metadata_and_byline_are_compared(findings: Findings) -> None:
    page = "---\ndate: 2025-06-04\nlastmod: 2025-05-01\n---\n\n" + BODY
    assert findings("HL606", page) == ["2025-05-01"]


def test_dates_of_json_ld_are_read(findings: Findings) -> None:
    page = (
        '<html><head><script type="application/ld+json">{"@type": "Article", "datePublished": "2025-06-04", '
        '"dateModified": "2025-02-30"}</script></head><body><h1>Night cramps</h1><p>Stretch.</p></body></html>'
    )
    assert findings("HL606", page, "a.html") == ["2025-02-30"]


def test_a_log_of_changes_has_many_dates(findings: Findings) -> None:
    page = article("", "Updated June 4, 2025: added a picture.\n\nUpdated March 3, 2025: corrected a dose.")
    assert findings("HL606", page) == []


def test_an_expert_in_another_section_keeps_no_promise(findings: Findings) -> None:
    page = article("", "## Expert tips\n\nMove.\n\n## More\n\n“Move,” says Ines Kaur, RD.")
    assert findings("HL607", page, article="advice") == ["Expert tips"]


def test_an_expert_below_a_smaller_heading_keeps_it(findings: Findings) -> None:
    page = article("", "## Expert tips\n\n### Ines Kaur, RD\n\nMove.\n\n## More\n\nRest.")
    assert findings("HL607", page, article="advice") == []


def test_one_disclosure_anywhere_is_enough(findings: Findings) -> None:
    page = article("", "Our supplements help.\n\n## About\n\nWe earn a commission on what you buy.")
    assert findings("HL605", page, article="advice") == []


def test_a_template_element_may_disclose(findings: Findings) -> None:
    page = article("", "Our supplements help.\n\n<AffiliateNote />")
    assert findings("HL605", page, "a.mdx", article="advice") == []


def test_an_offer_that_is_quoted_is_no_offer(findings: Findings) -> None:
    page = article("", "Leave pages that shout “buy now” at you.")
    assert findings("HL605", page, article="advice") == []


def test_a_person_is_asked_once(findings: Findings) -> None:
    page = "---\nauthor: Ines Kaur\n---\n\nBy Ines Kaur\n\n" + BODY
    assert findings("HL608", page, article="advice") == ["Ines Kaur"]


def test_the_note_on_the_author_tells_the_role(findings: Findings) -> None:
    page = article("By Ines Kaur", "Ines Kaur has been a midwife for ten years.")
    assert findings("HL608", page, article="advice") == []
