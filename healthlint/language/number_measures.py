"""Quantities: what the unit or the sign of money beside a numeral makes of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.language.number_kinds import Number
from healthlint.language.number_nouns import words_ahead
from healthlint.language.number_roles import age_cue
from healthlint.language.number_units import (
    COMPARATIVES,
    DURATIONS,
    LABELLED,
    LABELLED_LESS,
    MEASURES,
    RELATIVE,
    word_set,
)
from healthlint.language.number_words import read_number
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from healthlint.language.number_kinds import Numeral


def by_money(numeral: Numeral) -> Number | None:
    """`$4.6 billion`, `£30`, `$5 to $10`, `5 dollars`."""
    folded, start = numeral.folded, numeral.start
    sign = folded[start - 1] if start else ""
    if sign in _SIGNS_OF_MONEY:
        value, high, end = numeral.value, numeral.high, numeral.end
        if (scale := _MONEY_SCALE.match(folded, end)) is not None:
            factor, end = _FACTORS[scale[1]], scale.end()
            value, high = value * factor, high * factor if high is not None else None
        if (other := _other_end(numeral, end, sign)) is not None:
            high, end = other
            if (scale := _MONEY_SCALE.match(folded, end)) is not None:
                high, end = high * _FACTORS[scale[1]], scale.end()
        first = start - 3 if folded.startswith("us", start - 3) else start - 1
        return Number("money", first, end, value, high, sign)
    if (currency := _CURRENCY.match(folded, numeral.end)) is not None:
        name = currency[1] or currency[0]
        return numeral.number("money", "$" if name[0] == "d" else name, end=currency.end())
    return None


def by_unit(numeral: Numeral) -> Number | None:
    """What the word behind the numeral makes of it: a percentage, a measure, a multiple, a time of day."""
    unit = _UNIT.match(numeral.folded, numeral.end)
    if unit is None:
        return None
    word = unit["word"].replace(" ", "")  # "° F"
    if (reader := _READERS.get(word)) is not None:
        return reader(numeral, unit)
    known = MEASURES.get(word) or MEASURES.get(word.partition("/")[0])  # "mg/day" is mg
    if unit["how"] == "international ":
        known = "IU"
    return _measure(numeral, known, unit) if known is not None else None


def by_time(numeral: Numeral) -> Number | None:
    """Durations, ages in years or months, and how often: `8 hours`, `12-year-old`, `3 days a week`, `every 2 hours`."""
    folded = numeral.folded
    unit = _UNIT.match(folded, numeral.end)
    name = DURATIONS.get(unit["word"]) if unit else None
    if unit is None or name is None:
        return None
    if (old := _OLD.match(folded, unit.end())) is not None:
        return numeral.number("age", name, start=age_cue(numeral, old.end()), end=old.end())
    if (cue := age_cue(numeral, unit.end(), with_unit=True)) is not None:
        return numeral.number("age", name, start=cue, end=unit.end())
    if (often := _PER_TIME.match(folded, unit.end())) is not None and name in ("day", "night", "week", "month"):
        return numeral.number("frequency", _rhythm(often), end=often.end())
    if numeral.last_word() in ("every", "each"):
        return numeral.number("frequency", name, start=numeral.start_of_words(1), end=unit.end())
    return numeral.number("duration", name, end=unit.end())


def _percent(numeral: Numeral, unit: re.Match[str]) -> Number | None:
    folded, end = numeral.folded, unit.end()
    if unit["word"] in ("per", "percentage"):
        rest = _PER_CENT.match(folded, unit.start("word"))
        if rest is None:
            return None
        end = rest.end()
        if rest["points"]:
            return numeral.number("points", "%", end=end)
    if (interval := _INTERVAL.match(folded, end)) is not None:
        low, high = interval["low"], interval["high"]
        if not low:
            return numeral.number("effect", "CI", end=interval.end())
        return Number("effect", numeral.start, interval.end(), float(low), float(high), "CI")
    if (other := _other_end(numeral, end)) is not None and (again := _PERCENT.match(folded, other[1])) is not None:
        return Number("percent", numeral.start, again.end(), numeral.value, other[0], "%")
    return numeral.number("label" if _is_label(numeral, end) else "percent", "%", end=end)


def _other_end(numeral: Numeral, end: int, sign: str = "") -> tuple[float, int] | None:
    """The upper end of a range that repeats its unit (`5% to 10%`); `from 5% to 10%` may as well be a change."""
    if numeral.high is not None or numeral.last_word() == "from":
        return None
    link = _RANGE_LINK.match(numeral.folded, end)
    if link is None or not numeral.folded.startswith(sign, link.end()):
        return None
    read = read_number(numeral.folded, link.end() + len(sign))
    return (read.value, read.end) if read is not None else None


def _is_label(numeral: Numeral, end: int) -> bool:
    """Whether a percentage tells what something is made of, or a share of a day's food, not a finding."""
    folded = numeral.folded
    if _OF_DAILY.match(folded, end) is not None:
        return True
    ahead = words_ahead(folded, end)
    if numeral.last_word() in ("save", "saves", "off"):
        return True
    if ahead[:1] in (["less"], ["reduced"], ["fewer"], ["more"]):
        return len(ahead) > 1 and ahead[1] in LABELLED_LESS and numeral.last_word() not in _LOSING
    return bool(ahead) and ahead[0] in LABELLED and ahead[1:2] != ["of"]


