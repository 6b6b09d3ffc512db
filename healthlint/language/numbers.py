"""Every number of a text and what it counts: percentages, shares, doses, ages, dates, names with digits …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.language.number_forms import by_date, by_form, by_year
from healthlint.language.number_kinds import Number, NumberKind
from healthlint.language.number_measures import by_money, by_time, by_unit
from healthlint.language.number_phrases import LEADING_WORDS, by_parts
from healthlint.language.number_roles import by_age, by_count, by_effect, by_name_before, by_ratio
from healthlint.language.number_words import find_candidates, read_numeral
from healthlint.language.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from healthlint.language.number_kinds import Numeral

__all__ = ["Number", "NumberKind", "find_numbers"]


def find_numbers(text: str, folded: str | None = None) -> list[Number]:
    """The numbers of a text in order, without overlaps; words that only look like one (`one of the`) are left out.

    Who has the text folded already (`phrases.fold`) hands it in and saves the time.
    """
    folded = fold(text) if folded is None else folded
    found: list[Number] = []
    done = 0
    for start in find_candidates(folded):
        if start >= done:
            numeral = read_numeral(text, folded, start, done)
            if (number := _classify(numeral)) is not None:
                found.append(number)
                done = number.end
    return found


def _classify(numeral: Numeral) -> Number | None:
    """The first reading that fits, from the surest to the loosest."""
    if (read_word := LEADING_WORDS.get(numeral.folded[numeral.start : numeral.end])) is not None:
        return read_word(numeral)
    for read in _SPELLED_READINGS if numeral.is_spelled else _DIGIT_READINGS:
        if (number := read(numeral)) is not None:
            return number
    if numeral.is_spelled and numeral.value == 1:  # "one of the", "this one"
        return None
    return numeral.number("plain")


_SPELLED_READINGS: tuple[Callable[[Numeral], Number | None], ...] = (
    by_parts, by_money, by_unit, by_name_before, by_ratio, by_time, by_age, by_count,
)  # fmt: skip
_DIGIT_READINGS: tuple[Callable[[Numeral], Number | None], ...] = (
    by_form, by_money, by_effect, by_parts, by_unit, by_date, by_name_before, by_ratio, by_time, by_age, by_year,
    by_count,
)  # fmt: skip
