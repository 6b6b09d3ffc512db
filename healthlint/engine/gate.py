"""What is shown, and what the run's exit code is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.model.finding import SEVERITIES

if TYPE_CHECKING:
    from healthlint.engine.report import Report
    from healthlint.engine.settings import Settings
    from healthlint.model.finding import Diagnostic

CLEAN, FOUND, BROKEN, INTERRUPTED = 0, 1, 2, 130


def is_failing(diagnostic: Diagnostic, settings: Settings) -> bool:
    """Whether a diagnostic makes the run fail."""
    return not diagnostic.suppressed and SEVERITIES.index(diagnostic.severity) >= SEVERITIES.index(settings.fail_on)


def is_shown(diagnostic: Diagnostic, settings: Settings) -> bool:
    """Whether a diagnostic is severe enough to be shown; what could make the run fail always is."""
    least = min(SEVERITIES.index(settings.min_severity), SEVERITIES.index(settings.fail_on))
    return SEVERITIES.index(diagnostic.severity) >= least


def exit_code(report: Report, *, exit_zero: bool = False) -> int:
    """0, 1 for findings that fail the run (never with `exit_zero`), 2 for anything that could not be linted."""
    if report.errors:
        return BROKEN
    return FOUND if report.failing and not exit_zero else CLEAN
