"""One article and the rules -> its diagnostics: run the checks, drop what is said twice, find the places."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis import Analysis
from healthlint.engine.checks import check_of, speaks_on
from healthlint.engine.fingerprint import Fingerprints
from healthlint.engine.locate import Locator
from healthlint.engine.report import by_place
from healthlint.model.span import overlaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from healthlint.model.context import Policy
    from healthlint.model.document import Document
    from healthlint.model.finding import Diagnostic, Finding
    from healthlint.ruleset.spec import Rule, RuleSet


class Failure(NamedTuple):
    """A check that broke."""

    rule: str
    message: str


class LintResult(NamedTuple):
    """The diagnostics of one article in order of place, and the checks that broke on it."""

    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[Failure, ...] = ()
    uses_today: bool = False  # whether another day may give other diagnostics


def lint(document: Document, ruleset: RuleSet, policy: Policy, known_as: str | None = None) -> LintResult:
    """What the rules say of one article, which fingerprints call `known_as` instead of its path."""
    return lint_analysis(Analysis(document, ruleset.knowledge, policy), ruleset, known_as or document.path)


def lint_analysis(analysis: Analysis, ruleset: RuleSet, known_as: str) -> LintResult:
    """What the rules say of one article, whose views may be used further."""
    found: list[tuple[Rule, Finding]] = []
    failures: list[Failure] = []
    uses_today = False
    for rule in ruleset.rules:
        if not speaks_on(rule, analysis.article.kind, is_english=analysis.language.is_english):
            continue
        module = check_of(rule)
        if not hasattr(module, "check"):  # it compares articles
            continue
        uses_today |= getattr(module, "USES_TODAY", False)
        try:
            found.extend((rule, finding) for finding in module.check(analysis, rule.params))
        except Exception as problem:  # a broken check must not hide what the others found
            failures.append(Failure(rule.code, f"the check failed: {type(problem).__name__}: {problem}"))
    locator = Locator(analysis)
    located = [locator.locate(rule, finding) for rule, finding in subsume(found, locator)]
    located.sort(key=by_place)
    fingerprints = Fingerprints(known_as)
    return LintResult(tuple(fingerprints.stamp(diagnostic) for diagnostic in located), tuple(failures), uses_today)


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
