"""What a rule runs, and where: asked by all that run rules, and by those who only want to know which ran."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from healthlint.analysis.article import Kind
    from healthlint.ruleset.rule_files import CheckModule
    from healthlint.ruleset.spec import Rule


def check_of(rule: Rule) -> CheckModule:
    """The module of a rule's check."""
    return _module(rule.file.check)


@cache
def _module(kind: str) -> CheckModule:
    return cast("CheckModule", import_module(f"healthlint.checks.{kind.replace('-', '_')}"))


def speaks_on(rule: Rule, kind: Kind, *, is_english: bool) -> bool:
    """Whether a rule has a say in articles of a kind and a language."""
    return kind in rule.file.articles and (is_english or rule.file.language == "any")
