"""`healthlint check`: lint articles."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.cli._articles import add_article_arguments, gather, nothing_found, reach_of
from healthlint.cli._fix import add_fix_arguments, find_fixes, show_fixes, write_fixes
from healthlint.cli._means import add_means_arguments, open_means
from healthlint.cli._output import tell
from healthlint.cli._outputs import add_output_arguments, outputs, write
from healthlint.cli._progress import watched
from healthlint.cli._sieve import add_sieve_arguments, sift, stale_entries
from healthlint.engine.assemble import assemble
from healthlint.engine.config_keys import Layer
from healthlint.engine.gate import excesses, exit_code
from healthlint.engine.runner import lint_all
from healthlint.model.finding import CONFIDENCES
from healthlint.reporters._cells import printable
from healthlint.ruleset.located import Located

if TYPE_CHECKING:
    from argparse import Namespace

    from healthlint.cli._articles import Work
    from healthlint.cli._parser import Subparsers
    from healthlint.engine.assemble import Sieve
    from healthlint.engine.gate import Excess
    from healthlint.engine.report import Report

_SEVERITIES = ("error", "warning", "info")

_EXIT_CODES = "Exit code: 0 nothing at or above --fail-on; 1 findings, or too many warnings; 2 wrong usage, a broken \
configuration, or an article that could not be read."


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser("check", help="lint articles", description="Lint articles.", epilog=_EXIT_CODES)
    add_article_arguments(parser)
    rules = parser.add_argument_group("rules", "RULES are codes, prefixes, names, topics or ALL, divided by commas")
    rules.add_argument("--select", action="append", metavar="RULES", help="run these alone")
    rules.add_argument("--extend-select", action="append", metavar="RULES", help="run these, too")
    rules.add_argument("--ignore", action="append", metavar="RULES", help="do not run these")
    rules.add_argument("--profile", metavar="NAME", help="editorial (default), commerce or clinical")
    rules.add_argument("--preview", action="store_true", default=None, help="run rules that are on trial, too")
    rules.add_argument("--project", action="store_true", help="run only the rules that compare articles")
    output = parser.add_argument_group("output")
    add_output_arguments(output)
    output.add_argument("--min-severity", choices=_SEVERITIES, help="show no less than this (default: warning)")
    output.add_argument("--min-confidence", choices=CONFIDENCES, help="show nothing that is less sure (default: low)")
    output.add_argument("--fail-on", choices=_SEVERITIES, help="what makes the exit code 1 (default: error)")
    output.add_argument("--show-suppressed", action="store_true", help="also show what comments have silenced")
    output.add_argument("--max-warnings", type=_number, metavar="N", help="more warnings make the exit code 1, too")
    output.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    output.add_argument("--no-progress", action="store_true", help="draw no progress bar")
    show = parser.add_argument_group("what would be done, without doing it")
    show.add_argument("--show-files", action="store_true", help="list the articles")
    show.add_argument("--show-config", type=Path, metavar="FILE", help="print the settings that hold for a file")
    show.add_argument("--timings", action="store_true", help="lint in one process, and print what takes the most time")
    output.add_argument("-q", "--quiet", action="store_true", help="print findings and errors, nothing else")
    output.add_argument("-v", "--verbose", action="store_true", help="also tell what could not be checked, and why")
    add_sieve_arguments(parser)
    add_fix_arguments(parser)
    add_means_arguments(parser)


def run(args: Namespace) -> int:
    """Lint, print, and give the exit code."""
    wanted = outputs(args)
    if args.show_config:
        args.paths = [str(args.show_config)]
    work = gather(args, _command_layer(args))
    if args.show_files or args.show_config or args.timings:
        from healthlint.cli._show import show

        return show(args, work)
    sieve, work = sift(args, work)
    report = _lint(args, work, sieve)
    if args.diff:
        return show_fixes(find_fixes(args, report, work, sieve))
    if args.fix:
        work, report = _mend(args, report, work, sieve)
    if not (args.fix and "-" in args.paths):  # whose text went to standard output
        if any(output.form == "html" for output in wanted):
            report = report._replace(library=work.library())
        write(wanted, report, work.settings.all_rules(), args)
    for error in report.errors:
        place = f"{error.file}:{error.line}" if error.line else error.file
        tell(printable(f"{place}: {error.rule}: {error.message}" if error.rule else f"{place}: {error.message}"))
    if args.verbose:
        _tell_notes(work)
    beyond = excesses(report, work.settings)
    if not args.quiet:
        tell(_summary(report, args))
    for excess in beyond:
        tell(_too_many(excess))
    for line in stale_entries(report):
        tell(printable(line))
    return exit_code(report, beyond, exit_zero=args.exit_zero)


def _lint(args: Namespace, work: Work, sieve: Sieve) -> Report:
    with open_means(args, work) as means:
        results = watched(
            lint_all(work.articles, work.settings, "folder" if args.project else reach_of(args.paths), means),
            len(work.articles),
            wanted=not (args.no_progress or args.quiet),
        )
        return assemble(results, work.errors, work.texts(), means.cache, sieve)


def _mend(args: Namespace, report: Report, work: Work, sieve: Sieve) -> tuple[Work, Report]:
    """The articles with their fixes, and what is left to tell of them; standard input goes to standard output."""
    fixes = find_fixes(args, report, work, sieve)
    work, errors = write_fixes(fixes, work)
    if fixes.mended:
        report = _lint(args, work, sieve)
        if not args.quiet:
            tell(f"{fixes} mended")
    if "-" in args.paths:
        sys.stdout.buffer.write(next(iter(work.texts().values())))
    return work, report._replace(errors=(*report.errors, *errors))


def _tell_notes(work: Work) -> None:
    """Tell what rules go by that not every machine has."""
    from healthlint.engine.retractions import notes

    for note in notes([work.settings.of(Path(article.path).absolute()) for article in work.articles]):
        tell(printable(note))


def _command_layer(args: Namespace) -> Layer:
    """What the command line says, in the form of a configuration."""
    return Layer(
        select=None if args.select is None else _selectors(args.select),
        extend_select=_selectors(args.extend_select or []),
        ignore=_selectors(args.ignore or []),
        profile=Located(args.profile, 0) if args.profile else None,
        preview=args.preview,
        min_severity=args.min_severity,
        min_confidence=args.min_confidence,
        fail_on=args.fail_on,
        max_warnings=None if args.max_warnings is None else Located(args.max_warnings, 0),
    )


def _selectors(lists: list[str]) -> tuple[Located, ...]:
    return tuple(Located(word.strip(), 0) for words in lists for word in words.split(",") if word.strip())


def _number(word: str) -> int:
    if not word.isdecimal():
        raise ArgumentTypeError(f'a number such as 0 or 10 is wanted, not "{word}"')
    return int(word)


def _summary(report: Report, args: Namespace) -> str:
    """The run in one line, such as `5 articles checked: 2 errors, 1 warning`."""
    if not report.files:
        return nothing_found(args) if not report.errors else "no article checked"
    counts = ", ".join(_count(number, str(severity)) for severity, number in report.counts().items() if number)
    suppressed = f", {report.suppressed} suppressed" if report.suppressed else ""
    suppressed += f", {report.known} in the baseline" if report.known else ""
    hidden = f" ({_count(report.hidden, 'finding')} below --min-severity not shown)" if report.hidden else ""
    return f"{_count(report.files, 'article')} checked: {counts or 'nothing found'}{suppressed}{hidden}"


def _too_many(excess: Excess) -> str:
    """What goes beyond `max_warnings`, in one line."""
    found, (allowed, origin) = excess
    option = "--max-warnings" if origin is None else f"max_warnings in {origin}"
    return f"{_count(found, 'warning')}: more than the {allowed} that {option} allows"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
