"""Causal verbs: who does what to whom, and in what mood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.forms import form_of
from healthlint.analysis.claims.guards import clause_end, clause_start, modal_strength
from healthlint.analysis.claims.levels import CAN, CAUSAL, CONDITIONAL, NAMES, NONE, SILENT, Reading
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.forms import Form
    from healthlint.analysis.claims.scene import Mark, Scene

_AFFLICTIONS = {"condition", "symptom"}
_ACTORS = {"nutrient", "drug", "intervention", "behaviour", "food"}
_WITH_SUCCESS = ("successfully", "effectively")
_USUAL = word_set("common usual standard traditional only about")
_NOTHING = word_set("no few little none nothing")
_BY_PERSONS = word_set("i we he she who you")


def read(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a causal verb."""
    notes = cue.entry.notes
    if notes.get("object") == "for":
        last = _for_what(scene, last)
    form = form_of(scene.words, first, last, cue.inflection, notes.get("noun") == "yes")
    most = CAN if notes.get("modal") == "can" else CAUSAL
    match form.role:
        case "passive":
            return _passive(scene, form, first, last, most, notes.get("object"))
        case "finite":
            if not _has_object(scene, cue, last) or _by_person(scene, form, first, cue.entry.notes.get("subject")):
                return SILENT
            if not _may_act(scene, form, cue, first):
                return SILENT
            role = "relative" if _in_relative(scene, form, first) else "finite"
            return Reading(min(most, mood(scene, form.governor)), role, form.governor)
        case "infinitive":
            if not _has_object(scene, cue, last):
                return SILENT
            role = "infinitive" if _licence(scene, form.governor) else "advice"
            return Reading(min(most, _licensed(scene, form.governor, "infinitive")), role, form.governor)
        case "gerund":
            if not _has_object(scene, cue, last):
                return SILENT
            return _gerund(scene, form, first, most)
        case "participle":
            return _participle(scene, cue, form, first, last, most)
        case "imperative":
            return _joined(scene, cue, first, last, most)
        case _:
            return SILENT


def _may_act(scene: Scene, form: Form, cue: Cue, first: int) -> bool:
    """Whether a subject can do what the verb says: an illness responds to a remedy, a doctor to a call."""
    start = clause_start(scene.words, first)
    if cue.entry.notes.get("subject") == "illness":
        return bool(_AFFLICTIONS & scene.types(start, first))
    if cue.inflection not in ("past", "participle") or form.governor < 0 or scene.kinds[form.governor] != "H":
        return True
    return scene.marked("people.patients", start, form.governor) is None  # "smokers have increased pain": they have it


def _participle(scene: Scene, cue: Cue, form: Form, first: int, last: int, most: int) -> Reading:
    if not _has_object(scene, cue, last) or _in_compound(scene, first, last):
        return SILENT
    if cue.entry.notes.get("object") is not None and not scene.healthy(last + 1, last + 8):
        return SILENT
    aside = form.governor >= 0 and scene.words.text[form.governor] in ("while", "when")
    return Reading(min(most, inherited(scene, first)), "aside" if aside else "participle", form.governor)


def _in_compound(scene: Scene, first: int, last: int) -> bool:
    """Whether a participle only names a kind of remedy: "pain relieving drugs"."""
    remedies = {"drug", "intervention", "nutrient", "food"}
    return bool(
        scene.kinds[first - 1 : first] == "w"
        and scene.types(last + 1, last + 2) & remedies
        and scene.types(max(first - 2, 0), first)
        and not scene.types(max(first - 2, 0), first) & _ACTORS
    )


def _joined(scene: Scene, cue: Cue, first: int, last: int, most: int) -> Reading:
    """A bare verb that shares subject and mood with an earlier one: "they build muscle and reduce falls"."""
    start = clause_start(scene.words, first)
    before = scene.words.before(first)
    if 0 < before < 9 and scene.words.text[before] == ":" and _ACTORS & scene.types(0, before):
        return Reading(most, "finite") if _has_object(scene, cue, last) else SILENT  # "Yoga: reduce stress"
    if scene.kinds[before] not in "C," or not scene.verbs or scene.verbs[-1][0] < start:
        return SILENT
    return Reading(min(most, scene.verbs[-1][1]), "finite") if _has_object(scene, cue, last) else SILENT


def mood(scene: Scene, governor: int) -> int:
    """What the modal at or before an auxiliary leaves of a claim."""
    words = scene.words
    index = governor
    while index >= 0 and index > governor - 4 and words.kind[index] in "BHMA":
        if words.kind[index] == "M":
            return modal_strength(words.text[index])
        index -= 1
    return CAUSAL


