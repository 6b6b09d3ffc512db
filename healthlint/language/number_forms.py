"""Numbers that their own characters give away: telephone numbers, dates, times of day, names with digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from healthlint.language.number_kinds import Number
from healthlint.language.number_nouns import counted_noun
from healthlint.language.number_units import DURATIONS, MEASURES, MONTHS, word_set
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from healthlint.language.number_kinds import NumberKind, Numeral


def by_form(numeral: Numeral) -> Number | None:
    """What the digits are by their own shape and the letters that touch them."""
    folded, start = numeral.folded, numeral.start
    before = folded[start - 1] if start else " "
    if before in "/@_&\\" or (before == "." and folded[start - 2 : start - 1].isalnum()):
        return _address(numeral)
    if folded[start] == "." and before.isalnum():  # a mark that lost its height: "sleep.5 The"
        return Number("list", start + 1, numeral.end)
    if before.isalpha() or (before == "-" and _is_name_before(folded, start)):
        return _name(numeral)
    if (form := _FORM.match(folded, start)) is not None:
        kind = cast("NumberKind", form.lastgroup)
        opening = 1 if before == "(" and kind == "phone" else 0
        return Number(kind, start - opening, form.end(), unit=_UNIT_OF_FORM.get(kind, ""))
    if (mark := _LIST.match(folded, start)) is not None and _opens_line(numeral, mark):
        return Number("list", start, start + len(mark[1]), numeral.value)
    after = folded[numeral.end : numeral.end + 1]
    if after.isalpha():
        return _with_letters(numeral)
    if after == "(" and _CHEMICAL.match(folded, start) is not None:  # 25(OH)D
        return _name(numeral)
    if after in "/.:@" and _ADDRESS.search(folded, start, _end_of_token(folded, start)) is not None:
        return _address(numeral)
    return None


def by_date(numeral: Numeral) -> Number | None:
    """A day, month or year beside the name of a month: `May 5, 2019`, `5 May`, `March 2020`."""
    text, folded = numeral.text, numeral.folded
    if numeral.words and numeral.words[-1].strip("(.") in MONTHS and numeral.value < 2100:
        start = numeral.start_of_words(1)
        rest = _REST_OF_DATE.match(folded, numeral.end)
        return _date(numeral, start, rest) if text[start].isupper() else None
    after = _MONTH_AFTER.match(folded, numeral.end)
    if after is None or after[1] not in MONTHS or not text[after.start(1)].isupper() or numeral.value > 31:
        return None
    return _date(numeral, numeral.start, _REST_OF_DATE.match(folded, after.end()))


def _date(numeral: Numeral, start: int, rest: re.Match[str] | None) -> Number:
    """A date from `start` to the end of `rest`; its value is the year, where it has one."""
    end = rest.end() if rest else numeral.end
    year = float(rest["year"]) if rest and rest["year"] else numeral.value
    return Number("date", start, end, year if year and year > 1900 else None)


def by_year(numeral: Numeral) -> Number | None:
    """Four bare digits from 1900 to 2099, or a range of them."""
    if numeral.end - numeral.start < 4 or numeral.is_spelled or not (1900 <= numeral.value <= 2099):
        return None
    if not numeral.folded[numeral.start : numeral.start + 4].isdecimal():
        return None
    if counted_noun(numeral.folded, numeral.end)[0] and (
        numeral.value % 100 == 0 or numeral.last_word() not in _YEAR_CUES
    ):
        return None  # "2000 patients"; but "in 2014 patients …"
    decade = 1 if numeral.folded.startswith("s", numeral.end) else 0
    return numeral.number("year", end=numeral.end + decade)


def _address(numeral: Numeral) -> Number:
    """A number inside a web address, an identifier or a version: all of it, up to the next space."""
    return Number("name", numeral.start, _end_of_token(numeral.folded, numeral.start))


def _name(numeral: Numeral) -> Number:
    """A name with digits in it, from its first letter to its last: `B12`, `omega-3`, `COVID-19`, `25(OH)D`."""
    folded, start = numeral.folded, numeral.start
    head = _NAME_BEFORE.search(folded, start - len(numeral.left), start)
    tail = _NAME_AFTER.match(folded, start)
    return Number("name", head.start() if head else start, tail.end() if tail else numeral.end)


def _is_name_before(folded: str, start: int) -> bool:
    """Whether a hyphen ties the digits to a name (`omega-3`), not to a prefix (`mid-40s`)."""
    word = _WORD_BEFORE.search(folded, max(0, start - 24), start - 1)
    return word is not None and word[0] not in _PREFIXES


def _with_letters(numeral: Numeral) -> Number | None:
    """Digits that run into letters: an ordinal, a decade, a name; None where the letters are a unit."""
    folded, end = numeral.folded, numeral.end
    letters = _LETTERS.match(folded, end)
    word = letters[0] if letters else ""
    if word in ("st", "nd", "rd", "th"):
        return numeral.number("ordinal", end=end + 2)
    if word in MEASURES or word in DURATIONS or word in _OTHER_SUFFIXES or word.split("/")[0] in MEASURES:
        return None
    return _name(numeral)


def _opens_line(numeral: Numeral, mark: re.Match[str]) -> bool:
    """Whether `1.` or `2)` is the marker of a list item, or `[3]` and `(3)` stand by themselves."""
    if mark[2] == "]" or (mark[2] == ")" and numeral.folded[numeral.start - 1 : numeral.start] == "("):
        return numeral.folded[max(0, numeral.start - 1) : numeral.start] in ("[", "(")
    return numeral.start == 0 or numeral.text[numeral.start - 1] == "\n"


def _end_of_token(folded: str, start: int) -> int:
    """The end of the run without a space that holds `start`, without stops and brackets, at most 300 characters on."""
    end = folded.find(" ", start, start + 300)
    token = folded[start : end if end >= 0 else start + 300]
    return start + len(token.rstrip(".,;:)]”\"'"))


_UNIT_OF_FORM = {"measure": "mmHg"}
_FORM = lazy_pattern(
    r"(?P<phone>(?:(?:1|011|00|[2-9][0-9])[-. ])?[0-9]{3}\)?[-. ][0-9]{3}[-. ][0-9]{4}(?![0-9])"
    r"|1?-?8[0-9][0-9]-[0-9a-z]{3,4}-[0-9a-z]{3,5}\b|1-8[0-9]{2}-[a-z]{4,10}\b"
    r"|0[0-9]{1,4}[ -][0-9]{3,4}[ -]?[0-9]{3,4}\b|9-1-1\b|9-8-8\b|(?:911|988)(?![0-9,.]*[0-9%]| [a-z]+s\b))"
    r"|(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])|[0-9]{1,2}/[0-9]{1,2}/(?:19|20)?[0-9]{2}(?![0-9])|9/11(?![0-9]))"
    r"|(?P<time>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?: ?[ap]\.?m\b\.?)?(?!:|[0-9]))"
    r"|(?P<measure>(?:9[0-9]|[12][0-9]{2})/(?:[4-9]|1[0-4])[0-9](?![0-9/])(?: ?mm ?hg)?)"
    r"|(?P<idiom>24/7|50/50|50-50|20/20)(?![0-9/])"
    r"|(?P<name>[0-9]+(?:\.[0-9]+){2,}|[0-9]+[-:][0-9]+[-:][0-9]+|10\.[0-9]{4,}/\S{1,300}|[0-9]+:[0-9]+)"
)
_LIST = lazy_pattern(r"([0-9]{1,3}(?:(?:, ?|[-–])[0-9]{1,3}){0,8})([.)\]])(?![0-9])")
_YEAR_CUES = ("in", "since", "until", "during", "by", "from", "before", "after")
_CHEMICAL = lazy_pattern(r"[0-9]+\([a-z]+\)")
_ADDRESS = lazy_pattern(r"://|www\.|@|\.(?:com|org|net|gov|edu)\b|/[a-z0-9._-]*/")
_NAME_BEFORE = lazy_pattern(r"(?:[^\W_]++-?)+$")
_NAME_AFTER = lazy_pattern(r"[0-9]+(?:\.[0-9]+)?(?:\([a-z]{1,4}\))?(?:[^\W_]|-(?=[a-z]?[0-9]|[a-z]\b))*")
_WORD_BEFORE = lazy_pattern(r"[^\W_]+$")
_PREFIXES = word_set(
    "mid pre post over under sub non to early late about and or the re ex aged age ages plus is around versus vs"
)
_LETTERS = lazy_pattern(r"[^\W\d_]+(?:/[^\W_]+)?")
_OTHER_SUFFIXES = word_set("x s am pm a p m k b bn fold percent pct ish yo")
_MONTH_AFTER = lazy_pattern(r"(?:st|nd|rd|th)? (?:of )?([a-z]+)\.?(?![a-z])")
_REST_OF_DATE = lazy_pattern(r"(?:st|nd|rd|th)?(?:,? (?P<year>(?:19|20)[0-9]{2})(?!,?[0-9]))?")
