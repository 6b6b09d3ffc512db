"""Articles that lack a statement that they need."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from healthlint.engine.lint import lint
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

RULESET = load_rules()
PAGE = """# Sore throats

A sore throat often comes with a cold, a cough and a fever. You can ease the pain with warm tea. Tonsillitis, mumps and
strep throat need other care, and so does asthma. {said}

{rest}
"""
REST = "Rest the voice, drink enough, and keep the air in the bedroom moist through the night. " * 12


def page(said: str = "", rest: str = REST) -> str:
    return PAGE.format(said=said, rest=rest.strip())


def offered(text: str, path: str = "a.md", **policy: str) -> str:
    """The article with the statement that is offered."""
    rule = RULESET.find("HL401")
    assert rule is not None
    settings = Policy(date(2026, 1, 15), article="advice", **policy)  # type: ignore[arg-type]
    [found] = lint(read(text.encode(), path), RULESET._replace(rules=(rule,)), settings).diagnostics
    [fix] = found.fixes
    for edit in fix.edits:
        text = text[: edit.start.offset] + edit.text + text[edit.end.offset :]
    return text if fix.edits else fix.message


@pytest.mark.parametrize(
    "said",
    [
        "This page is no substitute for an examination.",
        "An examination is what this page can never replace.",
        "None of these tips should take the place of your doctor's care.",
        "Your doctor's judgement comes first: no article can stand in for it.",
    ],
)
def test_a_disclaimer_counts_in_any_order_of_words(findings: Findings, said: str) -> None:
    assert len(findings("HL401", page(), article="advice")) == 1
    assert findings("HL401", page(said), article="advice") == []


@pytest.mark.parametrize(
    "said",
    [
        "Nothing you read on these pages takes the place of a visit to somebody who can examine you.",
        "We are writers, not physicians, and this piece is no stand-in for a consultation.",
        "Always put the word of your own doctor before ours.",
        "Use this guide to prepare for your appointment, never to replace it.",
        "The contents of this blog must not be treated as professional guidance on your health.",
        "This leaflet can't tell you what is right for your body; only somebody who has examined you can.",
        "*Information only. See a doctor for a diagnosis.*",
        "We do not diagnose or treat through this website.",
        "Please do not rely on this article instead of medical care.",
        "By reading on you accept that we give information and no medical counsel.",
        "Reading this does not make you our patient.",
        "The author is not a doctor and nothing here should be taken as a recommendation.",
        "This material is meant to inform a talk with your doctor, not to stand in for it.",
        "Content on this site isn't tailored to any individual's situation.",
        "Medical decisions should be made with a professional, not on the strength of a web page.",
        "If this page and your doctor disagree, follow your doctor.",
        "Throat Weekly provides no medical services.",
        "Do not use what is written here to diagnose yourself.",
        "General guidance only: your own clinician knows your history and we do not.",
        "> **Disclaimer:** we publish facts, and advice on your own case has to come from your care team.",
        "The views are the author's and are not to be substituted for those of a qualified practitioner.",
        "Our editors check facts, yet no article can assess your health.",
        "Not a substitute for a check-up.",
        "This overview is educational, and individual care decisions belong to you and your health team.",
        "You should not delay seeking care because of something you have read here.",
    ],
)
def test_a_disclaimer_counts_in_whatever_words(findings: Findings, said: str) -> None:
    assert findings("HL401", page(rest=f"{REST}\n\n{said}"), article="advice") == []


@pytest.mark.parametrize(
    "said",
    [
        "You should not delay seeing your doctor if your throat swells.",
        "Honey is no substitute for rest.",
        "No tea can be taken as often as water.",
        "**Affiliate disclaimer:** we earn from some links.",
        "Ask your doctor whether the spray is right for you.",
        "Your doctor knows your history and can treat you.",
    ],
)
def test_similar_words_are_no_disclaimer(findings: Findings, said: str) -> None:
    assert len(findings("HL401", page(rest=f"{REST}\n\n{said}"), article="advice")) == 1


def test_a_disclaimer_counts_in_the_footer_of_a_page(findings: Findings) -> None:
    html = f"<main><h1>Sore throats</h1><p>{page()}</p></main><footer><p>For information only.</p></footer>"
    assert findings("HL401", html, path="a.html", article="advice") == []


@pytest.mark.parametrize(
    "element",
    [
        "<MedicalDisclaimer />",
        '<Callout kind="medical-disclaimer">Read this</Callout>',
        "{{< medical-disclaimer >}}",
        "{{% notice medical-disclaimer %}}{{% /notice %}}",
        "{% include disclaimer.html %}",
        "[[medical_disclaimer]]",
    ],
)
def test_a_disclaimer_counts_as_an_element_of_the_template(findings: Findings, element: str) -> None:
    assert findings("HL401", page(rest=f"{REST}\n\n{element}"), path="a.mdx", article="advice") == []


@pytest.mark.parametrize("flag", ["disclaimer: true", "show_disclaimer: yes", "medical_disclaimer: standard"])
def test_a_disclaimer_counts_as_a_flag_in_the_front_matter(findings: Findings, flag: str) -> None:
    assert findings("HL401", f"---\n{flag}\n---\n\n{page()}", article="advice") == []


def test_a_page_that_says_little_of_illness_needs_no_disclaimer(findings: Findings) -> None:
    little = f"# Kettles\n\nYou can boil water for a cold in one of them. {REST}"
    assert findings("HL401", little, article="advice") == []


def test_a_page_that_speaks_to_nobody_needs_no_disclaimer(findings: Findings) -> None:
    told = page(rest="The kettle sang. " * 120).replace("You can ease", "She could ease")
    assert findings("HL401", told, article="advice") == []


def test_the_statement_is_offered_behind_the_body() -> None:
    ours = "This article is for general information and does not replace the advice of a professional who knows you."
    assert offered(page()) == f"{page().rstrip()}\n\n{ours}\n"


def test_the_house_text_is_offered_where_there_is_one() -> None:
    assert "\n\nAsk us first.\n" in offered(page(), disclaimer_text="Ask us first.")


def test_in_html_the_statement_is_offered_in_words() -> None:
    assert offered(f"<h1>Throats</h1><p>{page()}</p>", "a.html").startswith("Add at the end: “This article")


def test_a_page_marked_as_written_by_a_model_says_so_to_readers(findings: Findings) -> None:
    marked = f"---\nai_generated: yes\n---\n\n{page()}"
    assert len(findings("HL410", marked, article="advice")) == 1
    assert findings("HL410", page(), article="advice") == []
    assert findings("HL410", marked.replace("{said}", "") + "\n\nAn editor reviewed what the AI wrote.") == []
