"""From findings to diagnostics: places, words, fingerprints, and what a stronger finding covers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from healthlint.engine.lint import lint
from healthlint.model.context import Policy
from healthlint.model.finding import Diagnostic
from healthlint.readers import read
from healthlint.ruleset.load import load_rules, rules_dir
from healthlint.ruleset.spec import RuleSet

RULE = """\
code: {code}
name: {name}
severity: warning
confidence: high
status: stable
articles: [advice, news, reference, other]
check: existence
message: "“{{match}}” is no medicine"
why: Magic heals nobody.
fix: Leave it out.
scope: {{zones: [front, body, references, chrome]}}
{more}
"""


@pytest.fixture
def ruleset(tmp_path: Path) -> RuleSet:
    """A rule about spells that covers a second one about single magic words."""
    copytree(rules_dir() / "lexicons", tmp_path / "lexicons")
    copytree(rules_dir() / "facts", tmp_path / "facts")
    folder = tmp_path / "language"
    folder.mkdir()
    spell = RULE.format(code="HL998", name="spell", more="covers: [HL999]\nparams: {phrases: [hocus pocus]}")
    word = RULE.format(code="HL999", name="word", more="params: {phrases: [hocus, abracadabra]}")
    (folder / "HL998-spell.yaml").write_text(spell)
    (folder / "HL999-word.yaml").write_text(word)
    return load_rules(tmp_path)


def run(ruleset: RuleSet, text: str, path: str = "a.md") -> tuple[Diagnostic, ...]:
    result = lint(read(text.encode(), path), ruleset, Policy(today=date(2026, 1, 15)))
    assert not result.failures
    return result.diagnostics


def test_a_finding_knows_its_place_in_the_file(ruleset: RuleSet) -> None:
    text = "# Title\r\n\r\nHe said *abra*cadabra twice.\r\n"
    (found,) = run(ruleset, text)
    start, end = found.location.start, found.location.end
    assert (start.line, start.column) == (3, 10)
    assert text[start.offset : end.offset] == "abra*cadabra"


def test_a_finding_is_worded_by_its_rule(ruleset: RuleSet) -> None:
    (found,) = run(ruleset, "He said Abracadabra.")
    assert (found.code, found.message, found.excerpt) == ("HL999", "“Abracadabra” is no medicine", "Abracadabra")


def test_a_finding_knows_the_headings_above_it(ruleset: RuleSet) -> None:
    (found,) = run(ruleset, "# Spells\n\n## Old ones\n\nHe said abracadabra.")
    assert found.heading_path == ("Spells", "Old ones")


def test_a_stronger_finding_covers_weaker_ones_in_its_sentence(ruleset: RuleSet) -> None:
    codes = [found.code for found in run(ruleset, "He said hocus pocus and abracadabra. Then abracadabra again.")]
    assert codes == ["HL998", "HL999"]


def test_a_fingerprint_survives_new_lines_above(ruleset: RuleSet) -> None:
    before = run(ruleset, "He said abracadabra.")
    after = run(ruleset, "A new beginning.\n\nHe said abracadabra.")
    assert before[0].fingerprint == after[0].fingerprint


def test_equal_sentences_have_different_fingerprints(ruleset: RuleSet) -> None:
    found = run(ruleset, "He said abracadabra.\n\nHe said abracadabra.")
    assert len({each.fingerprint for each in found}) == 2


def test_a_fingerprint_depends_on_the_file(ruleset: RuleSet) -> None:
    assert run(ruleset, "abracadabra", "a.md")[0].fingerprint != run(ruleset, "abracadabra", "b.md")[0].fingerprint


def test_findings_come_in_the_order_of_the_file(ruleset: RuleSet) -> None:
    found = run(ruleset, "One abracadabra.\n\nTwo hocus pocus.\n\nThree abracadabra.")
    assert [each.location.start.line for each in found] == [1, 3, 5]


def test_rules_that_read_english_are_silent_on_other_languages(tmp_path: Path) -> None:
    copytree(rules_dir() / "lexicons", tmp_path / "lexicons")
    (tmp_path / "language").mkdir()
    for code, more in (("HL998", "language: any"), ("HL999", "")):
        rule = RULE.format(code=code, name="spell", more=f"params: {{phrases: [abracadabra]}}\n{more}")
        (tmp_path / "language" / f"{code}-spell.yaml").write_text(rule)
    german = (Path(__file__).parents[1] / "fixtures/languages/german.md").read_text(encoding="utf-8")
    ruleset = load_rules(tmp_path)
    assert [each.code for each in run(ruleset, german + "\nAbracadabra.\n")] == ["HL998"]
    assert [each.code for each in run(ruleset, "He said abracadabra.\n")] == ["HL998", "HL999"]


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in (Path(__file__).parents[1] / "fixtures/languages").glob("*"))
)
def test_an_article_in_another_language_is_told_once(name: str) -> None:
    path = Path(__file__).parents[1] / "fixtures/languages" / f"{name}.md"
    assert [each.code for each in run(load_rules(), path.read_text(encoding="utf-8"))] == ["HL006"]


def test_copies_are_found_in_every_language() -> None:
    text = (Path(__file__).parents[1] / "fixtures/languages/german.md").read_text(encoding="utf-8")
    found = run(load_rules(), text + "\n## Noch einmal\n\n" + text.partition("\n\n")[2])
    assert [each.code for each in found] == ["HL006", "HL102"]
