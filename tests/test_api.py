"""The public names of the package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import healthlint
from healthlint import Diagnostic, lint_file, lint_text, load_rules
from healthlint.errors import ConfigError, ReadError

TEXT = "# Iron\n\nLorem ipsum stood here.\n"


def test_a_text_is_linted() -> None:
    found = lint_text(TEXT)
    assert [each.code for each in found if each.code == "HL902"] == ["HL902"]
    assert all(isinstance(each, Diagnostic) for each in found)


def test_the_name_of_a_text_gives_its_format() -> None:
    (found,) = (each for each in lint_text("<p>Lorem <b>ipsum</b> stood here", "page.html") if each.code == "HL902")
    assert found.location.file == "page.html"


def test_a_file_is_linted_by_its_configuration(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "healthlint.yaml").write_text("ignore: [HL902]", encoding="utf-8")
    assert "HL902" not in [each.code for each in lint_file(tmp_path / "a.md")]


def test_a_text_is_linted_by_the_given_configuration(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("select: []", encoding="utf-8")
    assert lint_text(TEXT, config=tmp_path / "house.yaml") == ()


def test_what_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        lint_file(tmp_path / "none.md")
    with pytest.raises(ConfigError):
        lint_text(TEXT, config=tmp_path / "none.yaml")


@pytest.mark.parametrize("name", ["empty.md", "empty.html", "empty.txt"])
@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_empty_text_has_no_finding_but_its_missing_title(name: str, text: str) -> None:
    assert {found.code for found in lint_text(text, name)} <= {"HL905"}


def test_bytes_in_another_encoding_are_told_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("# Café\n\nThé et café, déjà.\n".encode("latin-1"))
    (found,) = (each for each in lint_file(tmp_path / "a.md") if each.code == "HL005")
    assert (found.location.start.line, found.location.start.column) == (1, 6)


def test_rules_can_be_loaded() -> None:
    assert load_rules().find("HL902") is not None


def test_importing_the_package_loads_nothing() -> None:
    program = "import sys, healthlint; print(*(name for name in sys.modules if name.startswith('healthlint')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["healthlint"]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="lint_texts"):
        _ = healthlint.lint_texts  # type: ignore[attr-defined]
