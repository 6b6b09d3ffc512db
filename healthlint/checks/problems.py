"""Tells what the reader of a file could not make sense of: bytes in no encoding, broken front matter or JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """It tells whatever the reader met, and there is nothing to set."""


WORDS: tuple[str, ...] = ("problem",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a problem."""
    for problem in analysis.document.problems:
        yield Finding(problem.source, {"problem": problem.message})
