"""What the formats for people have in common: repeats are counted, and places and advice have the same words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from healthlint.reporters._cells import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.engine.report import Report
    from healthlint.model.finding import Diagnostic, RelatedLocation
    from healthlint.ruleset.spec import RuleSet

_MOST_ALIKE, _SHOWN_ALIKE = 5, 3  # of one rule in one file: from six on, three are shown
_MOST_NAMED = 8  # lines of a file


class Shown(NamedTuple):
    """A finding, and those of the same rule and file that are only counted, after the last one shown."""

    finding: Diagnostic
    alike: Sequence[Diagnostic] = ()


def by_file(report: Report) -> Iterator[tuple[str, list[Shown]]]:
    """What to show of each file."""
    for file, group in groupby(report.diagnostics, lambda each: each.location.file):
        yield file, _folded(list(group))


def place_of(related: RelatedLocation, found: Diagnostic) -> str:
    """Where a related place is: its lines, and its file where that is another."""
    lines = _lines(related)
    plural = "s" if "-" in lines else ""
    file = related.location.file
    return f"line{plural} {lines}" + ("" if file == found.location.file else f" of {printable(file)}")


def places_of(related: Sequence[RelatedLocation], found: Diagnostic) -> str:
    """Many related places in one line, each file named once: `lines 5, 7-8; lines 3, 9 of b.md`."""
    by_file: dict[str, dict[str, None]] = {found.location.file: {}}
    for each in related:
        by_file.setdefault(each.location.file, {})[_lines(each)] = None
    told = []
    for file, lines in by_file.items():
        if lines:
            of = "" if file == found.location.file else f" of {printable(file)}"
            told.append(_lines_named(list(lines)) + of)
    return "; ".join(told)


def suppression_of(found: Diagnostic) -> str:
    """Why a finding that is shown all the same was suppressed; nothing where it was not."""
    return f"suppressed: {found.suppressed.reason or 'without a reason'}" if found.suppressed else ""


def alike_of(shown: Shown) -> str:
    """The findings that are only counted: `and 3 more HL301 like this, on lines 5, 8, 12`."""
    lines = list(dict.fromkeys(str(each.location.start.line) for each in shown.alike))
    return f"and {len(shown.alike)} more {shown.finding.code} like this, on {_lines_named(lines)}"


class Advice:
    """What to do about findings: as the finding says, or as its rule says, the latter only once."""

    def __init__(self, ruleset: RuleSet, *, explained: bool) -> None:
        self._ruleset, self._explained = ruleset, explained
        self._given: set[str] = set()  # codes whose general advice was given

    def on(self, found: Diagnostic) -> Iterator[tuple[str, str]]:
        """Labels and what they say; where all is to be explained, why and how for every finding."""
        rule = self._ruleset.find(found.code)
        if rule and self._explained:
            yield "why:", rule.file.why
        for fix in found.fixes:
            yield "try:", fix.message
        if rule and (self._explained or not (found.fixes or found.code in self._given)):
            self._given.add(found.code)
            yield "help:", rule.file.fix


def _folded(found: Sequence[Diagnostic]) -> list[Shown]:
    by_code: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        by_code.setdefault(diagnostic.code, []).append(diagnostic)
    counted = {code: alike[_SHOWN_ALIKE:] for code, alike in by_code.items() if len(alike) > _MOST_ALIKE}
    last = {id(by_code[code][_SHOWN_ALIKE - 1]): alike for code, alike in counted.items()}
    hidden = {id(diagnostic) for alike in counted.values() for diagnostic in alike}
    return [Shown(each, last.get(id(each), ())) for each in found if id(each) not in hidden]


def _lines(related: RelatedLocation) -> str:
    first, last = related.location.start.line, related.location.end.line
    return str(first) if first == last else f"{first}-{last}"


def _lines_named(lines: Sequence[str]) -> str:
    plural = "s" if len(lines) > 1 or "-" in lines[0] else ""
    more = f" and {len(lines) - _MOST_NAMED} more" if len(lines) > _MOST_NAMED else ""
    return f"line{plural} {', '.join(lines[:_MOST_NAMED])}{more}"
