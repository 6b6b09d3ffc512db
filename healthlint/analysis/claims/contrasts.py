"""Comparatives: what is higher, more common or worse in whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.associations import GENES
from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.levels import AFFLICTIONS, CORRELATIONAL, SILENT, Reading
from healthlint.analysis.claims.parties import (
    MORE,
    PERIODS,
    VERSUS,
    any_party,
    is_expected,
    is_measured,
    is_occasion,
    is_of_tests,
    is_quantity,
    is_second,
    is_set_apart,
    is_threshold,
)
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_contrast(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a comparative: "scores were lower in the group that …", "men had fewer relapses than women"."""
    words = scene.words
    if is_threshold(scene, first) or not _is_clear(scene, first) or is_of_tests(scene, last):
        return SILENT
    if "than" in words.text[last + 1 : last + 6] and is_expected(scene, words.text.index("than", last)):
        return SILENT
    if words.text[first] in _UNLIKE and not _is_unlike(scene, first, last):
        return SILENT
    if _is_paired(scene, first):
        told = scene.healthy(0, len(words.text)) or any_party(scene, 0, len(words.text))
        return Reading(CORRELATIONAL, "contrast-paired") if told else SILENT
    start, end = clause_start(words, first), clause_end(words, last + 1)
    governor = _governor(scene, first, start)
    if _is_predicate(scene, first, governor, start):
        graded = scene.marked("association.degrees", first + 1, first + 3)
        turn = graded.last if graded else last
        if _is_compared(scene, cue, start, governor if governor >= 0 else first, turn, end):
            return Reading(CORRELATIONAL, "contrast", governor)
    holder = _holder(scene, first, start)
    if holder >= 0 and _is_group(scene, start, holder) and _is_had(scene, cue, first, last, end):
        return Reading(CORRELATIONAL, "contrast-held", holder)
    act = scene.marked("association.acts", max(start, first - 6), first)
    if act is not None and _is_adverbial(scene, act.last + 1, first) and is_set_apart(scene, start, act.first):
        return Reading(CORRELATIONAL, "contrast-held", act.first)  # "those who nap sleep worse"
    if holder < 0 and cue.entry.term in _AMOUNTS and _is_found(scene, first, last, end):
        return Reading(CORRELATIONAL, "contrast")
    return SILENT


def _is_unlike(scene: Scene, first: int, last: int) -> bool:
    """Whether "different" tells parties apart: "had different gut bacteria from those who did not"."""
    text = scene.words.text
    apart = next((i for i in range(last + 1, min(last + 10, len(text))) if text[i] in ("from", "than", "compared")), 0)
    return bool(apart) and any_party(scene, 0, first) and any_party(scene, apart, apart + 7)


def _is_adverbial(scene: Scene, start: int, first: int) -> bool:
    """Whether only a measure stands between a verb and its comparative: "lived about four months longer"."""
    words = scene.words
    return all(
        words.kind[index] in "A#D" or words.text[index] in PERIODS or words.text[index] in _AMID
        for index in range(start, first)
    )


def _is_paired(scene: Scene, first: int) -> bool:
    """Whether two comparatives go together: "the longer the commute, the higher the risk"."""
    words = scene.words
    if words.text[first - 1 : first] != ["the"] or first < 3 or words.kind[first - 2] != ",":
        return False
    opening = words.text[0:2] if words.text[0] == "the" else words.text[1:3]
    return opening[0] == "the" and (opening[1] in MORE or opening[1].endswith("er"))


def _is_clear(scene: Scene, first: int) -> bool:
    """Whether a comparative compares: not "a more refined sense", "no longer", "more and more", "at most"."""
    before = scene.words.text[first - 1] if first else ""
    if before == "a" and scene.words.text[first] in ("more", "less", "healthier", "happier", "fitter"):
        return False
    return before not in ("no", "any", "or", "once", "not", "most", "least", "at")


def _governor(scene: Scene, first: int, start: int) -> int:
    """The index of the verb that a comparative belongs to: "was 8 points lower", "occurred more often", or -1."""
    words = scene.words
    if words.text[first - 1] in _HAPPENING and words.text[first + 1 : first + 2] in _OFTEN:
        return first - 1
    for index in range(first - 1, max(first - 7, start - 1), -1):
        if words.kind[index] == "B" or words.text[index] in _COPULAR:
            return index
        multiple = words.text[index] == "as" and words.text[index - 1] in _MULTIPLES
        if not multiple and words.kind[index] not in "A#wD" and words.text[index] not in _AMID:
            return -1
    return -1


