"""`healthlint references`: what is known of the sources of articles; each action is a module `_references_<action>`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, cast

import healthlint.cli

if TYPE_CHECKING:
    from argparse import Namespace

    from healthlint.cli._parser import Subparsers
    from healthlint.cli.main import Command

_PREFIX = "_references_"


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command and its actions."""
    parser = subparsers.add_parser(
        "references",
        help="list and check the sources of articles",
        description="List the references of articles, check them, and keep what is known of retractions.",
    )
    actions = parser.add_subparsers(title="actions", dest="action", metavar="ACTION", required=True)
    for action in _actions():
        _module(action).add_parser(actions)


def run(args: Namespace) -> int:
    """Do what is asked; gives the exit code."""
    return _module(args.action).run(args)


def _actions() -> list[str]:
    names = (module.name for module in iter_modules(healthlint.cli.__path__))
    return sorted(name.removeprefix(_PREFIX) for name in names if name.startswith(_PREFIX))


def _module(action: str) -> Command:
    return cast("Command", import_module(f"healthlint.cli.{_PREFIX}{action}"))
