"""GitLab's code quality report: one JSON array."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from healthlint.reporters._clean import from_root, unicode

if TYPE_CHECKING:
    from healthlint.engine.report import Report, RunError
    from healthlint.model.finding import Diagnostic, Severity
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import RuleSet

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}
_ROOT = "CI_PROJECT_DIR"


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """An entry for each finding and for each article that could not be linted."""
    entries = [*map(_finding, report.standing), *map(_error, report.errors)]
    return json.dumps(entries, indent=1) + "\n"


def _finding(found: Diagnostic) -> dict[str, object]:
    return {
        "description": unicode(f"{found.code}: {found.message}"),  # GitLab does not show the name of the check
        "check_name": found.code,
        "fingerprint": found.fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": _location(found.location.file, found.location.start.line),
    }


def _error(error: RunError) -> dict[str, object]:
    name = error.rule or "healthlint"
    words = "\0".join((name, error.file, error.message))
    return {
        "description": unicode(f"{name}: {error.message}"),
        "check_name": name,
        "fingerprint": sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        "severity": "critical",
        "location": _location(error.file, error.line or 1),
    }


def _location(file: str, line: int) -> dict[str, object]:
    return {"path": unicode(from_root(file, _ROOT)), "lines": {"begin": line}}