def _is_predicate(scene: Scene, first: int, governor: int, start: int) -> bool:
    """Whether a comparative is what is said of a subject: with "is", or after a measure in a verbless headline."""
    words = scene.words
    graded = scene.marked("association.degrees", first + 1, first + 3) is not None
    if words.text[first] in ("more", "less", "most", "least") and not graded:
        return governor >= 0 and words.text[first + 1 : first + 2] == ["than"]
    if governor >= 0:
        return words.text[max(governor - 1, 0)] != "it"  # "it is common for parents to worry"
    following = words.text[first + 1 + graded : first + 2 + graded]
    if not following or following[0] not in _WITH or _any(scene, "BHM,", start, first):
        return False
    if first == start:
        return (
            following[0] in ("in", "among") and words.text[first] not in _TIMES
        )  # "Most common in women after menopause"
    return first < 15 and is_measured(scene, max(start, first - 3), first)


def _is_compared(scene: Scene, cue: Cue, start: int, subject: int, turn: int, end: int) -> bool:
    """Whether something measured in people is higher, lower or common with or among somebody."""
    words = scene.words
    if "whose" in words.text[start:subject]:
        return False  # "those whose levels are low" only says who
    plain = cue.entry.term in _PLAIN
    after = _complement(scene, turn)
    joined = after <= end and bool(_WITH & {*words.text[after : after + 1]})  # "is higher if you smoke"
    partner = joined and _is_whom(scene, after, plain, subject < turn)
    partner = partner or (
        words.text[after : after + 1] == ["the"] and "".join(words.text[after + 1 : after + 2]).endswith("er")
    )  # the older
    partner = partner or ("," in scene.kinds[start:subject] and is_occasion(scene, 0, subject))
    if not (partner or is_versus_near(scene, turn, end) or _is_whose(scene, start, subject, turn, plain)):
        return False
    if start == subject:
        return True
    if is_measured(scene, start, subject):
        return True
    if scene.words.text[turn] in _PREVALENT and any_party(scene, after + 1, after + 7):
        return scene.healthy(start, subject) or not GENES.isdisjoint(scene.words.text[start:subject])
    if scene.healthy(start, subject) and is_set_apart(scene, after, end):
        return True
    against = any(word in _AGAINST for word in words.text[turn + 1 :]) and any_party(scene, turn + 1, turn + 14)
    return against and (scene.healthy(start, end) or not {"controls", "patients"}.isdisjoint(words.text))


def _complement(scene: Scene, turn: int) -> int:
    """The index after a comparative and the noun that it may belong to: "a common problem in", "higher post"."""
    words = scene.words
    after = words.after(turn)
    if words.text[after : after + 1] and words.text[after] in _KINDS:
        after += 1
    return after + (words.text[after : after + 1] in _NOTICED)


def _is_whom(scene: Scene, after: int, plain: bool, finite: bool) -> bool:
    """Whether a preposition names people, an illness or a time of life: "in women", "with gout", "at night"."""
    if any_party(scene, after + 1, after + 7) or _SCALES & {*scene.words.text[after + 1 : after + 3]}:
        return True
    types = scene.types(after + 1, after + 9)
    if plain:
        return bool(types & AFFLICTIONS)
    return scene.healthy(after + 1, after + 9) or (finite and scene.words.text[after + 1 : after + 2] == ["the"])


def is_versus_near(scene: Scene, turn: int, end: int) -> bool:
    """Whether "than" or its like soon names a second party."""
    text = scene.words.text
    return any(
        text[index] in VERSUS and (is_second(scene, index + 1) or scene.healthy(index + 1, index + 9))
        for index in range(turn + 1, min(turn + 12, end))
    )


def _is_whose(scene: Scene, start: int, subject: int, turn: int, plain: bool) -> bool:
    """Whether the subject itself says in whom: "gout rates among men are high", "Among men with gout, stones are"."""
    text = scene.words.text
    comma = scene.kinds.find(",", start, subject)
    if text[start : start + 1] in (["in"], ["among"]) and comma > 0:
        return _any(scene, "B", start, turn) and any_party(scene, start, comma)
    return not plain and any(
        text[index] in ("among", "in", "for") and is_set_apart(scene, index + 1, subject)
        for index in range(start, subject)
    )