def inherited(scene: Scene, first: int) -> int:
    """The strength that a participle takes over from the verb that it hangs on: "may swell, causing pain"."""
    words = scene.words
    start = clause_start(words, first)
    for index in range(first - 1, start - 1, -1):
        for verb, level in scene.levels:
            if verb == index:
                return level
        if words.kind[index] == "M":
            return modal_strength(words.text[index]) or CAUSAL
    return CAUSAL


def _has_object(scene: Scene, cue: Cue, last: int) -> bool:
    """Whether the verb acts on something that it makes a health claim of."""
    needs = cue.entry.notes.get("object")
    if scene.words.text[last + 1 : last + 2] and scene.words.text[last + 1] in _NOTHING:
        return False  # "produces no symptoms"
    if needs is None:
        return True
    if cue.entry.term == "treat" and "as" in scene.words.text[last + 2 : last + 7]:
        return False  # "treats grief as an illness"
    end = clause_end(scene.words, last + 1)
    if cue.entry.term == "help":
        return _helps(scene, last, end)
    if needs == "for" and scene.marked("aims.knowing", last + 1, last + 3):
        return False  # "works well for detecting tumours"
    if needs == "for":
        return scene.words.text[last] in ("for", "against") and scene.healthy(last + 1, min(end, last + 9))
    if cue.entry.term == "make it harder to" and scene.marked("aims.knowing", last + 1, last + 3):
        return False
    if needs == "condition":
        return bool(_AFFLICTIONS & scene.types(last + 1, min(end, last + 6)))
    if needs == "next":
        return scene.healthy(last + 1, min(end, last + 4))
    if needs == "near":
        return scene.healthy(last + 1, min(end, last + 6))
    if cue.entry.term == "affect" and _counts_people(scene, last):
        return False
    return scene.healthy(last + 1, min(end, last + 12)) or scene.healthy(clause_start(scene.words, last), last)


def _for_what(scene: Scene, last: int) -> int:
    """The index of the preposition that "work" comes with: "works well for migraine", "works by blocking it"."""
    words = scene.words
    index = last + 1
    while index < len(words.text) and (words.kind[index] == "A" or words.text[index] in ("best", "better", "wonders")):
        index += 1
    return index if words.text[index : index + 1] and words.text[index] in ("for", "against", "by") else last


def _helps(scene: Scene, last: int, end: int) -> bool:
    """Whether what is helped is health, and not knowing, deciding or paying."""
    if scene.marked("aims.knowing", last + 1, min(end, last + 6)):
        return False
    return (
        scene.healthy(last + 1, min(end, last + 12)) or scene.marked("people.patients", last + 1, last + 7) is not None
    )


def _counts_people(scene: Scene, last: int) -> bool:
    """Whether the object only says how many fall ill: "affects one in five adults"."""
    return any(
        scene.kinds[index] == "#"
        or scene.words.text[index] in ("people", "more", "most", "many", "about", "women", "men")
        for index in range(last + 1, min(last + 4, len(scene.kinds)))
    )


def _in_relative(scene: Scene, form: Form, first: int) -> bool:
    """Whether the verb belongs to a clause that describes a noun: "steroids, which ease swelling, have …"."""
    words = scene.words
    before = words.before(form.governor if form.governor >= 0 else first, "ANBHM")
    if before > 0 and words.kind[before] == "," and "," in words.kind[:before]:
        return False  # "tea, which is warm, helps"
    if before > 0 and words.text[before] in ("that", "which", "who"):
        return True
    if before > 0 and words.kind[before] in "CwA" and "R" in words.kind[max(before - 8, 0) : before].rpartition(",")[2]:
        return "C" in words.kind[max(before - 8, 0) : before + 1]  # "a routine that fits your day and eases stress"
    start = clause_start(words, first)
    return (start > 0 and words.text[start] in ("which", "who")) or words.text[start:first].count("which") > 0


def _by_person(scene: Scene, form: Form, first: int, subject_kind: str | None) -> bool:
    """Whether somebody does it rather than something: "the doctor reduced the dose", "we improved the test"."""
    words = scene.words
    subject = words.before(form.governor if form.governor >= 0 else first, "ANBHMO")
    if subject < 0:
        return False
    if words.text[subject] == "you" and _by_means(scene, first):
        return False
    if words.text[subject] in _BY_PERSONS:
        return True
    if subject_kind == "thing" and scene.marked("people.patients", max(0, subject - 1), subject + 1):
        return True
    agent = scene.marked("people.agents", max(0, subject - 1), subject + 1)
    return agent is not None and agent.last == subject


