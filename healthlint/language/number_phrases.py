"""Numbers that a word makes by itself: half, a third, twice, doubled, millions, first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.language.number_kinds import Number
from healthlint.language.number_nouns import counted_noun, words_ahead
from healthlint.language.number_units import COMPARATIVES, DURATIONS, MEASURES, RELATIVE, SERVED, word_set
from healthlint.language.number_words import SCALES, VALUES
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from healthlint.language.number_kinds import NumberKind, Numeral

    Reader = Callable[[Numeral], Number | None]


def by_parts(numeral: Numeral) -> Number | None:
    """`two-thirds of adults`, `three quarters of a cup`, `1/2 cup`, `one half`."""
    if numeral.is_fraction:
        return _part(numeral, numeral.start, numeral.end, numeral.value)
    parts = _PARTS.match(numeral.folded, numeral.end) if numeral.is_spelled and numeral.high is None else None
    if parts is None or numeral.value >= 10:
        return None
    below = _ORDINALS.get(parts[1].rstrip("s")) or _HALVES[parts[1]]
    return _part(numeral, numeral.start, parts.end(), numeral.value / below)


def _half(numeral: Numeral) -> Number | None:
    folded, start, end = numeral.folded, numeral.start, numeral.end
    if (scale := _HALF_A_MILLION.match(folded, end)) is not None:
        value = SCALES[scale[1]] / 2
        noun, noun_end = counted_noun(folded, scale.end())
        if scale[1] == "dozen" and not noun:
            return Number("plain", start, scale.end(), value)
        return Number("count", start, noun_end if noun else scale.end(), value, unit=noun)
    if _WHICH_HALF.search(folded, max(0, start - 12), start) is not None:
        return None
    if folded[end : end + 1] == "-" and words_ahead(folded, end)[:1] not in _HALF_UNITS:
        return None  # "half-life", "half-hearted"
    return _part(numeral, start, end, 0.5)


def _part_of_one(numeral: Numeral) -> Number | None:
    """`a third of`, `a quarter`; `the third`, `third` and `a third dose` are ordinals, `quarter past` is nothing."""
    folded, word = numeral.folded, numeral.folded[numeral.start : numeral.end]
    below = _ORDINALS.get(word, 4)
    if numeral.last_word() in ("a", "an") and not word.endswith("s"):
        start = numeral.start_of_words(1)
        ahead = words_ahead(folded, numeral.end)
        is_part = folded.startswith((" of ", "-"), numeral.end) or (ahead and ahead[0] in COMPARATIVES)
        if is_part or _APPROXIMATE.search(numeral.left[: start - numeral.start]):
            return _part(numeral, start, numeral.end, 1 / below)
    if word.startswith("quarter") or word.endswith("s"):
        return None
    return Number("ordinal", numeral.start, numeral.end, below)


def _part(numeral: Numeral, start: int, end: int, value: float) -> Number | None:
    """A fraction by what it is of: a measure, a time, a helping, a risk, or a share of something."""
    folded = numeral.folded
    if _BY.search(folded, max(0, start - 24), start) is not None:  # "cut by half"
        return Number("multiple", start, end, value)
    if folded[max(0, start - 3) : start] == "in " and value == 0.5:  # "cut the risk in half", not the tablet
        words = folded[max(0, start - 70) : start - 3].rpartition(". ")[2].split()
        return Number("multiple", start, end, value) if not RELATIVE.isdisjoint(words) else None
    of = _OF.match(folded, end)
    at = of.end() - 1 if of else end
    ahead = words_ahead(folded, at)
    if not ahead:
        return _bare_part(numeral, start, end, value)
    first = ahead[0]
    if of is None and first in SCALES:  # "one-half million doses"
        return Number("count", start, folded.index(first, end) + len(first), value * SCALES[first])
    unit = MEASURES.get(first) or DURATIONS.get(first)
    if unit is not None and not (of and of["many"]):
        kind: NumberKind = "measure" if first in MEASURES else "duration"
        return Number(kind, start, folded.index(first, end) + len(first), value, unit=unit)
    if of and (of["whose"] or of["many"]) and not SERVED.isdisjoint(ahead[:2]):
        return Number("label", start, end, value, unit=ahead[0])
    if of and of["of"]:
        number = _OF_NUMBER.match(folded, end)
        noun, _ = counted_noun(folded, number.end() if number else at)
        return Number("fraction", start, end, value, unit=noun or _head(ahead))
    is_of = of is not None and (of["many"] or of["whose"])
    if first in COMPARATIVES or first == "that" or (is_of and not RELATIVE.isdisjoint(ahead[:3])) or first in RELATIVE:
        return Number("multiple", start, end, value)
    if is_of:
        noun, _ = counted_noun(folded, at)
        return Number("fraction", start, end, value, unit=noun) if noun else None
    return _bare_part(numeral, start, end, value)


def _bare_part(numeral: Numeral, start: int, end: int, value: float) -> Number | None:
    """A fraction of something named before: `nearly half reported pain`, `two-thirds were women`."""
    ahead = words_ahead(numeral.folded, end)
    if (ahead and ahead[0] in _VERBS) or _APPROXIMATE.search(numeral.folded, max(0, start - 14), start):
        return Number("fraction", start, end, value)
    if numeral.is_fraction:
        return Number("plain", start, end, value)
    is_alone = not ahead or ahead[0] in _PHRASE_ENDS
    return Number("fraction", start, end, value) if is_alone and numeral.folded[start:end] != "half" else None


def _head(words: list[str]) -> str:
    """The last word of a noun phrase that begins these words."""
    head = ""
    for word in words:
        if word in _PHRASE_ENDS:
            break
        if not word.endswith("ly"):  # "one-third of the roughly 300 …"
            head = word
    return head


def _multiplied(numeral: Numeral) -> Number | None:
    """`doubled`, `tripling`, `double the risk`; not `double vision`, `doubled over`, `double the dose`."""
    folded, end = numeral.folded, numeral.end
    word = folded[numeral.start : end]
    value = next(value for stem, value in _STEMS.items() if word.startswith(stem))
    ahead = words_ahead(folded, end)
    if folded.startswith("-", end) or (ahead and ahead[0] in _NO_GROWTH):
        return None
    is_verb = not word.endswith("e") or numeral.last_word() in _BEFORE_VERB
    if not ahead or ahead[0] in _AFTER_VERB:
        is_multiple = is_verb
    elif ahead[0] in _DETERMINERS:
        is_multiple = ahead[0] == "that" or not RELATIVE.isdisjoint(ahead[1:4])
    else:
        is_multiple = is_verb and not RELATIVE.isdisjoint(ahead[:3])
    return Number("multiple", numeral.start, end, value) if is_multiple else None


def _fold(numeral: Numeral) -> Number | None:
    word = numeral.folded[numeral.start : numeral.end - 4]
    return Number("multiple", numeral.start, numeral.end, float(VALUES.get(word) or SCALES[word]))


def _twice(numeral: Numeral) -> Number | None:
    folded, end = numeral.folded, numeral.end
    value = 2.0 if folded[numeral.start : end] == "twice" else 3.0 if folded[numeral.start : end] == "thrice" else 1.0
    if (often := _OFTEN.match(folded, end)) is not None:
        unit = often[1] or _RHYTHMS.get(often[2]) or DURATIONS.get(often[2].split()[-1], "")
        return Number("frequency", numeral.start, often.end(), value, unit=unit)
    ahead = words_ahead(folded, end)
    if value > 1 and ahead and (ahead[0] in ("as", "more", "that", "what") or not RELATIVE.isdisjoint(ahead[:4])):
        return Number("multiple", numeral.start, end, value)
    return Number("plain", numeral.start, end, value) if value > 1 else None


def _magnitude(numeral: Numeral) -> Number | None:
    """`millions of people`, `hundreds of thousands`, `thousands of years`."""
    folded = numeral.folded
    of_more = _OF_MORE.match(folded, numeral.end)
    end = of_more.end() if of_more else numeral.end
    words = [folded[numeral.start : numeral.end], *([of_more[1]] if of_more else [])]
    if words == ["tens"]:
        return None
    value = 1.0
    for word in words:
        value *= 10 if word == "tens" else SCALES[word.removesuffix("s")]
    ahead = words_ahead(folded, end)
    if ahead[:1] != ["of"]:
        return Number("magnitude", numeral.start, end, value)
    noun, _ = counted_noun(folded, end + 3)
    if not noun and len(ahead) > 1:
        if ahead[1] in DURATIONS or ahead[1] in MEASURES:
            kind: NumberKind = "duration" if ahead[1] in DURATIONS else "measure"
            unit = DURATIONS.get(ahead[1]) or MEASURES[ahead[1]]
            return Number(kind, numeral.start, end + 4 + len(ahead[1]), value, unit=unit)
        if ahead[1] in ("dollars", "euros", "pounds"):
            return Number(
                "money", numeral.start, end + 4 + len(ahead[1]), value, unit="$" if ahead[1][0] == "d" else ""
            )
    return Number("magnitude", numeral.start, end, value, unit=noun or _head(ahead[1:]))


def _scale(numeral: Numeral) -> Number | None:
    """A bare `million` or `dozen`: behind `a` it is 1 million, behind `several` of unknown value."""
    folded, before = numeral.folded, numeral.last_word()
    if before not in ("a", "an", "several", "few", "couple", "half", "per", "the", "of", "nearly", "every"):
        return None
    value = numeral.value if before in ("a", "an") else None
    start = numeral.start_of_words(1) if before in ("a", "an") else numeral.start
    ahead = words_ahead(folded, numeral.end)
    if ahead and (unit := DURATIONS.get(ahead[0]) or MEASURES.get(ahead[0])) is not None:
        kind: NumberKind = "duration" if ahead[0] in DURATIONS else "measure"
        return Number(kind, start, numeral.end + 1 + len(ahead[0]), value, unit=unit)
    noun, end = counted_noun(folded, numeral.end)
    if noun:
        return Number("count", start, end, value, unit=noun)
    if before in ("a", "an") and ahead[:1] and ahead[0] in _COUNTLESS:
        return Number("idiom", start, numeral.end, value)  # "a million reasons"
    return Number("plain", start, numeral.end, value)


def _ordinal(numeral: Numeral) -> Number | None:
    word = numeral.folded[numeral.start : numeral.end]
    return Number("ordinal", numeral.start, numeral.end, _ORDINALS[word])


_ORDINALS = {
    "first": 1.0, "second": 2.0, "third": 3.0, "fourth": 4.0, "fifth": 5.0, "sixth": 6.0, "seventh": 7.0, "eighth": 8.0,
    "ninth": 9.0, "tenth": 10.0, "quarter": 4.0,
}  # fmt: skip
_HALVES = {"half": 2.0, "halves": 2.0}
_STEMS = {"doubl": 2.0, "tripl": 3.0, "quadrupl": 4.0, "hal": 0.5}


def _readers() -> dict[str, Reader]:
    table: dict[str, Reader] = dict.fromkeys(("first", "second", "sixth", "seventh", "ninth"), _ordinal)
    for stem in ("third", "quarter", "fourth", "fifth", "eighth", "tenth"):
        table |= dict.fromkeys((stem, stem + "s"), _part_of_one)
    for stem in ("doubl", "tripl", "quadrupl"):
        table |= dict.fromkeys((stem + ending for ending in ("e", "es", "ed", "ing")), _multiplied)
    table |= dict.fromkeys(("halve", "halved", "halves", "halving"), _multiplied)
    table |= dict.fromkeys(
        (f"{word}fold" for word in ("two", "three", "four", "five", "six", "eight", "ten", "hundred")), _fold
    )
    table |= dict.fromkeys(("twice", "thrice", "once"), _twice)
    for stem in ("dozen", "hundred", "thousand", "million", "billion"):
        table |= {stem: _scale, stem + "s": _magnitude}
    return table | {"half": _half, "tens": _magnitude}


LEADING_WORDS = _readers()
"""The reader of each word that makes a number by itself; it gives None where the word counts nothing."""

_COUNTLESS = word_set("reasons ways things times questions bucks excuses ideas thanks different little")
_VERBS = word_set("""
    were was are had have has reported said took received did die died got were showed developed used do experienced
    felt survived responded lived believe believed agreed saw
