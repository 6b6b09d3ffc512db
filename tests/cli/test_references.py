"""`healthlint references list`: the audit of the reference lists in its formats."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

TEXT = """# Sore throats

Honey soothes a sore throat [1].

## References

1. Osei B, Lind K. Honey for sore throats. J Invented Med. 2021;3:1-9. doi:10.5555/honey.3
2. Marlow T. Gargling at home. https://youtu.be/gargle
"""


class Run(Protocol):
    def __call__(self, *words: str) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command beside one article."""
    (tmp_path / "throat.md").write_text(TEXT, encoding="utf-8")

    def run_command(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "healthlint", "references", *words]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)

    return run_command


def test_the_text_says_where_each_entry_is_cited_or_that_it_never_is(run: Run) -> None:
    done = run("list", "--isolated", "throat.md")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "throat.md",
        "  7:4  Osei B, Lind K. Honey for sore throats. J Invented Med. 2021;3:1-9. doi:10.5555/honey.3",
        "      doi 10.5555/honey.3 · journal · cited at 3:29",
        "  8:4  Marlow T. Gargling at home. https://youtu.be/gargle",
        "      https://youtu.be/gargle · social · never cited",
    ]


def test_json_has_the_parts_of_each_entry(run: Run) -> None:
    first, second = json.loads(run("list", "--isolated", "--format", "json", "throat.md").stdout)["references"]
    assert (first["number"], first["authors"], first["year"]) == (1, ["Osei", "Lind"], 2021)
    assert (first["title"], first["venue"], first["doi"]) == (
        "Honey for sore throats",
        "J Invented Med",
        "10.5555/honey.3",
    )
    assert TEXT[first["cited"][0]["start"]["offset"] : first["cited"][0]["end"]["offset"]] == "[1]"
    assert (second["tier"], second["year"], second["cited"]) == ("social", None, [])


def test_csv_has_a_row_for_each_entry(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("list", "--isolated", "--format", "csv", "throat.md").stdout)))
    assert [(row["line"], row["authors"], row["cited"]) for row in rows] == [
        ("7", "Osei; Lind", "3:29"),
        ("8", "Marlow", ""),
    ]


def test_an_article_that_is_missing_gives_exit_code_2(run: Run) -> None:
    done = run("list", "--isolated", "throat.md", "nose.md")
    assert done.returncode == 2
    assert "nose.md" in done.stderr
    assert "never cited" in done.stdout


def test_an_action_has_to_be_named(run: Run) -> None:
    done = run()
    assert done.returncode == 2
    assert "ACTION" in done.stderr
    assert "Traceback" not in done.stderr
