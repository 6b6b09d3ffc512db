"""Checkstyle's XML, which many build servers read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.reporters._xml import document, element

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from healthlint.engine.report import Report
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import RuleSet


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """An element for each file, in it one for each finding."""
    root = element("checkstyle", {"version": "4.3"})
    files: dict[str, Element] = {}
    for found in report.standing:
        start = found.location.start
        _file(root, files, found.location.file).append(
            element(
                "error",
                {
                    "line": start.line,
                    "column": start.column,
                    "severity": found.severity,
                    "message": found.message,
                    "source": f"healthlint.{found.code}",
                },
            )
        )
    for error in report.errors:
        source = f"healthlint.{error.rule}" if error.rule else "healthlint"
        said = {"line": error.line, "severity": "error", "message": error.message, "source": source}
        _file(root, files, error.file).append(element("error", said))
    return document(root)


def _file(root: Element, files: dict[str, Element], name: str) -> Element:
    if name not in files:
        files[name] = element("file", {"name": name})
        root.append(files[name])
    return files[name]
