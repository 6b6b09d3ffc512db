"""For people: each finding with its source line, the place underlined, what contradicts it, and what to do."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from healthlint.engine.report import lines_kept
from healthlint.reporters._cells import printable, wrap
from healthlint.reporters._snippet import snippet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.engine.report import Report
    from healthlint.model.finding import Diagnostic, Location, RelatedLocation, Severity
    from healthlint.reporters import Screen
    from healthlint.ruleset.spec import RuleSet

_MOST_ALIKE, _SHOWN_ALIKE = 5, 3  # of one rule in one file: from six on, three are shown
_MOST_RELATED, _MOST_NAMED = 3, 8  # that are shown with their lines, and that are named after them

_COLOURS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;34"}
_BOLD, _FAINT, _CYAN = "1", "2", "36"


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """The findings, each followed by a blank line."""
    page = _Page(report, ruleset, screen)
    return "".join(line + "\n" for line in page.lines())


class _Page:
    def __init__(self, report: Report, ruleset: RuleSet, screen: Screen) -> None:
        self._report, self._ruleset, self._screen = report, ruleset, screen
        self._advised: set[str] = set()  # codes whose general advice was given

    def lines(self) -> Iterator[str]:
        for _, group in groupby(self._report.diagnostics, lambda each: each.location.file):
            found = list(group)
            folded = _folded(found)
            counted = {each.fingerprint for rest in folded.values() for each in rest}
            for diagnostic in found:
                if diagnostic.fingerprint not in counted:
                    yield from self._finding(diagnostic)
                    yield ""
            for code, rest in folded.items():
                yield from self._fold(code, rest)
                yield ""

    def _finding(self, found: Diagnostic) -> Iterator[str]:
        start, colour = found.location.start, _COLOURS[found.severity]
        place = f"{printable(found.location.file)}:{start.line}:{start.column}"
        severity = self._paint(found.severity, colour)
        yield f"{self._paint(place, _BOLD)}  {severity}  {self._paint(found.code, _BOLD)} {found.name}"
        yield from self._prose(found.message)
        if found.suppressed:
            yield from self._prose(f"suppressed: {found.suppressed.reason or 'without a reason'}", "suppressed:")
        places = (found.location, *(related.location for related in found.related))
        gutter = max(len(str(lines_kept(place)[-1])) for place in places)
        yield from self._source(found.location, gutter, "^", colour)
        shown = ([related for related in found.related if related.message] or found.related)[:_MOST_RELATED]
        for related in shown:
            yield from self._related(related, found, gutter)
        if rest := [related for related in found.related if related not in shown]:
            yield from self._prose(f"and {_places(rest, found)}")
        yield from self._advice(found)

    def _related(self, related: RelatedLocation, found: Diagnostic, gutter: int) -> Iterator[str]:
        label = f"{related.role}, {_place(related, found)}:"
        yield from self._prose(f"{label} {related.message}".rstrip(": "), label)
        yield from self._source(related.location, gutter, "-", _CYAN)

    def _advice(self, found: Diagnostic) -> Iterator[str]:
        """What to do: as the finding says, or the first time as its rule says."""
        for fix in found.fixes:
            yield from self._prose(f"try: {fix.message}", "try:")
        rule = self._ruleset.find(found.code)
        if rule and not found.fixes and found.code not in self._advised:
            self._advised.add(found.code)
            yield from self._prose(f"help: {rule.file.fix}", "help:")

    def _fold(self, code: str, rest: Sequence[Diagnostic]) -> Iterator[str]:
        numbers = ", ".join(dict.fromkeys(str(each.location.start.line) for each in rest))
        head = f"{printable(rest[0].location.file)}: {len(rest)} more {code} like those above, on "
        lines = f"line{'s' if ',' in numbers else ''} {numbers}"
        yield from (self._paint(line, _FAINT) for line in wrap(head + lines, self._screen.width))

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
        first, *rest = wrap(printable(text), self._screen.width - 4)
        label = label if first.startswith(label) else ""
        yield f"  {self._paint(label, _CYAN)}{first[len(label) :]}"
        yield from (f"    {line}" for line in rest)

    def _paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self._screen.colour and text else text


def _folded(found: Sequence[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """The findings of one file that are only counted, by code: what comes after the first of many alike."""
    by_code: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        by_code.setdefault(diagnostic.code, []).append(diagnostic)
    return {code: alike[_SHOWN_ALIKE:] for code, alike in by_code.items() if len(alike) > _MOST_ALIKE}


def _place(related: RelatedLocation, found: Diagnostic) -> str:
    """Where a related place is: its lines, and its file where that is another."""
    first, last = related.location.start.line, related.location.end.line
    lines = f"line {first}" if first == last else f"lines {first}-{last}"
    file = related.location.file
    return lines if file == found.location.file else f"{printable(file)} {lines}"


def _places(related: Sequence[RelatedLocation], found: Diagnostic) -> str:
    """Many related places in one line, the first of them by name."""
    places = list(dict.fromkeys(_place(each, found) for each in related))
    more = f" and {len(places) - _MOST_NAMED} more" if len(places) > _MOST_NAMED else ""
    return ", ".join(places[:_MOST_NAMED]) + more