""")
_PHRASE_ENDS = word_set(
    "who that of the which were was are is had have has in on with from for to and or by at as will can may did"
)
_NO_GROWTH = ("over", "up", "down", "back", "as", "blind", "time")  # "doubled over", "doubling time"
_DETERMINERS = word_set("the your their his her our that its a this these someone's one's my women's men's people's")
_BEFORE_VERB = word_set("to will may could would can might nearly almost than roughly about can")
_AFTER_VERB = word_set("in since from over between among for when if after by during every within to and with")
_APPROXIMATE = lazy_pattern(
    r"\b(?:nearly|almost|about|over|than|only|roughly|around|fully|least|approximately|some|just|up to|under)"
    r"(?: an?)? $"
)
_BY = lazy_pattern(
    r"\bby (?:about |nearly |almost |more than |roughly |up to |over |around |at least |as much as )?(?:an? )?$"
)
_OF = lazy_pattern(
    r"(?P<of> of)?"
    r"(?:(?P<many> (?:the|these|those|all))|(?P<whose> (?:an?|your|my|his|her|our|their|each|its))){0,3} (?=[a-z])"
)
_OF_NUMBER = lazy_pattern(r" of (?:(?:the|these|those|all|about|roughly|nearly|some) )*[0-9][0-9,.]*(?: [mb]illion)?")
_WHICH_HALF = lazy_pattern(r"\b(?:first|second|other|better|latter|next|last|remaining)[ -]$")
_HALF_UNITS = [[unit] for unit in (*MEASURES, *DURATIONS)]
_PARTS = lazy_pattern(r"[ -](halves|half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b")
_HALF_A_MILLION = lazy_pattern(r"(?: a|-)[ -]?(hundred|thousand|million|billion|dozen)\b")
_OF_MORE = lazy_pattern(r" of (hundreds|thousands|millions|billions)\b")
_RHYTHMS = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year"}
_OFTEN = lazy_pattern(
    r"(?: (?:a|an|per|each|every|in a) |-a-|-per-)(day|night|week|month|year|hour)\b"
    r"|[ -](daily|nightly|weekly|monthly|yearly|every [a-z0-9]+ [a-z]+)\b"
)
