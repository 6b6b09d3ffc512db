"""Results of linting -> the report: compared, suppressed, without what a baseline has, cut to what is shown."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.engine.config import relative_to
from healthlint.engine.gate import is_failing, is_shown
from healthlint.engine.report import Report, Stale, by_place, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from healthlint.engine.baseline import Baselines
    from healthlint.engine.cache import Cache
    from healthlint.engine.changed import Changes
    from healthlint.engine.report import FileResult, Result, RunError
    from healthlint.engine.settings import Settings
    from healthlint.engine.waivers import Waivers
    from healthlint.model.finding import Diagnostic


class Sieve(NamedTuple):
    """What of the findings is told, beside what the settings of each file say."""

    show_suppressed: bool = False
    baselines: Baselines | None = None
    changes: Changes | None = None


_EVERYTHING = Sieve()


def assemble(
    results: Iterable[Result],
    errors: Sequence[RunError] = (),
    texts: Mapping[str, bytes] | None = None,
    cache: Cache | None = None,
    sieve: Sieve = _EVERYTHING,
) -> Report:
    """The report of all results, with what the comparison of articles finds where they have signatures.

    `errors` happened before any file was read; `texts` holds the articles that are not to be read from their files.
    """
    run = _Run(errors)
    for result, settings in results:
        run.take(result, settings)
    if len(run.signed) > 1:
        run.compare(texts or {}, cache)
    if run.waivers:
        run.suppress()
    if sieve.baselines:
        run.forgive(sieve.baselines)
    if sieve.changes:
        run.narrow(sieve.changes)
    return run.report(show_suppressed=sieve.show_suppressed)


class _Run:
    """What is known so far, by file and in the order of the files."""

    def __init__(self, errors: Sequence[RunError]) -> None:
        self.errors = list(errors)
        self.files = 0
        self.found: dict[str, Sequence[Diagnostic]] = {}
        self.settings: dict[str, Settings] = {}
        self.lines: dict[str, Mapping[int, str]] = {}
        self.waivers: dict[str, Waivers] = {}
        self.signed: list[Result] = []
        self.stale: list[Stale] = []

    def take(self, result: FileResult, settings: Settings) -> None:
        """Take in what linting one article gave."""
        self.files += all(error.rule for error in result.errors)  # a broken rule leaves it linted by the others
        self.errors += result.errors
        self.found[result.file], self.settings[result.file] = result.diagnostics, settings
        self.lines[result.file] = result.lines
        if result.waivers and (result.waivers.items or settings.sidecars):
            self.waivers[result.file] = result.waivers
        if result.signature:
            self.signed.append((result, settings))

    def compare(self, texts: Mapping[str, bytes], cache: Cache | None) -> None:
        """Add what the rules say of the articles side by side."""
        from healthlint.engine.across import compare_all  # which a run on one article can do without

        compared = compare_all(self.signed, texts, cache)
        self.errors += compared.errors
        for file, diagnostics in compared.diagnostics.items():
            self.found[file] = sorted((*self.found[file], *diagnostics), key=by_place)
        for file, lines in compared.lines.items():
            self.lines[file] = {**self.lines.get(file, {}), **lines}

    def suppress(self) -> None:
        """Mark what authors say is not to be reported, and add what is wrong with their saying so."""
        from healthlint.engine.suppress import File
        from healthlint.engine.waiver_faults import find_faults

        files = {file: File(waivers, self.settings[file]) for file, waivers in self.waivers.items()}
        for name, file in files.items():
            self.found[name] = file.apply(self.found[name])
        for path, settings, diagnostics, lines in find_faults(files, self.errors, compared=len(self.signed) > 1):
            self.settings.setdefault(path, settings)
            self.found[path] = sorted((*self.found.get(path, ()), *diagnostics), key=by_place)
            self.lines[path] = {**self.lines.get(path, {}), **lines}

    def forgive(self, baselines: Baselines) -> None:
        """Mark what the baseline has, and note what it should no longer have."""
        for file, settings in self.settings.items():
            baseline = baselines.of(settings.folder)
            if baseline is None:
                continue
            name = relative_to(Path(file).absolute(), settings.folder)
            self.found[file], left = baseline.judge(name, self.found[file])
            ran = {rule.code for rule in settings.ruleset.rules} if left else set()
            self.stale += (Stale(baseline.path, name, each) for each in left if each.id in ran)
        self.stale += baselines.orphans()

    def narrow(self, changes: Changes) -> None:
        """Drop what has nothing to do with the changes; what an article lacks as a whole is left as a remark."""
        for file, found in self.found.items():
            is_changed = changes.of(file) is not None
            self.found[file] = [
                each if changes.concern(each) else each._replace(severity="info")
                for each in found
                if changes.concern(each) or (each.on_whole and is_changed)
            ]

    def report(self, *, show_suppressed: bool) -> Report:
        """What is shown of all this."""
        shown: list[Diagnostic] = []
        hidden = failing = 0
        silent: Counter[str] = Counter()
        for file, found in self.found.items():
            settings = self.settings[file]
            mine = [each for each in found if is_shown(each, settings)]
            silent.update(each.suppressed.kind for each in mine if each.suppressed)
            hidden += sum(not each.suppressed for each in found) - sum(not each.suppressed for each in mine)
            failing += sum(is_failing(each, settings) for each in mine)
            shown += (each for each in mine if show_suppressed or not each.suppressed)
        known = silent.pop("baseline", 0)
        told = {place.file for place in places_of(shown)}
        lines = {file: lines for file, lines in self.lines.items() if file in told}
        return Report(
            self.files,
            tuple(shown),
            tuple(self.errors),
            failing,
            hidden,
            lines,
            silent.total(),
            known,
            tuple(self.stale),
        )
