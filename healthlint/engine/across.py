"""The rules that compare articles: they run when every article has its signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.folder import Folder
from healthlint.engine.fingerprint import Fingerprints
from healthlint.engine.gate import is_failing, is_shown
from healthlint.engine.library import Library, distinct
from healthlint.engine.lint import by_place, check_of, speaks_on
from healthlint.engine.report import RunError, lines_of, places_of
from healthlint.model.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from healthlint.engine.library import Signed
    from healthlint.engine.report import Report
    from healthlint.engine.suppress import Suppressor
    from healthlint.model.finding import Diagnostic, Finding, Location
    from healthlint.ruleset.spec import Rule


class Compared(NamedTuple):
    """What comparing gave: by file in order of place, and the checks that broke."""

    diagnostics: Mapping[str, Sequence[Diagnostic]]
    errors: tuple[RunError, ...] = ()


def compare(articles: Sequence[Signed], library: Library) -> Compared:
    """What the rules say of articles side by side; the order of the articles makes no difference."""
    found: dict[str, list[Diagnostic]] = {}
    errors = []
    folders: dict[frozenset[str], Folder] = {}
    for code, rules in sorted(_rules_by_file(articles).items()):
        files = frozenset(rules)
        if files not in folders:
            signatures = (signed.signature for signed in articles if signed.signature.file in files)
            folders[files] = Folder(signatures, library.open)
        try:
            for rule, finding in _check(folders[files], rules):
                found.setdefault(finding.file, []).append(library.locator(finding.file).locate(rule, finding))
        except Exception as problem:  # a broken check must not hide what the others found
            errors.append(RunError(".", None, code, f"the check failed: {type(problem).__name__}: {problem}"))
    stamped = {}
    for file, diagnostics in found.items():
        fingerprints = Fingerprints(library.name_of(file))
        stamped[file] = [fingerprints.stamp(each) for each in sorted(diagnostics, key=by_place)]
    return Compared(stamped, tuple(errors))


def add_comparison(
    report: Report, articles: Sequence[Signed], texts: Mapping[str, bytes], suppressor: Suppressor
) -> Report:
    """The report with what the rules say of its articles side by side."""
    library = Library(articles, texts)
    compared = compare(distinct(articles), library)
    settings_of = {signed.signature.file: signed.settings for signed in articles}
    order = {signed.signature.file: number for number, signed in enumerate(articles)}
    everything = [
        (each, settings_of[file])
        for file, found in compared.diagnostics.items()
        for each in suppressor.apply(file, found)
    ]
    mine = [(each, settings) for each, settings in everything if is_shown(each, settings)]
    shown = [*report.diagnostics, *(each for each, _ in mine)]
    shown.sort(key=lambda each: (order[each.location.file], *by_place(each)))
    return report._replace(
        diagnostics=tuple(shown),
        errors=(*report.errors, *compared.errors),
        failing=report.failing + sum(is_failing(*each) for each in mine),
        hidden=report.hidden + len(everything) - len(mine),
        lines=_with_lines(report.lines, places_of(each for each, _ in mine), library),
    )


def compares_articles(rule: Rule) -> bool:
    """Whether a rule looks at many articles at a time."""
    return hasattr(check_of(rule), "check_all")


def _with_lines(
    lines: Mapping[str, Mapping[int, str]], places: Iterable[Location], library: Library
) -> dict[str, Mapping[int, str]]:
    """The source lines that are held by file, and those of further places."""
    by_file: dict[str, list[Location]] = {}
    for place in places:
        by_file.setdefault(place.file, []).append(place)
    added = {}
    for file, here in by_file.items():
        if analysis := library.open(file):
            added[file] = {**lines.get(file, {}), **lines_of(here, LineIndex(analysis.document.source))}
    return {**lines, **added}


def _rules_by_file(articles: Iterable[Signed]) -> dict[str, dict[str, Rule]]:
    """For each code the rule as it holds for each file, where it has a say at all."""
    comparing: dict[int, list[Rule]] = {}
    rules: dict[str, dict[str, Rule]] = {}
    for signature, settings in articles:
        key = id(settings)
        if key not in comparing:
            comparing[key] = [rule for rule in settings.ruleset.rules if compares_articles(rule)]
        for rule in comparing[key]:
            if speaks_on(rule, signature.kind, is_english=signature.is_english):
                rules.setdefault(rule.code, {})[signature.file] = rule
    return rules


def _check(folder: Folder, rules: Mapping[str, Rule]) -> Iterator[tuple[Rule, Finding]]:
    """The findings of a rule; where files have it with different parameters, each by its own."""
    ways: list[Rule] = []
    for rule in {id(rule): rule for rule in rules.values()}.values():
        if not any(rule.params == way.params for way in ways):
            ways.append(rule)
    for way in ways:
        for finding in check_of(way).check_all(folder, way.params):
            if rules[finding.file].params == way.params:
                yield rules[finding.file], finding
