"""The schema of rule files says what the program says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from healthlint.ruleset.load import rules_dir
from healthlint.ruleset.rule_files import NO_RULES
from tools.rule_schema import PATH, schema

jsonschema = pytest.importorskip("jsonschema")

FILES = [path for path in sorted(rules_dir().glob("*/*.yaml")) if path.parent.name not in NO_RULES]
VALIDATOR = jsonschema.Draft202012Validator(schema())

RULE = """\
code: XY001
name: house-word
severity: warning
confidence: high
check: existence
message: m
why: w
fix: f
params: {phrases: [a]}
"""


def errors(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(yaml.load(text, yaml.CSafeLoader))]


def test_the_committed_schema_is_up_to_date() -> None:
    assert json.loads(PATH.read_text(encoding="utf-8")) == schema()


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_shipped_rule_is_valid(path: Path) -> None:
    assert errors(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("phrases", "phrazes"),
        ("[a]", "{lexikon: [a]}"),
        ("code: XY001", "code: xy1"),
        ("existence", "existense"),
        ("severity: warning", "severity: fatal"),
        ("fix: f", "fixx: f"),
        ("params: {phrases: [a]}", "scope: {unit: page}"),
        ("params: {phrases: [a]}", "variants: {too-many: {message: m}}"),
        ("params: {phrases: [a]}", "examples: {bad: [{txt: a}]}"),
        ("params: {phrases: [a]}", "examples: {bad: [{text: a, config: {regoin: uk}}]}"),
        ("params: {phrases: [a]}", "status: ready"),
        ("check: existence", "check: near"),
    ],
)
def test_a_mistake_is_none(old: str, new: str) -> None:
    assert not errors(RULE)
    assert errors(RULE.replace(old, new))


def test_every_key_has_a_description() -> None:
    properties: dict[str, dict[str, object]] = schema()["properties"]  # type: ignore[assignment]
    assert [name for name, value in properties.items() if "description" not in value] == []
