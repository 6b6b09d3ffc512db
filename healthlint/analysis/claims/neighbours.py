"""What stands around a verb: the end of its subject, whether that is plural, what other verbs are near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.language.modality import Words

_ASIDES = word_set("including such like especially particularly notably those a an the whether as too however")
_SETTING_OFF = word_set("but not unlike alone")
_SPEECH = word_set("says said wrote writes adds added notes noted explains explained according found")
_LINKED = word_set("linked associated correlated related tied")
GERUND_TAKERS = word_set(
    "involve involves involved involving mean means meant recommend recommends recommended "
    "suggest suggests suggested advise advises consider considers considered require requires start "
    "starts started begin begins began stop stops stopped continue continues continued try tries tried avoid "
    "experience experienced trouble difficulty time success interest"
)
_TAKERS = word_set(
    "show shows shown find finds found display displays identify identifies indicate indicates have has "
    "had having face faces observe reveal reveals demonstrate demonstrates report reports experience "
    "experiences develop develops cause causes produce produces provide provides suffer see saw seen get "
    "gets include includes including reflect offer offers bring brings mean means sees enjoy achieve with "
    "exhibit reflects showed demonstrated reported experienced revealed observed become "
    "becomes became open reopen repair unblock require requires involve involves seeking "
    "receive receives get need needs want wants seeks promote promotes support supports"
)
_PLURALS = word_set("people men women children bacteria mice teeth data both we you they i which that who also")


def subject_end(words: Words, first: int) -> int:
    """The word that a verb follows; what stands in brackets between a subject and its verb is passed over."""
    before = words.before(first)
    if before > 0 and words.text[before] == "likely":
        before = words.before(before)  # "would likely cause"
    if before > 1 and words.text[before] == "day" and words.text[before - 1] in ("one", "some"):
        before = words.before(before - 1)  # "may one day cure"
    if before > 2 and words.text[before] == ",":  # "tea, which is warm, helps": past what stands between the commas
        opening = words.kind.rfind(",", 0, before)
        if opening > 0 and _is_aside(words, opening + 1, before):
            return words.before(opening)
    if before > 0 and words.text[before] == ")" and "(" in words.text[:before]:
        opening = max(index for index in range(before) if words.text[index] == "(")
        return words.before(opening) if opening > 0 else before
    return before


def _is_aside(words: Words, start: int, comma: int) -> bool:
    """Whether what stands between two commas tells about the noun before, or who says it."""
    if words.kind[start] == "R" or words.text[start] in _ASIDES:
        return True
    if words.text[start] in _SETTING_OFF and not set("BHMR") & set(words.kind[:comma]):
        return True  # "zinc, but not iron, shortened colds"
    return not _SPEECH.isdisjoint(words.text[start:comma])


def is_verb(word: str) -> bool:
    """Whether a word is more likely a verb before an adjective than a subject: "found limited evidence"."""
    return word in _TAKERS or (word.endswith("ed") and not word.endswith("eed"))


def has_plural_head(words: Words, before: int) -> bool:
    """Whether the subject that ends here is plural by its head: "mutations in this gene"."""
    for index in range(before - 1, max(before - 9, 0), -1):
        if words.kind[index] == "R":  # "women who smoke raise …"
            return index > 0 and is_plural(words.text[index - 1])
        if words.kind[index] in ";.SM,":
            return False
        if words.kind[index] == "P" and index > 0 and is_plural(words.text[index - 1]):
            return True
        if words.text[index].endswith("ed") and is_plural(words.text[index - 1]) and words.kind[index - 1] == "w":
            return True  # "pulses emitted twice daily"
    return False


def is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))) or word in _PLURALS


def is_several(words: Words, before: int) -> bool:
    """Whether the subject that ends here has several members: "diet and exercise"."""
    last = words.kind.rfind("C", max(before - 7, 0), before)
    return last > 0 and (before - last < 5 or words.kind[last - 1] == ",")  # "tea, rest, and in some people heat"


def has_clause_before(words: Words, before: int) -> bool:
    """Whether a clause stands to the left of a comma or `and`, so that a second verb may follow."""
    return any(kind in "BHMORU" for kind in words.kind[max(before - 14, 0) : before]) or before > 5


def has_past_before(words: Words, before: int) -> bool:
    """Whether a verb in the past stands before, which another may join: "cut deaths and reduced relapses"."""
    for index in range(max(before - 9, 0), before):
        if words.text[index] in _LINKED:
            continue  # "was linked to higher mortality, reduced survival and …" lists nouns
        if words.text[index] in _TAKERS or is_verb(words.text[index - 1]):
            continue  # "reported an improvement in mood and reduced pain"
        if words.text[index].endswith("ed") or words.text[index] in ("cut", "led"):
            previous = words.before(index)
            if previous >= 0 and words.kind[previous] not in "PTDC,":
                return True
    return False


def has_own_verb(words: Words, last: int) -> bool:
    """Whether a noun in the plural is the subject of a verb that follows: "heart benefits of tea are small"."""
    for index in range(last + 1, min(last + 8, len(words.kind))):
        if words.kind[index] in "MBHO":
            return words.text[index] not in ("being", "been", "having")
        if words.kind[index] in ",;.SRCT" or (words.kind[index] == "D" and words.kind[index - 1] != "P"):
            return False
    return False


def lists_activities(words: Words, comma: int) -> bool:
    """Whether a gerund after a comma goes on with a list of what is done: "involves raising the dose, easing …"."""
    for index in range(comma - 1, max(comma - 15, 0), -1):
        if words.kind[index] in ";.SR":
            return False
        if words.text[index].endswith("ing") and words.kind[index - 1] not in ",C":
            return words.text[index - 1] in GERUND_TAKERS or words.text[index - 1] in ("including", "like", "as")
    return False
