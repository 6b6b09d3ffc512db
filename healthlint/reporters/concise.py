"""One line a finding, for people in a hurry and for editors: `file:line:column: CODE severity message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.reporters._cells import printable
from healthlint.reporters._people import suppression_of

if TYPE_CHECKING:
    from healthlint.engine.report import Report
    from healthlint.model.finding import Diagnostic
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import RuleSet


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """A line for each finding."""
    return "".join(
        f"{printable(found.location.file)}:{found.location.start.line}:{found.location.start.column}: "
        f"{found.code} {found.severity} {printable(found.message)}{_suppressed(found)}\n"
        for found in report.diagnostics
    )


def _suppressed(found: Diagnostic) -> str:
    return f" ({printable(suppression_of(found))})" if found.suppressed else ""
