"""`healthlint`: finds the command, runs it, and turns whatever goes wrong into one line and exit code 2."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from healthlint import __version__

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from typing import Protocol

    from healthlint.cli._parser import Subparsers

    class Command(Protocol):
        """What a module of this package offers."""

        @staticmethod
        def add_parser(subparsers: Subparsers) -> None:
            """Describe the command and its arguments."""

        @staticmethod
        def run(args: Namespace) -> int:
            """Do it; gives the exit code."""


_ABOUT = (
    "Finds what is wrong with health articles: repetition, claims beyond their evidence, numbers without a source, \
missing disclaimers."
)
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, by default the one of this process; gives the exit code."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words in (["--version"], ["-V"]):  # answered before anything is imported
        print(f"healthlint {__version__}")  # noqa: T201
        return 0
    try:
        return _run(words)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as problem:
        return _explain(problem)


def commands() -> tuple[str, ...]:
    """The names of all commands."""
    from pathlib import Path

    names = (path.stem for path in Path(__file__).parent.iterdir() if path.suffix == ".py")
    return tuple(sorted(name.replace("_", "-") for name in names if name != "main" and name[0] != "_"))


def _run(words: list[str]) -> int:
    import gc

    gc.disable()  # until the rules are there: nothing of what is made before is garbage, and looking for it takes 20 ms
    from healthlint.cli._parser import Parser

    name = next((word for word in words if not word.startswith("-")), None)
    known = commands()
    parser = Parser("healthlint", description=_ABOUT)
    parser.add_argument("-V", "--version", action="version", version=f"healthlint {__version__}")
    subparsers = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND")
    for each in [name] if name in known else known:  # all of them only for the list in the help
        _module(each).add_parser(subparsers)
    if name is not None and name not in known:
        parser.error(f'no command is called "{name}"{_hint(name, known)}')
    args, unknown = parser.parse_known_args(words)
    if name is None:
        parser.print_help(sys.stderr)
        return 2
    if unknown:
        subparsers.choices[name].error(f"unrecognized arguments: {unknown[0]}")  # which knows its options
    return _module(name).run(args)


def _module(name: str) -> Command:
    from importlib import import_module
    from typing import cast

    return cast("Command", import_module(f"healthlint.cli.{name.replace('-', '_')}"))


def _hint(word: str, known: Sequence[str]) -> str:
    """What was meant by a word that is no command."""
    from pathlib import Path

    from healthlint.errors import did_you_mean

    return f"; did you mean `healthlint check {word}`?" if Path(word).exists() else did_you_mean(word, known)


def _explain(problem: Exception) -> int:
    """Tell in one line what ended the run."""
    from healthlint.cli._output import tell
    from healthlint.errors import HealthlintError

    if not isinstance(problem, HealthlintError):  # a mistake of ours: a traceback would tell the user nothing
        tell(f"healthlint: internal error, please report it: {type(problem).__name__}: {problem}")
    elif problem.path:
        tell(str(problem))
    else:
        tell(f"healthlint: {problem}")
    return 2
