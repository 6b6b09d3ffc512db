"""`make rule` writes a rule that loads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from healthlint.ruleset.load import load_rules

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    (tmp_path / "statistics").mkdir()
    return tmp_path


def new_rule(rules: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    given = {"code": "HL399", "name": "lonely-number", "topic": "statistics", "check": "existence", **changes}
    words = [word for key, value in given.items() for word in (f"--{key}", value)]
    command = [sys.executable, str(ROOT / "tools" / "new_rule.py"), *words, "--rules", str(rules)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def test_the_skeleton_loads_as_a_rule_on_trial(rules: Path) -> None:
    assert new_rule(rules).returncode == 0
    (rule,) = load_rules(rules).rules
    assert (rule.code, rule.file.name, rule.topic, rule.file.status) == (
        "HL399",
        "lonely-number",
        "statistics",
        "preview",
    )


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("code", "L3", 'a code is capitals and three digits, such as HL399, not "L3"'),
        ("name", "Lonely Number", 'a name is lower-case words joined by dashes, not "Lonely Number"'),
        ("topic", "statistic", 'no topic is called "statistic"; did you mean "statistics"?'),
        ("check", "existense", 'no check is called "existense"; did you mean "existence"?'),
    ],
)
def test_what_does_not_exist_is_told(rules: Path, key: str, value: str, message: str) -> None:
    done = new_rule(rules, **{key: value})
    assert done.returncode == 2
    assert message in done.stderr


def test_a_code_that_is_taken_is_refused(rules: Path) -> None:
    new_rule(rules)
    assert "HL399 other-flaw is taken" in new_rule(rules, name="other-flaw").stderr
