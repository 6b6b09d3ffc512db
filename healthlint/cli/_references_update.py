"""`healthlint references update`: build the database of retractions out of a list on this machine."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.cli._output import emit
from healthlint.engine.retractions import build, default_path
from healthlint.errors import ConfigError

if TYPE_CHECKING:
    from argparse import Namespace

    from healthlint.cli._parser import Subparsers

_FORMS = (
    "FILE is the CSV of Retraction Watch (https://gitlab.com/crossref/retraction-watch-data), JSON with DOIs under "
    '"retractions" and "concerns", or a text with a DOI or PubMed number on each line; any of them may be packed with '
    "gzip. Nothing is downloaded."
)


def add_parser(subparsers: Subparsers) -> None:
    """Describe the action."""
    parser = subparsers.add_parser(
        "update",
        help="build the database of retractions that HL510 looks papers up in",
        description="Build the database of retractions that HL510 looks papers up in.",
        epilog=_FORMS,
    )
    parser.add_argument("--from", dest="source", type=Path, required=True, metavar="FILE", help="the list")
    parser.add_argument("--as-of", metavar="DATE", help="the day of the list (default: that of its newest notice)")
    parser.add_argument("--database", type=Path, metavar="FILE", help="where to put it (default: the user's data)")


def run(args: Namespace) -> int:
    """Build it and say what is in it."""
    target = args.database or default_path()
    if target is None:
        raise ConfigError("there is no home to keep the database in; name a file with --database")
    built = build(args.source, target, _day(args.as_of))
    concerns = f" and {built.concerns:,} expressions of concern" if built.concerns else ""
    emit(f"{built.retractions:,} retractions{concerns}, as of {built.as_of.isoformat()}: {target}\n", sys.stdout)
    return 0


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ConfigError(f'--as-of takes a date like 2026-01-31, not "{written}"') from None