def _by_means(scene: Scene, first: int) -> bool:
    """Whether it is told what "you" do it by: "by eating nuts, you can lower …", "you can lower … by eating nuts"."""
    texts = scene.words.text
    near = [
        *range(max(clause_start(scene.words, first), first - 14), first),
        *range(first, min(first + 14, len(texts))),
    ]
    return any(texts[index] in ("by", "with", "through") and index + 1 < len(texts) for index in near)


def _passive(scene: Scene, form: Form, first: int, last: int, most: int, needs: str | None) -> Reading:
    words = scene.words
    end = clause_end(words, last + 1)
    for index in range(last + 1, min(end, last + 7)):
        if words.text[index] == "with" and needs == "condition" and words.text[first - 1] in _WITH_SUCCESS:
            return Reading(min(most, mood(scene, form.governor)), "passive", form.governor)  # "well treated with diets"
        if words.text[index] == "by":
            following = words.kind[index + 1 : index + 2]
            if following == "#" or (needs and not scene.healthy(clause_start(words, first), first)):
                return SILENT
            role = "passive" if form.governor >= 0 else "reduced"  # "gout caused by uric acid"
            return Reading(min(most, mood(scene, form.governor)), role, form.governor)
        if words.kind[index] in ",CR":
            break
    if words.text[last + 1 : last + 2] == ["to"]:
        return SILENT  # "the dose may be reduced to half"
    if mood(scene, form.governor) == CONDITIONAL and scene.healthy(clause_start(words, first), first):
        return Reading(CONDITIONAL, "passive", form.governor)  # "some deaths may be prevented"
    return SILENT


def _gerund(scene: Scene, form: Form, first: int, most: int) -> Reading:
    preposition = scene.words.text[form.governor]
    if preposition == "by":
        works = scene.words.text[scene.words.before(form.governor)] in ("work", "works", "worked", "acts", "act")
        return Reading(min(most, inherited(scene, form.governor)), "mechanism" if works else "gerund-by", form.governor)
    if preposition in ("in", "for", "at", "of"):
        return Reading(min(most, _licensed(scene, form.governor, "gerund")), "gerund-" + preposition, form.governor)
    return SILENT


def _licensed(scene: Scene, governor: int, what: str) -> int:
    """The strength of "to reduce …" or "in reducing …" by the words that it hangs on."""
    words = scene.words
    start = clause_start(words, governor)
    mark = _licence(scene, governor)
    if mark:
        level = NAMES[mark.entry.notes["level"]]
        if words.text[mark.last] in ("way", "ways") and not _is_way(scene, start, mark.first):
            return NONE
        if words.text[mark.last] == "likely" and governor - mark.last > 2:
            return NONE  # "likely to be given tablets to ease pain"
        if level >= CAN:
            copula = words.before(mark.first, "ANDw")
            if copula >= start and words.kind[copula] == "B":  # "what may matter is key to easing pain"
                return min(level, mood(scene, copula))
            return min(level, inherited(scene, mark.first))
        return level
    if what == "infinitive" and _is_advice(scene, start, governor):
        return CAUSAL
    if what == "infinitive" and (modal := _modal_of_means(scene, start, governor)):
        return modal
    return NONE


def _licence(scene: Scene, governor: int) -> Mark | None:
    """The words that "to reduce …" hangs on: "is known", "helps", "a good way"."""
    return scene.marked("licences", max(clause_start(scene.words, governor), governor - 5), governor)


def _is_way(scene: Scene, start: int, first: int) -> bool:
    """Whether something is said to be a way to an effect, and not only the common one: "the usual way to treat it"."""
    words = scene.words
    if not _USUAL.isdisjoint(words.text[start:first]):
        return False
    return "B" in words.kind[start:first] or scene.marked("light-verbs", start, first) is not None


def _modal_of_means(scene: Scene, start: int, governor: int) -> int:
    """What the modal makes of a means to an end: "women can take iron to prevent anemia", "you should walk to …"."""
    modal = scene.kinds.rfind("M", start, governor)
    if modal < 0 or governor - modal < 3 or not _ACTORS & scene.types(modal, governor):
        return NONE
    word = scene.words.text[modal]
    return CAUSAL if word in ("should", "must") else CAN if word == "can" else NONE


def _is_advice(scene: Scene, start: int, governor: int) -> bool:
    """Whether the sentence advises something that is said to bring the effect: "take zinc to shorten your cold"."""
    advice = scene.marked("advice", start, start + 3)
    if advice is None or governor - advice.last <= 1:
        return False
    return all(kind in "AT#" for kind in scene.kinds[start : advice.first])
