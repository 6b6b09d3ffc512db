"""How often each rule speaks, and in how many articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.engine.report import Report
    from healthlint.model.finding import Diagnostic

FORMATS = ("text", "json", "markdown")


class Count(NamedTuple):
    """A rule, the number of its findings and that of the articles they are in."""

    id: str
    name: str
    findings: int
    files: int


def statistics(form: str, report: Report) -> str:
    """The counts in one of FORMATS, those of the busiest rule first."""
    counts = _counts(report)
    match form:
        case "json":
            return _as_json(counts)
        case "markdown":
            return _as_markdown(counts)
    return _as_text(counts)


def _counts(report: Report) -> list[Count]:
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in report.standing:
        found.setdefault(diagnostic.code, []).append(diagnostic)
    counts = (
        Count(code, each[0].name, len(each), len({diagnostic.location.file for diagnostic in each}))
        for code, each in found.items()
    )
    return sorted(counts, key=lambda each: (-each.findings, each.id))


def _as_text(counts: Sequence[Count]) -> str:
    rows = [(str(each.findings), each.id, each.name, _articles(each.files)) for each in counts]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        f"{count:>{widths[0]}}  {code:{widths[1]}}  {name:{widths[2]}}  in {articles}\n"
        for count, code, name, articles in rows
    )


def _as_json(counts: Sequence[Count]) -> str:
    import json

    return json.dumps({"schema_version": 1, "statistics": [each._asdict() for each in counts]}) + "\n"


def _as_markdown(counts: Sequence[Count]) -> str:
    rows = "".join(f"| {each.id} | {each.name} | {each.findings} | {each.files} |\n" for each in counts)
    return f"| rule | name | findings | articles |\n|---|---|--:|--:|\n{rows}"


def _articles(number: int) -> str:
    return f"{number} article{'' if number == 1 else 's'}"
