"""Finds numerals, in digits or in words, and reads their value."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.number_kinds import Numeral
from healthlint.language.number_units import word_set
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator


class Reading(NamedTuple):
    """The value of one numeral and where it ends; `scale` is 10**6 where it says `million`."""

    value: float
    end: int
    scale: int = 1
    is_fraction: bool = False


def find_candidates(folded: str) -> Iterator[int]:
    """Where digits or words for numbers begin."""
    first = _WORD.match(folded)
    if first is not None and (first[0] in VALUES or first[0] in LEADING):
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
    read = read_number(folded, start)
    if read is None:
        word = _WORD.match(folded, start)
        end = word.end() if word else start + 1
        return Numeral(
            text, folded, start, end, float(SCALES.get(folded[start:end], 0)), None, True, False, left, words
        )
    value, end, scale, is_fraction = read
    high = None
    if (half := _AND_A_HALF.match(folded, end)) is not None:
        value, end = value + (0.25 if half[1] == "quarter" else 0.5), half.end()
    elif (other := _second_of_range(folded, left, start, end)) is not None:
        high = other.value
        if scale == 1 and value < 1000:  # "5 to 10 million" begins at 5 million
            value *= other.scale
        if 1900 <= value < 2100 and high < 100 and end - start == 4:  # "2003-04"
            high += value - value % 100
        end = other.end
    return Numeral(text, folded, start, end, value, high, folded[start].isalpha(), is_fraction, left, words)


def read_number(folded: str, at: int) -> Reading | None:
    """The single numeral that begins here: `12,000`, `4.6 million`, `1/2`, `two hundred and five`."""
    match = _DIGITS.match(folded, at)
    if match is None:
        return _read_words(folded, at)
    if match["fraction"] is not None:
        return Reading(_value_of_fraction(match["fraction"]), match.end(), is_fraction=True)
    if match["decimal"] is not None:  # "2,5 mg"
        value = float(match["decimal"].replace(",", "."))
    else:
        value = float(match["plain"].replace(",", "").replace(" ", "").replace("·", "."))
    scale = SCALES[match["scale"]] if match["scale"] else 1
    return Reading(value * scale, match.end(), scale)


def _read_words(folded: str, at: int) -> Reading | None:
    """`twenty-five`, `two hundred and five`, `six hundred thousand`."""
    begun = _read_under_100(folded, at)
    if begun is None:
        return None
    total, (group, end) = 0.0, begun
    scale = 1
    while (word := _NEXT_WORD.match(folded, end)) is not None and word[1] in SCALES:
        scale = SCALES[word[1]]
        group, end = group * scale, word.end()
        if scale > 100:
            total, group = total + group, 0.0
        joined = _JOINED.match(folded, end) if word[1] != "dozen" else None
        rest = _read_under_100(folded, joined.end()) if joined and (word[1] == "hundred" or not joined[1]) else None
        if rest is not None:
            group, end = group + rest[0], rest[1]
    return Reading(total + group, end, scale)


def _read_under_100(folded: str, at: int) -> tuple[float, int] | None:
    word = _WORD.match(folded, at)
    value = VALUES.get(word[0]) if word else None
    if word is None or value is None:
        return None
    if value >= 20 and (ones := _NEXT_WORD.match(folded, word.end())) is not None and 0 < VALUES.get(ones[1], 0) < 10:
        return value + VALUES[ones[1]], ones.end()
    return value, word.end()


def _value_of_fraction(raw: str) -> float:
    """`½`, `1½`, `1/2`, `1 1/2`."""
    if raw[-1] in _SIGNS:
        return float(raw[:-1] or 0) + _SIGNS[raw[-1]]
    whole, _, fraction = raw.replace("-", " ").rpartition(" ")
    above, below = fraction.split("/")
    return float(whole or 0) + float(above) / float(below)


def _second_of_range(folded: str, left: str, start: int, end: int) -> Reading | None:
    """The rest of `5–10`, `5 to 10`, `5- to 10-`, `two or three`, `between 5 and 10`; no range has equal ends."""
    link = _RANGE.match(folded, end)
    other = read_number(folded, link.end()) if link is not None else None
    if link is None or other is None or folded[link.end() : other.end] == folded[start:end]:  # "one to one"
        return None
    between = link[0].strip(" ")
    if between == "and" and not _BETWEEN.search(left):
        return None
    if between == "-" and folded[start].isalpha() != folded[link.end()].isalpha():
        return None  # "12-one": a hyphen is a dash only between two bare numbers
    if _YEAR.fullmatch(folded, start, end) and not (between != "to" or _YEAR.fullmatch(folded, link.end(), other.end)):
        return None  # "by 2015 to 3 g"
    after = folded[other.end : other.end + 2]
    if between in ("-", "–", "—") and after[:1] in ("-", "–") and after[1:].isdecimal():
        return None  # "4-7-8 breathing", a telephone number, a date
    return other


VALUES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12, "k": 10**3,
}  # fmt: skip
_SIGNS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}

# Words that are or may be a number of their own kind; `number_phrases` reads them.
LEADING = word_set("""
    half halves halve halved halving third thirds quarter quarters fourth fourths fifth fifths sixth seventh eighth
    eighths ninth tenth tenths first second double doubles doubled doubling triple triples tripled tripling quadruple
    quadruples quadrupled quadrupling twofold threefold fourfold fivefold sixfold eightfold tenfold hundredfold twice
    thrice once tens dozen dozens hundred hundreds thousand thousands million millions billion billions
