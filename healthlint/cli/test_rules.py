"""`healthlint test-rules`: whether a publisher's own rules can be used and do what their examples say."""

from __future__ import annotations

import sys
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.cli._output import emit, screen
from healthlint.engine.own_rules import try_rules
from healthlint.errors import ConfigError
from healthlint.reporters._cells import paint, printable
from healthlint.ruleset.examples import CLOSE, OPEN
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from healthlint.cli._parser import Subparsers
    from healthlint.engine.own_rules import Problem, Trial
    from healthlint.reporters import Screen

_RED, _GREEN = "31", "32"


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "test-rules",
        help="test rules of your own",
        description="Test the rule files in a folder, with the lexicons/ and facts/ in it, by their own examples.",
        epilog="Exit code: 0 all hold; 1 an example does not, or a rule has none; 2 a file that cannot be used.",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder with the rule files")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="(default: text)")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="(default: auto)")


def run(args: Namespace) -> int:
    """Print what is wrong, and give the exit code."""
    if not args.folder.is_dir():
        raise ConfigError("there is no such folder", str(args.folder))
    trial = try_rules(args.folder, load_rules(), date.today())
    if args.format == "json":
        emit(_as_json(trial), sys.stdout)
    else:
        emit("".join(f"{line}\n" for line in _as_text(trial, screen(sys.stdout, args.color))), sys.stdout)
    return max((_EXIT_CODES[problem.kind] for problem in trial.problems), default=0)


_EXIT_CODES = {"error": 2, "example": 1, "untested": 1, "few-examples": 0}


def _as_text(trial: Trial, on: Screen) -> Iterator[str]:
    """A line for each problem; below those of an example where the rule should speak, and where it does."""
    for _, problems in groupby(trial.problems, key=lambda each: (each.path, each.line, each.expected, each.found)):
        for problem in problems:
            place = f"{problem.path}:{problem.line}" if problem.line else problem.path
            yield printable(": ".join(filter(None, (place, problem.rule, problem.message))))
        yield from _shown(problem, on)
    about = f"{_count(trial.rules, 'rule')}, {_count(trial.examples, 'example')}"
    yield f"{about}: {_count(len(trial.problems), 'problem') if trial.problems else 'all hold'}"


def _shown(problem: Problem, on: Screen) -> Iterator[str]:
    if problem.kind != "example":
        return
    for title, lines, colour in (("expected", problem.expected, _GREEN), ("found", problem.found, _RED)):
        yield f"    {title + ':':10}{_marked(lines[0], colour, on) if lines else 'nothing'}"
        yield from (f"    {'':10}{_marked(line, colour, on)}" for line in lines[1:])


def _marked(line: str, colour: str, on: Screen) -> str:
    """A line of an example; its marks stay, and what they enclose is in a colour."""
    start, *rest = printable(line.strip()).split(OPEN)
    parts = (part.partition(CLOSE) for part in rest)
    return start + "".join(f"{paint(f'{OPEN}{inside}{end}', colour, on.colour)}{after}" for inside, end, after in parts)


def _as_json(trial: Trial) -> str:
    import json

    problems = [
        {"kind": each.kind, "file": each.path, "line": each.line, "rule": each.rule or None, "message": each.message}
        | {"expected": each.expected, "found": each.found}
        for each in trial.problems
    ]
    summary = {"rules": trial.rules, "examples": trial.examples, "problems": len(problems)}
    value = {"schema_version": 1, "summary": summary, "problems": problems}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
