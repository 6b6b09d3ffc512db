"""What holds for a file, put together from the defaults, its configuration and the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.settings import AllSettings
from healthlint.errors import ConfigError
from healthlint.ruleset.load import load_rules
from healthlint.ruleset.located import Located
from healthlint.ruleset.spec import RuleSet

RULE = """\
code: {code}
name: spell-{code}
severity: warning
confidence: high
status: {status}
check: existence
message: "“{{match}}” is no medicine"
why: Magic heals nobody.
fix: Leave it out.
params: {{phrases: [abracadabra]}}
"""
TODAY = date(2026, 1, 15)
NOTHING = Layer()


@pytest.fixture
def ruleset(tmp_path: Path) -> RuleSet:
    """Two stable rules, of two topics, and one on trial."""
    for topic, code, status in (
        ("language", "HL801", "stable"),
        ("language", "HL802", "preview"),
        ("safety", "HL401", "stable"),
    ):
        folder = tmp_path / "rules" / topic
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{code}-spell-{code}.yaml").write_text(RULE.format(code=code, status=status), encoding="utf-8")
    return load_rules(tmp_path / "rules")


def settings_of(ruleset: RuleSet, tmp_path: Path, config: str, command: Layer = NOTHING) -> AllSettings:
    (tmp_path / "healthlint.yaml").write_text(config, encoding="utf-8")
    return AllSettings(ruleset, Configs(), command, TODAY)


def codes(ruleset: RuleSet, tmp_path: Path, config: str, command: Layer = NOTHING) -> list[str]:
    settings = settings_of(ruleset, tmp_path, config, command).of(tmp_path / "a.md")
    return [rule.code for rule in settings.ruleset.rules]


def complaint(ruleset: RuleSet, tmp_path: Path, config: str) -> str:
    with pytest.raises(ConfigError) as raised:
        settings_of(ruleset, tmp_path, config).of(tmp_path / "a.md")
    return str(raised.value).removeprefix(f"{tmp_path}/healthlint.yaml:")


def words(*selectors: str) -> tuple[Located, ...]:
    return tuple(Located(selector, 0) for selector in selectors)


def test_all_stable_rules_run_by_default(ruleset: RuleSet, tmp_path: Path) -> None:
    assert codes(ruleset, tmp_path, "") == ["HL401", "HL801"]


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("select: [ALL]", ["HL401", "HL801"]),
        ("select: [HL8]", ["HL801"]),
        ("select: [hl401]", ["HL401"]),
        ("select: [language]", ["HL801"]),
        ("select: spell-HL401", ["HL401"]),
        ("select: []", []),
        ("ignore: [safety]", ["HL801"]),
        ("select: [HL8, HL401]\nignore: [HL801]", ["HL401"]),
    ],
)
def test_rules_are_selected(ruleset: RuleSet, tmp_path: Path, config: str, expected: list[str]) -> None:
    assert codes(ruleset, tmp_path, config) == expected


def test_a_more_exact_selector_wins_over_a_wider_ignore(ruleset: RuleSet, tmp_path: Path) -> None:
    assert codes(ruleset, tmp_path, "select: [HL801]\nignore: [language]") == ["HL801"]


def test_ignore_wins_over_an_equally_exact_select(ruleset: RuleSet, tmp_path: Path) -> None:
    assert codes(ruleset, tmp_path, "select: [HL801, HL401]\nignore: [HL801]") == ["HL401"]


def test_a_rule_on_trial_runs_when_it_is_named(ruleset: RuleSet, tmp_path: Path) -> None:
    assert codes(ruleset, tmp_path, "select: [HL802]") == ["HL802"]
    assert codes(ruleset, tmp_path, "select: [HL8]") == ["HL801"]


def test_preview_brings_the_rules_on_trial(ruleset: RuleSet, tmp_path: Path) -> None:
    assert codes(ruleset, tmp_path, "preview: true") == ["HL401", "HL801", "HL802"]


def test_the_command_line_wins_over_the_configuration(ruleset: RuleSet, tmp_path: Path) -> None:
    command = Layer(select=words("HL401"), fail_on="info")
    settings = settings_of(ruleset, tmp_path, "select: [HL801]\nignore: [HL401]\nfail_on: warning", command)
    mine = settings.of(tmp_path / "a.md")
    assert ([rule.code for rule in mine.ruleset.rules], mine.fail_on) == (["HL401"], "info")


def test_ignore_on_the_command_line_narrows_the_configuration(ruleset: RuleSet, tmp_path: Path) -> None:
    assert codes(ruleset, tmp_path, "select: [HL8, HL401]", Layer(ignore=words("HL8"))) == ["HL401"]


def test_an_override_holds_for_its_files_alone(ruleset: RuleSet, tmp_path: Path) -> None:
    config = "overrides:\n  - files: ['news/**']\n    ignore: [HL401]\n    article: news\n"
    settings = settings_of(ruleset, tmp_path, config)
    news, other = settings.of(tmp_path / "news" / "a.md"), settings.of(tmp_path / "a.md")
    assert [rule.code for rule in news.ruleset.rules] == ["HL801"]
    assert (news.policy.article, other.policy.article) == ("news", None)
    assert len(other.ruleset.rules) == 2


@pytest.mark.parametrize("config", ["rules: {HL801: {severity: off}}", "rules: {spell-HL801: off}"])
def test_a_rule_is_turned_off(ruleset: RuleSet, tmp_path: Path, config: str) -> None:
    assert codes(ruleset, tmp_path, config) == ["HL401"]


@pytest.mark.parametrize("config", ["rules: {HL801: {severity: error}}", "rules: {HL801: error}"])
def test_a_rule_gets_another_severity(ruleset: RuleSet, tmp_path: Path, config: str) -> None:
    settings = settings_of(ruleset, tmp_path, config).of(tmp_path / "a.md")
    assert [rule.severity for rule in settings.ruleset.rules] == ["warning", "error"]


def test_params_of_a_rule_are_replaced_one_by_one(ruleset: RuleSet, tmp_path: Path) -> None:
    settings = settings_of(ruleset, tmp_path, "rules: {HL801: {params: {phrases: [hocus], most: 2}}}")
    mine = settings.of(tmp_path / "a.md").ruleset
    assert "hocus" in mine.knowledge.scanner.phrases
    assert mine.rules[1].params.most == 2  # type: ignore[attr-defined]
    assert mine.rules[1].params.scope == ruleset.rules[1].params.scope  # type: ignore[attr-defined]


def test_the_policy_is_what_the_configuration_says(ruleset: RuleSet, tmp_path: Path) -> None:
    config = "today: 2025-05-01\nown_domains: [example.org]\nsite_reviewer: true\ncitation_scope: sentence\n"
    policy = settings_of(ruleset, tmp_path, config).of(tmp_path / "a.md").policy
    assert policy.today == date(2025, 5, 1)
    assert policy.own_domains == ("example.org",)
    assert (policy.site_reviewer, policy.site_author, policy.citation_scope) == (True, False, "sentence")


def test_today_is_the_day_of_the_run_by_default(ruleset: RuleSet, tmp_path: Path) -> None:
    assert settings_of(ruleset, tmp_path, "").of(tmp_path / "a.md").policy.today == TODAY


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("ignore: []\nselect: [HL811]", '2: no rule, topic or prefix is called "HL811"; did you mean "HL801"?'),
        ("rules:\n  HL811: off", '2: no rule is called "HL811"; did you mean "HL801"?'),
        ("rules:\n  HL801:\n    sevrity: off", '3: unknown key "sevrity" in rules.HL801; did you mean "severity"?'),
        ("rules: {HL801: {params: {mots: 1}}}", '1: unknown key "mots" in params of HL801; did you mean "most"?'),
        ("rules: {HL801: {params: {most: many}}}", '1: params of HL801.most must be a whole number, not "many"'),
        ("today: soon", '1: today must be a date like 2026-01-31, not "soon"'),
        (
            "overrides:\n  - files: [never.md]\n    select: [HL811]",
            '3: no rule, topic or prefix is called "HL811"; did you mean "HL801"?',
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(ruleset: RuleSet, tmp_path: Path, config: str, message: str) -> None:
    assert complaint(ruleset, tmp_path, config) == message


def test_an_unknown_selector_on_the_command_line_is_told_even_without_articles(ruleset: RuleSet) -> None:
    with pytest.raises(ConfigError, match=r'^no rule, topic or prefix is called "langage"; did you mean "language"\?$'):
        AllSettings(ruleset, Configs(isolated=True), Layer(select=words("langage")), TODAY)
