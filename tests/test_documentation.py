"""What the documentation shows is true, and it is no health article itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthlint import lint_file
from healthlint.engine.config_keys import Layer, TopKeys

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
EXAMPLES = {
    "clean.md": set(),
    "duplicated-section.html": {"HL101"},
    "causal-overstatement.md": {"HL201"},
    "missing-disclaimer.txt": {"HL401"},
    "uncited-statistic.md": {"HL301"},
}


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_our_own_pages_are_no_health_articles(page: Path) -> None:
    found = {diagnostic.code for diagnostic in lint_file(page)}
    assert not {code for code in found if code.startswith(("HL4", "HL501", "HL6"))}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_its_one_defect(name: str) -> None:
    found = {diagnostic.code for diagnostic in lint_file(ROOT / "examples" / name) if diagnostic.severity != "info"}
    assert found == EXAMPLES[name]


def test_every_example_is_known() -> None:
    assert {path.name for path in (ROOT / "examples").iterdir()} == EXAMPLES.keys()


def test_every_key_of_the_configuration_is_documented() -> None:
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert [key for key in (*Layer._fields, *TopKeys._fields) if key != "origin" and f"`{key}`" not in text] == []