""")


def _scan_pattern() -> str:
    """Digits, or a word of the tables behind what is no letter; by first letter, so that other words fail soon."""
    words = sorted({*VALUES, *LEADING})
    letters = [(letter, "|".join(word[1:] for word in group)) for letter, group in groupby(words, lambda word: word[0])]
    spelled = "|".join(f"{letter}(?:{rest})" for letter, rest in letters)
    return f"[^a-z](?:(?<={_DIGIT}){_DIGIT}*|(?:{spelled})(?![a-z]))"


_DIGIT = "[0-9¼-¾⅓-⅞]"
_CANDIDATE = lazy_pattern(_scan_pattern())
_WEIGHT_AHEAD = " ?(?:mg|mcg|ug|[µμ]g|g|kg|iu|kcal|kj|units?)(?![a-z])"
_UNIT_AHEAD = (
    r"(?:(?: ?[-–—] ?| to | or )[0-9]+(?:[.,][0-9]+)?)?"
    rf"(?:{_WEIGHT_AHEAD}| ?(?:%|per ?cent|ml|l|cm|mm|km|mmol|million|billion|hours?|days?|weeks?|times)(?![a-z]))"
)
_DIGITS = lazy_pattern(
    r"(?P<fraction>(?:[0-9]{1,2}[ -])?[1-9]/(?:[2-9]|1[06])(?![0-9/])|[0-9]{0,2}[¼-¾⅓-⅞])"
    rf"|(?:(?P<decimal>0,[0-9]{{1,4}}(?![0-9]|,[0-9])|(?<![0-9],)[0-9]{{1,3}},[0-9]{{1,2}}(?={_UNIT_AHEAD}))"
    rf"|(?P<plain>(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,6}}(?![0-9])|[0-9]{{1,3}}(?: [0-9]{{3}})+(?={_WEIGHT_AHEAD})"
    r"|[0-9]{1,18})(?:[.·][0-9]+)?|\.[0-9]+))"
    r"(?:[ -]?(?P<scale>(?:hundred|thousand|million|billion|trillion|dozen|k)(?![a-z])))?"
)
_YEAR = lazy_pattern("(?:19|20)[0-9]{2}")
_WORD = lazy_pattern("[a-z]+")
_NEXT_WORD = lazy_pattern("[ -]([a-z]+)")
_JOINED = lazy_pattern(" (and )?")
_RANGE = lazy_pattern("-? ?(?:to|or) |-to-|-or-| and | ?[-–—] ?")
_BETWEEN = lazy_pattern(r"\bbetween (?:the )?(?:ages? |years? )?(?:of )?\$?$|\bages? of $")
_AND_A_HALF = lazy_pattern(r"[ -]and[ -](?:a|one)[ -](half|quarter)\b(?! of)")
