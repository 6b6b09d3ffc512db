"""What a numeral is by its place in the sentence: a name, a statistic, a share, a count, an age."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.language.number_kinds import Number
from healthlint.language.number_nouns import counted_noun, words_ahead
from healthlint.language.number_units import COUNTED, DURATIONS, MEASURES, NAMES_OF_DAYS, NAMING, PEOPLE, word_set
from healthlint.language.number_words import SCALES, read_number
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from healthlint.language.number_kinds import Numeral


def by_name_before(numeral: Numeral) -> Number | None:
    """A number that only names: `type 2`, `SPF 30`, `BMI of 30`, `step 2 of 5`, `a scale from 0 to 10`."""
    if not numeral.words:
        return None
    folded, start = numeral.folded, numeral.start
    if (scale := _NAME_OF.search(numeral.left)) is not None:
        return numeral.number("name", scale[1], start=start - len(numeral.left) + scale.start())
    word = numeral.words[-1].lstrip("(“\"'[#").rstrip(".")
    if word not in NAMING and word not in NAMES_OF_DAYS:
        return None
    ahead = words_ahead(folded, numeral.end)
    if (numeral.is_spelled and word not in _SPELLED_NAMES) or (ahead and ahead[0] in DURATIONS and ahead[0][-1] == "s"):
        return None  # "levels 30 minutes later"
    if word.rstrip("s") not in _SPELLED_NAMES and counted_noun(folded, numeral.end)[0]:
        return None  # "each week 200 deaths"
    if word in NAMES_OF_DAYS and folded.startswith(",", numeral.end):
        return None
    more = _MORE_NAMES.match(folded, numeral.end) if word.endswith("s") or word == "type" else None
    more = more or _OF_ALL.match(folded, numeral.end)
    return numeral.number("name", word, start=numeral.start_of_words(1), end=more.end() if more else None)


def by_effect(numeral: Numeral) -> Number | None:
    """Statistics of a study by the label before them: `hazard ratio 1.3`, `p < 0.001`, `n = 120`."""
    if numeral.left.rstrip()[-1:] not in _RELATIONS and not any(
        word.strip("(),:") in _EFFECT_HINTS for word in numeral.words[-3:]
    ):
        return None
    effect = _EFFECT.search(numeral.left)
    if effect is None:
        return None
    label, start = effect["label"], numeral.start - len(numeral.left) + effect.start("label")
    if len(label) == 2 and not numeral.text[start : start + 2].isupper():  # "5 or 6"
        return None
    if label == "n":
        return numeral.number("count", "participants", start=start)
    return numeral.number("effect", _EFFECTS.get(label.rstrip("s"), label.rstrip("s").upper()), start=start)


def by_ratio(numeral: Numeral) -> Number | None:
    """Shares of whole numbers: `1 in 5`, `three out of every ten`, `12 deaths per 100,000`, `one woman in three`."""
    folded = numeral.folded
    match = _SHARE.match(folded, numeral.end)
    whole = read_number(folded, match.end()) if match is not None else None
    if match is None or whole is None:
        return _rate_or_idiom(numeral, match)
    below, end = whole.value, whole.end
    link = (match["link"] or "/").replace("-", " ")
    noun, _, link = link.rpartition(" ") if link.endswith(" in") else ("", "", link)
    is_rate = link.endswith("per") or link == "/"
    if is_rate and (below < 100 or (link == "/" and (below not in _ROUND or folded[end : end + 1].isalpha()))):
        return None  # "5 per day", "660/850nm"
    if not is_rate and not _is_share(numeral, link, noun, below, is_every=bool(match["every"])):
        return None
    ahead = words_ahead(folded, end)
    if folded.startswith("%", end) or (ahead and (ahead[0] in MEASURES or ahead[0] in _NOT_SHARES)):
        return None
    if not is_rate and (ahead[:1] == ["stars"] or _IS_SCORE.search(numeral.left) or _ON_SCALE.match(folded, end)):
        return numeral.number("name", "scale", end=end)
    high = numeral.high / below if numeral.high is not None else None
    unit = str(int(below)) if below == int(below) else str(below)
    return Number("ratio", numeral.start, end, numeral.value / below, high, unit)


def _is_share(numeral: Numeral, link: str, noun: str, below: float, *, is_every: bool) -> bool:
    """Whether `numeral`, perhaps of a noun (`one woman in three`), and the number behind `link` are a share."""
    if numeral.high is not None or not numeral.value < below or (noun and (numeral.value != 1 or noun not in COUNTED)):
        return False
    if is_every or link == "out of":
        return True
    return link == "in" and (numeral.value <= 10 or below in _ROUND) and not 1900 <= below <= 2099


def _rate_or_idiom(numeral: Numeral, share: re.Match[str] | None) -> Number | None:
    """`five per thousand`, `one in a million`."""
    scale = _BARE_SCALE.match(numeral.folded, share.end()) if share is not None else None
    if scale is None or share is None:
        return None
    if scale[1] and numeral.value == 1 and scale[2] in ("million", "billion"):
        return numeral.number("idiom", end=scale.end())
    below = SCALES[scale[2]]
    return Number("ratio", numeral.start, scale.end(), numeral.value / below, None, str(below))


def by_count(numeral: Numeral) -> Number | None:
    """How many people, cases or studies: `103 million Americans`, `12,000 deaths`, a bare `4.6 million`."""
    noun, end = counted_noun(numeral.folded, numeral.end)
    is_large = _LARGE.search(numeral.folded, numeral.start, numeral.end) is not None
    if noun and (numeral.value != 1 or not numeral.is_spelled):
        return numeral.number("count", noun, end=end)
    if is_large:
        return numeral.number("count")
    return None


def by_age(numeral: Numeral) -> Number | None:
    """Ages by the words around them: `over 50`, `aged 18–65`, `65 and older`, `in their 40s`, a name's `Osei, 52,`."""
    if not 0 < numeral.value <= 120:
        return None
    folded, left_at = numeral.folded, numeral.start - len(numeral.left)
    end = numeral.end + (1 if folded[numeral.end : numeral.end + 1] in ("+", "s") else 0)
    if numeral.high is not None and numeral.words and numeral.words[-1] in PEOPLE and not numeral.is_spelled:
        return numeral.number("age", "year", end=end)  # "women 40 to 54"
    older = _AND_OLDER.match(folded, end)
    if (cue := age_cue(numeral, older.end() if older else end)) is not None or older is not None:
        return numeral.number("age", "year", start=cue, end=older.end() if older else end)
    if folded.startswith("s", numeral.end):
        decade = _IN_THEIR.search(numeral.left)
        return numeral.number("age", "year", start=left_at + decade.start(), end=end) if decade else None
    if folded.startswith("+", numeral.end) and (
        numeral.last_word() in PEOPLE or counted_noun(folded, end)[0] in PEOPLE
    ):
        return numeral.number("age", "year", end=end)
    if (
        numeral.left.endswith(", ")
        and _COMMA_WORD.match(folded, end) is not None
        and not numeral.is_spelled
        and numeral.high is None
    ):
        name = numeral.start_of_words(1)
        return numeral.number("age", "year") if numeral.text[name].isupper() else None
    return None


