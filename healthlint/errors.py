"""What healthlint raises: three errors, each of which says where, what, and what to write instead.

    HealthlintError
    ├── ConfigError   a configuration file or a command line that cannot be used
    ├── RuleError     a rule, lexicon or fact file that cannot be used
    └── ReadError     an article that cannot be read

Problems inside an article are never exceptions; they are findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class HealthlintError(Exception):
    """A problem that ends the run (exit code 2) with the one line that `str` gives: `path:line: message`."""

    def __init__(self, message: str, path: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message, self.path, self.line = message, path, line

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        return f"{place}: {self.message}" if place else self.message


class ConfigError(HealthlintError):
    """A configuration or a command line that cannot be used."""


class RuleError(HealthlintError):
    """A rule, a lexicon or a fact file that cannot be used."""


class ReadError(HealthlintError):
    """An article that cannot be read; the run goes on with the others and ends with exit code 2."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` with the nearest known word, or an empty string where none is near."""
    from difflib import get_close_matches  # 5 ms that only a mistake should cost

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""
