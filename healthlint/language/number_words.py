"""Finds numerals, in digits or in words, and reads their value."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from healthlint.language.number_kinds import Numeral

if TYPE_CHECKING:
    from collections.abc import Iterator


def find_candidates(folded: str) -> Iterator[int]:
    """Where digits or words for numbers begin."""
    if _AT_START.match(folded) is not None:
        yield 0
    for match in _CANDIDATE.finditer(folded):
        start = match.start()
        if not folded[start].isnumeric():
            yield start + 1  # the space before a word
        elif folded[start - 1 : start] == "." and not folded[start - 2 : start - 1].isdecimal():
            yield start - 1  # ".5"
        else:
            yield start


def read_numeral(text: str, folded: str, start: int, done: int) -> Numeral:
    """The numeral at `start` with the other end of its range; what is before `done` is not looked at.

    A word such as `half` or `millions` is a numeral without an own value, except scales (`million`).
    """
    left = folded[max(done, start - 48) : start].rpartition("  ")[2]  # a blank line of the text is two spaces here
    words = tuple(left.split())
    match = _NUMERAL.match(folded, start)
    if match is None:
        word = _LAST_WORD.match(folded, start)
        end = word.end() if word else start + 1
        return Numeral(
            text, folded, start, end, float(_SCALES.get(folded[start:end], 0)), None, True, False, left, words
        )
    raw, end = match[0], match.end()
    value = value_of(raw)
    high = None
    if (half := _AND_A_HALF.match(folded, end)) is not None:
        value, end = value + (0.25 if half[1] == "quarter" else 0.5), half.end()
    elif (other := _second_of_range(folded, left, start, end)) is not None:
        end = other.end()
        value, high = _same_scale(value, value_of(other["number"]), raw, other["number"])
    is_fraction = "/" in raw or raw[-1] in _SIGNS
    return Numeral(text, folded, start, end, value, high, raw[0].isalpha(), is_fraction, left, words)


def value_of(raw: str) -> float:
    """The value of a numeral as `NUMERAL` matches it: `12,000`, `4.6 million`, `1/2`, `two hundred and five`."""
    if raw[0].isalpha():
        return _value_of_words(raw)
    factor = 1
    if raw[-1].isalpha():
        factor = _SCALES[_LAST_WORD.findall(raw)[-1]]
        raw = raw.rstrip("abcdefghijklmnopqrstuvwxyz -")
    if "/" in raw or raw[-1] in _SIGNS:
        return _value_of_fraction(raw)
    return float(raw.replace(",", "").replace("·", ".")) * factor


def _value_of_words(raw: str) -> float:
    """`two hundred and five` -> 205; a bare scale (`million`) counts once."""
    total = group = 0.0
    for word in _LAST_WORD.findall(raw):
        if word in _SCALES:
            scale = _SCALES[word]
            group = (group or 1) * scale
            if scale > 100:
                total, group = total + group, 0.0
        elif word in _VALUES:
            group += _VALUES[word]
    return total + group


def _value_of_fraction(raw: str) -> float:
    """`½`, `1½`, `1/2`, `1 1/2`."""
    if raw[-1] in _SIGNS:
        return float(raw[:-1].strip() or 0) + _SIGNS[raw[-1]]
    whole, _, fraction = raw.replace("-", " ").rpartition(" ")
    above, below = fraction.split("/")
    return float(whole or 0) + float(above) / float(below)


def _second_of_range(folded: str, left: str, start: int, end: int) -> re.Match[str] | None:
    """The rest of `5–10`, `5 to 10`, `5- to 10-`, `two or three`, `between 5 and 10`; no range has equal ends."""
    match = _RANGE.match(folded, end)
    if match is None or match["number"] == folded[start:end]:  # "one to one"
        return None
    between = match["between"].strip(" ")
    if between == "and" and not _BETWEEN.search(left):
        return None
    if between == "-" and folded[start].isalpha() != match["number"][0].isalpha():
        return None  # "12-one": a hyphen is a dash only between two bare numbers
    after = folded[match.end() : match.end() + 2]
    if between in "-–—" and (after[:1] in ("-", "–") and after[1:].isdecimal()):
        return None  # "4-7-8 breathing", a telephone number, a date
    return match


def _same_scale(low: float, high: float, low_raw: str, high_raw: str) -> tuple[float, float]:
    """Both ends in full: `5 to 10 million` begins at 5 million, `2003-04` ends in 2004."""
    scale = _LAST_WORD.findall(high_raw)
    if scale and scale[-1] in _SCALES and not low_raw[-1].isalpha() and low < 1000 <= high:
        low *= _SCALES[scale[-1]]
    if len(low_raw) == 4 and low_raw[:2] in ("19", "20") and len(high_raw) == 2 and high_raw.isdecimal():
        high += low - low % 100
    return low, high


_VALUES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12, "k": 10**3,
}  # fmt: skip
_SIGNS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8}

# The longer alternatives first, and nothing that could match in two ways.
_FRACTION = r"(?:[0-9]{1,2}[ -])?[1-9]/(?:[2-9]|1[06])(?![0-9/])|[0-9]{0,2}[½¼¾⅓⅔⅛]"
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:[.·][0-9]+)?|\.[0-9]+"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)(?![a-z])"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_UNDER_100 = (
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{_ONES})(?![a-z]))?|{_ONES}"
    r"|zero|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?![a-z])"
)
_SPELLED = rf"{_UNDER_100}(?:[ -]{_SCALE}(?:(?: and)? {_UNDER_100}(?! {_SCALE}))?)*"
NUMERAL = rf"(?:{_FRACTION}|(?:{_DIGITS})(?:[ -]?{_SCALE}|k(?![a-z]))?|{_SPELLED})"

_NUMERAL = re.compile(NUMERAL)

# Words that are or may be a number of their own kind; `number_phrases` reads them.
_LEADING = """
    half halves halve halved halving third thirds quarter quarters fourth fourths fifth fifths sixth seventh eighth
    eighths ninth tenth tenths first second double doubles doubled doubling triple triples tripled tripling quadruple
    quadruples quadrupled quadrupling twofold threefold fourfold fivefold sixfold eightfold tenfold hundredfold twice
    thrice once tens dozen dozens hundred hundreds thousand thousands million millions billion billions
"""


def _first_words() -> str:
    """Every word that a number can begin with as a pattern, by first letter, so that a scan soon gives up on others."""
    words = sorted([*_VALUES, *_LEADING.split()])
    letters = [(letter, "|".join(word[1:] for word in group)) for letter, group in groupby(words, lambda word: word[0])]
    return "(?:" + "|".join(f"{letter}(?:{rest})" for letter, rest in letters) + ")(?![a-z])"


_AT_START = re.compile(_first_words())
_CANDIDATE = re.compile(rf"[0-9½¼¾⅓⅔⅛]+|[^a-z]{_AT_START.pattern}")
_RANGE = re.compile(rf"(?P<between>[ ]?[-–—][ ]?|-? ?(?:to|or) | and |-to-|-or-)(?P<number>{NUMERAL})(?![0-9])")
_BETWEEN = re.compile(r"\bbetween (?:the )?(?:ages? |years? )?(?:of )?[$£€(]?$|\bages? of $")
_AND_A_HALF = re.compile(r"[ -]and[ -](?:a|one)[ -](half|quarter)\b(?! of)")
_LAST_WORD = re.compile("[a-z]+")