def _holder(scene: Scene, first: int, start: int) -> int:
    """The index of the verb by which somebody has what a comparative describes: "had significantly lower"."""
    mark = scene.marked("association.holders", max(start, first - 5), first)
    if mark is None or any(kind not in "AwD#," for kind in scene.kinds[mark.last + 1 : first]):
        return -1
    return mark.first


def _is_group(scene: Scene, start: int, holder: int) -> bool:
    """Whether the subject is people set apart from others: by what they have or take, or by "than" later on."""
    if not any_party(scene, start, holder):
        return False
    if any(text in _AGAINST for text in scene.words.text[holder:]):
        return True
    if scene.kinds[max(holder - 1, 0)] == "R":
        return False  # "patients who have a high risk" only says which patients
    return _any(scene, "PR", start, holder) or scene.healthy(start, holder) or is_set_apart(scene, start, holder)


def _is_had(scene: Scene, cue: Cue, first: int, last: int, end: int) -> bool:
    """Whether what a group has more or less of is a matter of health."""
    if cue.entry.term in _PLAIN:
        if {"percent", "%"} & {*scene.words.text[max(first - 8, 0) : first]}:
            return False  # "40 percent of adults have high blood pressure"
        return is_quantity(scene, last + 1, min(last + 5, end))
    if scene.healthy(first, last + 9) or is_quantity(scene, last + 1, min(last + 5, end)):
        return True
    than = scene.words.text.index("than") if "than" in scene.words.text else -1
    return than > last and any_party(scene, than, than + 8)


def _is_found(scene: Scene, first: int, last: int, end: int) -> bool:
    """Whether an amount is reported: "found high levels of lead in toddlers", not "a high prevalence of gout"."""
    words = scene.words
    measure = scene.marked("association.quantities", last + 1, min(last + 4, end))  # how common it is, is no relation
    if measure is None and scene.words.text[first] == "fewer" and scene.types(last + 1, last + 3) & AFFLICTIONS:
        measure = scene.marked("association.contrasts", first, first + 1)  # "saw fewer colds in those who"
    before = words.before(first, "ADN")
    if measure is None or not (before < 0 or words.kind[before] == "B" or words.text[before] in _FOUND):
        return False
    if before >= 0 and words.kind[before] == "B" and "there" not in words.text[max(before - 2, 0) : before]:
        return False
    for index in range(measure.last + 1, end):
        if words.text[index] in ("in", "among"):
            return any_party(scene, index + 1, index + 6)
        seen = words.kind[index] in "BH" and {*words.text[index + 1 : index + 3]} & _FOUND
        if words.kind[index] in "BMHR" and not seen:
            return False  # "low levels were found in smokers" tells in whom
    return False


def _any(scene: Scene, kinds: str, start: int, end: int) -> bool:
    return any(kind in kinds for kind in scene.kinds[start:end])


_KINDS = word_set(
    "problem problems symptom symptoms finding findings complaint complaints complication complications post"
)
_PLAIN = ("high", "low", "common", "frequent", "prevalent", "rare")
_SCALES = word_set("age aging ageing severity duration dose")
_AMOUNTS = ("fewer", "high", "higher", "low", "lower", "greater", "increased", "elevated", "reduced")
_FOUND = word_set(
    "find finds found observe observed show shows showed shown reveal reveals revealed report reported detected "
    "identified"
)
_PREVALENT = word_set("common frequent prevalent widespread")
_NOTICED = (["experienced"], ["seen"], ["found"], ["observed"], ["noted"], ["reported"], ["diagnosed"], ["detected"])
_UNLIKE = ("different", "distinct")
_MULTIPLES = ("twice", "times", "half")
_HAPPENING = word_set("occur occurs occurred happen happens happened develop developed arise seen found diagnosed died")
_OFTEN = (["often"], ["frequently"], ["commonly"], ["quickly"], ["slowly"])
_COPULAR = word_set("remained remain remains seem seems seemed appear appears appeared became looked felt got")
_TIMES = word_set("later earlier older younger longer")
_AMID = word_set("% up to about on per than twice")
_WITH = word_set(
    "in among for with within on at as after during following when if amid under without across between by per "
    "depending transplantation surgery post"
)
_AGAINST = word_set("than versus vs compared relative counterparts peers controls whereas placebo")
