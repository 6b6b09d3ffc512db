"""Comparisons: who has more of what than who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.levels import CORRELATIONAL, SILENT, Reading
from healthlint.analysis.claims.parties import ILLS, any_party, is_measured, is_quantity, is_second, is_set_apart, is_threshold
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_likely(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "more likely" and "more common in", which need a matter of health and somebody who has it."""
    words = scene.words
    if not scene.healthy(0, len(words.text)):
        reported = {"was", "were"} & {*words.text[max(first - 3, 0) : first]}
        if not reported or not any_party(scene, 0, first):
            return SILENT
    if not _is_sorted(scene, cue, first, last):
        return SILENT
    if cue.entry.term in _RATES and not scene.types(last + 1, last + 6) & ILLS:
        return SILENT  # "high rates of testing"
    return Reading(CORRELATIONAL, "likely")


def _is_sorted(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """Whether a likelihood tells people or illnesses apart, and not foods, signs or devices."""
    words, term = scene.words, cue.entry.term
    if words.text[last] in ("in", "among", "for"):
        if scene.types(last + 1, last + 3) & {"nutrient", "food"}:
            return False  # "higher in protein"
        return scene.healthy(0, first) or is_quantity(scene, 0, first) or term.endswith(("among", "common in"))
    if term in _PASSIVES:
        return bool(set("BH") & set(words.kind[max(first - 2, 0) : first]))
    if term.startswith("tend"):
        return scene.healthy(last + 1, last + 10)
    return words.text[last + 1 : last + 3] not in (["to", "indicate"], ["to", "mean"], ["to", "signal"])


def read_contrast(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a comparative: "scores were lower in the group that …", "men had fewer relapses than women"."""
    words = scene.words
    if is_threshold(scene, first) or not _is_clear(scene, first):
        return SILENT
    if "than" in words.text[last + 1 : last + 6] and _than_expected(scene, words.text.index("than", last)):
        return SILENT
    if _is_paired(scene, first):
        return Reading(CORRELATIONAL, "contrast-paired") if scene.healthy(0, len(words.text)) else SILENT
    start, end = clause_start(words, first), clause_end(words, last + 1)
    copula = _copula(scene, first, start)
    subject = copula if copula >= 0 else first
    if _is_predicate(scene, first, copula, start) and _is_compared(scene, start, subject, last, end):
        return Reading(CORRELATIONAL, "contrast", copula)
    holder = _holder(scene, first, start)
    if holder >= 0 and _is_group(scene, start, holder) and _is_had(scene, cue, first, last, end):
        return Reading(CORRELATIONAL, "contrast-held", holder)
    if holder < 0 and cue.entry.term in _AMOUNTS and _is_found(scene, first, last, end):
        return Reading(CORRELATIONAL, "contrast")
    return SILENT


def read_compare(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "than", "compared with", "versus" and "in the placebo group"."""
    words = scene.words
    if not _is_told(scene, cue, first, last):
        return SILENT
    start, end = clause_start(words, first), clause_end(words, last + 1)
    if cue.entry.term != "than":
        start, end = 0, len(words.text)
    apart = is_set_apart(scene, 0, len(words.text))
    if not (is_measured(scene, start, end) or (apart and scene.healthy(start, end))):
        return SILENT
    if words.text[last] in ("group", "arm", "placebo", "controls"):
        told = words.kind.count("#") > 1  # "3 strokes in the placebo group, 9 in the other"
    else:
        told = apart or is_second(scene, last) or any_party(scene, 0, len(words.text))
    return Reading(CORRELATIONAL, "compare") if told else SILENT


def _is_told(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """Whether a comparison says which way it went: by a comparative, a verb of change, or two figures."""
    words = scene.words
    if cue.entry.term == "than":
        before = words.text[max(first - 1, 0)]
        if before in ("rather", "other") or (before in _MORE and is_threshold(scene, first - 1)):
            return False
        if _than_expected(scene, last) or not _is_group_after(scene, last):
            return False
        more = [index for index in range(max(first - 14, 0), first) if words.text[index] in _MORE]
        if not more or words.text[more[-1] - 1] in ("no", "not", "any"):
            return False
        return scene.marked("association.appraisals", more[-1] + 1, more[-1] + 3) is None
    if _DENIALS & {*words.text[:first]} or "N" in words.kind[:first]:
        return False  # "did not differ from", "no effect compared with"
    if words.text[last] in ("group", "arm", "placebo", "controls"):
        return True
    turned = any(text in _MORE or text in COMPARATIVES or text in _TURNS for text in words.text)
    return turned or ("#" in words.kind[max(first - 14, 0) : first] and "#" in words.kind[last : last + 14])


def _is_paired(scene: Scene, first: int) -> bool:
    """Whether two comparatives go together: "the longer the commute, the higher the risk"."""
    words = scene.words
    if words.text[first - 1 : first] != ["the"]:
        return False
    ends = words.text[0:2] if words.text[0] == "the" else words.text[1:3]
    grown = ends[0] == "the" and (ends[1] in _MORE or ends[1].endswith("er"))
    return grown and first > 2 and words.kind[first - 2] == ","


def _is_group_after(scene: Scene, last: int) -> bool:
    """Whether "than" is followed by people, a treatment or a time, and not by "answers"."""
    following = {*scene.words.text[last + 1 : last + 2]}
    return any_party(scene, last + 1, last + 7) or bool(following & _THAN) or scene.healthy(last + 1, last + 7)


def _is_predicate(scene: Scene, first: int, copula: int, start: int) -> bool:
    """Whether a comparative is what is said of a subject: with "is", or after a measure in a verbless headline."""
    words = scene.words
    plain = words.text[first] in ("more", "less")
    if plain and scene.marked("association.degrees", first + 1, first + 4) is None:
        return copula >= 0 and words.text[first + 1 : first + 2] == ["than"]
    if copula >= 0:
        return words.text[max(copula - 1, 0)] != "it"  # "it is common for parents to worry"
    following = words.text[first + 1 : first + 2]
    if first > 14 or plain or _any(scene, "BHM,", start, first) or not following or following[0] not in _WITH:
        return False
    before = words.before(first, "A#")
    return before >= start and is_measured(scene, before, before + 1)


def _is_compared(scene: Scene, start: int, subject: int, last: int, end: int) -> bool:
    """Whether a thing that can be measured in people is higher, lower or common with or among somebody."""
    if not _has_partner(scene, start, last, end):
        return False
    if is_measured(scene, start, subject):
        return True
    text = scene.words.text
    if not any(word in _AGAINST for word in text[last + 1 :]) or not any_party(scene, last + 1, last + 14):
        return False
    return scene.healthy(start, end) or "controls" in text or "patients" in text


def _has_partner(scene: Scene, start: int, last: int, end: int) -> bool:
    """Whether it is said for whom or with what a thing is higher: "in women with gout", "than before"."""
    words = scene.words
    after = words.after(last)
    if words.text[after : after + 1] and words.text[after] in _KINDS:
        after += 1  # "a common problem in"
        after += words.text[after : after + 1] in (["experienced"], ["seen"], ["found"])
    if after < end and words.text[after] in _WITH:
        near = any_party(scene, after + 1, after + 7) or bool(_SCALES & {*words.text[after + 1 : after + 3]})
        return near or scene.healthy(after + 1, after + 9)
    if (
        _any(scene, "B", start, last)
        and words.text[start : start + 1] in (["in"], ["among"])
        and "," in words.kind[start:last]
    ):
        return any_party(scene, start, words.kind.find(",", start))  # "Among men with gout, stones are common"
    for index in range(last + 1, min(last + 12, end)):
        if words.text[index] in ("than", "versus", "vs", "compared"):
            return any_party(scene, index + 1, index + 9) or scene.healthy(index + 1, index + 9)
    return False


def _copula(scene: Scene, first: int, start: int) -> int:
    """The index of the verb that a comparative is the predicate of: "was 8 points lower", "tend to be shorter"."""
    words = scene.words
    for index in range(first - 1, max(first - 7, start - 1), -1):
        if words.kind[index] == "B" or words.text[index] in _COPULAR:
            return index
        if words.kind[index] not in "A#wD" and words.text[index] not in ("%", "up", "to", "about", "on", "per"):
            return -1
    return -1


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
    return _any(scene, "PR", start, holder) or scene.healthy(start, holder)


def _is_had(scene: Scene, cue: Cue, first: int, last: int, end: int) -> bool:
    """Whether what a group has more or less of is a matter of health."""
    if cue.entry.term in _PLAIN:
        return is_quantity(scene, last + 1, min(last + 5, end))
    if scene.healthy(first, last + 9):
        return True
    than = scene.words.text.index("than") if "than" in scene.words.text else -1
    return than > last and any_party(scene, than, than + 8)


def _is_found(scene: Scene, first: int, last: int, end: int) -> bool:
    """Whether an amount is reported: "found high levels of lead in toddlers", not "a high prevalence of gout"."""
    words = scene.words
    measure = scene.marked("association.quantities", last + 1, min(last + 4, end))  # how common it is, is no relation
    before = words.before(first, "ADN")
    if measure is None or not (before < 0 or words.kind[before] == "B" or words.text[before] in _FOUND):
        return False
    if before >= 0 and words.kind[before] == "B" and "there" not in words.text[max(before - 2, 0) : before]:
        return False
    for index in range(measure.last + 1, end):
        if words.text[index] in ("in", "among"):
            return any_party(scene, index + 1, index + 6)
        if words.kind[index] in "BMHR":
            return False
    return False


def _is_clear(scene: Scene, first: int) -> bool:
    """Whether a comparative compares: not "a more refined sense", "no longer", "more and more"."""
    before = scene.words.text[first - 1] if first else ""
    return before not in ("no", "any", "or", "once", "not", "most", "least")


def _than_expected(scene: Scene, last: int) -> bool:
    following = scene.words.text[last + 1 : last + 3]
    return bool(following) and (following[0] in _EXPECTED or following[-1] in ("thought", "expected"))


def _any(scene: Scene, kinds: str, start: int, end: int) -> bool:
    return any(kind in kinds for kind in scene.kinds[start:end])


_PASSIVES = (
    "significantly reduced",
    "significantly increased",
    "significantly decreased",
    "significantly improved",
)
_KINDS = word_set("problem problems symptom symptoms finding findings complaint complaints complication complications")
_RATES = ("high rates of", "high rate of", "low rates of")
_PLAIN = ("high", "low", "common", "frequent", "prevalent", "rare")
_SCALES = word_set("age aging ageing severity duration dose")
_AMOUNTS = ("high", "higher", "low", "lower", "greater", "increased", "elevated", "reduced")
_FOUND = word_set(
    "find finds found observe observed show shows showed shown reveal reveals revealed report reported detected "
    "identified"
)
_COPULAR = word_set("remained remain remains seem seems seemed appear appears appeared became looked felt got")
_WITH = word_set(
    "in among for with within on at as after during following when if amid under without across between by per "
    "depending"
)
_AGAINST = word_set("than versus vs compared relative counterparts peers controls whereas placebo")
_TURNS = word_set(
    "differed differ different improved declined rose fell dropped increased decreased worse gained lost benefit "
    "alive likely double twice half triple fewer increase decrease reduction improvement decline difference differences"
)
_THAN = word_set("those in among for before after when if with without on at did do does was were that")
_DENIALS = word_set("no similar comparable without nonsignificant insignificant")
_EXPECTED = word_set("previously expected thought normally usual usually ever they once anticipated average any others")
_MORE = word_set(
    "more less fewer higher lower greater larger smaller better worse poorer longer shorter older younger "
    "faster slower stronger weaker heavier later earlier likelier safer sooner thinner leaner"
)
COMPARATIVES = word_set(
    "higher lower increased decreased reduced greater elevated raised heightened fewer better worse "
    "poorer shorter longer lowered excess highest lowest improved impaired diminished smaller larger"
)
