"""SARIF 2.1.0, as GitHub's code scanning reads it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from healthlint import __version__
from healthlint.reporters._clean import from_root, unicode, uri
from healthlint.reporters._rule_page import help_of

if TYPE_CHECKING:
    from healthlint.engine.report import Report, RunError
    from healthlint.model.finding import Diagnostic, Fix, Location, RelatedLocation, Severity
    from healthlint.model.span import Position
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import Rule, RuleSet

    Json = dict[str, object]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "recommendation"}
_ROOT = "GITHUB_WORKSPACE"
_LONGEST = 1024  # characters of a description


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """One run: the rules that spoke, what they found, and what could not be linted."""
    codes = sorted({found.code for found in report.diagnostics})
    rules = [rule for code in codes if (rule := ruleset.find(code))]
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    driver = {
        "name": "healthlint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": list(map(_rule, rules)),
    }
    invocation: Json = {"executionSuccessful": not report.errors}
    if report.errors:
        invocation["toolExecutionNotifications"] = list(map(_notification, report.errors))
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, numbers) for found in report.diagnostics],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: Rule) -> Json:
    file = rule.file
    text, markdown = help_of(rule)
    return {
        "id": rule.code,
        "name": file.name,
        "shortDescription": {"text": unicode(file.name.replace("-", " ").capitalize())},
        "fullDescription": {"text": unicode(" ".join(file.why.split()))[:_LONGEST]},
        "help": {"text": unicode(text), "markdown": unicode(markdown)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.topic],
            "precision": file.confidence,
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }


def _result(found: Diagnostic, numbers: dict[str, int]) -> Json:
    result: Json = {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": _message(found)},
        "locations": [{"physicalLocation": _physical(found.location)}],
        "partialFingerprints": {"primaryLocationLineHash": found.fingerprint},  # the only key that GitHub reads
    }
    if found.code in numbers:
        result["ruleIndex"] = numbers[found.code]
    if found.related:
        result["relatedLocations"] = [_related(each, number) for number, each in enumerate(found.related, 1)]
    if found.suppressed:
        kind = "external" if found.suppressed.kind == "config" else "inSource"
        result["suppressions"] = [{"kind": kind, "justification": unicode(found.suppressed.reason)}]
    if fixes := [_fix(fix, found.location.file) for fix in found.fixes if fix.edits]:
        result["fixes"] = fixes
    return result


def _message(found: Diagnostic) -> str:
    """The message, and each place that has something to say as a link to it: `[evidence](1)`."""
    links = [
        f" [{each.role}]({number}): {_sentence(each.message)}"
        for number, each in enumerate(found.related, 1)
        if each.message
    ]
    return _sentence(found.message) + "".join(links)


def _sentence(text: str) -> str:
    """Text with a full stop, in which nothing is a link, whatever an article says."""
    return unicode(text).replace("](", "\\](").rstrip(".") + "."


def _related(related: RelatedLocation, number: int) -> Json:
    text = unicode(related.message or related.role)
    return {"id": number, "message": {"text": text}, "physicalLocation": _physical(related.location)}


def _fix(fix: Fix, file: str) -> Json:
    replacements = [
        {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": unicode(edit.text)}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": _artifact(file), "replacements": replacements}
    return {"description": {"text": unicode(fix.message)}, "artifactChanges": [change]}


def _notification(error: RunError) -> Json:
    place: Json = {"artifactLocation": _artifact(error.file)}
    if error.line:
        place["region"] = {"startLine": error.line}
    notification: Json = {
        "level": "error",
        "message": {"text": unicode(f"{error.file}: {error.message}")},
        "locations": [{"physicalLocation": place}],
    }
    if error.rule:
        notification["associatedRule"] = {"id": error.rule}
    return notification


def _physical(location: Location) -> Json:
    return {"artifactLocation": _artifact(location.file), "region": _region(location.start, location.end)}


def _region(start: Position, end: Position) -> Json:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _artifact(file: str) -> Json:
    return {"uri": uri(from_root(file, _ROOT))}
