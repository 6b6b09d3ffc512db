"""For people: each finding with its source line, the place underlined, what contradicts it, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.engine.report import lines_kept
from healthlint.reporters._cells import COLOURS, paint, printable, wrap
from healthlint.reporters._people import Advice, alike_of, by_file, place_of, places_of, suppression_of
from healthlint.reporters._snippet import snippet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.engine.report import Report
    from healthlint.model.finding import Diagnostic, Location, RelatedLocation
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import RuleSet

_MOST_RELATED = 3  # that are shown with their lines; the others are named after them

_BOLD, _FAINT, _CYAN = "1", "2", "36"


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """The findings, each followed by a blank line."""
    page = _Page(report, ruleset, screen)
    return "".join(line + "\n" for line in page.lines())


class _Page:
    def __init__(self, report: Report, ruleset: RuleSet, screen: Screen) -> None:
        self._report, self._screen = report, screen
        self._advice = Advice(ruleset, explained=screen.explained)

    def lines(self) -> Iterator[str]:
        for _, shown in by_file(self._report):
            for each in shown:
                yield from self._finding(each.finding)
                if each.alike:
                    yield from (f"  {self._paint(line, _FAINT)}" for line in self._wrapped(alike_of(each)))
                yield ""

    def _finding(self, found: Diagnostic) -> Iterator[str]:
        start, colour = found.location.start, COLOURS[found.severity]
        place = f"{printable(found.location.file)}:{start.line}:{start.column}"
        severity = self._paint(found.severity, colour)
        yield f"{self._paint(place, _BOLD)}  {severity}  {self._paint(found.code, _BOLD)} {found.name}"
        yield from self._prose(found.message)
        if suppressed := suppression_of(found):
            yield from self._prose(suppressed, "suppressed:")
        places = (found.location, *(related.location for related in found.related))
        gutter = max(len(str(lines_kept(place)[-1])) for place in places)
        if not found.on_whole:
            yield from self._source(found.location, gutter, "^", colour)
        shown = ([related for related in found.related if related.message] or found.related)[:_MOST_RELATED]
        for related in shown:
            yield from self._related(related, found, gutter)
        if rest := [related for related in found.related if related not in shown]:
            yield from self._prose(f"and {places_of(rest, found)}")
        for label, said in self._advice.on(found):
            yield from self._prose(f"{label} {said}", label)

    def _related(self, related: RelatedLocation, found: Diagnostic, gutter: int) -> Iterator[str]:
        label = f"{related.role}, {place_of(related, found)}:"
        yield from self._prose(f"{label} {related.message}".rstrip(": "), label)
        yield from self._source(related.location, gutter, "-", _CYAN)

    def _source(self, place: Location, gutter: int, sign: str, colour: str) -> Iterator[str]:
        """The lines of a place and what is underlined in them; only the first of many, and none that is empty."""
        kept = lines_kept(place)
        until = "" if kept[-1] == place.end.line else f" … to line {place.end.line}"
        for number in kept:
            line = self._report.lines.get(place.file, {}).get(number, "")
            start = place.start.column - 1 if number == place.start.line else len(line) - len(line.lstrip())
            end = place.end.column - 1 if number == place.end.line else len(line.rstrip())
            if line.strip() and (start < end or number == place.start.line):
                shown = snippet(line, slice(start, end), self._screen.width - gutter - 6 - len(until), sign)
                bar, signs = f"{'':{gutter}} |", shown.underline.lstrip()
                yield f"  {self._paint(f'{number:>{gutter}} |', _FAINT)} {shown.line}"
                indent = " " * (len(shown.underline) - len(signs))
                yield f"  {self._paint(bar, _FAINT)} {indent}{self._paint(signs + until, colour)}"

    def _prose(self, text: str, label: str = "") -> Iterator[str]:
        """Wrapped text, its label in colour."""
        first, *rest = self._wrapped(text)
        label = label if first.startswith(label) else ""
        yield f"  {self._paint(label, _CYAN)}{first[len(label) :]}"
        yield from (f"    {line}" for line in rest)

    def _wrapped(self, text: str) -> list[str]:
        return wrap(printable(text), self._screen.width - 4) or [""]

    def _paint(self, text: str, colour: str) -> str:
        return paint(text, colour, self._screen.colour)
