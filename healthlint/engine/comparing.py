"""The rules that compare articles: they run when every article has its signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.folder import Folder
from healthlint.engine.checks import check_of, speaks_on
from healthlint.engine.fingerprint import Fingerprints
from healthlint.engine.report import Compared, RunError, by_place, lines_of, places_of
from healthlint.model.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from healthlint.engine.library import Library, Signed
    from healthlint.model.finding import Diagnostic, Finding, Location
    from healthlint.ruleset.spec import Rule


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
        stamped[file] = tuple(fingerprints.stamp(each) for each in sorted(diagnostics, key=by_place))
    lines = _lines(places_of(each for file in stamped for each in stamped[file]), library)
    return Compared(stamped, tuple(errors), lines)


def compares_articles(rule: Rule) -> bool:
    """Whether a rule looks at many articles at a time."""
    return hasattr(check_of(rule), "check_all")


def _lines(places: Iterable[Location], library: Library) -> dict[str, Mapping[int, str]]:
    """The source lines of places by file."""
    by_file: dict[str, list[Location]] = {}
    for place in places:
        by_file.setdefault(place.file, []).append(place)
    return {
        file: lines_of(here, LineIndex(analysis.document.source))
        for file, here in by_file.items()
        if (analysis := library.open(file))
    }


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
