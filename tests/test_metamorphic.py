"""The same article in another dress gives the same findings at the corresponding places."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from datetime import date
from html import escape
from pathlib import Path

import pytest

from healthlint.engine.lint import lint
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

FOLDER = Path(__file__).parent / "fixtures" / "metamorphic"
DEFECTS = (FOLDER / "defects.md").read_text(encoding="utf-8")
CLEAN = (FOLDER / "clean.md").read_text(encoding="utf-8")
RULESET = load_rules()
SPACE = re.compile(r"\s+")

Findings = Counter[tuple[str, str | None, str]]


def findings(text: str, path: str) -> Findings:
    """What is found: code, variant and the beginning of the words at the place."""
    result = lint(read(text.encode(), path), RULESET, Policy(today=date(2026, 1, 15)))
    assert not result.failures
    return Counter(
        (found.code, found.variant, SPACE.sub(" ", found.excerpt)[:40])
        for found in result.diagnostics
        if found.severity != "info"
    )


def as_text(markdown: str) -> str:
    return re.sub(r"^#+ ", "", markdown, flags=re.MULTILINE)


def as_html(markdown: str) -> str:
    parts = []
    for block in markdown.strip().split("\n\n"):
        heading = re.match(r"(#+) (.*)", block)
        tag, words = (f"h{len(heading[1])}", heading[2]) if heading else ("p", block)
        parts.append(f"<{tag}>{escape(words, quote=False)}</{tag}>")
    return "<!doctype html><html><body><article>\n" + "\n".join(parts) + "\n</article></body></html>\n"


def rewrapped(markdown: str) -> str:
    return "\n\n".join(textwrap.fill(block, 72) for block in markdown.split("\n\n"))


def swapped(markdown: str) -> str:
    """The article about another nutrient and another condition."""
    pairs = [
        ("Magnesium", "Vitamin D"),
        ("magnesium", "vitamin D"),
        ("Night Cramps", "Psoriasis"),
        ("Night cramps", "Psoriasis"),
        ("night cramps", "psoriasis"),
    ]
    for old, new in pairs:
        markdown = markdown.replace(old, new)
    return markdown


def test_every_core_family_is_found_in_the_article_with_defects() -> None:
    codes = {code for code, _, _ in findings(DEFECTS, "a.md")}
    assert codes >= {"HL101", "HL201", "HL301", "HL304", "HL305", "HL401", "HL402", "HL501", "HL601", "HL602", "HL603"}
    assert codes >= {"HL901", "HL902", "HL904"}


def test_the_clean_article_is_clean() -> None:
    assert findings(CLEAN, "a.md") == Counter()


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param(rewrapped(DEFECTS), "a.md", id="re-wrapped"),
        pytest.param(DEFECTS.replace("\n", "\r\n"), "a.md", id="CRLF"),
        pytest.param("\ufeff" + DEFECTS, "a.md", id="byte-order mark"),
        pytest.param(as_html(DEFECTS), "a.html", id="HTML"),
        pytest.param(as_text(DEFECTS), "a.txt", id="plain text"),
        pytest.param(as_text(DEFECTS).replace("\n\n", "\n"), "a.txt", id="plain text without blank lines"),
    ],
)
def test_another_dress_changes_no_finding(text: str, path: str) -> None:
    assert findings(text, path) == findings(DEFECTS, "a.md")


def test_another_nutrient_and_condition_give_the_same_findings() -> None:
    def kinds(text: str) -> Counter[tuple[str, str | None]]:
        return Counter((code, variant) for code, variant, _ in findings(text, "a.md").elements())

    assert kinds(swapped(DEFECTS)) == kinds(DEFECTS)
