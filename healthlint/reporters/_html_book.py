"""What a page holds: the articles, the one in greatest need first, their findings by number, and where links lead."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from healthlint.reporters._html import element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis import Analysis
    from healthlint.engine.report import Report
    from healthlint.model.finding import Diagnostic, Location, RelatedLocation
    from healthlint.reporters._html import Html
    from healthlint.ruleset.spec import Rule, RuleSet

_MOST_ALIKE, _SHOWN_ALIKE = 5, 3  # of one rule in one article: from six on, three are shown in full
_MOST_WHOLE = 100  # articles, from which on those without findings are only counted


class Note(NamedTuple):
    """A finding with its number in its article, and the id of what is said about it in the margin."""

    id: str
    number: int
    finding: Diagnostic
    is_first: bool  # of its rule in the article
    is_again: bool  # one of many of its rule, with nothing beside its words to look at

    @property
    def mark(self) -> str:
        """The id of the words that it is about."""
        return f"{self.id}-m"

    @property
    def sides(self) -> str:
        """The id of the comparison of its words with their copy."""
        return f"{self.id}-s"


class Anchor(NamedTuple):
    """A place that a finding speaks of beside its own."""

    id: str
    note: Note
    related: RelatedLocation


class Entry(NamedTuple):
    """An article: the findings in it, and the places in it that any findings speak of."""

    id: str
    file: str
    notes: tuple[Note, ...]
    anchors: tuple[Anchor, ...]

    def counts(self) -> Counter[str]:
        """How many findings of each severity nobody suppressed."""
        return Counter(note.finding.severity for note in self.notes if not note.finding.suppressed)


class Book:
    """The articles of a report, and the rules that speak of them."""

    def __init__(self, report: Report, ruleset: RuleSet) -> None:
        self.report, self._rules = report, {rule.code: rule for rule in ruleset.rules}
        self._readable = set(report.library.files) if report.library else set()
        by_file: dict[str, list[Diagnostic]] = {file: [] for file in sorted(self._readable)}
        for finding in report.diagnostics:
            by_file.setdefault(finding.location.file, []).append(finding)
        if len(by_file) > _MOST_WHOLE:
            by_file = {file: found for file, found in by_file.items() if found}
        files = sorted(by_file, key=lambda file: (*_need(by_file[file]), file))
        notes = {file: _notes(f"a{number}", by_file[file]) for number, file in enumerate(files, 1)}
        anchors: dict[str, list[Anchor]] = {file: [] for file in files}
        for file in files:
            for note in notes[file]:
                for anchor in anchors_of(note):
                    anchors.setdefault(anchor.related.location.file, []).append(anchor)
        self.entries = tuple(
            Entry(f"a{number}", file, notes[file], tuple(anchors[file])) for number, file in enumerate(files, 1)
        )
        self.folder = common_folder(files)
        self._ids = {entry.file: entry.id for entry in self.entries}
        self._after = {one.id: other for one, other in pairwise(self.entries)}
        self._titles: dict[str, str] = {}

    def rule(self, code: str) -> Rule | None:
        """The rule of a finding."""
        return self._rules.get(code)

    def name(self, file: str) -> Html:
        """A file as seen from the folder that all of them are in."""
        return element("bdi", file.removeprefix(self.folder), title=file)

    def title(self, file: str) -> str:
        """What an article calls itself; the file where it does not, or cannot be read."""
        if file not in self._titles:
            analysis = self.open(file)
            titles = [each.value for each in analysis.metadata.of("title") if each.value.strip()] if analysis else []
            self._titles[file] = " ".join(titles[-1].split()) if titles else file.removeprefix(self.folder)
        return self._titles[file]

    def after(self, entry: Entry) -> Entry | None:
        """The next article in order of need."""
        return self._after.get(entry.id)

    def open(self, file: str) -> Analysis | None:
        """An article as it was read; None where it cannot be."""
        return self.report.library.open(file) if self.report.library and file in self._readable else None

    def shows(self, location: Location) -> bool:
        """Whether the page shows the article of a place, so that a link may lead there."""
        return location.file in self._ids and location.file in self._readable


def anchors_of(note: Note) -> Sequence[Anchor]:
    """The places that a finding speaks of beside its own."""
    return [Anchor(f"{note.id}-r{number}", note, related) for number, related in enumerate(note.finding.related, 1)]


def common_folder(files: Sequence[str]) -> str:
    """What the names of all files begin with, up to a slash."""
    folders = zip(*(file.split("/")[:-1] for file in files), strict=False)
    shared = [names[0] for names in takewhile(lambda names: len(set(names)) == 1, folders)]
    return "".join(f"{name}/" for name in shared) if len(files) > 1 else ""


def _need(found: Sequence[Diagnostic]) -> tuple[int, ...]:
    counts = Counter(each.severity for each in found if not each.suppressed)
    return -counts["error"], -counts["warning"], -counts["info"]


def _notes(article: str, found: Sequence[Diagnostic]) -> tuple[Note, ...]:
    total, seen = Counter(finding.code for finding in found), Counter[str]()
    notes = []
    for number, finding in enumerate(found, 1):
        code = finding.code
        is_again = total[code] > _MOST_ALIKE and seen[code] >= _SHOWN_ALIKE and not finding.related
        notes.append(Note(f"{article}-n{number}", number, finding, seen[code] == 0, is_again))
        seen[code] += 1
    return tuple(notes)
