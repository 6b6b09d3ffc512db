"""`healthlint explain FILE:LINE`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Cli

Write = Callable[[str, str], Path]

RULE = """\
code: XY001
name: house-word
severity: warning
confidence: high
status: stable
articles: [advice, news, reference, other]
check: existence
message: "“{match}” is no word of ours"
why: The house says it otherwise.
fix: Write something else.
scope: {zones: [front, body, references, chrome]}
params: {phrases: {lexicon: conditions}}
examples: {bad: ["He has ⟦asthma⟧."], good: ["He said nothing."]}
"""
HEAD = "about: x\nreviewer: Ana Ruiz\nsource: {title: House style, date: 2026-01-10}\n"


def test_the_rows_that_raise_and_silence_a_finding_are_named(cli: Cli, write: Write) -> None:
    write("healthlint.yaml", "own_rules: ours\nlexicons: words\n")
    write("ours/XY001-house-word.yaml", RULE)
    write("words/conditions.yaml", HEAD + "terms: [glimmering]\nremove: [asthma]\n")
    write("a.md", "Hocus pocus.\n\nHe has asthma, diabetes and glimmering.\n")
    done = cli("explain", "a.md:3")
    assert done.stdout.splitlines() == [
        "a.md:3",
        "  found: XY001 house-word: “diabetes” is no word of ours",
        "  found because of your own rows: XY001 house-word: “glimmering” is no word of ours",
        "  not found because of your own rows: XY001 house-word: “asthma” is no word of ours",
        "  own row: conditions: glimmering (words/conditions.yaml:4, reviewed by Ana Ruiz; House style, 2026-01-10)",
        "  taken out: conditions: asthma",
    ]


def test_an_own_fact_in_the_line_is_named(cli: Cli, write: Write) -> None:
    write("healthlint.yaml", "facts: facts\n")
    write(
        "facts/house.yaml",
        "about: x\nreviewer: Ana Ruiz\ncolumns: [name]\nrows:\n  - {name: glimmering, verified: false}\n",
    )
    write("a.md", "Glimmering is rare.\n")
    assert "own row: house: glimmering (facts/house.yaml:5, reviewed by Ana Ruiz)" in cli("explain", "a.md:1").stdout


def test_a_line_that_is_not_there_is_told(cli: Cli, write: Write) -> None:
    write("a.md", "Hocus pocus.\n")
    done = cli("explain", "a.md:9")
    assert (done.returncode, done.stderr) == (2, "a.md: there is no line 9; the file has 2\n")


def test_an_own_rule_is_listed_and_explained(cli: Cli, write: Write) -> None:
    write("healthlint.yaml", "own_rules: ours\n")
    write("ours/XY001-house-word.yaml", RULE)
    assert cli("rules", "XY001").stdout.split()[:2] == ["XY001", "house-word"]
    assert "The house says it otherwise." in cli("explain", "XY001").stdout
