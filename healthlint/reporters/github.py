"""Annotations for GitHub Actions: workflow commands, of which GitHub shows the first ten of each level in a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.reporters._clean import from_root, without_controls
from healthlint.reporters._people import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.engine.report import Report, RunError
    from healthlint.model.finding import Diagnostic, Severity
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import RuleSet

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_ROOT = "GITHUB_WORKSPACE"
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """A command for each article that could not be linted and for each finding."""
    return "".join((*map(_error, report.errors), *map(_finding, report.standing)))


def _finding(found: Diagnostic) -> str:
    start, end = found.location.start, found.location.end
    properties: dict[str, str | int] = {
        "title": f"healthlint ({found.code})",
        "file": from_root(found.location.file, _ROOT),
        "line": start.line,
    }
    last = end.line - 1 if end.column == 1 and end.line > start.line else end.line  # a place ends before its end
    if end.line == start.line:  # GitHub takes columns only within a line
        properties |= {"col": start.column, "endLine": last, "endColumn": end.column}
    else:
        properties["endLine"] = last
    return _command(_LEVELS[found.severity], properties, "\n".join(_words(found)))


def _words(found: Diagnostic) -> Iterator[str]:
    yield found.message
    for related in found.related:
        if related.message:
            yield f"{related.role}, {place_of(related, found)}: {related.message}"
    for fix in found.fixes:
        yield f"try: {fix.message}"


def _error(error: RunError) -> str:
    title = f"healthlint ({error.rule})" if error.rule else "healthlint"
    properties: dict[str, str | int] = {"title": title, "file": from_root(error.file, _ROOT)}
    if error.line:
        properties["line"] = error.line
    return _command("error", properties, f"{error.file}: {error.message}")


def _command(level: str, properties: dict[str, str | int], message: str) -> str:
    said = ",".join(f"{key}={_escaped(str(value), _IN_PROPERTIES)}" for key, value in properties.items())
    return f"::{level} {said}::{_escaped(message, _IN_DATA)}\n"


def _escaped(text: str, escapes: dict[int, str]) -> str:
    return without_controls(text).translate(escapes)
