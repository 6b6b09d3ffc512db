"""reviewdog's format. It counts columns in bytes of UTF-8."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from healthlint.reporters._clean import unicode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from healthlint.engine.report import Report, RunError
    from healthlint.model.finding import Diagnostic, Fix
    from healthlint.model.span import Position
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import RuleSet

    Lines = Mapping[str, Mapping[int, str]]
    Json = dict[str, object]

_SOURCE: Json = {"name": "healthlint"}


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """One JSON object."""
    found = [_finding(diagnostic, report.lines) for diagnostic in report.standing]
    return json.dumps({"source": _SOURCE, "diagnostics": [*found, *map(_error, report.errors)]}) + "\n"


def _finding(found: Diagnostic, lines: Lines) -> Json:
    related = [
        {
            "message": unicode(each.message or each.role),
            "location": _location(each.location.file, each.location.start, each.location.end, lines),
        }
        for each in found.related
    ]
    suggestions = [each for fix in found.fixes for each in _suggestions(fix, found.location.file, lines)]
    return {
        "message": unicode(found.message),
        "location": _location(found.location.file, found.location.start, found.location.end, lines),
        "severity": found.severity.upper(),
        "source": _SOURCE,
        "code": {"value": found.code},
        **({"suggestions": suggestions} if suggestions else {}),
        **({"related_locations": related} if related else {}),
    }


def _suggestions(fix: Fix, file: str, lines: Lines) -> list[Json]:
    """A fix as reviewdog has them: one edit, at a place whose columns are known."""
    if len(fix.edits) != 1:
        return []
    edit = fix.edits[0]
    start, end = (_position(each, lines.get(file, {})) for each in (edit.start, edit.end))
    if "column" not in start or "column" not in end:
        return []
    return [{"range": {"start": start, "end": end}, "text": unicode(edit.text)}]


def _error(error: RunError) -> Json:
    location: Json = {"path": unicode(error.file)}
    if error.line:
        location["range"] = {"start": {"line": error.line}}
    code: Json = {"code": {"value": error.rule}} if error.rule else {}
    return {"message": unicode(error.message), "location": location, "severity": "ERROR", "source": _SOURCE, **code}


def _location(file: str, start: Position, end: Position, lines: Lines) -> Json:
    first, last = (_position(each, lines.get(file, {})) for each in (start, end))
    if "column" not in first or "column" not in last:  # whole lines, then: the last is the one before the end
        first, last = {"line": start.line}, {"line": max(end.line - (end.column == 1), start.line)}
    return {"path": unicode(file), "range": {"start": first, "end": last}}


def _position(position: Position, lines: Mapping[int, str]) -> Json:
    """A position, with its column where it is known what stands before it."""
    before = position.column - 1
    if before == 0:
        return {"line": position.line, "column": 1}
    line = lines.get(position.line)
    if line is None or before > len(line):
        return {"line": position.line}
    return {"line": position.line, "column": len(line[:before].encode("utf-8", "surrogatepass")) + 1}
