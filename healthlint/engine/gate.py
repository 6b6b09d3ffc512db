"""What is shown, and what the run's exit code is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import CONFIDENCES, SEVERITIES

if TYPE_CHECKING:
    from healthlint.engine.report import Report
    from healthlint.engine.settings import AllSettings, Limit, Settings
    from healthlint.model.finding import Diagnostic

CLEAN, FOUND, BROKEN, INTERRUPTED = 0, 1, 2, 130


class Excess(NamedTuple):
    """More warnings than `max_warnings` allows."""

    found: int
    limit: Limit


def is_failing(diagnostic: Diagnostic, settings: Settings) -> bool:
    """Whether a diagnostic makes the run fail."""
    severe = SEVERITIES.index(diagnostic.severity) >= SEVERITIES.index(settings.fail_on)
    return severe and not diagnostic.suppressed and _is_sure(diagnostic, settings)


def is_shown(diagnostic: Diagnostic, settings: Settings) -> bool:
    """Whether a diagnostic is severe enough to be shown; what could make the run fail always is."""
    if settings.limit and diagnostic.severity == "warning":
        return _is_sure(diagnostic, settings)
    least = min(SEVERITIES.index(settings.min_severity), SEVERITIES.index(settings.fail_on))
    return SEVERITIES.index(diagnostic.severity) >= least and _is_sure(diagnostic, settings)


def _is_sure(diagnostic: Diagnostic, settings: Settings) -> bool:
    return CONFIDENCES.index(diagnostic.confidence) >= CONFIDENCES.index(settings.min_confidence)


def excesses(report: Report, settings: AllSettings) -> tuple[Excess, ...]:
    """The limits on warnings that the run goes beyond; each counts those of all articles for which it holds."""
    found: dict[Limit, int] = {}
    for diagnostic in report.standing:
        if diagnostic.severity == "warning":
            limit = settings.of(Path(diagnostic.location.file).absolute()).limit
            if limit:
                found[limit] = found.get(limit, 0) + 1
    return tuple(Excess(number, limit) for limit, number in found.items() if number > limit.warnings)


def exit_code(report: Report, beyond: tuple[Excess, ...] = (), *, exit_zero: bool = False) -> int:
    """0, 1 for findings that fail the run (never with `exit_zero`), 2 for anything that could not be linted."""
    if report.errors:
        return BROKEN
    return FOUND if (report.failing or beyond) and not exit_zero else CLEAN
