"""Causal verbs: who does what to whom, and in what mood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.forms import form_of
from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.levels import AFFLICTIONS, CAN, CAUSAL, CAUSES, CONDITIONAL, REMEDIES, SILENT, Reading
from healthlint.analysis.claims.licences import inherited, licence, licensed, mood
from healthlint.analysis.claims.objects import for_what, has_object
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.forms import Form
    from healthlint.analysis.claims.scene import Scene

_SHARES = word_set("percent cent % times point points")
_CAUSES = CAUSES - {"intervention"}
_TELLING_NOTHING = ("passive", "noun", "adjective", "bare", "subject")
_EFFECTS = AFFLICTIONS | {"outcome"}
_WITH_SUCCESS = ("successfully", "effectively")
_MEANS = ("with", "through", "via", "without")
_AIMED = ("targeting", "addressing", "tackling")
_BY_PERSONS = word_set("i we he she who you")


def read(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a causal verb."""
    notes = cue.entry.notes
    if _in_term(scene, cue, first):
        return SILENT
    if notes.get("object") == "for":
        last = for_what(scene, last)
    whole = notes.get("object") == "own" or cue.entry.term == "make it harder to"
    verb_end = first if whole else last  # "does harm" has its object in it
    form = form_of(scene.words, first, verb_end, cue.inflection, notes.get("noun") == "yes")
    most = CAN if notes.get("modal") == "can" else CAUSAL
    if form.role == "passive" and notes.get("object") not in ("result", "given"):
        return _passive(scene, form, first, last, most, notes.get("object"))
    if form.role in _TELLING_NOTHING or not has_object(scene, cue, last):
        return SILENT
    match form.role:
        case "finite":
            if _by_person(scene, form, first, notes.get("subject")) or not _may_act(scene, form, cue, first):
                return SILENT
            role = "relative" if _in_relative(scene, form, first) else "finite"
            if role == "relative" and _of_any(scene, first):
                return SILENT
            return Reading(min(most, mood(scene, form.governor)), role, form.governor)
        case "infinitive":
            role = "infinitive" if licence(scene, form.governor) else "advice"
            return Reading(min(most, licensed(scene, form.governor, "infinitive")), role, form.governor)
        case "gerund":
            return _gerund(scene, form, first, most)
        case "participle":
            return _participle(scene, cue, form, first, last, most)
        case _:
            return _joined(scene, first, most)


