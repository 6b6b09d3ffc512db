"""For people who go through a file from top to bottom: its name once, then a line or two for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.reporters._cells import COLOURS, paint, printable, wrap
from healthlint.reporters._people import Advice, alike_of, by_file, place_of, places_of, suppression_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.engine.report import Report
    from healthlint.model.finding import Diagnostic
    from healthlint.reporters import Screen
    from healthlint.reporters._people import Shown
    from healthlint.ruleset.spec import RuleSet

_MOST_RELATED = 3  # that have a line of their own


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """A group of lines for each file, followed by a blank line."""
    advice = Advice(ruleset, explained=True) if screen.explained else None
    return "".join(
        f"{line}\n" for file, shown in by_file(report) for line in (*_group(file, shown, advice, screen), "")
    )


def _group(file: str, shown: Sequence[Shown], advice: Advice | None, screen: Screen) -> Iterator[str]:
    yield paint(printable(file), "1", screen.colour)
    rows = [_cells(each.finding) for each in shown]
    places, severities, codes = (max(map(len, column)) for column in zip(*rows, strict=True))
    margin = 2 + places + 2 + severities + 2 + codes + 2
    for each, (place, severity, code) in zip(shown, rows, strict=True):
        coloured = paint(f"{severity:{severities}}", COLOURS[each.finding.severity], screen.colour)
        first, *rest = wrap(printable(each.finding.message), screen.width - margin) or [""]
        yield f"  {place:>{places}}  {coloured}  {paint(f'{code:{codes}}', '1', screen.colour)}  {first}"
        yield from (f"{'':{margin}}{line}" for line in rest)
        for text in (*_more(each.finding, advice), *([alike_of(each)] if each.alike else [])):
            lines = wrap(printable(text), screen.width - margin)
            yield from (f"{'':{margin}}{paint(line, '2', screen.colour)}" for line in lines)


def _cells(found: Diagnostic) -> tuple[str, str, str]:
    start = found.location.start
    return f"{start.line}:{start.column}", found.severity, found.code


def _more(found: Diagnostic, advice: Advice | None) -> Iterator[str]:
    """What stands below a finding: the places that it relates to and, if it is to be explained, why and what to do."""
    if suppressed := suppression_of(found):
        yield suppressed
    shown = ([each for each in found.related if each.message] or found.related)[:_MOST_RELATED]
    for related in shown:
        yield f"{related.role}, {place_of(related, found)}: {related.message}".rstrip(": ")
    if rest := [each for each in found.related if each not in shown]:
        yield f"and {places_of(rest, found)}"
    for label, said in advice.on(found) if advice else ():
        yield f"{label} {said}"
