"""JUnit's XML as Jenkins and GitLab read it: a suite for each file, a failed case for each finding."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from healthlint.reporters._xml import document, element

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from healthlint.engine.report import Report, RunError
    from healthlint.model.finding import Diagnostic
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import RuleSet

_INSTANT = "0.000"  # no article is timed


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """All suites; where nothing was found, one case that passed, since no case at all counts as a failure."""
    cases: dict[str, list[Element]] = {}
    for found in report.diagnostics:
        cases.setdefault(found.location.file, []).append(_finding(found, ruleset))
    for error in report.errors:
        cases.setdefault(error.file, []).append(_error(error))
    if not cases:
        cases["healthlint"] = [element("testcase", {"name": "nothing-found", "classname": "healthlint"})]
    counts = {
        "name": "healthlint",
        "tests": sum(map(len, cases.values())),
        "failures": len(report.standing),
        "errors": len(report.errors),
        "time": _INSTANT,
    }
    root = element("testsuites", counts)
    for file, mine in cases.items():
        failures = sum(case.find("failure") is not None for case in mine)
        errors = sum(case.find("error") is not None for case in mine)
        skipped = sum(case.find("skipped") is not None for case in mine)
        said = {"name": file, "tests": len(mine), "failures": failures, "errors": errors, "skipped": skipped}
        suite = element("testsuite", {**said, "time": _INSTANT, "package": "healthlint", "file": file})
        suite.extend(mine)
        root.append(suite)
    return document(root)


def _finding(found: Diagnostic, ruleset: RuleSet) -> Element:
    start, rule = found.location.start, ruleset.find(found.code)
    place = f"{found.location.file}:{start.line}:{start.column}"
    lines = [f"{place}: {found.message}", *([f"Fix: {rule.file.fix}"] if rule else [])]
    case = _case(f"{found.code} {found.name} at {start.line}:{start.column}", found.location.file)
    if found.suppressed:
        case.append(element("skipped", {"message": found.suppressed.reason or None}))
        return case
    case.append(element("failure", {"message": found.message, "type": found.severity}, "\n".join(lines)))
    return case


def _error(error: RunError) -> Element:
    case = _case(error.rule or "readable", error.file)
    case.append(element("error", {"message": error.message, "type": "error"}, f"{error.file}: {error.message}"))
    return case


def _case(name: str, file: str) -> Element:
    return element("testcase", {"name": name, "classname": str(PurePath(file).with_suffix("")), "time": _INSTANT})
