"""Sources that are weak, one's own, or lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

VIDEO = "https://www.youtube.com/watch?v=heel"


def listed(*entries: str, heading: str = "References") -> str:
    """An article with a list of references."""
    lines = "\n".join(f"{number}. {entry}" for number, entry in enumerate(entries, 1))
    return f"# Sore heels\n\nHeels hurt many runners.\n\n## {heading}\n\n{lines}\n"


@pytest.mark.parametrize("heading", ["References", "Sources", "Resources", "Sources and further reading"])
def test_a_video_in_a_list_of_sources_is_weak(findings: Findings, heading: str) -> None:
    assert findings("HL505", listed(f"Heels. 2020. {VIDEO}", heading=heading)) == [VIDEO]


def test_further_reading_carries_nothing(findings: Findings) -> None:
    assert findings("HL505", listed(f"Heels. 2020. {VIDEO}", heading="Further reading")) == []


def test_resources_beside_a_list_of_sources_carry_nothing(findings: Findings) -> None:
    page = listed("Poe J. Heels. 2020. https://doi.org/10.5555/a") + f"\n## Resources\n\n- Heels. 2020. {VIDEO}\n"
    assert findings("HL505", page) == []


def test_titles_that_are_offered_as_resources_carry_nothing(findings: Findings) -> None:
    page = (
        f"# Sore heels\n\nHeels hurt.\n\n## Resources\n\n- [Heels, slowly]({VIDEO})\n- [More](https://feet.example/a)\n"
    )
    assert findings("HL505", page) == []


def test_a_video_that_is_linked_in_passing_carries_nothing(findings: Findings) -> None:
    assert findings("HL505", f"Runners like [stretching]({VIDEO}).", article="advice") == []


def test_a_video_carries_the_number_beside_it(findings: Findings) -> None:
    assert findings("HL505", f"Stretching helps [12% of runners]({VIDEO}).", article="advice") == [VIDEO]


def test_a_video_is_reported_once(findings: Findings) -> None:
    page = f"Stretching helps [12% of runners]({VIDEO}).\n\n" + listed(f"Heels. 2020. {VIDEO}")
    assert findings("HL505", page) == [VIDEO]


def test_a_paper_with_a_doi_may_stand_anywhere(findings: Findings) -> None:
    assert findings("HL505", listed("Poe J. Heels. 2020. doi:10.5555/a https://feet.example/blogs/heels")) == []


def test_in_plain_text_and_in_html_the_address_is_pointed_at(findings: Findings) -> None:
    assert findings("HL505", f"Sore heels\n\nHeels hurt.\n\nReferences\n\n1. Heels. 2020. {VIDEO}\n", "a.txt") == [
        VIDEO
    ]
    page = (
        f'<h1>Sore heels</h1><p>Heels hurt.</p><h2>References</h2><ol><li><a href="{VIDEO}">Heels, 2020</a></li></ol>'
    )
    assert findings("HL505", page, "a.html") == [VIDEO]


def test_a_house_that_everybody_knows_may_cite_itself(findings: Findings) -> None:
    pages = [f"Heels. 2020. https://www.nhs.uk/{name}" for name in ("a", "b", "c")]
    assert findings("HL504", listed(*pages), own_domains=("nhs.uk",)) == []


def test_the_name_of_the_site_tells_which_is_its_own(findings: Findings) -> None:
    entries = "".join(f"<li>Heels. 2020. https://www.calmheels.org/{name}</li>" for name in ("a", "b", "c"))
    head = '<head><title>Heels</title><meta property="og:site_name" content="Calm Heels"></head>'
    page = f"<html>{head}<body><h1>Sore heels</h1><p>Heels hurt.</p><h2>References</h2><ol>{entries}</ol></body></html>"
    assert findings("HL504", page, "a.html") == ["https://www.calmheels.org/a"]


def test_half_of_the_list_is_needed(findings: Findings) -> None:
    own = [f"Heels. 2020. https://www.calmheels.com/{name}" for name in ("a", "b", "c")]
    others = [f"Poe J. Heels. 2020. https://doi.org/10.5555/{name}" for name in ("a", "b", "c", "d")]
    assert findings("HL504", listed(*own, *others[:3])) == ["https://www.calmheels.com/a"]
    assert findings("HL504", listed(*own, *others)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Marsh, ISBN 0-306-40615-3, tells.", ["ISBN 0-306-40615-3"]),
        ("Marsh, ISBN-13: 978-0-306-40615-7 2019, tells.", []),
        ("Marsh, PMID 0123, tells.", ["PMID 0123"]),
        ("Marsh, PMCID: PMC12, tells.", ["PMCID: PMC12"]),
        ("Marsh, doi: 10.5555, tells.", ["doi: 10.5555"]),
        ("Marsh (NCT0123) tells.", ["NCT0123"]),
        ("Marsh (NCT01234567) tells.", []),
    ],
)
def test_identifiers_are_held_to_their_form(findings: Findings, text: str, found: list[str]) -> None:
    assert findings("HL511", text, article="advice") == found


def test_an_address_for_a_template_is_filled_in_later(findings: Findings) -> None:
    assert findings("HL511", "See [more](https://{{ host }}/a).", article="advice") == []


def test_the_own_campaign_is_no_fault(findings: Findings) -> None:
    page = listed("Heels. 2020. https://www.calmheels.com/a?utm_source=mail")
    assert findings("HL511", page) == ["https://www.calmheels.com/a?utm_source=mail"]
    assert findings("HL511", page, own_domains=("calmheels.com",)) == []
