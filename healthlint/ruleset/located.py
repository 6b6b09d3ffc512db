"""What a file says, with the line of every value, so that each error can name it."""

from __future__ import annotations

from typing import NamedTuple

Scalar = str | int | float | bool | None


class Located(NamedTuple):
    """A value of a file with its line (from 1); for a value of a mapping, the line of its key."""

    value: Scalar | dict[str, Located] | list[Located]
    line: int
