"""`healthlint claims`: the fact-checker's sheet in its formats."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

TEXT = "# Zinc\n\nLow zinc can cause hay fever.\n\nIn one survey, low zinc was linked to hay fever.\n\nBuy it today.\n"


class Claims(Protocol):
    def __call__(self, form: str, *paths: str) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def claims(tmp_path: Path) -> Claims:
    """Runs the command beside one article."""
    (tmp_path / "zinc.md").write_text(TEXT, encoding="utf-8")

    def run(form: str, *paths: str) -> subprocess.CompletedProcess[str]:
        command = [
            sys.executable,
            "-m",
            "healthlint",
            "claims",
            "--isolated",
            "--format",
            form,
            *(paths or ("zinc.md",)),
        ]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)

    return run


def test_jsonl_has_one_object_a_claim(claims: Claims) -> None:
    done = claims("jsonl")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 0
    assert " ".join(first) == (
        "file start end text strength modal exposure relation outcome polarity attribution citations ceiling evidence"
    )
    assert (first["strength"], first["modal"], first["exposure"], first["outcome"]) == (
        "causal",
        "can",
        "zinc",
        "hay fever",
    )
    assert second["strength"] == "correlational"


def test_places_lead_back_to_the_source(claims: Claims) -> None:
    first = json.loads(claims("jsonl").stdout.splitlines()[0])
    assert TEXT[first["start"]["offset"] : first["end"]["offset"]] == "cause"
    assert (first["start"]["line"], first["start"]["column"]) == (3, 14)


def test_the_ceiling_names_its_evidence(claims: Claims) -> None:
    first = json.loads(claims("jsonl").stdout.splitlines()[0])
    assert first["ceiling"] == "conditional"
    assert [(place["kind"], place["start"]["line"]) for place in first["evidence"]] == [("association", 5)]


def test_csv_has_a_header_and_a_row_a_claim(claims: Claims) -> None:
    rows = list(csv.DictReader(io.StringIO(claims("csv").stdout)))
    assert [(row["line"], row["strength"]) for row in rows] == [("3", "causal"), ("5", "correlational")]


def test_json_is_one_document(claims: Claims) -> None:
    whole = json.loads(claims("json").stdout)
    assert (whole["schema_version"], len(whole["claims"])) == (1, 2)


def test_text_is_for_people(claims: Claims) -> None:
    assert "causal (can)  zinc → cause → hay fever" in claims("text").stdout


def test_a_missing_article_is_an_error(claims: Claims) -> None:
    done = claims("text", "nowhere.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("nowhere.md: ")


def test_an_article_in_another_language_has_no_claims_and_a_note(claims: Claims, tmp_path: Path) -> None:
    german = Path(__file__).parents[1] / "fixtures/languages/german.md"
    (tmp_path / "schlaf.md").write_bytes(german.read_bytes() + b"\nLow zinc causes hay fever.\n")
    done = claims("jsonl", "schlaf.md")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "schlaf.md: not in English, so its claims cannot be read\n"


def test_the_relation_is_the_word_that_is_written(claims: Claims, tmp_path: Path) -> None:
    text = "# Aspirin\n\nAspirin upsets the stomach. Smoking gives rise to lung cancer.\n"
    (tmp_path / "aspirin.md").write_text(text, encoding="utf-8")
    rows = [json.loads(line) for line in claims("jsonl", "aspirin.md").stdout.splitlines()]
    assert [row["relation"] for row in rows] == ["upset", "give rise to"]
