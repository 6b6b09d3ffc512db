"""Reference lists and what each entry tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import ReadFrame

PROSE = (
    "# Sore throats\n\nMost sore throats get better on their own within a week, and honey in warm water is as good a "
    "comfort as any that can be bought without a prescription.\n\n"
)
APA = "Osei, B., & Lind, K. T. (2021, May 3). Honey for sore throats. Invented Voices, 4(2), 11–19."
WHO = "World Throat Union. (2019). Guidance on voices. https://example.org/voices"
AMA = "Marlow TJ, de Vries B, et al. Gargling at home. J Invented Med. 2020;12(3):4-9. doi:10.5555/gargle(20)x.1."


@pytest.mark.parametrize(
    "heading", ["## References", "## Sources:", "**Bibliography**", "## 5. Further Reading", "## Works cited"]
)
def test_a_list_is_found_by_its_heading(frame: ReadFrame, heading: str) -> None:
    read = frame(f"{PROSE}{heading}\n\n- {APA}\n- {WHO}\n")
    assert len(read.references.entries) == 2
    assert read.references.has_heading
    assert len(read.words("references")) == 3


def test_a_plain_text_list_needs_no_blank_lines(frame: ReadFrame) -> None:
    read = frame(
        f"Sore throats\n\n{PROSE[16:]}Resources:\n1. Throat Union >> https://example.org/faq\n2. {APA}\n", "a.txt"
    )
    assert [entry.number for entry in read.references.entries] == [1, 2]
    assert read.references.entries[0].url == "https://example.org/faq"


def test_three_lines_like_references_make_a_list_without_a_heading(frame: ReadFrame) -> None:
    read = frame(f"{PROSE}{APA}\n\n{WHO}\n\n{AMA}\n")
    assert [entry.year for entry in read.references.entries] == [2021, 2019, 2020]
    assert not read.references.has_heading


def test_prose_with_years_in_brackets_is_no_list(frame: ReadFrame) -> None:
    prose = (
        "The survey by Osei (2021) counted hoarse teachers in four towns, and Lind (2019) counted them again later.\n\n"
    )
    assert frame(PROSE + 4 * prose).references.entries == ()


def test_foods_are_sources_of_another_kind(frame: ReadFrame) -> None:
    read = frame(f"{PROSE}## Sources\n\n- Fatty fish such as salmon\n- Eggs and milk\n")
    assert read.references.entries == ()


def test_links_within_the_site_are_no_reading_list(frame: ReadFrame) -> None:
    assert frame(f"{PROSE}## Further reading\n\n- [Hoarseness](/hoarse)\n- [Coughs](/cough)\n").references.entries == ()


def test_footnotes_are_entries_with_a_label(frame: ReadFrame) -> None:
    read = frame(f"{PROSE}Honey helps.[^osei]\n\n[^osei]: {APA}\n")
    assert [(entry.label, entry.year) for entry in read.references.entries] == [("osei", 2021)]


def test_a_disclaimer_below_the_list_is_no_entry(frame: ReadFrame) -> None:
    below = (
        "This page is for information only and does not replace the advice of anybody who has looked into your "
        "throat, listened to your chest and heard what else is the matter with you, your family and your work."
    )
    read = frame(f"{PROSE}## References\n\n- {APA}\n- {WHO}\n\n{below}\n")
    assert len(read.references.entries) == 2
    assert read.words("body")[-1] == below


def test_entries_in_one_paragraph_are_told_apart(frame: ReadFrame) -> None:
    read = frame(f"{PROSE}## References\n\n[1] {AMA}\n[2] {APA}\n")
    assert [(entry.number, entry.year) for entry in read.references.entries] == [(1, 2020), (2, 2021)]
    first = read.references.entries[0]
    assert read.document.text[first.start : first.end] == f"[1] {AMA}"


def test_an_entry_gives_the_family_names_of_its_authors(frame: ReadFrame) -> None:
    read = frame(f"{PROSE}## References\n\n- {APA}\n- {AMA}\n- {WHO}\n")
    assert [entry.authors for entry in read.references.entries] == [
        ("Osei", "Lind"),
        ("Marlow", "Vries"),
        ("World Throat Union",),
    ]


def test_an_identifier_ends_before_the_mark_that_follows_it(frame: ReadFrame) -> None:
    read = frame(f"{PROSE}## References\n\n- {AMA}\n- Osei B. Honey. J Invented Med. 2021;3:1. PMID: 12345678.\n")
    assert [entry.doi for entry in read.references.entries] == ["10.5555/gargle(20)x.1", ""]
    assert [entry.pmid for entry in read.references.entries] == ["", "12345678"]


def test_a_link_gives_an_entry_its_address(frame: ReadFrame) -> None:
    read = frame(f"{PROSE}## References\n\n1. [Honey for throats](https://pubmed.ncbi.nlm.nih.gov/12345678/)\n")
    assert read.references.entries[0].url == "https://pubmed.ncbi.nlm.nih.gov/12345678/"
    assert read.references.entries[0].pmid == "12345678"


def test_the_day_on_which_a_page_was_read_is_not_its_year(frame: ReadFrame) -> None:
    read = frame(
        f"{PROSE}## References\n\n- World Throat Union. Voices. https://example.org/v. Accessed May 3, 2024.\n"
    )
    assert read.references.entries[0].year is None


def test_initials_may_stand_before_the_family_name(frame: ReadFrame) -> None:
    entry = "[1] B. Osei, K. T. Lind, and Ş. Yazar, “Honey for sore throats,” J. Invented Med., vol. 4, no. 2, 2021."
    read = frame(f"{PROSE}## References\n\n{entry}\n")
    assert read.references.entries[0].authors == ("Osei", "Lind", "Yazar")


def test_a_line_below_a_list_of_items_is_no_entry(frame: ReadFrame) -> None:
    read = frame(f"{PROSE}## References\n\n- {APA}\n- {WHO}\n\nUse the code THROAT for 10% off!\n")
    assert len(read.references.entries) == 2


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("## Further reading", "reading"),
        ("## Resources", "reading"),
        ("## Sources and further reading", "references"),
        ("## Sources", "references"),
    ],
)
def test_the_heading_tells_sources_from_reading(frame: ReadFrame, heading: str, kind: str) -> None:
    assert frame(f"{PROSE}{heading}\n\n- {APA}\n- {WHO}\n").references.entries[0].kind == kind


def test_bare_identifiers_in_a_row_are_a_list(frame: ReadFrame) -> None:
    read = frame(f"{PROSE}- doi:10.5555/a.1\n- https://doi.org/10.5555/a.2\n- PMID: 12345678\n")
    assert [(entry.doi, entry.pmid, entry.kind) for entry in read.references.entries] == [
        ("10.5555/a.1", "", "unheaded"),
        ("10.5555/a.2", "", "unheaded"),
        ("", "12345678", "unheaded"),
    ]


@pytest.mark.parametrize("line", ["Website: https://example.org", "**Disclaimer**", "Note: ask a nurse first."])
def test_a_label_below_paragraphs_is_no_entry(frame: ReadFrame, line: str) -> None:
    assert len(frame(f"{PROSE}## References\n\n{APA}\n\n{WHO}\n\n---\n\n{line}\n").references.entries) == 2


def test_an_ordered_list_of_html_is_numbered(frame: ReadFrame) -> None:
    page = f"<h1>Throats</h1><p>Honey.</p><h2>References</h2><ol><li>{APA}</li><li>{AMA}</li></ol>"
    assert [(entry.number, entry.year) for entry in frame(page, "a.html").references.entries] == [(1, 2021), (2, 2020)]


def test_the_page_of_a_publisher_is_no_part_of_an_identifier(frame: ReadFrame) -> None:
    read = frame(f"{PROSE}## References\n\n- [Honey](https://pages.example/articles/10.5555/honey.3/full)\n")
    assert read.references.entries[0].doi == "10.5555/honey.3"


def test_pubmed_central_has_numbers_of_its_own(frame: ReadFrame) -> None:
    read = frame(f"{PROSE}## References\n\n- [Honey](https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/)\n")
    assert read.references.entries[0].pmcid == "PMC1234567"
