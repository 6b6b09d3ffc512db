"""Writes the skeleton of a rule: `make rule CODE=HL399 NAME=lonely-number TOPIC=statistics CHECK=existence`."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from healthlint.checks import LexiconName, Regex
from healthlint.errors import HealthlintError, RuleError, did_you_mean
from healthlint.ruleset.decode import Decoder
from healthlint.ruleset.load import load_rules, rules_dir
from healthlint.ruleset.rule_files import check_module

_NO_TOPICS = {"lexicons", "facts", "profiles", "wraps"}

_SKELETON = """\
code: {code}
name: {name}
severity: warning # error | warning | info
confidence: medium # high | medium | low: how often the rule is right
status: preview # stable once its false alarms are known
articles: [advice, news, reference]
check: {check}
message: "“{{match}}” …: say what is wrong in at most 100 characters, without a full stop"
why: Why a reader is worse off because of this.
fix: What the author writes instead.
sources: [] # - {{title: "…", url: "https://…"}}
params:{params}
examples: # Markdown; the marks enclose exactly what is reported; at least three of each, one that almost fires
  bad:
    - "A sentence with ⟦the flaw⟧ in it."
  good:
    - "The same sentence without it."
"""


def main() -> int:
    """Write the file, or say what is wrong with the arguments."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--code", required=True, help="the family's prefix and two digits, such as HL399")
    parser.add_argument("--name", required=True, help="the flaw, such as lonely-number")
    parser.add_argument("--topic", required=True, help="a folder of rules/")
    parser.add_argument("--check", required=True, help="a kind of check: a module of healthlint/checks/")
    parser.add_argument("--rules", type=Path, default=rules_dir(), help=argparse.SUPPRESS)
    args = parser.parse_args()
    try:
        path = write_skeleton(args.rules, args.code, args.name, args.topic, args.check)
    except HealthlintError as problem:
        print(problem, file=sys.stderr)
        return 2
    print(f"{path}: fill it in, then run `pytest tests/rules -k {args.code}` and `make docs`")
    return 0


def write_skeleton(rules: Path, code: str, name: str, topic: str, check: str) -> Path:
    """The new file. Raises RuleError for a code that is taken and for anything that does not exist."""
    if not re.fullmatch(r"[A-Z]{2,}\d{3}", code):
        raise RuleError(f'a code is capitals and three digits, such as HL399, not "{code}"')
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise RuleError(f'a name is lower-case words joined by dashes, not "{name}"')
    topics = {path.name for path in rules.iterdir() if path.is_dir()} - _NO_TOPICS
    if topic not in topics:
        raise RuleError(f'no topic is called "{topic}"{did_you_mean(topic, topics)}')
    for rule in load_rules(rules).rules:
        if rule.code == code or rule.file.name == name:
            raise RuleError(f"{code} {name} is taken", rule.path)
    path = rules / topic / f"{code}-{name}.yaml"
    path.write_text(_SKELETON.format(code=code, name=name, check=check, params=_params(check)), encoding="utf-8")
    return path


def _params(check: str) -> str:
    """The parameters of a kind of check: those that it needs, or else the first, and the others in comments."""
    module = check_module(check, Decoder("", RuleError), 0)
    defaults: dict[str, object] = getattr(module.Params, "_field_defaults", {})
    lines = []
    for name, kind in module.Params.__annotations__.items():
        if name in defaults and (lines or defaults[name] is not None):
            lines.append(f"  # {name.rstrip('_')}: {defaults[name]}")
        else:
            lines.append(f"  {name.rstrip('_')}: {_placeholder(kind)}")
    needs_none = all(line.lstrip().startswith("#") for line in lines)
    return (" {}" if needs_none else "") + "".join(f"\n{line}" for line in lines)


def _placeholder(kind: object) -> str:
    """A value of a type, given as the type itself or in the words of its annotation."""
    words = getattr(kind, "__forward_arg__", kind)
    known = {
        LexiconName.__name__: "[the flaw]",
        Regex.__name__: "'the flaw'",
        "int": "1",
        "float": "1.0",
        "bool": "true",
    }
    return known.get(str(words).removesuffix(" | None"), "…")


if __name__ == "__main__":
    sys.exit(main())
