"""Where an article names its sources, and how far each of them reaches."""

from __future__ import annotations

from datetime import date
from typing import Protocol

import pytest

from healthlint.analysis import Analysis
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.knowledge import assemble, load_lexicons
from healthlint.ruleset.load import rules_dir

LIST = (
    "\n\n## References\n\n1. Osei A. Snoring in adults. J Invented Med. 2019;4:11-19.\n"
    "2. Lind B. Sleep at sea. J Invented Med. 2020;5:1-9.\n"
)


class Analyse(Protocol):
    """Analyses an article; keywords are fields of the policy."""

    def __call__(self, text: str, path: str = "a.md", **policy: object) -> Analysis: ...


@pytest.fixture(scope="module")
def analyse() -> Analyse:
    """An article with all of its views, by the shipped lexicons."""
    knowledge = assemble(load_lexicons(rules_dir() / "lexicons").values(), {})

    def analyse_text(text: str, path: str = "a.md", **policy: object) -> Analysis:
        return Analysis(read(text.encode(), path), knowledge, Policy(date(2026, 1, 15), **policy))  # type: ignore[arg-type]

    return analyse_text


def cited(analysis: Analysis) -> list[tuple[str, str]]:
    """The kind and the words of every citation."""
    return [(each.kind, analysis.text[each.start : each.end]) for each in analysis.citations.all]


def uncovered(analysis: Analysis) -> list[str]:
    """The sentences of the body that no source covers."""
    return [
        analysis.text[each.start : each.end]
        for each in analysis.sentences.all
        if analysis.zones[each.block] == "body"
        and analysis.document.blocks[each.block].kind != "heading"
        and not analysis.citations.covering(each)
    ]


def test_a_link_to_another_site_is_a_source(analyse: Analyse) -> None:
    assert cited(analyse("Honey [soothes](https://example.org/honey) coughs.")) == [("link", "soothes")]


@pytest.mark.parametrize(
    "url",
    [
        "/blog/honey", "#honey", "mailto:a@b.example", "https://www.mysite.example/honey",
        "https://news.mysite.example/honey", "https://www.amazon.com/dp/1", "https://example.org/shop/honey",
        "https://example.org/honey?aff_id=7", "https://example.org/tag/honey",
    ],
)  # fmt: skip
def test_a_link_within_the_site_or_to_a_shop_is_no_source(analyse: Analyse, url: str) -> None:
    assert cited(analyse(f"Honey [soothes]({url}) coughs.", own_domains=("mysite.example",))) == []


def test_the_canonical_address_tells_the_own_site(analyse: Analyse) -> None:
    page = '<head><link rel="canonical" href="https://mysite.example/a"></head><p>See <a href="{}">this</a>.</p>'
    assert cited(analyse(page.format("https://mysite.example/b"), "a.html")) == []
    assert cited(analyse(page.format("https://example.org/b"), "a.html")) == [("link", "this")]


def test_a_number_in_brackets_leads_to_the_entry_of_the_list(analyse: Analyse) -> None:
    marker = analyse(f"Snoring is common [1].{LIST}").citations.all[0]
    assert (marker.kind, marker.references, marker.resolved) == ("marker", (0,), True)


@pytest.mark.parametrize(("label", "entries"), [("[1, 2]", (0, 1)), ("[1–2]", (0, 1)), ("[2]", (1,))])
def test_several_numbers_lead_to_several_entries(analyse: Analyse, label: str, entries: tuple[int, ...]) -> None:
    assert analyse(f"Snoring is common {label}.{LIST}").citations.all[0].references == entries


def test_a_number_that_the_list_does_not_have_covers_nothing(analyse: Analyse) -> None:
    analysis = analyse(f"Snoring is common [7].{LIST}")
    assert not analysis.citations.all[0].resolved
    assert uncovered(analysis) == ["Snoring is common [7]."]


def test_a_number_in_parentheses_counts_only_with_a_numbered_list(analyse: Analyse) -> None:
    assert cited(analyse(f"Snoring is common (1).{LIST}")) == [("marker", "(1)")]
    assert cited(analyse("Snoring is common (1).")) == []


def test_numbers_of_an_enumeration_are_no_markers(analyse: Analyse) -> None:
    assert cited(analyse(f"Look for (1) pauses, (2) gasps.{LIST}")) == []


def test_raised_digits_are_markers_but_not_in_units(analyse: Analyse) -> None:
    assert cited(analyse(f"Snoring is common.¹ It needs 30 kg/m² or 10⁹ cells.{LIST}")) == [("superscript", "¹")]


def test_a_superscript_element_belongs_to_the_sentence_before_it(analyse: Analyse) -> None:
    page = (
        "<p>Snoring is common.<sup>1</sup> Pillows are soft.</p><h2>References</h2><ol>"
        "<li>Osei A. Snoring in adults. J Invented Med. 2019;4:11-19.</li></ol>"
    )
    analysis = analyse(page, "a.html")
    first = analysis.citations.all[0]
    assert first.kind == "superscript"
    assert analysis.citations.naming(analysis.sentences.all[0]) == (first,)


