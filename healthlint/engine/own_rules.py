"""A folder of a publisher's own rules, put to the test: its files, and the examples in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.engine.examples import run_examples
from healthlint.model.context import Policy
from healthlint.ruleset.load import rules_dir
from healthlint.ruleset.own import read_own, rule_files
from healthlint.ruleset.spec import Folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from healthlint.ruleset.spec import Rule, RuleSet

ENOUGH = 3  # examples of each kind


class Problem(NamedTuple):
    """What is wrong in a file: it cannot be used, an example does not hold, or there are none, or few."""

    kind: Literal["error", "example", "untested", "few-examples"]
    path: str
    line: int | None
    rule: str
    message: str
    expected: tuple[str, ...] = ()  # the lines of an example in which the rule should speak, with marks
    found: tuple[str, ...] = ()  # those in which it does


class Trial(NamedTuple):
    """What came of a folder."""

    rules: int
    examples: int
    problems: tuple[Problem, ...]


def try_rules(folder: Path, shipped: RuleSet, today: date) -> Trial:
    """What is wrong with the rules in a folder, in the order of their files."""
    ruleset, errors = read_own(shipped, Folders((folder,)))
    taken = {rule.code for rule in shipped.rules}
    own = [rule for rule in ruleset.rules if rule.code not in taken]
    problems = [Problem("error", error.path or str(folder), error.line, "", error.message) for error in errors]
    if not any(rule_files((folder,))):
        problems.append(Problem("error", str(folder), None, "", "there are no rule files (CODE-name.yaml) in it"))
    for rule in own:
        problems += _try(rule, ruleset, Policy(today))
    examples = sum(len(rule.examples.bad) + len(rule.examples.good) for rule in own)
    return Trial(len(own), examples, tuple(sorted(problems, key=lambda each: (each.path, each.line or 0))))


def _try(rule: Rule, ruleset: RuleSet, policy: Policy) -> Iterator[Problem]:
    """What is wrong with one rule."""
    bad, good = len(rule.examples.bad), len(rule.examples.good)
    if min(bad, good) < ENOUGH:
        kind: Literal["untested", "few-examples"] = "few-examples" if bad and good else "untested"
        message = f"{bad} bad and {good} good examples; write {ENOUGH} of each, one of which almost fires"
        yield Problem(kind, rule.path, None, rule.code, message)
    for path, line, message, expected, found in run_examples(rule, ruleset, policy, rules_dir() / "wraps"):
        yield Problem("example", path, line, rule.code, message, expected, found)
