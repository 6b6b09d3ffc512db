"""Amounts of medicines and supplements as texts write them, in any notation."""

from __future__ import annotations

import re
from typing import NamedTuple

from healthlint.language.patterns import lazy_pattern


class Dose(NamedTuple):
    """An amount with its unit: `5,000 IU`, `0,5 mg`, `400–500 mg`, `10 drops`."""

    start: int
    end: int
    value: float  # of a range its lower end
    high: float
    unit: str  # g, mg, mcg, IU, unit, or what is counted: drop, capsule, tablet, pill, gummy
    written: str  # the digits of the lower end as they stand

    @property
    def is_weighed(self) -> bool:
        """Whether it has a unit of weight or of effect, and is no number of pieces."""
        return self.unit in _PER_MILLIGRAM or self.unit in ("IU", "unit")


def find_doses(text: str, start: int, end: int) -> list[Dose]:
    """The doses in a stretch of a text, in order; concentrations such as `30 ng/mL` and `5 mg/kg` are none."""
    plain = text[start:end].translate(_PLAIN)
    found = []
    for match in _DOSE.finditer(plain):
        unit = _UNITS[match["unit"].lower().replace(".", "").removesuffix("s")]
        value = _value(match["low"], unit)
        high = _value(match["high"], unit) if match["high"] else value
        if value <= high:
            first = start + match.start("low")
            written = text[first : start + match.end("low")]
            found.append(Dose(first, start + match.end("unit"), value, high, unit, written))
    return found


def in_unit(amount: float, unit: str, other: str) -> float | None:
    """A weight in another unit of weight; None where one of them is none."""
    if unit not in _PER_MILLIGRAM or other not in _PER_MILLIGRAM:
        return None
    return amount * _PER_MILLIGRAM[other] / _PER_MILLIGRAM[unit]


def _value(digits: str, unit: str) -> float:
    """What digits say: `5,000`, `5 000` and `5.000 IU` are thousands, `0,5` and `2,5` are fractions."""
    if words := _WORDS.get(digits.lower()):
        return float(words)
    digits = re.sub(r"\s", "", digits)
    if _THOUSANDS.fullmatch(digits) and not digits.startswith("0") and (unit == "IU" or "." not in digits):
        return float(re.sub("[.,]", "", digits))
    if not digits.startswith("0,"):  # "0,005 g"
        digits = re.sub(r",(?=[0-9]{3}(?![0-9]))", "", digits)
    return float(digits.replace(",", "."))


_PER_MILLIGRAM = {"g": 0.001, "mg": 1.0, "mcg": 1000.0}
_UNITS = {
    **dict.fromkeys(("g", "gram", "gramme"), "g"),
    **dict.fromkeys(("mg", "milligram", "milligramme"), "mg"),
    **dict.fromkeys(("mcg", "ug", "µg", "μg", "microgram", "microgramme"), "mcg"),
    **dict.fromkeys(("iu", "international unit"), "IU"),
    **dict.fromkeys(("u", "unit"), "unit"),
    **dict.fromkeys(("drop",), "drop"),
    **dict.fromkeys(("capsule", "tablet", "pill"), "capsule"),
    **dict.fromkeys(("gummie", "gummy"), "gummy"),
}
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}
# Full-width signs are one character each, as their plain ones are, so that places stay what they are.
_PLAIN = {
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    **{0xFF21 + letter: chr(0x41 + letter) for letter in range(26)},
    **{0xFF41 + letter: chr(0x61 + letter) for letter in range(26)},
    0xFF0C: ",",
    0xFF0E: ".",
    0x2009: " ",
    0x202F: " ",
    0xA0: " ",
}
_UNIT = (
    r"(?:international units?|(?:milli|micro)?gram(?:me)?s?|i\.u\.|i\.?u|ius|mcgs?|mgs?|ug|[µμ]g|g"
    r"|units?|u|drops?|capsules?|tablets?|pills?|gummies|gummy)"
)
_NUMBER = r"(?:[0-9]{1,3}(?:[,. ][0-9]{3})+(?:\.[0-9]{1,3})?(?![0-9])|[0-9]{1,7}(?:[.,][0-9]{1,4})?|\.[0-9]{1,4})"
_DOSE = lazy_pattern(
    rf"(?<![\w.,/%-])(?P<low>{_NUMBER}|(?:one|two|three|four|five|six|eight|ten)(?= ))"
    rf"(?:(?:[ -]?{_UNIT})? ?(?:[-–—]|to|or) ?(?P<high>{_NUMBER}))?"
    rf"[ -]?(?P<unit>{_UNIT})(?!\w|/(?!(?:d|day|night)\b)|\.[0-9])(?! (?:of body|per kg|per ml|per milli))",
    re.IGNORECASE,
)
_THOUSANDS = lazy_pattern(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