def _measure(numeral: Numeral, name: str, unit: re.Match[str]) -> Number | None:
    end = unit.end()
    if name == "point" and unit["gap"] == "-":
        return numeral.number("name", "scale", end=end)  # "10-point scale"
    if name == "point" and numeral.is_spelled and numeral.value == 1 and numeral.last_word() == "at":
        return None  # "at one point she slept"
    if len(unit["word"]) == 1 and unit["word"].isalpha() and (numeral.is_spelled or unit["gap"] == "-"):
        return None  # "two-g", "one m": single letters are units only behind digits
    if numeral.value >= 10_000 and name in ("dose", "pack", "tablet", "pill"):
        return None  # "40 million doses were given"
    if (other := _other_end(numeral, end)) is not None:
        again = _UNIT.match(numeral.folded, other[1])
        if again is not None and MEASURES.get(again["word"]) == name:
            return Number("measure", numeral.start, again.end(), numeral.value, other[0], name)
    return numeral.number("measure", name, end=end)


def _times(numeral: Numeral, unit: re.Match[str]) -> Number | None:
    """`3 times a week`, `three times more`, `3-fold`, `10x`."""
    folded, end = numeral.folded, unit.end()
    if unit["word"] == "fold":
        return numeral.number("multiple", end=end)
    if (often := _PER_TIME.match(folded, end)) is not None:
        return numeral.number("frequency", _rhythm(often), end=often.end())
    ahead = words_ahead(folded, end)
    if ahead and (ahead[0] in _COMPARED or (ahead[0] in _DETERMINERS and not RELATIVE.isdisjoint(ahead[1:4]))):
        return numeral.number("multiple", end=end)
    return numeral.number("plain", end=end) if unit["word"] == "times" else None


def _parts_per(numeral: Numeral, unit: re.Match[str]) -> Number | None:
    per = _PER_MILLION.match(numeral.folded, unit.end())
    return numeral.number("measure", f"pp{per[1]}", end=per.end()) if per is not None else None


def _rhythm(often: re.Match[str]) -> str:
    return often["unit"] or _RHYTHMS[often["rhythm"]]


def _time_of_day(numeral: Numeral, unit: re.Match[str]) -> Number | None:
    clock = _CLOCK.match(numeral.folded, numeral.end)
    return numeral.number("time", end=clock.end()) if clock is not None and numeral.value <= 24 else None


_READERS: dict[str, Callable[[Numeral, re.Match[str]], Number | None]] = {
    **dict.fromkeys(("%", "percent", "per", "percentage", "pct"), _percent),
    **dict.fromkeys(("times", "time", "x", "fold"), _times),
    **dict.fromkeys(("part", "parts"), _parts_per),
    **dict.fromkeys(("am", "pm", "a", "p", "o"), _time_of_day),
}
_RHYTHMS = {
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "hourly": "hour",
}
_SIGNS_OF_MONEY = ("$", "£", "€", "¥")
_FACTORS = {"m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9}

_UNIT = lazy_pattern(
    r"(?P<gap> ?|-)(?P<how>(?:international|fluid|fl\.?|square|cubic|metric|heaping|full|whole) )?"
    r"(?P<word>%|° ?[cf]?|[^\W\d_]+(?:/[^\W_]+)*)(?![^\W_])"
)
_MONEY_SCALE = lazy_pattern(r" ?(bn|mn|[mb])(?![a-z0-9-])")
_CURRENCY = lazy_pattern(r"[ -](?:us |american |canadian )?(dollars?|cents?|euros?|pence|rupees|yen)\b|¢")
_RANGE_LINK = lazy_pattern(" ?[-–—] ?| to ")
_PERCENT = lazy_pattern(r" ?(?:%|per ?cent\b)")
_PER_CENT = lazy_pattern(r"per ?cent(?:age)?(?P<points>[ -]points?\b)?")
_INTERVAL = lazy_pattern(
    r",? ?-?(?:ci|confidence intervals?)\b(?: ?\(ci\))?(?:[ ,:=\[(]|of|was)*"
    r"(?:(?P<low>-?[0-9]*\.?[0-9]+)%?(?: ?[-–—] ?| to |, ?)(?P<high>-?[0-9]*\.?[0-9]+)%?)?"
)
_OF_DAILY = lazy_pattern(
    r" (?:of )?(?:(?:your|the|their|our|its|total|recommended|adult|person's|adult's) ){0,3}(?:rda|dv|calories"
    r"|energy intake|daily (?:values?|calories|intake|needs|allowance|requirements?|limit|energy|caloric|diet))\b"
)
_PER_MILLION = lazy_pattern(r" per ([mbt])(?:illion|rillion)\b")
_OLD = lazy_pattern(r"[ -]olds?\b|(?: of age)?,? (?:and|or) (?:older|over|younger|up|under)\b| of age\b")
_PER_TIME = lazy_pattern(
    r"(?:(?: (?:a|an|per|each|every|in a|in one) |-a-|/)(?P<unit>second|minute|hour|day|night|week|month|year)"
    r"| (?P<rhythm>daily|nightly|weekly|monthly|yearly|hourly))\b"
)
_LOSING = ("lost", "lose", "loses", "burned", "burn", "gained", "had")
_CLOCK = lazy_pattern(r" ?[ap]\.m\b\.?| ?[ap]m\b| o'clock\b")
_COMPARED = COMPARATIVES | {"that", "normal", "what", "above", "below"}
_DETERMINERS = word_set("the their your its his her our")
