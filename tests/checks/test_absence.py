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


def test_a_disclaimer_counts_in_the_footer_of_a_page(findings: Findings) -> None:
    html = f"<main><h1>Sore throats</h1><p>{page()}</p></main><footer><p>For information only.</p></footer>"
    assert findings("HL401", html, path="a.html", article="advice") == []


@pytest.mark.parametrize(
    "element", ["<MedicalDisclaimer />", "{{< medical-disclaimer >}}", "{% include disclaimer.html %}"]
)
def test_a_disclaimer_counts_as_an_element_of_the_template(findings: Findings, element: str) -> None:
    assert findings("HL401", page(rest=f"{REST}\n\n{element}"), path="a.mdx", article="advice") == []


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
