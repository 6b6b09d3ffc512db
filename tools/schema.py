"""Writes docs/config.schema.json: what a configuration may say, for editors that complete it (`make docs`)."""

from __future__ import annotations

import json
import re
import sys
import types
from pathlib import Path
from typing import Literal, Union, get_args, get_origin, get_type_hints

from healthlint.engine.config_keys import Layer, OverrideKeys, SuppressionKeys, TopKeys
from healthlint.engine.profiles import profiles
from healthlint.model.finding import SEVERITIES
from healthlint.ruleset.located import Located

ROOT = Path(__file__).resolve().parents[1]
PATH = ROOT / "docs" / "config.schema.json"

Json = str | int | bool | None | dict[str, "Json"] | list["Json"]

_WORD: Json = {"type": "string"}
_DATE: Json = {"type": "string", "format": "date"}
_SEVERITY: Json = {"enum": [*reversed(SEVERITIES), "off", False]}


def main() -> int:
    """Bring the file up to date."""
    PATH.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def schema() -> dict[str, Json]:
    """The whole schema."""
    about = _descriptions()
    layer = _properties(Layer, about)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "healthlint configuration",
        "type": "object",
        "additionalProperties": False,
        "properties": {**_properties(TopKeys, about), **layer},
        "$defs": {
            "override": _record(OverrideKeys, {**_properties(OverrideKeys, {}), **layer}),
            "suppression": _record(SuppressionKeys, _properties(SuppressionKeys, {})),
        },
    }


def _record(kind: type, properties: dict[str, Json]) -> Json:
    defaults: dict[str, object] = getattr(kind, "_field_defaults", {})
    required: list[Json] = [name for name in get_type_hints(kind) if name not in defaults]
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _properties(kind: type, about: dict[str, str]) -> dict[str, Json]:
    """The keys of a record; each may be written with dashes instead of underscores."""
    found: dict[str, Json] = {}
    for name, hint in get_type_hints(kind).items():
        if name == "origin":
            continue
        special = (
            _SPECIAL.get(name) if name != "rules" or kind is Layer else None
        )  # those of a suppression are selectors
        value = special or _type(hint)
        described: Json = {"description": about[name], **value} if name in about else value  # type: ignore[dict-item]
        for spelled in dict.fromkeys((name, name.replace("_", "-"))):
            found[spelled] = described
    return found


def _type(hint: object) -> dict[str, Json]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Union or origin is types.UnionType:
        return _type(next(each for each in arguments if each is not type(None)))
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        item = _type(arguments[0])
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(arguments[1])}
    if hint is Located:
        return {"type": "string"}
    return {"type": {str: "string", bool: "boolean", int: "integer"}[hint]}  # type: ignore[index]


# What the types of the keys do not tell.
_SPECIAL: dict[str, dict[str, Json]] = {
    "max_warnings": {"type": "integer", "minimum": 0},
    "overrides": {"type": "array", "items": {"$ref": "#/$defs/override"}},
    "profile": {"enum": list(profiles())},
    "required_version": {"type": ["string", "number"]},
    "retractions": {"anyOf": [_WORD, {"const": False}]},
    "rules": {
        "type": "object",
        "additionalProperties": {
            "anyOf": [
                _SEVERITY,
                {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"severity": _SEVERITY, "params": {"type": "object"}},
                },
            ]
        },
    },
    "suppressions": {"type": "array", "items": {"$ref": "#/$defs/suppression"}},
    "today": _DATE,  # type: ignore[dict-item]
    "until": _DATE,  # type: ignore[dict-item]
}


def _descriptions() -> dict[str, str]:
    """What docs/configuration.md says of each key."""
    found = {}
    for line in (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8").splitlines():
        if row := re.fullmatch(r"\| (`\w+`(?:, `\w+`)*) \| (.+?) \| (.*?) ?\|", line):
            text = row[2][:1].upper() + row[2][1:] + (f" (default: {row[3]})" if row[3] else "")
            plain = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text).replace("`", "")
            found.update(dict.fromkeys(re.findall(r"`(\w+)`", row[1]), plain))
    return found


if __name__ == "__main__":
    sys.exit(main())
