"""A publisher's own rules, lexicons and facts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from healthlint.engine.article import Article
from healthlint.engine.assemble import assemble
from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.runner import lint_all
from healthlint.engine.settings import AllSettings
from healthlint.errors import ConfigError, HealthlintError, RuleError
from healthlint.model.finding import Diagnostic
from healthlint.ruleset.load import load_rules
from healthlint.ruleset.located import Located

RULES = load_rules()

RULE = """\
code: {code}
name: house-word
severity: warning
confidence: high
status: stable
articles: [advice, news, reference, other]
check: existence
message: "“{{match}}” is no word of ours"
why: The house says it otherwise.
fix: Write something else.
scope: {{zones: [front, body, references, chrome]}}
params: {{phrases: {phrases}}}
examples: {{bad: ["He said ⟦humours⟧."], good: ["He said nothing."]}}
"""
HEAD = """\
about: words of the house
reviewer: Ana Ruiz
source: {title: The house style, date: 2026-01-10}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests stand in their own folder."""
    monkeypatch.chdir(tmp_path)
    write("healthlint.yaml", "own_rules: ours/rules\nlexicons: ours/lexicons\nfacts: [ours/facts]\n")
    for name in ("rules", "lexicons", "facts"):
        Path("ours", name).mkdir(parents=True)


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def everything(command: Layer | None = None) -> AllSettings:
    return AllSettings(RULES, Configs(), command or Layer(), date(2026, 1, 15))


def found(text: str, *codes: str, command: Layer | None = None) -> list[Diagnostic]:
    write("a.md", text)
    report = assemble(lint_all([Article("a.md")], everything(command)))
    return [each for each in report.diagnostics if each.code in codes]


def complaint() -> str:
    with pytest.raises(HealthlintError) as raised:
        everything().of(Path("a.md").absolute())
    return str(raised.value)


def test_an_own_rule_runs_beside_the_shipped_ones() -> None:
    write("ours/rules/house/XY001-house-word.yaml", RULE.format(code="XY001", phrases="[humours]"))
    (diagnostic,) = found("They spoke of humours.\n", "XY001")
    assert (diagnostic.topic, diagnostic.message) == ("house", "“humours” is no word of ours")
    assert "XY001" in {rule.code for rule in everything().of(Path("a.md").absolute()).known}


def test_an_own_rule_can_be_selected_on_the_command_line() -> None:
    write("ours/rules/XY001-house-word.yaml", RULE.format(code="XY001", phrases="[humours]"))
    selected = Layer(select=(Located("XY001", 0),))
    assert found("They spoke of humours.\n", "XY001", command=selected)


def test_an_own_rule_may_read_an_own_lexicon() -> None:
    write("ours/lexicons/house.yaml", HEAD + "terms: [humours, {term: vapour, also: [vapours]}]\n")
    write("ours/rules/XY001-house-word.yaml", RULE.format(code="XY001", phrases="{lexicon: house}"))
    assert [each.excerpt for each in found("Humours and vapours.\n", "XY001")] == ["Humours", "vapours"]


def test_a_code_of_a_shipped_rule_is_taken() -> None:
    write("ours/rules/HL805-house-word.yaml", RULE.format(code="HL805", phrases="[humours]"))
    expected = "ours/rules/HL805-house-word.yaml:1: code HL805: HL is for shipped rules; take letters of your own"
    assert complaint() == expected


def test_a_shipped_term_can_be_taken_out() -> None:
    write("ours/rules/XY001-house-word.yaml", RULE.format(code="XY001", phrases="{lexicon: conditions}"))
    text = "He has asthma and diabetes.\n"
    assert [each.excerpt for each in found(text, "XY001")] == ["asthma", "diabetes"]
    write("ours/lexicons/conditions.yaml", HEAD + "remove: [asthma]\n")
    assert [each.excerpt for each in found(text, "XY001")] == ["diabetes"]


def test_an_own_entry_knows_its_row() -> None:
    write("ours/lexicons/conditions.yaml", HEAD + "terms: [glimmer syndrome]\n")
    knowledge = everything().of(Path("a.md").absolute()).ruleset.knowledge
    entry = next(each for each in knowledge.lexicons["conditions"].entries if each.term == "glimmer syndrome")
    assert entry.notes == {
        "own_place": "ours/lexicons/conditions.yaml:4",
        "own_reviewer": "Ana Ruiz",
        "own_source": "The house style, 2026-01-10",
    }


def test_shipped_knowledge_stays_as_it_was() -> None:
    before = len(RULES.knowledge.lexicons["conditions"].entries)
    write("ours/lexicons/conditions.yaml", HEAD + "terms: [glimmer syndrome]\n")
    everything().of(Path("a.md").absolute())
    assert len(RULES.knowledge.lexicons["conditions"].entries) == before


def test_own_facts_are_added_and_taken_out() -> None:
    table = RULES.knowledge.facts["established-pairs"]
    column = next(iter(table.rows[0]))
    gone = table.rows[0][column]
    write(
        "ours/facts/established-pairs.yaml",
        "about: pairs that our reviewers accept\nreviewer: Ana Ruiz\n"
        "sources: {style: {title: The house style, date: 2026-01-10}}\n"
        f"remove: [{{{column}: '{gone}'}}]\n"
        f"rows:\n  - {{{column}: humours, source: style}}\n",
    )
    rows = everything().of(Path("a.md").absolute()).ruleset.knowledge.facts["established-pairs"].rows
    assert gone not in {row[column] for row in rows}
    assert (rows[-1][column], rows[-1]["own_reviewer"], rows[-1]["verified"]) == ("humours", "Ana Ruiz", "yes")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("lexicons/hype.yaml", "about: x\nterms: [a]\n", ':1: key "reviewer" is missing: say who checked these rows'),
        (
            "lexicons/hype.yaml",
            "about: x\nreviewer: A\nterms: [a]\n",
            ":1: source must have a title and a date; title is missing",
        ),
        (
            "lexicons/hype.yaml",
            "about: x\nreviewer: A\nsource: {title: T, date: May}\nterms: [a]\n",
            ':3: source.date must be a date like 2026-01-31, not "May"',
        ),
        (
            "lexicons/conditions.yaml",
            HEAD + "remove: [asthmaa]\n",
            ':4: conditions has no term "asthmaa"; did you mean "asthma"?',
        ),
        ("lexicons/hype.yaml", HEAD + "term: [a]\n", ':4: unknown key "term"; did you mean "terms"?'),
        (
            "facts/established-pairs.yaml",
            "about: x\nreviewer: A\nremove: [{exposure: nothing at all}]\n",
            ":3: established-pairs has no row like this to take out",
        ),
        (
            "facts/established-pairs.yaml",
            "about: x\nreviewer: A\nremove: [{exposures: b}]\n",
            ':3: no column is called "exposures"; did you mean "exposure"?',
        ),
        (
            "facts/house.yaml",
            "about: x\nreviewer: A\ncolumns: [a]\nrows:\n- {a: b}\n",
            ":5: a row needs a source that was looked up, or `verified: false`",
        ),
        (
            "facts/house.yaml",
            "about: x\nreviewer: A\ncolumns: [a]\nsources: {s: {title: T}}\nrows:\n- {a: b, source: s}\n",
            ":4: sources.s must have a title and a date; date is missing",
        ),
        ("lexicons/hype.yaml", "- a\n", ":1: a file of your own is a mapping with `about`, `reviewer` and rows"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(name: str, text: str, message: str) -> None:
    write(f"ours/{name}", text)
    assert complaint() == f"ours/{name}{message}"


def test_a_mistake_in_a_rule_is_told() -> None:
    write("ours/rules/XY001-house-word.yaml", RULE.format(code="XY001", phrases="[a]") + "colour: red\n")
    with pytest.raises(RuleError, match=r'ours/rules/XY001-house-word.yaml:14: unknown key "colour"'):
        everything().of(Path("a.md").absolute())


def test_a_folder_that_is_not_there_is_told() -> None:
    write("healthlint.yaml", "region: uk\nown_rules: [theirs]\n")
    with pytest.raises(ConfigError) as raised:
        everything().of(Path("a.md").absolute())
    expected = "healthlint.yaml:2: own_rules: there is no folder theirs; its path is relative to this file"
    assert str(raised.value) == expected
