"""All rules on text that nobody should write: no check breaks, and no half character gets out."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from encodings.aliases import aliases
from pathlib import Path

import pytest

from healthlint import lint_text
from healthlint.engine.article import Article, lint_article
from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.report import Report
from healthlint.engine.settings import AllSettings, Settings
from healthlint.errors import ReadError
from healthlint.readers import read
from healthlint.reporters import Screen, formats, render
from healthlint.ruleset.load import load_rules

RULESET = load_rules()
DEEP = 10_000
ENGLISH = "# Zinc\n\nWhoever looks at a screen in the evening falls asleep later, since the light keeps them awake.\n\n"


@pytest.fixture
def settings() -> Settings:
    return AllSettings(RULESET, Configs(isolated=True), Layer(), date(2026, 1, 15)).of(Path("a.md").absolute())


@pytest.mark.hostile("10,000 levels of HTML elements, lists and quotations", "linted; no more than deep")
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<div>" * DEEP + "deep"),
        ("a.html", "<ul><li>" * DEEP + "deep"),
        ("a.html", "<table><tr><td>" * DEEP + "deep"),
        ("a.md", "- " * DEEP + "deep"),
        ("a.md", ">" * DEEP + " deep"),
        ("a.md", "---\na: " + "[" * DEEP + "\n---\n" + ENGLISH),
        ("a.md", "+++\na = " + "[" * DEEP + "\n+++\n" + ENGLISH),
        ("a.md", "+++\n" + "a." * DEEP + "b = 1\n+++\n" + ENGLISH),
        ("a.md", "+++\na = " + "9" * DEEP + "\n+++\n" + ENGLISH),
        ("a.html", f'<script type="application/ld+json">{"[" * DEEP}</script>'),
    ],
)
def test_deep_nesting_is_linted(name: str, text: str, settings: Settings) -> None:
    assert lint_article(Article(name, text.encode()), settings, name, "both").errors == ()


@pytest.mark.hostile("NUL bytes", "a few are forgiven; a file full of them is no text: one line in `errors`")
def test_nul_bytes(settings: Settings) -> None:
    few = lint_article(Article("a.md", f"{ENGLISH}Zinc\0 may help.\n".encode()), settings, "a.md", "both")
    assert few.errors == ()
    full = lint_article(Article("a.md", ENGLISH.encode() + bytes(1_000)), settings, "a.md", "both")
    assert [error.message for error in full.errors] == ["this is a binary file, not text"]


@pytest.mark.hostile("every code page that Python knows, declared or not", "linted, or one line in `errors`")
@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
def test_every_code_page(name: str) -> None:
    for page in sorted(set(aliases.values())):
        with suppress(LookupError, ReadError):  # no page of text; taken for a binary file
            data = f'<meta charset="{page}"><p>{ENGLISH} café – “naïve” … Ω</p>'.encode(page, "replace")
            assert "screen" in read(data, name).source or b"screen" not in data


@pytest.mark.hostile("lone surrogates", "linted; every format writes text that can be encoded")
def test_lone_surrogates_do_not_get_out(settings: Settings) -> None:
    text = ENGLISH + "Zinc \ud800cures\udfff \udc80 all colds, and and it cures \ud83d flu.\n"
    result = lint_article(Article("a.md", text.encode("utf-8", "surrogatepass")), settings, "a.md", "each")
    assert result.errors == ()
    assert result.diagnostics
    report = Report(1, result.diagnostics, (), 0, 0, {"a.md": result.lines})
    for form in formats():
        render(form, report, RULESET, Screen()).encode("utf-8", "replace")
    json.loads(render("json", report, RULESET, Screen()))


@pytest.mark.hostile("combining marks, right-to-left text and marks of direction", "linted; places stay exact")
@pytest.mark.parametrize(
    "around",
    ["e\u0301" * 20, "a" + "\u0301" * 60, "\u05d0\u05d1 \u05d2" * 9, "\u202e\u2066", "\u200f", "\U0001f468\u200d" * 9],
)
def test_odd_characters_move_no_place(around: str) -> None:
    text = f"{ENGLISH * 9}{around} Those who took took it slept {around} well in all the weeks.\n"
    found = [each for each in lint_text(text) if each.code == "HL907"]
    assert [text.split("\n")[-2][each.location.start.column - 1 : each.location.end.column - 1] for each in found] == [
        "took took"
    ]


@pytest.mark.hostile("files that vanish between finding and reading", "one line in `errors`")
def test_a_file_that_is_gone_is_one_line(settings: Settings) -> None:
    result = lint_article(Article("nowhere/gone.md"), settings, "gone.md", "both")
    assert [error.message for error in result.errors] == ["cannot be read: No such file or directory"]
