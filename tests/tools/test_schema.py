"""The schema of the configuration says what the program says."""

from __future__ import annotations

import json

import pytest
import yaml

from healthlint.cli.init import TEMPLATE
from tools.schema import PATH, schema

jsonschema = pytest.importorskip("jsonschema")


def errors(text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema())
    return [error.message for error in validator.iter_errors(yaml.load(text, yaml.BaseLoader))]


def test_the_committed_schema_is_up_to_date() -> None:
    assert json.loads(PATH.read_text(encoding="utf-8")) == schema()


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    "text",
    [
        "extends: base.yaml\nselect: [HL3, causality]\nextend-select: HL404\n",
        "overrides:\n  - {files: [news/**], article: news, fail-on: warning}\n",
        "suppressions:\n  - {files: [a.txt], rules: HL301, reason: ours, until: 2027-03-01}\n",
        "rules: {HL301: error, hype: {severity: info, params: {}}}\nextensions: {.njk: html}\n",
    ],
)
def test_a_configuration_that_can_be_used_is_valid(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "regoin: uk\n",
        "region: mars\n",
        "profile: shop\n",
        "overrides: [{article: news}]\n",
        "overrides: [{files: [a], exclude: [b]}]\n",
        "suppressions: [{files: [a], rules: [HL301]}]\n",
        "rules: {HL301: fatal}\n",
    ],
)
def test_a_mistake_is_none(text: str) -> None:
    assert errors(text)


def test_every_key_has_a_description() -> None:
    properties: dict[str, dict[str, object]] = schema()["properties"]  # type: ignore[assignment]
    assert [name for name, value in properties.items() if "description" not in value] == []


def test_the_file_that_init_writes_is_valid() -> None:
    assert jsonschema.Draft202012Validator(schema()).is_valid(yaml.safe_load(TEMPLATE))
