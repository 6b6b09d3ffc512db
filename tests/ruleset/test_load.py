"""Rule files that cannot be used are refused with file, line and remedy; good ones load."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthlint.errors import RuleError
from healthlint.ruleset.load import load_rules

RULE = """\
code: HL999
name: spoken-magic
severity: warning
confidence: high
status: stable
check: existence
message: "“{match}” is no medicine"
why: Magic heals nobody.
fix: Leave it out.
params:
  phrases: [abracadabra, hocus pocus]
examples:
  bad: ["He said ⟦abracadabra⟧."]
  good: ["He said nothing."]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A rule folder with one rule."""
    (tmp_path / "language").mkdir()
    (tmp_path / "lexicons").mkdir()
    write(tmp_path, RULE)
    return tmp_path


def write(folder: Path, text: str, name: str = "HL999-spoken-magic.yaml") -> None:
    (folder / "language" / name).write_text(text, encoding="utf-8")


def complaint(folder: Path) -> str:
    with pytest.raises(RuleError) as raised:
        load_rules(folder)
    return str(raised.value).removeprefix(str(folder / "language") + "/")


def test_a_rule_takes_its_topic_from_its_folder(folder: Path) -> None:
    (rule,) = load_rules(folder).rules
    assert (rule.code, rule.topic, rule.severity) == ("HL999", "language", "warning")


def test_phrases_in_a_rule_are_in_the_one_scan(folder: Path) -> None:
    assert "hocus pocus" in load_rules(folder).knowledge.scanner.phrases


def test_a_rule_may_name_a_lexicon(folder: Path) -> None:
    (folder / "lexicons" / "spells.yaml").write_text("about: Magic words\nterms: [simsalabim]\n")
    write(folder, RULE.replace("phrases: [abracadabra, hocus pocus]", "phrases: {lexicon: spells}"))
    ruleset = load_rules(folder)
    assert ruleset.rules[0].params.phrases == "spells"  # type: ignore[attr-defined]
    assert ruleset.knowledge.lexicons["spells"].entries[0].term == "simsalabim"


def test_words_that_are_only_looked_up_are_not_in_the_scan(folder: Path) -> None:
    terms = "[{term: ease, also: [soothe], inflect: verb}]"
    (folder / "lexicons" / "spells.yaml").write_text(f"about: Words alike\nscan: false\nterms: {terms}\n")
    knowledge = load_rules(folder).knowledge
    assert knowledge.lexicons["spells"].lookup[b"soothing"] == b"ease"
    assert "soothing" not in knowledge.scanner.phrases


def test_the_shipped_rules_load() -> None:
    codes = [rule.code for rule in load_rules().rules]
    assert codes == sorted(codes)
    assert len(codes) > 0


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  phrases:", "  pharses:", ':11: unknown key "pharses" in params; did you mean "phrases"?'),
        ("why:", "whi:", ':8: unknown key "whi"; did you mean "why"?'),
        ("check: existence", "check: existense", ':6: no check is called "existense"; did you mean "existence"?'),
        ("{match}", "{mach}", ':7: existence fills no "{mach}"; did you mean "match"?'),
        ("severity: warning", "severity: fatal", ':3: severity must be one of error, warning, info, not "fatal"'),
        ("[abracadabra, hocus pocus]", "{lexicon: spels}", ':11: no lexicon is called "spels"'),
        ("name: spoken-magic", "name: other", ":1: the file must be called HL999-other.yaml"),
        ("code: HL999", "code: hl9", ':1: code must be capitals and three digits, not "hl9"'),
        ("  bad:", "  wrong:", ":12: examples must have the keys bad and good"),
        ("fix: Leave it out.\n", "fix: Leave it out.\nvariants: {loud: {}}\n", ':10: existence has no variant "loud"'),
        ("  phrases:", "  scope: x\n  phrases:", ':11: params.scope must be a mapping, not "x"'),
        ("fix: Leave it out.\n", "", ':1: key "fix" is missing'),
    ],
)
def test_a_mistake_in_a_rule_names_its_line(folder: Path, old: str, new: str, message: str) -> None:
    assert old in RULE
    write(folder, RULE.replace(old, new))
    assert complaint(folder) == f"HL999-spoken-magic.yaml{message}"


def test_two_rules_cannot_share_a_code(folder: Path) -> None:
    (folder / "residue").mkdir()
    (folder / "residue" / "HL999-spoken-magic.yaml").write_text(RULE)
    assert "code HL999 is taken by" in complaint(folder)


def test_a_term_with_an_unknown_column_is_refused(folder: Path) -> None:
    (folder / "lexicons" / "spells.yaml").write_text("about: x\ncolumns: [power]\nterms:\n  - {term: a, pover: b}\n")
    assert complaint(folder).endswith('spells.yaml:4: unknown key "pover" in a term; did you mean "power"?')


def test_a_fact_without_a_source_is_refused(folder: Path) -> None:
    (folder / "facts").mkdir()
    (folder / "facts" / "doses.yaml").write_text("about: x\ncolumns: [dose]\nrows:\n  - {dose: 3}\n")
    assert complaint(folder).endswith("doses.yaml:4: a row needs a source that was looked up, or `verified: false`")