def test_a_footnote_counts_where_it_is_defined(analyse: Analyse) -> None:
    defined = analyse("Snoring is common.[^a]\n\n[^a]: Osei A. Snoring in adults. 2019.").citations.all
    assert [(each.kind, each.resolved) for each in defined] == [("footnote", True)]


@pytest.mark.parametrize(
    "words",
    [
        "(Osei, 2019)", "(Osei et al., 2019)", "(Osei & Lind, 2019; Marlow, 2020)", "(WHO, 2021)",
        "(World Health Organization, 2021)",
    ],
)  # fmt: skip
def test_author_and_year_in_parentheses_are_a_source(analyse: Analyse, words: str) -> None:
    assert any(kind == "author-year" for kind, _ in cited(analyse(f"Snoring is common {words}.")))


@pytest.mark.parametrize("words", ["Osei et al. (2019)", "Osei and Lind (2019)", "Osei and Lind 2019", "Osei (2019)"])
def test_author_and_year_in_the_sentence_are_a_source(analyse: Analyse, words: str) -> None:
    assert any(kind == "author-year" for kind, _ in cited(analyse(f"In their survey {words} counted snorers.")))


@pytest.mark.parametrize("words", ["(May, 2025)", "(Figure 2)", "(in 2019)", "(Updated 2021)", "(Table 3, 2019)"])
def test_dates_and_figures_in_parentheses_are_no_source(analyse: Analyse, words: str) -> None:
    assert cited(analyse(f"Snoring is common {words}.")) == []


def test_an_author_whom_the_list_does_not_know_is_unresolved(analyse: Analyse) -> None:
    found = analyse(f"Snoring is common (Marlow, 2018) and loud (Osei, 2019).{LIST}").citations.all
    assert [each.resolved for each in found if each.kind == "author-year"] == [False, True]


