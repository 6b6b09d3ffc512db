"""Rules that compare articles, from files to a report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from healthlint.engine.article import Article
from healthlint.engine.assemble import assemble
from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.report import Report
from healthlint.engine.runner import lint_all
from healthlint.engine.settings import AllSettings
from healthlint.ruleset.load import load_rules

RULESET = load_rules()
TEXT = """\
# Cramps at night

A cramp in the calf lets go when you pull the toes towards the knee and breathe out slowly for a while.

Walk a few steps on your heels afterwards, and rub the muscle with both hands until it feels warm again.

Stretch both legs against a wall before you go to bed on days on which you have stood more than usual.
"""
OTHER = """\
# Shoes for long days

Shoes with a low heel spare the calf, which has to hold the body up all day when the heel stands high.

Walk a few steps on your heels afterwards, and rub the muscle with both hands until it feels warm again.

Stretch both legs against a wall before you go to bed on days on which you have stood more than usual.

On a bicycle the saddle is too low for most people, which shortens the stroke and tires the calf early.
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("healthlint.yaml").write_text("article: advice\n", encoding="utf-8")


def write(**texts: str) -> list[str]:
    for name, text in texts.items():
        Path(f"{name}.md").write_text(text, encoding="utf-8")
    return [f"{name}.md" for name in texts]


def compare(files: list[str], texts: dict[str, bytes] | None = None) -> Report:
    settings = AllSettings(RULESET, Configs(), Layer(), date(2026, 1, 15))
    articles = [Article(file, (texts or {}).get(file)) for file in files]
    return assemble(lint_all(articles, settings, "folder"), (), texts)


def found(report: Report) -> list[tuple[str, str]]:
    return [(each.code, each.location.file) for each in report.diagnostics]


def test_a_finding_has_both_places_and_their_source_lines() -> None:
    report = compare(write(a=TEXT, b=OTHER))
    (finding,) = report.diagnostics
    assert (finding.code, finding.location.file, finding.location.start.line) == ("HL107", "a.md", 5)
    assert finding.message == "2 paragraphs (65% of this article) stand in b.md too"
    places = [(each.role, each.location.file, each.location.start.line) for each in finding.related]
    assert places == [("copy", "b.md", 5), ("also", "a.md", 7), ("copy", "b.md", 7)]
    assert finding.related[0].message == "there it stands word for word"
    assert finding.heading_path == ("Cramps at night",)
    assert report.lines["a.md"][5] == report.lines["b.md"][5] == TEXT.splitlines()[4]


def test_findings_stand_in_the_order_of_the_articles_whatever_that_is() -> None:
    files = write(a=TEXT, b=OTHER, c=TEXT)
    forwards, backwards = compare(files), compare(files[::-1])
    assert found(forwards) == [("HL107", "a.md"), ("HL108", "c.md")]
    assert found(backwards) == [("HL108", "c.md"), ("HL107", "a.md")]
    assert {each.fingerprint for each in forwards.diagnostics} == {each.fingerprint for each in backwards.diagnostics}


def test_one_file_under_two_names_is_a_copy() -> None:
    assert found(compare(write(a=TEXT, b=TEXT))) == [("HL108", "b.md")]


def test_a_symbolic_link_is_no_copy_of_its_file() -> None:
    write(b=TEXT)
    Path("a.md").symlink_to("b.md")
    assert found(compare(["a.md", "b.md"])) == []


def test_a_hard_link_is_no_copy_of_its_file() -> None:
    write(a=TEXT)
    Path("b.md").hardlink_to("a.md")
    assert found(compare(["a.md", "b.md"])) == []


def test_standard_input_is_compared_with_files() -> None:
    write(a=TEXT)
    assert found(compare(["<stdin>.md", "a.md"], {"<stdin>.md": TEXT.encode()})) == [("HL108", "<stdin>.md")]


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("", [("HL107", "a.md")]),
        ("ignore: [HL107]", []),
        ("article: other", []),
        ("overrides: [{files: [a.md], ignore: [HL107]}]", []),
        ("overrides: [{files: [b.md], ignore: [HL107]}]", []),
        ("rules: {HL107: {params: {paragraphs: 3, percent: 70}}}", []),
        ("overrides: [{files: [a.md], rules: {HL107: {params: {paragraphs: 3, percent: 70}}}}]", []),
        ("overrides: [{files: [b.md], rules: {HL107: {params: {paragraphs: 3, percent: 70}}}}]", [("HL107", "a.md")]),
        ("rules: {HL107: info}", []),
        ("min_severity: error", []),
        (f"shared_blocks: [{TEXT.splitlines()[4]!r}, {TEXT.splitlines()[6]!r}]", []),
    ],
)
def test_the_configuration_holds_for_the_article_that_is_reported(config: str, expected: list[tuple[str, str]]) -> None:
    article = "" if "article:" in config else "article: advice\n"
    Path("healthlint.yaml").write_text(f"{article}{config}\n", encoding="utf-8")
    assert found(compare(write(a=TEXT, b=OTHER))) == expected


def test_what_fails_the_run_is_counted() -> None:
    Path("healthlint.yaml").write_text("article: advice\nrules: {HL107: error}\n", encoding="utf-8")
    report = compare(write(a=TEXT, b=OTHER))
    assert (report.failing, report.hidden, report.files) == (1, 0, 2)


def test_a_broken_check_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(*_: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("healthlint.checks.shared_passages.check_all", explode)
    report = compare(write(a=TEXT, b=OTHER, c=TEXT))
    assert found(report) == [("HL108", "c.md")]
    assert [(error.rule, error.message) for error in report.errors] == [
        ("HL107", "the check failed: ZeroDivisionError: boom")
    ]


def test_what_is_named_a_copy_is_the_one_to_change() -> None:
    report = compare(write(**{"how-to-sleep-well": TEXT, "sleep copy": TEXT}))
    assert [(each.code, each.location.file) for each in report.diagnostics] == [("HL108", "sleep copy.md")]
