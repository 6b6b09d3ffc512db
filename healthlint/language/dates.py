"""Dates as people write them: "27 May 2025", "2025-05-27", "05/27/2025", "May 2025"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from healthlint.language.patterns import lazy_pattern


class WrittenDate(NamedTuple):
    """A date in a text. `value` is None where no such day exists; without a day it is the first of the month."""

    start: int
    end: int
    value: date | None


def find_dates(text: str) -> list[WrittenDate]:
    """The dates of a short text, in order, with their time of day. A year alone is none."""
    if not _YEAR.search(text):
        return []
    return [
        WrittenDate(match.start(), match.end(), _value(match))
        for match in _DATE.finditer(text)
        if _names_a_month(match["m2"] or match["m3"] or match["m5"])
    ]


_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = rf"(?:{'|'.join(month[:3] for month in _MONTHS)})[a-z]{{0,6}}\.?"
_YEAR = lazy_pattern(r"(?:19|20)\d\d")
_DATE = lazy_pattern(
    r"(?<![\w/-])(?:"
    r"(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>[01]?\d)(?P=s1)(?P<d1>[0-3]?\d)(?![\d-])"  # 2025-05-27
    r"|(?P<m2>MONTH) (?P<d2>[0-3]?\d)(?:st|nd|rd|th)?,? (?P<y2>(?:19|20)\d\d)\b"  # May 27, 2025
    r"|(?P<d3>[0-3]?\d)(?:st|nd|rd|th)?(?: of)?[ -](?P<m3>MONTH),?[ -](?P<y3>(?:19|20)\d\d)\b"  # 27 May 2025
    r"|(?P<a4>[0-3]?\d)(?P<s4>[-/.])(?P<b4>[0-3]?\d)(?P=s4)(?P<y4>(?:19|20)\d\d)\b"  # 05/27/2025, 27.05.2025
    r"|(?P<m5>MONTH),? (?P<y5>(?:19|20)\d\d)\b"  # May 2025
    r"|(?P<y6>(?:19|20)\d\d)-(?P<m6>0[1-9]|1[0-2])(?![\d-])"  # 2025-05
    r")(?:,?(?:T| at | )[0-2]?\d:[0-5]\d[\d:.]*(?: ?[ap]\.?m\b\.?)?(?: ?(?:Z|UTC|GMT|[A-Z]{2,3}T|[+-]\d\d:?\d\d)\b)?)?"
    .replace("MONTH", _MONTH),
    re.IGNORECASE,
)  # fmt: skip


def _names_a_month(word: str | None) -> bool:
    """Whether a word that begins like a month is one; "Marigolds 2020" is no date."""
    return word is None or any(month.startswith(word.lower().rstrip(".")) for month in _MONTHS)


def _value(match: re.Match[str]) -> date | None:
    """The day that a match names."""
    parts = match.groupdict()
    year = int(next(parts[f"y{form}"] for form in range(1, 7) if parts[f"y{form}"]))
    if parts["a4"]:  # month first, unless it can only be the day: 27/05/2025
        first, second = int(parts["a4"]), int(parts["b4"])
        month, day = (second, first) if first > 12 else (first, second)
    else:
        month = _month(next(parts[key] for key in ("m1", "m2", "m3", "m5", "m6") if parts[key]))
        day = int(parts["d1"] or parts["d2"] or parts["d3"] or 1)
    try:
        return date(year, month, day)
    except ValueError:  # 31 February
        return None


def _month(word: str) -> int:
    return (
        int(word)
        if word.isdigit()
        else next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(word[:3].lower()))
    )
