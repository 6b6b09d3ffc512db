"""Where a report goes, and in which formats: `--format sarif:out.sarif --format text`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.cli._output import emit, screen
from healthlint.cli._step_summary import append_summary
from healthlint.errors import ConfigError, did_you_mean
from healthlint.reporters import Screen, formats, render

if TYPE_CHECKING:
    from argparse import Namespace, _ArgumentGroup

    from healthlint.engine.report import Report
    from healthlint.ruleset.spec import RuleSet


class Output(NamedTuple):
    """A format and the file to write it to; None: standard output."""

    form: str
    file: Path | None


def add_output_arguments(group: _ArgumentGroup) -> None:
    """The arguments that say what is written where."""
    group.add_argument(
        "--format",
        action="append",
        metavar="FORMAT[:FILE]",
        help=f"{', '.join(formats())} (default: text); with a file it goes there, and it may be given several times",
    )
    group.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the findings there")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="(default: auto)")
    group.add_argument("--explain-findings", action="store_true", help="say below each finding why it matters")
    group.add_argument("--statistics", action="store_true", help="print how often each rule speaks, not the findings")


def outputs(args: Namespace) -> tuple[Output, ...]:
    """What the command line asks for. Raises ConfigError where it cannot be done, before anything is linted."""
    wanted = [_output(word) for word in args.format or ["text"]]
    if args.output:
        if len(wanted) > 1 or wanted[0].file:
            raise ConfigError("-o is for a single format without a file; write --format FORMAT:FILE for each")
        wanted = [Output(wanted[0].form, args.output)]
    for number, output in enumerate(wanted):
        if output.file:
            _require_folder(output.file)
        for other in wanted[:number]:
            _require_apart(other, output)
    if args.statistics:
        _require_counted(wanted)
    return tuple(wanted)


def write(wanted: tuple[Output, ...], report: Report, ruleset: RuleSet, args: Namespace) -> None:
    """Write a report to all its files and to standard output. Raises HealthlintError."""
    for form, file in wanted:
        if file:
            _write(file, render(form, report, ruleset, Screen(explained=args.explain_findings)))
            continue
        page = screen(sys.stdout, args.color)._replace(explained=args.explain_findings)
        if args.statistics:
            from healthlint.cli._statistics import statistics

            emit(statistics(form, report), sys.stdout)
        else:
            emit(render(form, report, ruleset, page), sys.stdout)
    if any(output.form == "github" for output in wanted) and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        append_summary(Path(summary), render("markdown", report, ruleset, Screen()))


def _output(word: str) -> Output:
    form, colon, file = word.partition(":")
    if form not in formats():
        raise ConfigError(f'no format is called "{form}"{did_you_mean(form, formats())} ({", ".join(formats())})')
    if colon and not file:
        raise ConfigError(f"--format {word} lacks the name of the file after the colon")
    return Output(form, Path(file) if file else None)


def _require_folder(file: Path) -> None:
    if file.is_dir():
        raise ConfigError("cannot be written: it is a folder", str(file))
    if not file.parent.is_dir():
        raise ConfigError(f"cannot be written: there is no folder {file.parent}", str(file))


def _require_apart(one: Output, other: Output) -> None:
    """Two formats in one place would be neither."""
    both = f"--format {one.form} and --format {other.form}"
    if one.file is None and other.file is None:
        raise ConfigError(f"{both} both go to standard output; give one a file: --format {other.form}:FILE")
    if one.file and other.file and one.file.resolve() == other.file.resolve():
        raise ConfigError(f"{both} both go to this file; give each its own", str(other.file))


def _require_counted(wanted: list[Output]) -> None:
    """Counts stand in for what is printed, so there must be something printed that can be counts."""
    from healthlint.cli._statistics import FORMATS

    printed = next((output.form for output in wanted if output.file is None), None)
    if printed not in FORMATS:
        where = f"--format {printed}" if printed else "formats that go to a file"
        raise ConfigError(f"--statistics cannot be had with {where}; add --format {' or '.join(FORMATS)}")


def _write(file: Path, text: str) -> None:
    from healthlint.engine.files import write_whole

    try:
        write_whole(file, text.encode("utf-8", "replace"))
    except OSError as problem:
        raise ConfigError(f"cannot be written: {problem.strerror}", str(file)) from None
