"""Every example of every shipped rule holds."""

from __future__ import annotations

from datetime import date

import pytest

from healthlint.engine.examples import run_examples
from healthlint.model.context import Policy
from healthlint.ruleset.load import load_rules, rules_dir
from healthlint.ruleset.spec import Rule

RULESET = load_rules()


@pytest.mark.parametrize("rule", RULESET.rules, ids=[rule.code for rule in RULESET.rules])
def test_the_examples_of_a_rule_hold(rule: Rule) -> None:
    complaints = run_examples(rule, RULESET, Policy(today=date(2026, 1, 15)), rules_dir() / "wraps")
    assert not complaints, "\n".join(f"{each.path}:{each.line}: {each.message}" for each in complaints)


@pytest.mark.parametrize("rule", RULESET.rules, ids=[rule.code for rule in RULESET.rules])
def test_a_rule_has_three_bad_and_three_good_examples(rule: Rule) -> None:
    assert len(rule.examples.bad) >= 3
    assert len(rule.examples.good) >= 3
