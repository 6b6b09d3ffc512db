"""TOML in which every value knows the line of its key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.errors import ConfigError
from healthlint.language.patterns import lazy_pattern
from healthlint.ruleset.located import Located

if TYPE_CHECKING:
    from collections.abc import Iterator

_Path = tuple[str, ...]

_HEADER = lazy_pattern(r"\s*(\[\[?)([^\[\]]+)\]")
_KEY = lazy_pattern(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = lazy_pattern(r"""[\w-]+|"[^"]*"|'[^']*'""")


def read_table(text: str, path: str, table: _Path) -> Located | None:
    """One table of a TOML file, such as `("tool", "healthlint")`; None where the file has none.

    Raises ConfigError for what is not TOML.
    """
    try:
        return _read(text, path, table)
    except RecursionError:
        raise ConfigError("too deeply nested", path) from None


def _read(text: str, path: str, table: _Path) -> Located | None:
    import tomllib  # 20 ms that only a project with such a table should pay

    from healthlint.readers.toml_fields import is_excessive

    try:
        if is_excessive(text):
            raise RecursionError
        value: object = tomllib.loads(text)
    except ValueError as problem:  # TOMLDecodeError, and what Python says of a number with thousands of digits
        place = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$", str(problem))
        line = int(place[1]) if place and place[1] else None
        raise ConfigError(f"not valid TOML: {str(problem)[: place.start() if place else None]}", path, line) from None
    for key in table:
        value = value.get(key) if isinstance(value, dict) else None
    if value is None:
        return None
    lines = dict(reversed(list(_keys(text))))  # the first place of a key wins
    return _located(value, table, lines, lines.get(table, 1))


def _keys(text: str) -> Iterator[tuple[_Path, int]]:
    """Every key with its line. A table in a list has the number of its place as a key: `("overrides", "0")`."""
    prefix: _Path = ()
    lists: dict[_Path, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            prefix = _parts(header[2])
            if header[1] == "[[":
                lists[prefix] = lists.get(prefix, -1) + 1
                yield prefix, number
                prefix = (*prefix, str(lists[prefix]))
            yield from ((prefix[:length], number) for length in range(1, len(prefix) + 1))
        elif key := _KEY.match(line):
            parts = _parts(key[1])
            yield from (((*prefix, *parts[:length]), number) for length in range(1, len(parts) + 1))


def _parts(dotted: str) -> _Path:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _located(value: object, path: _Path, lines: dict[_Path, int], line: int) -> Located:
    """A value with its line: its own key's, or that of the nearest key around it."""
    line = lines.get(path, line)
    if isinstance(value, dict):
        return Located({key: _located(item, (*path, key), lines, line) for key, item in value.items()}, line)
    if isinstance(value, list):
        return Located([_located(item, (*path, str(i)), lines, line) for i, item in enumerate(value)], line)
    if isinstance(value, str | int | float | bool):
        return Located(value, line)
    return Located(str(value), line)  # a date as it was written