@pytest.mark.parametrize(
    "words",
    ["doi:10.1234/abc.56", "https://doi.org/10.1234/abc.56", "PMID: 1234567", "PMC 7654321", "NCT01234567"],
)
def test_identifiers_are_a_source(analyse: Analyse, words: str) -> None:
    assert any(kind in ("identifier", "link") for kind, _ in cited(analyse(f"Snoring is common ({words}).")))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to the CDC, a third of adults snore.", "CDC"),
        ("The World Health Organization estimates that a third of adults snore.", "World Health Organization"),
        ("Researchers at Norwood University counted snores.", "Norwood University"),
        ("A review published in the Journal of Invented Sleep counted snores.", "Journal of Invented Sleep"),
        ("A paper published last week in Bone Matters counted snores.", "Bone Matters"),
        ("A 2019 study in Gut counted bacteria.", "Gut"),
        ("NHANES data show that a third of adults snore.", "NHANES"),
        ("A third of adults snore, said Dr. Ines Kaur.", "Ines Kaur"),
        ("A third of adults snore, said Ines Kaur, a professor of sleep.", "Ines Kaur"),
        ("Ines Kaur, MD, says that a third of adults snore.", "Ines Kaur"),
        ("Kaur and colleagues counted snores.", "Kaur"),
        ("In the survey by Halden researchers, a third snored.", "Halden"),
    ],
)
def test_a_source_can_be_named_in_words(analyse: Analyse, text: str, name: str) -> None:
    assert ("named", name) in [(kind, words.rstrip(".")) for kind, words in cited(analyse(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The FDA-approved tablet works in a third of adults.",
        "It was approved by the FDA and works in a third of adults.",
        "It is on the World Health Organization's Model List and works in a third of adults.",
        "It was funded by the National Institutes of Health.",
        "The gut and the brain talk to each other in a third of adults.",
        "Researchers counted a third of adults in a study in New Zealand.",
        "Danish researchers counted snores.",
        "Researchers said Monday that a third of adults snore.",
        "A recent study of office workers counted snores.",
    ],
)
def test_what_is_only_mentioned_is_no_source(analyse: Analyse, text: str) -> None:
    assert cited(analyse(text)) == []


def test_one_link_at_the_end_covers_a_short_paragraph(analyse: Analyse) -> None:
    assert uncovered(analyse("Snoring is common. It is loud ([Osei](https://example.org/1)).")) == []


def test_one_link_at_the_end_does_not_cover_a_long_paragraph(analyse: Analyse) -> None:
    first = "Snoring is common. It is loud. It is old. It is male. It is late. "
    assert "Snoring is common." in uncovered(analyse(f"{first}It ends ([Osei](https://example.org/1))."))


def test_the_scope_can_be_narrowed_to_the_sentence(analyse: Analyse) -> None:
    text = "Snoring is common. It is loud ([Osei](https://example.org/1))."
    assert uncovered(analyse(text, citation_scope="sentence")) == ["Snoring is common."]


def test_a_sentence_that_looks_back_covers_the_one_before(analyse: Analyse) -> None:
    analysis = analyse("One adult in three snores. These figures come from the CDC. Pillows are soft.")
    assert "One adult in three snores." not in uncovered(analysis)


def test_a_cited_introduction_covers_its_list(analyse: Analyse) -> None:
    assert uncovered(analyse("The CDC reports:\n\n- 12% of adults snore\n- 3% stop breathing\n")) == []


def test_an_introduction_without_a_source_covers_nothing(analyse: Analyse) -> None:
    assert len(uncovered(analyse("Some figures:\n\n- 12% of adults snore\n- 3% stop breathing\n"))) == 3


def test_a_cited_row_covers_its_cells(analyse: Analyse) -> None:
    table = "| What | Portion | From |\n|---|---|---|\n| Snoring | 12% of adults | [Osei](https://example.org/1) |\n"
    assert "12% of adults" not in uncovered(analyse(f"Some figures.\n\n{table}"))


def test_a_caption_covers_its_table(analyse: Analyse) -> None:
    page = (
        "<table><caption>Snoring, according to the CDC</caption><tr><th>Who</th><th>Portion</th></tr>"
        "<tr><td>Men</td><td>44% of all men</td></tr></table>"
    )
    assert uncovered(analyse(page, "a.html")) == []


def test_a_source_line_covers_what_stands_above_it(analyse: Analyse) -> None:
    text = "## Snoring\n\nOne adult in three snores.\n\nMen snore more.\n\nSource: Ministry of Sleep, 2022"
    assert uncovered(analyse(text)) == []


def test_what_a_named_person_says_in_quotation_marks_is_theirs(analyse: Analyse) -> None:
    text = "“One adult in three snores,” said Ines Kaur of Norwood University. “Most of them are men.”"
    assert uncovered(analyse(text)) == []


def test_a_named_study_covers_what_is_told_of_it_in_its_section(analyse: Analyse) -> None:
    text = (
        "A trial published in the Journal of Invented Sleep tested pillows.\n\nThe researchers found less snoring.\n\n"
        "## Beds\n\nThe researchers found less snoring."
    )
    assert uncovered(analyse(text)) == ["The researchers found less snoring."]


def test_the_study_of_a_news_story_may_be_named_at_its_end(analyse: Analyse) -> None:
    text = (
        "# Pillows and snoring\n\nSnoring fell by 20 percent in a new trial of pillows.\n\n"
        "About 90 million Americans snore.\n\nThe trial was published in the Journal of Invented Sleep."
    )
    assert uncovered(analyse(text, article="news")) == ["About 90 million Americans snore."]


@pytest.mark.parametrize(
    "link",
    [
        "[Get the best deal](https://honey.example/jar)", "[Check price](https://honey.example/jar)",
        "[honey](https://honey.example/?ref=throats)", "[iOS](https://apps.apple.com/app/throat)",
        "[Photo](https://unsplash.com/photos/honey)", "[CC BY](https://creativecommons.org/licenses/by/4.0)",
    ],
)  # fmt: skip
def test_a_link_that_sells_or_credits_is_no_source(analyse: Analyse, link: str) -> None:
    assert cited(analyse(f"Honey soothes coughs. {link}")) == []


def test_the_end_of_a_title_with_its_year_is_no_author(analyse: Analyse) -> None:
    assert cited(analyse("# The Best Apps for Your Throat (2025)\n\nSome of them help you to gargle.")) == []


def test_a_citation_in_code_belongs_to_no_sentence(analyse: Analyse) -> None:
    assert cited(analyse("Honey soothes coughs.\n\n```\nNobody reads this [1].\n```\n")) == []


def test_an_author_is_known_without_accents(analyse: Analyse) -> None:
    found = analyse(f"Snoring is common (Öseï, 2019).{LIST}").citations.all
    assert [(each.references, each.resolved) for each in found if each.kind == "author-year"] == [((0,), True)]


def test_author_and_year_are_one_citation(analyse: Analyse) -> None:
    found = cited(analyse("Snoring is common (Osei et al., 2019)."))
    assert [words for kind, words in found if kind == "author-year"] == ["Osei et al., 2019"]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Snoring is loud.2 It keeps spouses awake.", ["2"]),
        ("Snoring is loud in the U.S.1,2 It keeps spouses awake.", ["1,2"]),
        ("Snoring,2 which is loud, keeps spouses awake.", ["2"]),
    ],
)
def test_a_mark_that_lost_its_height_points_to_the_list(analyse: Analyse, text: str, marks: list[str]) -> None:
    assert cited(analyse(text + LIST)) == [("marker", mark) for mark in marks]


def test_marks_that_lost_their_height_and_their_list_count_where_they_recur(analyse: Analyse) -> None:
    text = "Snoring is loud.1 It is common.2 It is old.3 Few mind.1"
    assert [words for _, words in cited(analyse(text))] == ["1", "2", "3", "1"]
    stuck = "Snoring is loud.1 It is common in sailors2, and in bears3."
    assert [words for _, words in cited(analyse(stuck))] == ["1", "2", "3"]
    assert cited(analyse("Snoring is loud.1 It is common.")) == []
    assert cited(analyse("Sizes are 1,000 and 2,000.\n\nSee No. 3,4 and 5,6 of the plan.")) == []
