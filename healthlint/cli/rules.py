"""`healthlint rules`: the list of all rules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from healthlint.cli._output import emit
from healthlint.engine.settings import rules_here
from healthlint.errors import ConfigError
from healthlint.ruleset.select import matching, unknown_selector

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from healthlint.cli._parser import Subparsers
    from healthlint.ruleset.spec import Rule


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser("rules", help="list the rules", description="List the rules.")
    parser.add_argument("selectors", nargs="*", metavar="RULES", help="codes, prefixes, names or topics (default: ALL)")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="(default: text)")


def run(args: Namespace) -> int:
    """Print the list."""
    ruleset = rules_here()
    chosen: set[str] = set()
    for word in args.selectors or ["ALL"]:
        found = matching(ruleset, word)
        if not found:
            raise ConfigError(unknown_selector(ruleset, word))
        chosen |= found
    rules = [rule for rule in ruleset.rules if rule.code in chosen]
    emit(_FORMATS[args.format](rules), sys.stdout)
    return 0


def _as_table(rules: Sequence[Rule]) -> str:
    rows = [(rule.code, rule.file.name, rule.severity, rule.topic, _trial(rule)) for rule in rules]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _trial(rule: Rule) -> str:
    return "preview" if rule.file.status == "preview" else ""


def _as_json(rules: Sequence[Rule]) -> str:
    from healthlint.cli._rules_json import as_json, in_short

    return as_json([in_short(rule) for rule in rules])


def _as_markdown(rules: Sequence[Rule]) -> str:
    from healthlint.reporters._rule_page import table

    return "".join(f"{line}\n" for line in table(rules)).lstrip("\n")


_FORMATS = {"text": _as_table, "json": _as_json, "markdown": _as_markdown}
