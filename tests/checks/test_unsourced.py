"""Articles that name no source at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Findings

CLAIMS = ("Late dinners cause eczema.", "Salt causes headaches.", "Sugar causes insomnia.", "Noise causes migraine.")
FILLER = "The tea is warm, and the chair by the window is a good place to sit in the evening. "


def page(claims: int, filler: int, heading: str = "## Part {number}") -> str:
    """An article with a claim under each heading, and so many sentences of nothing."""
    parts = (f"{heading.format(number=number)}\n\n{claim} {FILLER * 3}" for number, claim in enumerate(CLAIMS[:claims]))
    return "# Headaches and eczema\n\n" + FILLER * filler + "\n\n" + "\n\n".join(parts)


def test_claims_without_any_source_are_told_once(findings: Findings) -> None:
    assert len(findings("HL501", page(4, 5), article="advice")) == 1


def test_a_long_article_that_hardly_asserts_anything_needs_no_source(findings: Findings) -> None:
    assert findings("HL501", page(4, 80), article="advice") == []


def test_a_page_that_lists_articles_only_quotes_them(findings: Findings) -> None:
    assert findings("HL501", page(4, 5, "## [Part {number}](/part-{number}/)"), article="advice") == []


def test_marks_that_lost_height_and_list_are_no_sources(findings: Findings) -> None:
    text = page(4, 5)
    for number, claim in enumerate(CLAIMS, 1):
        text = text.replace(claim, f"{claim}{number}")
    assert len(findings("HL501", text, article="advice")) == 1
