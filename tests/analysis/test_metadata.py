"""What a page says about its author, reviewer and dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from conftest import ReadFrame

PROSE = (
    "\n\nMost sore throats get better on their own within a week, and honey in warm water is as good a comfort as any "
    "that can be bought without a prescription. A hoarse voice wants rest more than medicine.\n\n"
    "Gargling with salt water does no harm, and many people say that they swallow more easily for an hour or so "
    "afterwards, which may be reason enough to do it before meals in the first days.\n"
)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ines Kaur", "Ines Kaur"),
        ("By Ines Kaur, RD", "Ines Kaur, RD"),
        ("by Dr. Tomas de la Riva | May 27, 2025", "Dr. Tomas de la Riva"),
        ("Written by Ines Kaur on May 27, 2025", "Ines Kaur"),
        ("**Author:** Ines Kaur", "Ines Kaur"),
        ("By the Norwood Clinic Newsroom", "the Norwood Clinic Newsroom"),
        ("Ines Kaur, RD", "Ines Kaur, RD"),
        ("Ines Kaur · May 27, 2025 · 7 min read", "Ines Kaur"),
        ("Written by\n\nInes Kaur, RD", "Ines Kaur, RD"),
        ("throatfan\n\nMay 27, 2025", "throatfan"),
    ],
)
def test_a_byline_names_the_author(frame: ReadFrame, line: str, author: str) -> None:
    assert frame(f"# Sore throats\n\n{line}{PROSE}").details("author") == [author]


@pytest.mark.parametrize(
    "line",
    [
        "By resting your voice, you give it time to heal.",
        "By Monday most people are back at work.",
        "Authors of older books advised mustard baths.",
        "Author's profile picture",
        "Mental health",
        "Published studies are few.",
    ],
)
def test_a_sentence_with_such_words_is_no_byline(frame: ReadFrame, line: str) -> None:
    read = frame(f"# Sore throats\n\n{line}{PROSE}")
    assert [detail for detail in read.metadata.details if detail.kind != "title"] == []


def test_the_place_of_a_detail_is_its_value(frame: ReadFrame) -> None:
    read = frame(f"# Sore throats\n\nMedically reviewed by **Tomas Riva, MD**, on May 27, 2025{PROSE}")
    reviewer, reviewed = read.metadata.details[1:]
    assert isinstance(reviewer.place, TextSpan)
    assert isinstance(reviewed.place, TextSpan)
    assert read.document.text[slice(*reviewer.place)] == "Tomas Riva, MD"
    assert (reviewer.kind, reviewer.label) == ("reviewer", "Medically reviewed by")
    assert read.document.text[slice(*reviewed.place)] == "May 27, 2025"
    assert (reviewed.kind, reviewed.date) == ("reviewed", date(2025, 5, 27))


def test_a_label_followed_by_another_is_empty(frame: ReadFrame) -> None:
    read = frame(f"# Sore throats\n\nMedically Reviewed by\n\nUpdated On\n\nSeptember 18, 2024{PROSE}")
    reviewer, updated = read.metadata.details[1:]
    assert (reviewer.kind, reviewer.value) == ("reviewer", "")
    assert read.document.text[slice(*reviewer.place)] == "Medically Reviewed by"
    assert (updated.kind, updated.date) == ("updated", date(2024, 9, 18))


def test_a_heading_is_not_the_value_of_the_label_above_it(frame: ReadFrame) -> None:
    assert frame(f"# Sore throats\n\nReviewed by\n\n## Home Remedies{PROSE}").details("reviewer") == [""]


def test_labels_joined_in_one_paragraph_are_told_apart(frame: ReadFrame) -> None:
    read = frame(f"# Sore throats\n\nAuthor: Ines Kaur, MD\nDate: 2025-05-27\nSend a question{PROSE}")
    assert read.details("author") == ["Ines Kaur, MD"]
    assert read.details("published") == ["2025-05-27"]


def test_a_date_alone_above_the_prose_is_the_date_of_publication(frame: ReadFrame) -> None:
    assert frame(f"# Sore throats\n\nMay 27, 2025{PROSE}").details("published") == ["May 27, 2025"]


def test_a_date_in_the_middle_of_the_article_is_not(frame: ReadFrame) -> None:
    assert frame(f"# Sore throats{PROSE}\nMay 27, 2025\n{PROSE}{PROSE}").details("published") == []


def test_a_review_date_may_stand_at_the_end(frame: ReadFrame) -> None:
    read = frame(f"# Sore throats{PROSE}\n*Last reviewed: 27 May 2025*\n")
    assert read.details("reviewed") == ["27 May 2025"]
    assert read.words("front") == ["Sore throats", "Last reviewed: 27 May 2025"]


def test_an_article_knows_its_next_review_is_no_date_of_its_own(frame: ReadFrame) -> None:
    assert frame(f"# Sore throats{PROSE}\nNext review due: May 2027\n").metadata.details[1:] == ()


@pytest.mark.parametrize(
    ("field", "kind", "value"),
    [
        ("author: Ines Kaur", "author", "Ines Kaur"),
        ("authors: [Ines Kaur]", "author", "Ines Kaur"),
        ("author:\n  name: Ines Kaur\n  url: https://example.org", "author", "Ines Kaur"),
        ("reviewed_by: Tomas Riva, MD", "reviewer", "Tomas Riva, MD"),
        ("medicalReviewer: Tomas Riva, MD", "reviewer", "Tomas Riva, MD"),
        ("reviewed: Tomas Riva", "reviewer", "Tomas Riva"),
        ("publishDate: 2025-05-27", "published", "2025-05-27"),
        ("lastmod: 2025-05-27", "updated", "2025-05-27"),
        ("last_reviewed: May 2025", "reviewed", "May 2025"),
        ("jsonld:\n  datePublished: 2025-05-27", "published", "2025-05-27"),
        ("article: news", "kind", "news"),
        ("author:", "author", ""),
    ],
)
def test_front_matter_has_many_keys_for_one_thing(frame: ReadFrame, field: str, kind: str, value: str) -> None:
    assert frame(f"---\n{field}\n---\n{PROSE}").details(kind) == [value]


@pytest.mark.parametrize("field", ["published: true", "author: https://example.org/me", "comments:\n  author: Bo"])
def test_other_fields_are_no_details(frame: ReadFrame, field: str) -> None:
    assert frame(f"---\n{field}\n---\n{PROSE}").metadata.details == ()


def test_the_title_is_the_first_heading_of_level_1(frame: ReadFrame) -> None:
    assert frame(f"Health library\n\n# Sore throats\n\n## Causes{PROSE}").details("title") == ["Sore throats"]
    assert frame(f"## Causes{PROSE}").details("title") == []


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="title">\nWhy Throats Get Sore\n</p>',
        '<p class="title">\n<!-- type it here -->\nWhy Throats Get Sore\n</p>',
        '<div class="page__title entry-title big"><span>Why Throats Get Sore</span></div>',
        '<p itemprop="headline">Why Throats Get Sore</p>',
    ],
)
@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_markup_may_call_a_paragraph_the_title(frame: ReadFrame, markup: str, path: str) -> None:
    assert frame(f"{markup}\n\n<p>{PROSE.strip()}</p>", path).details("title") == ["Why Throats Get Sore"]


@pytest.mark.parametrize("markup", ['<p class="subtitle">A guide</p>', '<p title="x">A guide</p>', "<p>A guide</p>"])
def test_other_markup_makes_no_title(frame: ReadFrame, markup: str) -> None:
    assert frame(f"{markup}\n\n<p>{PROSE.strip()}</p>", "a.html").details("title") == []


def test_the_title_of_a_plain_text_is_the_line_that_is_repeated(frame: ReadFrame) -> None:
    text = f"- Health Library\n- Throats and Voices\n- Why Throats Get Sore\nWhy Throats Get Sore\nA short guide{PROSE}"
    assert frame(text, "a.txt").details("title") == ["Why Throats Get Sore"]


def test_a_plain_text_that_begins_with_prose_has_no_title(frame: ReadFrame) -> None:
    assert frame(PROSE.lstrip(), "a.txt").details("title") == []


def test_the_dateline_of_a_report_is_its_date(frame: ReadFrame) -> None:
    for dateline in ("May 27, 2025 -- ", "NORTHAVEN, May 27, 2025 (Invented News) — "):
        assert frame(f"# Sore throats\n\n{dateline}{PROSE.lstrip()}").details("published") == ["May 27, 2025"]


def test_a_date_in_the_first_sentence_is_no_dateline(frame: ReadFrame) -> None:
    assert frame(f"# Sore throats\n\nOn May 27, 2025, {PROSE.lstrip()}").details("published") == []


@pytest.mark.parametrize("line", ["Table of Contents", "Share this article", "Causes and Cures", "Is it catching?"])
def test_other_furniture_is_not_the_value_of_the_label_above_it(frame: ReadFrame, line: str) -> None:
    assert frame(f"# Sore throats\n\nMedically reviewed by\n\n{line}{PROSE}").details("reviewer") == [""]
