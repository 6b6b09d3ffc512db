"""Command lines: mistakes are told in one line, with the nearest option that exists."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, HelpFormatter
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from healthlint.cli._output import tell, width
from healthlint.errors import did_you_mean

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Subparsers = _SubParsersAction["Parser"]


class Parser(ArgumentParser):
    """A parser that takes options only as they are written in its help."""

    def __init__(self, prog: str | None = None, description: str | None = None, **more: object) -> None:
        help_of = partial(
            HelpFormatter, width=width(sys.stdout) - 2
        )  # without a width it would import 8 ms of archivers
        super().__init__(prog, description=description, allow_abbrev=False, formatter_class=help_of, **more)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the command line and leave with exit code 2."""
        unknown = re.match(r"unrecognized arguments: (--[\w-]+)", message)
        if unknown:
            options = re.findall(r"--[\w-]+", self.format_help())
            message = f"no option is called {unknown[1]}{did_you_mean(unknown[1], options)}"
        tell(f"{self.prog}: {message} (see {self.prog} --help)")
        sys.exit(2)