def age_cue(numeral: Numeral, end: int, *, with_unit: bool = False) -> int | None:
    """Where the words begin that make an age of what ends at `end` (`aged`, `over` behind people); None without any."""
    left_at = numeral.start - len(numeral.left)
    if (cue := _AGE_BEFORE.search(numeral.left)) is not None:
        return left_at + cue.start()
    over = _OVER.search(numeral.left)
    if over is None or not (over["who"] is None or over["who"] in _AGED):
        return None
    if with_unit and over["over"] in ("over", "up to", "at least", "past"):
        return None  # "they followed the patients over 5 years"
    ahead = words_ahead(numeral.folded, end)
    if ahead and (ahead[0] in _ADJECTIVES or (ahead[0].endswith("s") and ahead[0] not in _VERBS_IN_S)):
        return None  # "they asked the women over 50 questions"
    return left_at + over.start("over")


_AGED = PEOPLE | word_set("those anyone everyone someone ones aged one if american british")
_SPELLED_NAMES = word_set("type stage phase step grade part chapter question rule level category class tier top")
_RELATIONS = ("=", "<", ">", "≤", "≥", "≈")
_EFFECT_HINTS = word_set("ratio ratios risk risks value values ci interval intervals or hr rr aor ahr treat")
_EFFECTS = {
    "hazard ratio": "HR", "odds ratio": "OR", "relative risk": "RR", "risk ratio": "RR", "rate ratio": "RR",
    "p value": "P", "p-value": "P", "confidence interval": "CI", "number needed to treat": "NNT",
}  # fmt: skip
_EFFECT = lazy_pattern(
    r"(?<![a-z])(?P<label>(?:hazard|odds|risk|rate) ratios?|relative risks?|number needed to treat"
    r"|confidence intervals?|p[ -]values?|a?[hor]r|smd|nnt|nnh|ci|[pnr]|r2|r²|β|cohen's d)(?![a-z])"
    r"(?:[ ,]*\(a?[hor]r\))?(?:[ ,:(=<>≤≥≈]|of|was|were|is|less than|greater than|about|only)+$"
)
_NAME_OF = lazy_pattern(
    r"\b(spf|bmis?|body mass index|iq|ph|scores?|scale|apgar)(?: \([a-z]+\))? ?"
    r"(?:(?:of|is|was|from|over|under|above|below|at|between|ranging|than|least|about|around|greater|less|higher|lower|or"
    r"|equal|to|[≥>≤<=]) ?){1,4}$"
)
_OF_ALL = lazy_pattern(r" (?:of|out of) [0-9]{1,3}(?![0-9,.%]| ?percent)")
_MORE_NAMES = lazy_pattern(r"(?:, [0-9]{1,2}(?![0-9]))*,? (?:and|or|&) [0-9]{1,2}(?![0-9,.%]| ?percent)")
_SHARE = lazy_pattern(
    r"(?:[ -](?P<link>(?:[a-z]+ )?in|out[ -]of|of|for|(?:[a-z]+ ){0,3}?per)[ -]|/)(?P<every>(?:every|each)[ -])?"
    r"(?:(?:about|roughly|approximately|the) )?"
)
_BARE_SCALE = lazy_pattern(r"(a )?(hundred|thousand|million|billion)\b")
_ROUND = (10, 12, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000)
_NOT_SHARES = frozenset(DURATIONS) | word_set("ways places parts cities countries hospitals groups phases stages times")
_IS_SCORE = lazy_pattern(r"\b(?:scored?|scores|rated|rating|scale|pain)\b[^.;]*$")
_ON_SCALE = lazy_pattern(r" on (?:a|the|her|his|my)\b| points?\b|-point|/")
_LARGE = lazy_pattern("million|billion|trillion|thousand|hundred")
_AND_OLDER = lazy_pattern(r" (?:and|or) (?:older|over|younger|up|under)\b")
_COMMA_WORD = lazy_pattern(",(?: [^0-9]|$)")
_IN_THEIR = lazy_pattern(
    r"\b(?:in (?:his|her|their|your|my|our) )?(?:(?:early|mid|late)[ -](?:to[ -](?:mid|late)[ -])?)?$"
)
_AGE_BEFORE = lazy_pattern(
    r"\b(?:aged?|ages|age (?:group|range)s?)(?: (?:of|was|is|were|from|between|to|at|about|around|over|under|by|above"
    r"|below|the|than|approximately|just|mean|median|average))*[ :(=]*$|\bturn(?:s|ed|ing)? $"
)
_OVER = lazy_pattern(
    r"\b(?:(?:you|they|who|he|she|i|we)(?: are| is| am| were| was|'re|'s|'m)|(?P<who>[a-z']+)),? "
    r"(?P<over>(?:over|under|above|below|past|older than|younger than|at least|up to)(?: (?:the )?age(?: of)?)?) $"
)
_VERBS_IN_S = word_set("is was has does needs gets takes lives tends sees as this")
_ADJECTIVES = word_set("different new other more additional separate such potential possible individual")
