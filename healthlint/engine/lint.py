"""One article and the rules -> its diagnostics: run the checks, drop what is said twice, find the places."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from healthlint.analysis import Analysis
from healthlint.engine.fingerprint import Fingerprints
from healthlint.engine.locate import Locator
from healthlint.model.span import overlaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from healthlint.analysis.article import Kind
    from healthlint.model.context import Policy
    from healthlint.model.document import Document
    from healthlint.model.finding import Diagnostic, Finding
    from healthlint.ruleset.rule_files import CheckModule
    from healthlint.ruleset.spec import Rule, RuleSet


class Failure(NamedTuple):
    """A check that broke."""

    rule: str
    message: str


class LintResult(NamedTuple):
    """The diagnostics of one article in order of place, and the checks that broke on it."""

    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[Failure, ...] = ()


def lint(document: Document, ruleset: RuleSet, policy: Policy, known_as: str | None = None) -> LintResult:
    """What the rules say of one article, which fingerprints call `known_as` instead of its path."""
    return lint_analysis(Analysis(document, ruleset.knowledge, policy), ruleset, known_as or document.path)


def lint_analysis(analysis: Analysis, ruleset: RuleSet, known_as: str) -> LintResult:
    """What the rules say of one article, whose views may be used further."""
    found: list[tuple[Rule, Finding]] = []
    failures: list[Failure] = []
    for rule in ruleset.rules:
        if not speaks_on(rule, analysis.article.kind, is_english=analysis.language.is_english):
            continue
        module = check_of(rule)
        if not hasattr(module, "check"):  # it compares articles
            continue
        try:
            found.extend((rule, finding) for finding in module.check(analysis, rule.params))
        except Exception as problem:  # a broken check must not hide what the others found
            failures.append(Failure(rule.code, f"the check failed: {type(problem).__name__}: {problem}"))
    locator = Locator(analysis)
    located = [locator.locate(rule, finding) for rule, finding in subsume(found, locator)]
    located.sort(key=by_place)
    fingerprints = Fingerprints(known_as)
    return LintResult(tuple(fingerprints.stamp(diagnostic) for diagnostic in located), tuple(failures))


def subsume(found: Sequence[tuple[Rule, Finding]], locator: Locator) -> list[tuple[Rule, Finding]]:
    """The findings without those that a stronger one on the same ground covers (`covers` in its rule file)."""
    grounds: dict[str, list[tuple[int, int]]] = {}
    for rule, finding in found:
        for code in rule.file.covers:
            grounds.setdefault(code, []).extend(_ground(finding, locator))
    covered = {code: _joined(spans) for code, spans in grounds.items()}
    return [
        (rule, finding)
        for rule, finding in found
        if rule.code not in covered or not _meets(locator.in_text(finding.place), covered[rule.code])
    ]


def check_of(rule: Rule) -> CheckModule:
    """The module of a rule's check."""
    return _module(rule.file.check)


@cache
def _module(kind: str) -> CheckModule:
    return cast("CheckModule", import_module(f"healthlint.checks.{kind.replace('-', '_')}"))


def speaks_on(rule: Rule, kind: Kind, *, is_english: bool) -> bool:
    """Whether a rule has a say in articles of a kind and a language."""
    return kind in rule.file.articles and (is_english or rule.file.language == "any")


def by_place(diagnostic: Diagnostic) -> tuple[int, str, int]:
    """What the diagnostics of one article are sorted by."""
    return diagnostic.location.start.offset, diagnostic.code, diagnostic.location.end.offset


def _ground(finding: Finding, locator: Locator) -> list[tuple[int, int]]:
    """The prose that a finding speaks of: its sentence, or all of a longer passage, and the places of the same kind.

    What is wrong in the copy that is not reported (role `copy`) stays wrong when the other one is gone.
    """
    places = [finding.place, *(related.place for related in finding.related if related.role == "also")]
    return [locator.whole_sentences(locator.in_text(place)) for place in places]


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _meets(span: tuple[int, int], joined: list[tuple[int, int]]) -> bool:
    """Whether a span overlaps one of the joined ones: if any, the last that begins before its end."""
    index = bisect_left(joined, (span[1],)) - 1
    return index >= 0 and overlaps(span, joined[index])