def _in_term(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether the word only ends the name of a thing or a measure: "a hearing aid", "a 40 percent lower risk"."""
    if scene.words.text[first] == "lower" and not _SHARES.isdisjoint(scene.words.text[max(first - 1, 0) : first]):
        return True
    start = scene.words.start[max(first - 3, 0)]
    return any(term.end >= cue.end for term in scene.terms.within(start, cue.start))


def _may_act(scene: Scene, form: Form, cue: Cue, first: int) -> bool:
    """Whether a subject can do what the verb says: an illness responds to a remedy, a doctor to a call."""
    start = clause_start(scene.words, first)
    match cue.entry.notes.get("subject"):
        case "illness":
            return bool(AFFLICTIONS & scene.types(start, first))
        case "cause":  # "smoking accounts for most cases", and not "gout accounts for most visits"
            return bool(_CAUSES & scene.types(start, first))
    if cue.inflection not in ("past", "participle") or form.governor < 0 or scene.kinds[form.governor] != "H":
        return True
    return scene.marked("people.patients", start, form.governor) is None  # "smokers have increased pain": they have it


def _participle(scene: Scene, cue: Cue, form: Form, first: int, last: int, most: int) -> Reading:
    if _in_compound(scene, first, last) or (scene.words.text[first] in _AIMED and scene.kinds[first - 1] == "w"):
        return SILENT  # "programs targeting loneliness"
    if cue.entry.notes.get("object") is not None and not scene.healthy(last + 1, last + 8):
        return SILENT
    if form.governor >= 0 and scene.words.text[form.governor] in ("while", "when"):
        told = scene.levels[-1][1] if scene.levels else CAUSAL  # "may help sleep while lowering the risk of …"
        effect = scene.levels or scene.types(last + 1, last + 6) & _EFFECTS
        return Reading(min(most, told), "aside", form.governor) if effect else SILENT
    if _by_person(scene, form._replace(governor=-1), first, None):
        return SILENT  # "a charity supporting patients"
    return Reading(min(most, inherited(scene, first)), "participle", form.governor)


def _in_compound(scene: Scene, first: int, last: int) -> bool:
    """Whether a participle only names a kind of remedy: "pain relieving drugs"."""
    remedies = {"drug", "intervention", "nutrient", "food"}
    return bool(
        scene.kinds[first - 1 : first] == "w"
        and scene.types(last + 1, last + 2) & remedies
        and scene.types(max(first - 2, 0), first)
        and not scene.types(max(first - 2, 0), first) & REMEDIES
    )


def _joined(scene: Scene, first: int, most: int) -> Reading:
    """A bare verb that shares subject and mood with an earlier one: "they build muscle and reduce falls"."""
    start = clause_start(scene.words, first)
    before = scene.words.before(first)
    if 0 < before < 9 and scene.words.text[before] == ":" and REMEDIES & scene.types(0, before):
        return Reading(most, "finite")  # "Yoga: reduce stress"
    if scene.kinds[before] not in "C," or not scene.verbs or scene.verbs[-1][0] < start:
        return SILENT
    return Reading(min(most, scene.verbs[-1][1]), "finite")


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


def _of_any(scene: Scene, first: int) -> bool:
    """Whether the noun that a relative clause describes is left open: "stop any exercise that causes pain"."""
    that = scene.kinds.rfind("R", 0, first)
    before = scene.words.text[max(that - 5, 0) : that] if that > 0 and scene.kinds[that - 1] != "," else []
    return not {"any", "no"}.isdisjoint(before) or not _WISHED.isdisjoint(before)


_WISHED = word_set(
    "need needs needed want wants wanted imagine wish lack hope hopes hoping develop developing seek seeking search"
)  # "we need drugs that ease pain"


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
    if agent is None or agent.last != subject:
        return False
    place = words.before(agent.first, "ADw#")  # "smoking bans in hospitals cut deaths"
    if place <= clause_start(words, first) or words.text[place] not in ("in", "at", "of", "by", "for"):
        return True
    head = scene.marked("people.agents", place - 1, place)
    return head is not None or not REMEDIES & scene.types(clause_start(words, first), place)


def _by_means(scene: Scene, first: int) -> bool:
    """Whether it is told what "you" do it by: "by eating nuts, you can lower …", "you can lower … by eating nuts"."""
    texts = scene.words.text
    near = [
        *range(max(clause_start(scene.words, first), first - 14), first),
        *range(first, min(first + 14, len(texts))),
    ]
    return any(texts[index] in ("by", "with", "through", "when") and index + 1 < len(texts) for index in near)


def _passive(scene: Scene, form: Form, first: int, last: int, most: int, needs: str | None) -> Reading:
    """The reading of "is caused by", "a rash caused by", "can be prevented with"."""
    words = scene.words
    start, end = clause_start(words, first), clause_end(words, last + 1)
    if _is_of_people(scene, form, first, needs):
        return SILENT
    reading = Reading(min(most, mood(scene, form.governor)), "passive", form.governor)
    for index in range(last + 1, min(end, last + 7)):
        if words.text[index] in _MEANS and form.governor >= 0 and index == last + 1:
            means = scene.types(index + 1, min(end, index + 7)) & REMEDIES
            if needs == "condition":
                return reading if words.text[first - 1] in _WITH_SUCCESS else SILENT  # "well treated with diets"
            return reading if means and scene.healthy(start, first) else SILENT
        if words.text[index] == "by":
            following = words.kind[index + 1 : index + 2]
            if following == "#" and "by" in words.text[index + 2 : index + 6]:
                continue  # "lowered by 5 points by the diet"
            told = not needs or scene.healthy(start, first)
            if form.governor >= 0 and scene.types(index + 1, min(end, index + 7)) & _CAUSES:
                told = True  # "outbreaks are driven by a virus"
            if following == "#" or not told or scene.marked("people.agents", index + 1, index + 3):
                return SILENT  # "cleared by a doctor"
            return reading if form.governor >= 0 else reading._replace(role="reduced")  # "gout caused by uric acid"
        if words.kind[index] in ",CR":
            break
    if words.text[last + 1 : last + 2] == ["to"]:
        return SILENT  # "the dose may be reduced to half"
    if mood(scene, form.governor) == CONDITIONAL and scene.healthy(start, first):
        return Reading(CONDITIONAL, "passive", form.governor)  # "some deaths may be prevented"
    return SILENT


def _is_of_people(scene: Scene, form: Form, first: int, needs: str | None) -> bool:
    """Whether a passive is about persons or affairs: "those affected by it", "doctors were encouraged by it"."""
    if form.governor < 0:
        return scene.words.text[first] == "affected"
    return needs is not None and _by_person(scene, form, first, None)


def _gerund(scene: Scene, form: Form, first: int, most: int) -> Reading:
    preposition = scene.words.text[form.governor]
    if preposition == "by":
        works = scene.words.text[scene.words.before(form.governor)] in ("work", "works", "worked", "acts", "act")
        return Reading(min(most, inherited(scene, form.governor)), "mechanism" if works else "gerund-by", form.governor)
    if preposition == "to" and not (_is_key(scene, form.governor) and scene.types(first, first + 6) & AFFLICTIONS):
        return SILENT  # "crucial to easing pain" claims something, "a guide to easing pain" does not
    if preposition in ("in", "for", "at", "of", "to"):
        return Reading(min(most, licensed(scene, form.governor, "gerund")), "gerund-" + preposition, form.governor)
    return SILENT


def _is_key(scene: Scene, governor: int) -> bool:
    """Whether "to" belongs to what it hangs on: "crucial to easing pain"."""
    mark = licence(scene, governor)
    return mark is not None and mark.last == governor
