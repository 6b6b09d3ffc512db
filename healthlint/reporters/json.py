"""Everything, for programs: version 1, frozen. Plain ASCII, so that no terminal or pipe can spoil it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from healthlint import __version__

if TYPE_CHECKING:
    from healthlint.engine.report import Report
    from healthlint.model.finding import Diagnostic, Fix, Location, Suppression
    from healthlint.model.span import Position
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import RuleSet

Json = str | int | bool | None | dict[str, "Json"] | list["Json"]


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """One JSON object."""
    whole: Json = {
        **head(report),
        "findings": [finding(diagnostic) for diagnostic in report.diagnostics],
        "errors": [dict(error._asdict()) for error in report.errors],
    }
    return json.dumps(whole) + "\n"


def head(report: Report) -> dict[str, Json]:
    """What is said of a run as a whole."""
    counts: dict[str, Json] = {str(severity): count for severity, count in report.counts().items()}
    return {
        "schema_version": 1,
        "tool": {"name": "healthlint", "version": __version__},
        "summary": {"files": report.files, **counts},
    }


def finding(diagnostic: Diagnostic) -> dict[str, Json]:
    """A finding with all that is known of it."""
    return {
        "id": diagnostic.code,
        "name": diagnostic.name,
        "topic": diagnostic.topic,
        "variant": diagnostic.variant,
        "severity": diagnostic.severity,
        "confidence": diagnostic.confidence,
        "message": diagnostic.message,
        "help_url": diagnostic.help_url,
        **_place(diagnostic.location),
        "excerpt": diagnostic.excerpt,
        "heading_path": list(diagnostic.heading_path),
        "related": [
            {"role": related.role, "message": related.message, **_place(related.location)}
            for related in diagnostic.related
        ],
        "suggestions": [_suggestion(fix) for fix in diagnostic.fixes],
        "fingerprint": diagnostic.fingerprint,
        "suppressed": _suppression(diagnostic.suppressed) if diagnostic.suppressed else None,
    }


def _suppression(suppression: Suppression) -> Json:
    kind, reason, reviewer, until = suppression
    return {"kind": kind, "reason": reason, "reviewed_by": reviewer or None, "until": until or None}


def _place(location: Location) -> dict[str, Json]:
    return {"file": location.file, "start": _position(location.start), "end": _position(location.end)}


def _position(position: Position) -> Json:
    return {"line": position.line, "column": position.column, "offset": position.offset}


def _suggestion(fix: Fix) -> Json:
    return {
        "message": fix.message,
        "safe": fix.safe,
        "edits": [
            {"start": _position(edit.start), "end": _position(edit.end), "text": edit.text} for edit in fix.edits
        ],
    }
