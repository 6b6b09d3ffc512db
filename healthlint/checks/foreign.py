"""Tells once that an article is not in English, so that most rules have nothing to read in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """There is nothing to set."""


WORDS: tuple[str, ...] = ("language",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding at the first words that are not English."""
    language = analysis.language
    if language.place is not None:
        yield Finding(language.place, {"language": language.name.capitalize() or "not English"})
