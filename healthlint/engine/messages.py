"""The message of a rule, with its placeholders filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.language.inflection import plural

if TYPE_CHECKING:
    from collections.abc import Mapping


def fill(message: str, words: Mapping[str, str | int]) -> str:
    """The message with its words; `{lines:line}` is “1 line” or “3 lines”."""
    return message.format_map(
        {key: _Number(value) if isinstance(value, int) else value for key, value in words.items()}
    )


class _Number(int):
    def __format__(self, noun: str) -> str:
        number = int(self)
        return f"{number} {noun if number == 1 else plural(noun)}" if noun else str(number)
