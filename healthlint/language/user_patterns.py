"""Regular expressions that users wrote: they run in time that grows with the text alone, whatever they say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    class _Match(Protocol):
        def span(self) -> tuple[int, int]: ...

    class _Pattern(Protocol):
        def finditer(self, text: str) -> Iterator[_Match]: ...


class PatternError(Exception):
    """What keeps a pattern from being used."""


def places(pattern: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a pattern matches something, in either case. Raises PatternError."""
    return (span for match in compile_pattern(pattern).finditer(text) if (span := match.span()) and span[0] < span[1])


@cache
def compile_pattern(pattern: str) -> _Pattern:
    """The pattern, ready to run. Raises PatternError where it is none, or where google-re2 is not installed."""
    try:
        import re2
    except ModuleNotFoundError:
        raise PatternError("needs google-re2: pip install 'healthlint[regex]'") from None
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    try:
        return cast("_Pattern", re2.compile(pattern, options))
    except re2.error as problem:
        raise PatternError(f"is no regular expression of RE2: {problem.args[0].decode()}") from None
