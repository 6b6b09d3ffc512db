"""A page in Markdown: for comments on a change, for the summary of a workflow, for a mail to the author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.reporters._markdown import code, words
from healthlint.reporters._people import Advice, alike_of, by_file, place_of, places_of, suppression_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.engine.report import Report
    from healthlint.reporters import Screen
    from healthlint.reporters._people import Shown
    from healthlint.ruleset.spec import RuleSet

_MOST_RELATED = 3  # that have a line of their own


def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """The page: what was found in all, then a list for each article."""
    return "".join(f"{line}\n" for line in _page(report, ruleset, screen))


def _page(report: Report, ruleset: RuleSet, screen: Screen) -> Iterator[str]:
    counts = [f"{number} {severity}{'s' * (number != 1)}" for severity, number in report.counts().items() if number]
    checked = f"{report.files} article{'s' * (report.files != 1)} checked"
    yield f"## healthlint: {', '.join(counts) or 'nothing found'}"
    yield from ("", f"{checked}.")
    advice = Advice(ruleset, explained=screen.explained)
    for file, shown in by_file(report):
        yield from ("", f"### {code(file)}", "")
        for each in shown:
            yield from _finding(each, advice)
    if report.errors:
        yield from ("", "### Not checked", "")
        for error in report.errors:
            place = f"{error.file}:{error.line}" if error.line else error.file
            yield f"- {code(place)}: {words(error.message)}{f' ({error.rule})' if error.rule else ''}"


def _finding(shown: Shown, advice: Advice) -> Iterator[str]:
    found = shown.finding
    where = "the article" if found.on_whole else f"line {found.location.start.line}"
    yield f"- **{found.severity}, {where}:** {words(found.message)} ({found.code} {found.name})"
    if suppressed := suppression_of(found):
        yield f"  - {words(suppressed)}"
    related = ([each for each in found.related if each.message] or found.related)[:_MOST_RELATED]
    for each in related:
        yield f"  - {words(f'{each.role}, {place_of(each, found)}: {each.message}'.rstrip(': '))}"
    if rest := [each for each in found.related if each not in related]:
        yield f"  - {words(f'and {places_of(rest, found)}')}"
    for label, said in advice.on(found):
        yield f"  - *{label.rstrip(':')}:* {words(said)}"
    if shown.alike:
        yield f"- {words(alike_of(shown))}"
