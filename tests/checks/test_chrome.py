"""The site's own lines inside the text of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

BODY = (
    "# Sleeping in a hot room\n\nA wet towel in front of the open window cools a bedroom by a few degrees "
    "in the course of a summer evening.\n\n"
)


def test_lines_beside_a_button_go_with_it(findings: Findings) -> None:
    text = BODY + "Latest posts\n\nTen soups for cold days\n\nTea for two\n"
    assert findings("HL903", text) == ["Latest posts\n\nTen soups for cold days\n\nTea for two"]


def test_links_that_work_are_no_left_overs(findings: Findings) -> None:
    assert findings("HL903", BODY + "## Related posts\n\n- [Ten soups](soups.md)\n- [Tea](tea.md)\n") == []


def test_a_published_page_keeps_its_navigation(findings: Findings) -> None:
    article = "<h1>Sleep</h1><p>Go to bed at ten every evening and sleep for eight hours.</p><p>Share this article</p>"
    page = f"<nav>Home</nav><article>{article}</article>"
    assert findings("HL903", page, "a.html") == []


def test_a_disclaimer_at_the_end_is_part_of_the_article(findings: Findings) -> None:
    text = (
        BODY
        + "## Related posts\n\nThis page is for educational purposes only and is not a substitute for medical advice.\n"
    )
    assert findings("HL903", text) == ["Related posts"]


def test_a_paragraph_that_presents_a_society_is_prose(findings: Findings) -> None:
    about = "The Norwood Sleep Society brings together doctors and nurses who look after people that sleep badly. " * 4
    assert findings("HL903", BODY + about + "Follow us on the usual channels.") == []


def test_a_heading_over_cards_that_are_links_is_no_left_over(findings: Findings) -> None:
    text = BODY + '## Related articles\n\n<a href="/tea"><h3>Tea for two</h3></a>\n'
    assert findings("HL903", text) == []


def test_a_badge_in_the_middle_of_the_article_is_no_left_over(findings: Findings) -> None:
    prices = "The large fan costs forty dollars and cools a room of twenty square metres within half an hour. " * 4
    assert findings("HL903", f"{BODY}Most popular\n\n{prices.strip()}") == []


def test_the_controls_of_a_picture_are_left_over_in_the_middle_of_the_article(findings: Findings) -> None:
    towels = "Wet towels dry within an hour or two, and then they no longer cool the room. " * 4
    caption = "Enlarge this image\n\ntoggle caption Towels on a line"
    assert findings("HL903", f"{BODY}{caption}\n\n{towels.strip()}") == [caption]
