"""The formats of a report, a module each; the name of the file is the name of the format.

A module has `render(report, ruleset, screen)`, which gives the text to print.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from healthlint.engine.report import Report
    from healthlint.ruleset.spec import RuleSet


class Screen(NamedTuple):
    """What formats for people are drawn on; the others do not look at it."""

    width: int = 80
    colour: bool = False
    explained: bool = False  # why each finding matters and what to do stands below it


class Reporter(Protocol):
    """What a module of this package offers."""

    @staticmethod
    def render(report: Report, ruleset: RuleSet, screen: Screen) -> str:
        """The whole report, with a line end at the end unless it is empty."""


def formats() -> tuple[str, ...]:
    """The names of all formats, in the order of the alphabet."""
    names = (path.stem for path in Path(__file__).parent.iterdir() if path.suffix == ".py")
    return tuple(sorted(name for name in names if name[0] != "_"))


def render(form: str, report: Report, ruleset: RuleSet, screen: Screen) -> str:
    """A report in one of the formats."""
    return cast("Reporter", import_module(f"{__name__}.{form}")).render(report, ruleset, screen)
