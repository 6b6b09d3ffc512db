"""Writes docs/rules/schema.json: what a rule file may say, for editors that complete it (`make docs`)."""

from __future__ import annotations

import json
import sys
import types
from importlib import import_module
from pathlib import Path
from typing import Literal, Union, get_args, get_origin, get_type_hints

from healthlint import checks
from healthlint.checks import LexiconName, Regex, Scope
from healthlint.model.context import Policy
from healthlint.ruleset.spec import SHIPPED_CODES, ArticleKind, Example, RuleFile

PATH = Path(__file__).resolve().parents[1] / "docs" / "rules" / "schema.json"

Json = str | int | float | bool | None | dict[str, "Json"] | list["Json"]
Schema = dict[str, Json]


def main() -> int:
    """Bring the file up to date."""
    PATH.write_text(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def schema() -> Schema:
    """The whole schema: the params are those of the check that the file names."""
    record = _record(RuleFile)
    properties: Schema = {**record["properties"], **_SPECIAL}  # type: ignore[dict-item]
    for key, about in _ABOUT.items():
        properties[key] = {"description": about, **properties[key]}  # type: ignore[dict-item]
    properties["check"] = {"description": _ABOUT["check"], "enum": list(kinds())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "healthlint rule",
        **record,
        "properties": properties,
        "allOf": [_where(kind) for kind in kinds()],
        "$defs": _DEFINITIONS,
    }


def kinds() -> tuple[str, ...]:
    """The names of all kinds of checks."""
    folder = Path(checks.__file__).parent
    return tuple(sorted(path.stem.replace("_", "-") for path in folder.glob("[a-z]*.py")))


def _where(kind: str) -> Json:
    """What a file with a check of this kind may say further."""
    module = import_module(f"healthlint.checks.{kind.replace('-', '_')}")
    params = _record(module.Params, module.Params.__doc__)
    fields: Schema = params["properties"]  # type: ignore[assignment]
    then: Schema = {"params": params}
    if "scope" not in fields:
        then["scope"] = False
    fields.pop("scope", None)  # it stands beside the params
    then["variants"] = {"propertyNames": {"enum": list(module.VARIANTS)}}
    needed: Schema = {"required": ["params"]} if params["required"] else {}
    return {"if": {"properties": {"check": {"const": kind}}}, "then": {"properties": then, **needed}}


def _record(kind: type, about: str | None = None) -> Schema:
    """A record as an object; a field called `as_` is the key `as`."""
    hints = get_type_hints(kind)
    defaults: dict[str, object] = getattr(kind, "_field_defaults", {})
    required: list[Json] = [name.rstrip("_") for name in hints if name not in defaults]
    properties: Schema = {name.rstrip("_"): _type(hint) for name, hint in hints.items()}
    described: Schema = {"description": " ".join(about.split())} if about else {}
    return {
        **described,
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


def _type(hint: object) -> Schema:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is LexiconName:
        return {"$ref": "#/$defs/phrases"}
    if hint is Regex:
        return {"type": "string", "format": "regex"}
    if hint is Scope:
        return _record(Scope, Scope.__doc__)
    if origin is Union or origin is types.UnionType:
        return {"anyOf": [_type(each) for each in arguments]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        item = _type(arguments[0])
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(arguments[1])}
    if isinstance(hint, type) and hasattr(hint, "_fields"):
        return _record(hint)
    return dict(_PLAIN[hint])


_PLAIN: dict[object, Schema] = {
    str: {"type": ["string", "number"]},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    object: {},
    type(None): {"type": "null"},
}
_WORD: Schema = {"type": "string"}
_PHRASES: Schema = {
    "description": "a lexicon by its name, a list of phrases, or phrases with those to write instead",
    "anyOf": [
        {"type": "object", "additionalProperties": False, "required": ["lexicon"], "properties": {"lexicon": _WORD}},
        {"type": "object", "not": {"required": ["lexicon"]}, "additionalProperties": _PLAIN[str]},
        {"type": "array", "items": {"anyOf": [_PLAIN[str], {"$ref": "#/$defs/term"}]}},
        _PLAIN[str],
    ],
}
_TERM: Schema = {
    "type": "object",
    "additionalProperties": False,
    "required": ["term"],
    "properties": {
        "term": _WORD,
        "also": {"anyOf": [_WORD, {"type": "array", "items": _WORD}]},
        "exact": {"description": "capitals count", "type": "boolean"},
        "inflect": {"description": "noun: its plural, too; verb: its forms, too", "enum": ["none", "noun", "verb"]},
    },
}


def _example() -> Schema:
    """An example as a mapping."""
    example = _record(Example)
    properties: Schema = example["properties"]  # type: ignore[assignment]
    del properties["line"]
    properties["finds"] = {"anyOf": [{"const": "whole"}, properties["finds"]]}
    names = sorted(set(Policy._fields) - {"today", "retractions"})
    properties["config"] = {"type": "object", "propertyNames": {"enum": list(names)}}
    return example


_DEFINITIONS: Schema = {"phrases": _PHRASES, "term": _TERM, "example": {"anyOf": [_WORD, _example()]}}
_EXAMPLES: Schema = {"type": "array", "items": {"$ref": "#/$defs/example"}}

# What the types of the keys do not tell.
_SPECIAL: Schema = {
    "code": {"type": "string", "pattern": r"^[A-Z]{2,}\d{3}$"},
    "examples": {"type": "object", "additionalProperties": False, "properties": {"bad": _EXAMPLES, "good": _EXAMPLES}},
    "scope": _record(Scope, Scope.__doc__),
    "params": {"type": "object"},
}
_ABOUT = {
    "code": f"capitals and three digits, as in the name of the file; {SHIPPED_CODES} is for shipped rules",
    "name": "the flaw in lower-case words joined by dashes, as in the name of the file",
    "severity": "how bad it is",
    "confidence": "how often the rule is right",
    "check": "the kind of check; it decides which params there are",
    "message": "what is said beside the words that are found: {match} are these words; no full stop",
    "why": "why a reader is worse off because of this",
    "fix": "what the author writes instead",
    "status": "preview: it runs only when it is selected by its code, or with --preview",
    "articles": f"the kinds of article on which it speaks: {', '.join(get_args(ArticleKind))}",
    "language": "any: it reads no words, and speaks on articles in any language",
    "scope": "the part of an article that is read, and in what pieces",
    "variants": "the cases that the check tells apart, with words or weights of their own",
    "related": "what is said of the other places of a finding, by their role",
    "covers": "the rules that keep silent where this one speaks",
    "sources": "what the rule rests on",
    "examples": "texts in which it speaks, at the places between ⟦ ⟧, and in which it does not",
    "params": "what the check is told",
}


if __name__ == "__main__":
    sys.exit(main())
