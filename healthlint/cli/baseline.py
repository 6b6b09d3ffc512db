"""`healthlint baseline`: accept the findings of today, so that only new ones are told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.cli._articles import add_article_arguments, gather, nothing_found, reach_of
from healthlint.cli._means import add_means_arguments, open_means
from healthlint.cli._output import tell
from healthlint.cli._progress import watched
from healthlint.engine.assemble import Sieve, assemble
from healthlint.engine.baseline import Baseline, Baselines, accept, write_baseline
from healthlint.engine.config import BASELINE, relative_to
from healthlint.engine.runner import lint_all
from healthlint.reporters._cells import printable

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from healthlint.cli._articles import Work
    from healthlint.cli._parser import Subparsers
    from healthlint.engine.baseline import Accepted
    from healthlint.engine.report import Report
    from healthlint.model.finding import Diagnostic


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "baseline",
        help="accept the findings of today",
        description=f"Accept the findings of today: they go to {BASELINE} beside the configuration, or to the current "
        "folder, and `healthlint check` tells only what is not in it.",
    )
    add_article_arguments(parser)
    parser.add_argument("--baseline", type=Path, metavar="FILE", help="write this file instead")
    parser.add_argument("--prune", action="store_true", help="accept nothing; take out what has no finding any more")
    parser.add_argument("--no-progress", action="store_true", help="draw no progress bar")
    add_means_arguments(parser)


def run(args: Namespace) -> int:
    """Write the baselines; 2 where an article could not be linted, and then nothing is written."""
    work = gather(args)
    has_one = args.baseline is None or args.baseline.exists()
    baselines = Baselines(args.baseline if has_one else None)
    with open_means(args, work) as means:
        results = watched(
            lint_all(work.articles, work.settings, reach_of(args.paths), means),
            len(work.articles),
            wanted=not args.no_progress,
        )
        report = assemble(results, work.errors, work.texts(), means.cache, Sieve(True, baselines))
    for error in report.errors:
        tell(printable(f"{error.file}: {error.message}"))
    if report.errors:
        return 2
    if not work.articles and not args.prune:
        tell(nothing_found(args))
    for baseline in _pruned(report, baselines) if args.prune else _accepted(report, work, baselines, args.baseline):
        write_baseline(baseline)
        number = sum(map(len, baseline.files.values()))
        tell(printable(f"{_shown(baseline.path)}: {number} finding{'' if number == 1 else 's'} accepted"))
    return 0


def _accepted(report: Report, work: Work, baselines: Baselines, given: Path | None) -> Iterator[Baseline]:
    """Each baseline with the findings of the articles that were linted, and as it was for the others."""
    found: dict[str, list[Diagnostic]] = {article.path: [] for article in work.articles}
    for each in report.diagnostics:
        if each.location.file in found and (not each.suppressed or each.suppressed.kind == "baseline"):
            found[each.location.file].append(each)
    files: dict[Path, dict[str, Sequence[Accepted]]] = {}
    for path, diagnostics in found.items():
        folder = work.settings.of_file(path).folder
        if folder not in files:
            before = baselines.of(folder)
            files[folder] = dict(before.files) if before else {}
        files[folder][relative_to(Path(path).absolute(), folder)] = accept(diagnostics)
    for folder, accepted in files.items():
        yield Baseline(given or folder / BASELINE, accepted)


def _pruned(report: Report, baselines: Baselines) -> Iterator[Baseline]:
    """Each baseline without the entries that have no finding any more."""
    gone = {(stale.baseline, stale.file, stale.entry) for stale in report.stale}
    for baseline in baselines.used():
        kept = {
            file: [entry for entry in entries if (baseline.path, file, entry) not in gone]
            for file, entries in baseline.files.items()
        }
        yield baseline._replace(files=kept)


def _shown(path: Path) -> str:
    return relative_to(path, Path.cwd())
