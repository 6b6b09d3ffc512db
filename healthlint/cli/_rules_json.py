"""Rules as JSON: in short for a list, in full for who asks about one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from healthlint.reporters._rule_page import parameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.model.context import Knowledge
    from healthlint.ruleset.spec import Example, Rule

    Json = dict[str, object]

_KEYS = ("code", "name", "severity", "confidence", "status", "articles", "message", "why", "fix")


def as_json(rules: Sequence[Json]) -> str:
    """A JSON object with rules of one of the forms below."""
    return json.dumps({"schema_version": 1, "rules": rules}, indent=1) + "\n"


def in_short(rule: Rule) -> Json:
    """What a list tells of a rule."""
    return {key: _stripped(getattr(rule.file, key)) for key in _KEYS} | {"topic": rule.topic}


def in_full(rule: Rule, knowledge: Knowledge) -> Json:
    """All that a rule file says, its parameters as they hold."""
    file = rule.file
    variants = {name: variant._asdict() for name, variant in file.variants.items()}
    return in_short(rule) | {
        "language": file.language,
        "variants": variants,
        "parameters": {each.name: each.value for each in parameters(rule, knowledge)},
        "sources": [source._asdict() for source in file.sources],
        "examples": {
            "bad": list(map(_example, rule.examples.bad)),
            "good": list(map(_example, rule.examples.good)),
        },
    }


def _stripped(value: object) -> object:
    """A value as it is, but for the line end that YAML leaves at the end of a text."""
    return value.strip() if isinstance(value, str) else value


def _example(example: Example) -> Json:
    texts = {"files": example.files} if example.files else {"text": example.text, "as": example.as_}
    return {**texts, "wrap": example.wrap, "config": example.config}
