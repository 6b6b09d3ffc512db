"""What a number of a text can be, and how its reading hands it on."""

from __future__ import annotations

from typing import Literal, NamedTuple

NumberKind = Literal[
    "percent", "points", "ratio", "fraction", "multiple", "magnitude", "count", "money", "effect", "measure", "age",
    "duration", "frequency", "date", "year", "time", "ordinal", "phone", "name", "list", "label", "idiom", "plain",
]  # fmt: skip


class Number(NamedTuple):
    """A number where it stands in a text, with the words that make it what it is: `3 times a week`, `aged 18–65`.

    `value` is in units of `unit` as people say it (percent: 5 for 5%), `high` the other end of a range, which is the
    lower one where the text counts down (`from 10 to 5 percent`). What `unit` holds depends on the kind:

    - percent, points: `%`; money: the currency sign; measure: one spelling each, such as `mcg`, `lb`, `ng/mL`
    - ratio: the number that it is out of, in digits; `value` is the quotient (`1 in 5`: 0.2 and `5`)
    - count, magnitude, fraction: the noun that is counted as it is written in lower case, or nothing
    - duration, frequency: the singular of the unit of time (`3 times a week`: 3 and `week`); age: `year` or smaller
    - date, year: `value` is the year, or None where the date has none
    - effect: `HR`, `OR`, `RR`, `CI`, `P` …; name: the word before it (`type` 2, `SPF` 30) where there is one
    """

    kind: NumberKind
    start: int
    end: int
    value: float | None = None
    high: float | None = None
    unit: str = ""


class Numeral(NamedTuple):
    """Digits or number words, perhaps a range of two, before anything is known of what they count."""

    text: str
    folded: str  # as `phrases.fold` gives it
    start: int
    end: int
    value: float
    high: float | None
    is_spelled: bool
    is_fraction: bool  # `1/2`, `½`
    left: str  # the folded text before it in its block, at most 48 characters, free of earlier numbers
    words: tuple[str, ...]  # of `left`

    def last_word(self, back: int = 1) -> str:
        """The last word before the numeral, or one further back, without the signs around it."""
        return self.words[-back].strip("(),;:“”\"'") if len(self.words) >= back else ""

    def number(self, kind: NumberKind, unit: str = "", *, start: int | None = None, end: int | None = None) -> Number:
        """The numeral as a number of this kind, from `start` to `end` where words belong to it."""
        first = self.start if start is None else start
        return Number(kind, first, self.end if end is None else end, self.value, self.high, unit)

    def start_of_words(self, count: int) -> int:
        """Where the last `count` words before the numeral begin."""
        rest = self.left.rstrip()
        for _ in range(count):
            rest = rest[: rest.rfind(" ") + 1].rstrip()
        kept = len(rest)
        while kept < len(self.left) and self.left[kept] in " (“\"'":
            kept += 1
        return self.start - len(self.left) + kept
