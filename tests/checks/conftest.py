"""Runs one rule on a text."""

from __future__ import annotations

from datetime import date
from typing import Protocol

import pytest

from healthlint.engine.lint import lint
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules


class Findings(Protocol):
    """The words that a rule reports in a text, in order; further keywords are fields of the policy."""

    def __call__(
        self, code: str, text: str, path: str = "a.md", severity: str | None = None, **policy: object
    ) -> list[str]: ...


class Repair(Protocol):
    """A text after all safe repairs of a rule."""

    def __call__(self, code: str, text: str, path: str = "a.md") -> str: ...


@pytest.fixture(scope="session")
def repair() -> Repair:
    """What the safe repairs of a shipped rule make of a text."""
    ruleset = load_rules()

    def mend(code: str, text: str, path: str = "a.md") -> str:
        rule = ruleset.find(code)
        assert rule is not None
        result = lint(read(text.encode(), path), ruleset._replace(rules=(rule,)), Policy(date(2026, 1, 15)))
        assert not result.failures
        edits = [edit for found in result.diagnostics for fix in found.fixes if fix.safe for edit in fix.edits]
        for edit in sorted(edits, key=lambda edit: -edit.start.offset):
            text = text[: edit.start.offset] + edit.text + text[edit.end.offset :]
        return text

    return mend


@pytest.fixture(scope="session")
def findings() -> Findings:
    """The words that a shipped rule reports."""
    ruleset = load_rules()

    def find(code: str, text: str, path: str = "a.md", severity: str | None = None, **policy: object) -> list[str]:
        rule = ruleset.find(code)
        assert rule is not None
        result = lint(
            read(text.encode(), path),
            ruleset._replace(rules=(rule,)),
            Policy(date(2026, 1, 15), **policy),  # type: ignore[arg-type]
        )
        assert not result.failures
        return [
            text[each.location.start.offset : each.location.end.offset]
            for each in result.diagnostics
            if severity in (None, each.severity)
        ]

    return find
