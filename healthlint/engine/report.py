"""What a run came to: what every reporter prints and the exit code is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from healthlint.engine.baseline import Accepted
    from healthlint.engine.library import Library
    from healthlint.engine.settings import Settings
    from healthlint.engine.waivers import Waivers
    from healthlint.model.finding import Diagnostic, Severity
    from healthlint.model.lines import LineIndex


_FEW = 3


class RunError(NamedTuple):
    """A file that could not be read or linted, as far as known with the line and the rule that broke."""

    file: str
    line: int | None
    rule: str | None
    message: str


class FileResult(NamedTuple):
    """All that linting one file gives; a value that another process or a cache may hand over."""

    file: str
    diagnostics: tuple[Diagnostic, ...] = ()
    errors: tuple[RunError, ...] = ()
    lines: Mapping[int, str] = {}  # the source lines that the diagnostics speak of, by number
    content: str = ""  # another word for each content of the file
    day: str = ""  # on which this was found, if another may give something else
    signature: bytes = b""  # packed, where articles are to be compared
    waivers: Waivers | None = None  # what its author says is not to be reported


class Compared(NamedTuple):
    """What comparing articles gave: by file in order of place, the checks that broke, and source lines by file."""

    diagnostics: Mapping[str, tuple[Diagnostic, ...]]
    errors: tuple[RunError, ...] = ()
    lines: Mapping[str, Mapping[int, str]] = {}


Result = tuple[FileResult, "Settings"]
"""What linting a file gave, and the settings that it was linted by."""


class Stale(NamedTuple):
    """An entry of a baseline that no finding answers to any more."""

    baseline: Path
    file: str  # as fingerprints name it
    entry: Accepted


class Report(NamedTuple):
    """A whole run."""

    files: int  # that were linted
    diagnostics: tuple[Diagnostic, ...]  # those that are shown, by file and place
    errors: tuple[RunError, ...]
    failing: int  # how many diagnostics make the run fail
    hidden: int  # how many are below the severity that is shown
    lines: Mapping[str, Mapping[int, str]]  # source lines by file
    suppressed: int = 0  # how many are severe enough to be shown, but somebody said that they are not to be
    known: int = 0  # how many a baseline has
    stale: tuple[Stale, ...] = ()
    library: Library | None = None  # the articles, for a format that shows them whole

    @property
    def standing(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that nobody suppressed."""
        return tuple(diagnostic for diagnostic in self.diagnostics if not diagnostic.suppressed)

    def counts(self) -> dict[Severity, int]:
        """The number of diagnostics of each severity, the worst first, without the suppressed."""
        found: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
        for diagnostic in self.standing:
            found[diagnostic.severity] += 1
        return found


def by_place(diagnostic: Diagnostic) -> tuple[int, str, int]:
    """What the diagnostics of one article are sorted by."""
    return diagnostic.location.start.offset, diagnostic.code, diagnostic.location.end.offset


def lines_kept(place: Location) -> range:
    """The numbers of the source lines that a report holds for a place: all of a few, else the first."""
    first, last = place.start.line, place.end.line
    return range(first, (last if last - first < _FEW else first) + 1)


def places_of(diagnostics: Iterable[Diagnostic]) -> Iterator[Location]:
    """The places of the diagnostics, those that they relate to, and those that their edits change."""
    for diagnostic in diagnostics:
        yield diagnostic.location
        yield from (related.location for related in diagnostic.related)
        file = diagnostic.location.file
        yield from (Location(file, edit.start, edit.end) for fix in diagnostic.fixes for edit in fix.edits)


def lines_of(places: Iterable[Location], index: LineIndex) -> dict[int, str]:
    """The source lines that a report holds for places of one file: those that are shown, and the last of each."""
    numbers = {number for place in places for number in (*lines_kept(place), place.end.line)}
    return {number: index.line(number) for number in sorted(numbers)}
