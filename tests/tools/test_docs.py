"""The pages of docs/rules/ hold what the rule files say."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from healthlint.ruleset.load import load_rules

ROOT = Path(__file__).resolve().parents[2]

RULE = """\
code: HL399
name: lonely-number
severity: warning
confidence: high
check: existence
message: "“{match}” stands *alone*"
why: Nobody knows what it counts.
fix: Say what it counts.
sources: [{title: A guide, url: "https://example.org/guide"}]
params: {phrases: [seventeen]}
examples:
  bad: ["There were ⟦seventeen⟧.", "```\\nno prose\\n```\\n\\n⟦seventeen⟧"]
  good: ["There were seventeen patients."]
"""


@pytest.fixture(scope="module")
def docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs", ROOT / "tools" / "docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def page(docs: ModuleType, tmp_path: Path) -> str:
    (tmp_path / "statistics").mkdir()
    (tmp_path / "statistics" / "HL399-lonely-number.yaml").write_text(RULE, encoding="utf-8")
    text: str = docs.pages(load_rules(tmp_path))["HL399.md"]
    return text


def test_a_page_holds_why_fix_examples_and_sources(page: str) -> None:
    for words in (
        "Nobody knows what it counts.",
        "Say what it counts.",
        "There were ⟦seventeen⟧.",
        "https://example.org/guide",
    ):
        assert words in page


def test_what_looks_like_markup_is_escaped(page: str) -> None:
    assert r"“\{match\}” stands \*alone\*" in page


def test_an_example_with_a_fence_is_fenced_longer(page: str) -> None:
    assert "````md\n```\nno prose\n```" in page


def test_every_shipped_rule_has_a_page_and_a_row(docs: ModuleType) -> None:
    ruleset = load_rules()
    pages = docs.pages(ruleset)
    assert {f"{rule.code}.md" for rule in ruleset.rules} == pages.keys() - {"README.md"}
    assert all(f"[{rule.code}]({rule.code}.md)" in pages["README.md"] for rule in ruleset.rules)
