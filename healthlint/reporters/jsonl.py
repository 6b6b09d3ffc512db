"""What `json` says, an object a line: the findings, the errors, and a summary that shows that nothing was cut off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from healthlint.reporters.json import finding, head

if TYPE_CHECKING:
    from healthlint.engine.report import Report
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import RuleSet


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """The lines; `type` tells what each is."""
    rows = [
        *({"type": "finding", **finding(diagnostic)} for diagnostic in report.diagnostics),
        *({"type": "error", **error._asdict()} for error in report.errors),
        {"type": "summary", **head(report)},
    ]
    return "".join(f"{json.dumps(row)}\n" for row in rows)
