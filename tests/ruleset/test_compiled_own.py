"""A publisher's own rules are kept compiled, and what is kept never outlives their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthlint.ruleset.load import load_own, load_rules
from healthlint.ruleset.own import with_own
from healthlint.ruleset.spec import Folders, RuleSet

RULES = load_rules()
RULE = """\
code: XY001
name: house-word
severity: warning
confidence: high
check: near
message: "{first} near {second}"
why: w
fix: f
params: {first: {lexicon: house}, second: [tea], unless: [green tea]}
examples: {bad: ["⟦superfood tea⟧"], good: ["Tea."]}
"""
LEXICON = "about: a\nreviewer: A\nsource: {title: T, date: 2026-01-10}\nterms: [superfood]\n"
OWN = Folders((Path("ours"),))


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of caches for this user, and a folder of own rules."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.chdir(tmp_path)
    for name, text in (("style/XY001-house-word.yaml", RULE), ("lexicons/house.yaml", LEXICON)):
        path = Path("ours", name)
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "caches"


def unread() -> RuleSet:
    raise AssertionError("the shipped rules were read")


def test_kept_rules_are_those_of_the_files() -> None:
    load_own(lambda: RULES, OWN, keep=True)
    kept, fresh = load_own(unread, OWN, keep=True), with_own(RULES, OWN)
    assert [(rule.file, rule.topic, rule.path, rule.params, rule.examples) for rule in kept.rules] == [
        (rule.file, rule.topic, rule.path, rule.params, rule.examples) for rule in fresh.rules
    ]
    assert kept.knowledge.lexicons["house"] == fresh.knowledge.lexicons["house"]
    assert kept.knowledge.scanner.scan("a superfood tea") == fresh.knowledge.scanner.scan("a superfood tea")


@pytest.mark.parametrize("name", ["style/XY001-house-word.yaml", "lexicons/house.yaml"])
def test_what_was_kept_of_other_files_is_not_used(name: str) -> None:
    load_own(lambda: RULES, OWN, keep=True)
    path = Path("ours", name)
    path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="were read"):
        load_own(unread, OWN, keep=True)


def test_nothing_is_kept_unless_it_may_be(caches: Path) -> None:
    load_own(lambda: RULES, OWN, keep=False)
    assert not caches.exists()
