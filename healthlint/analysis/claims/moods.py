"""Reserved claims that no verb of effect carries: "may be crucial for recovery", "a possible benefit of tea"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_end, clause_start, is_about_work, serves_knowing
from healthlint.analysis.claims.levels import AFFLICTIONS, CAUSES, CONDITIONAL, EFFECTS, SILENT, Reading
from healthlint.analysis.claims.parties import MORE, any_party, is_measured, is_occasion
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene

_BEING = word_set("be become prove remain been turn serve act")
_HAPPENING = word_set("occur happen arise develop appear follow result")
_RAISING = word_set("appear seem")
_USES = word_set("used given applied considered offered combined")
_MEETING = word_set("see find")  # "may see a benefit"
_WANTS = word_set("need require want include lose qualify")
_ASSOCIATIONS = ("association.links", "association.likely", "association.risk", "association.nouns")


def read_modal(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "may" or "appears to" before an effect that no causal verb names: "may be crucial for sleep"."""
    words = scene.words
    raising = cue.entry.term in _RAISING
    start, end = clause_start(words, first), clause_end(words, last + 1)
    if (raising and cue.inflection == "gerund") or is_about_work(scene, start, first):
        return SILENT
    head = _head(scene, last)
    if head < 0 or head >= end or _asks_more(scene, head, end):
        return SILENT
    text = words.text[head]
    if words.text[words.before(first)] == "there" and text == "be":  # "there may be other options" says nothing
        return Reading(CONDITIONAL, "modal-be", first) if _harms(scene, head, end) else SILENT
    if text not in _HAPPENING and not scene.healthy(last + 1, end) and not scene.healthy(start, first):
        return SILENT
    if text in _HAPPENING:
        told = _happens(scene, start, first) or _acts_on(scene, first, head)
    elif scene.marked("hedges.instruments", first - 1, first):
        told = False  # "blood tests may be useful"
    elif text in _BEING or (raising and head == last + 1 and words.kind[head] not in "T"):
        told = _is_worth(scene, head if raising and text not in _BEING else head + 1, end)
    else:
        told = _does(scene, head, end) or _acts_on(scene, first, head) or _changes(scene, start, first, head)
    return Reading(CONDITIONAL, "modal-" + text, first) if told else SILENT


def read_hint(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "suggests a benefit of tea for the skin", "points to soap as a cause of rashes"."""
    end = min(clause_end(scene.words, last + 1), last + 10)
    effect = next((mark for mark in scene.marks("hedges.effects") if last < mark.first < end), None)
    if effect is None:
        return SILENT
    between, kinds = scene.words.text[last + 1 : effect.first], scene.kinds[last + 1 : effect.first]
    if set(kinds) & set("RMBHTN,;") or ("P" in kinds and "as" not in between) or {"no", "little"} & {*between}:
        return SILENT
    told = scene.healthy(effect.last + 1, effect.last + 8) and not scene.marked("hedges.instruments", last + 1, end)
    return Reading(CONDITIONAL, "hint", first) if told else SILENT


def read_promise(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "a promising treatment for pain", "shows promise", "a potential benefit of tea"."""
    words = scene.words
    start, end = clause_start(words, first), clause_end(words, last + 1)
    after = words.text[last + 1] if last + 1 < len(words.text) else ""
    match cue.entry.notes["needs"]:
        case "use":
            told = _for_health(scene, last, end)
        case "subject":
            told = not scene.marked("hedges.instruments", start, end) and (
                after == "of"
                or _names_remedy(scene, start, first)
                or "U" in scene.kinds[start : start + 2]
                or _for_health(scene, last, end)
            )
        case "effect":
            told = after in _OF and scene.healthy(start, end) and not _is_mention(scene, first)
            if words.kind[words.before(first, "AD#w")] == "B" and scene.types(start, first) & AFFLICTIONS:
                return Reading(CONDITIONAL, "promise")  # "diarrhea is a possible side effect"
            told = told and (words.before(first, "ADw#") >= start or _is_resolved(scene, last, end))
        case _:
            copula = scene.kinds[first - 1 : first]
            told = copula == "B" or _for_health(scene, last, end)
    return Reading(CONDITIONAL, "promise") if told else SILENT


def _names_remedy(scene: Scene, start: int, first: int) -> bool:
    """Whether the subject is a remedy for an illness: "new insomnia drug shows promise"."""
    types = scene.types(start, first)
    return bool(types & {"drug", "intervention"}) and bool(types & AFFLICTIONS)


def _is_resolved(scene: Scene, last: int, end: int) -> bool:
    """Whether what is possible is named where it is the subject: "a possible cause of her rash is soap"."""
    verb = next((i for i in range(last + 1, end) if scene.words.text[i] in _NAMING), end)
    return scene.healthy(verb + 1, end) or scene.words.text[end : end + 1] in ([":"], ["that"])


_NAMING = word_set("is are was were include includes included be")
_OF = word_set("of for from in to as against on behind why that")


def _for_health(scene: Scene, last: int, end: int) -> bool:
    """Whether it is said for which matter of health: "promising drug for gout", "promise in easing pain"."""
    words = scene.words
    for index in range(last + 1, min(end, last + 6)):
        if words.text[index] in ("for", "in", "against", "to", "as"):
            return scene.healthy(index + 1, min(end, index + 7)) and not _asks_more(scene, last, end)
        if words.kind[index] not in "wD#":
            return False
    return False


def _is_mention(scene: Scene, first: int) -> bool:
    """Whether the noun hangs on a preposition, and so is only spoken of: "a page about the possible benefits"."""
    before = scene.words.before(first, "AND")
    return before > 0 and (
        scene.words.text[before] in ("on", "about", "by", "of", "into", "for", "with", "regarding")
        or scene.words.text[before - 1 : before + 1] == ["well", "as"]
    )


def _head(scene: Scene, last: int) -> int:
    """The verb after a modal, past adverbs and the "to" of "appears to", or -1 where it is denied."""
    words = scene.words
    index = last + 1
    while index < len(words.kind) and (words.kind[index] in "ATC" or words.text[index] in ("have", "one", "day")):
        if words.text[index] == "have" and words.text[index + 1 : index + 2] not in (["been"], ["become"]):
            break
        index += 1
    if index >= len(words.kind) or words.kind[index] == "N" or "no" in words.text[index + 1 : index + 2]:
        return -1
    return -1 if "not" in words.text[index + 1 : index + 2] else index


def _asks_more(scene: Scene, head: int, end: int) -> bool:
    """Whether what follows is about knowing, measuring or needing, or only an association."""
    if scene.words.text[head] in _WANTS:
        return True
    if scene.words.text[head] in ("have", "face", "see") and _is_graded(scene, head, end):
        return True  # "tall women may have a higher risk of clots"
    if scene.words.text[head] == "explain":
        return False  # "may explain the higher rate of asthma"
    near = min(end, head + 9)
    light = scene.words.text[head] in _MEETING or scene.marked("light-verbs", head, head + 1)
    known = head + 1 if light else head
    if scene.marked("hedges.instruments", head + 1, near) or serves_knowing(scene, known, min(end, head + 6)):
        return True
    return any(scene.marked(name, head, near) for name in _ASSOCIATIONS)


def _is_graded(scene: Scene, head: int, end: int) -> bool:
    """Whether people are said to have more or less of a risk or a rate."""
    measure = scene.marked("association.measures", head, min(end, head + 7))
    graded = measure is not None and not _GRADES.isdisjoint(scene.words.text[head : measure.first])
    return graded and any_party(scene, 0, head)


_GRADES = MORE | {"increased", "elevated", "raised", "heightened", "reduced", "decreased"}


def _is_worth(scene: Scene, index: int, end: int) -> bool:
    """Whether the complement of a copula says what a thing does: "useful for pain", "a cause of pain"."""
    worth = scene.marked("hedges.worth", index, min(end, index + 5))
    if worth is not None and "S" not in scene.kinds[index : worth.first]:
        return True
    return _names(scene, index, end)


def _does(scene: Scene, head: int, end: int) -> bool:
    """Whether the verb has an effect as its object, or is one by itself: "offers relief", "feel tired"."""
    act = scene.marked("hedges.acts", head, head + 1)
    if act is not None:
        if scene.kinds[head + 1 : head + 2] == "R":
            return False  # "may mean that"
        alone = act.entry.term in ("bleed", "tire", "faint") and scene.healthy(0, head)
        return alone or scene.healthy(head + 1, min(end, head + 8))
    ill = scene.words.text[head] in _BEFALLING and AFFLICTIONS & scene.types(head + 1, min(head + 5, end))
    if ill and is_occasion(scene, head + 1, end):
        return True  # "may have a fever after the shot"
    had = scene.words.text[head] == "have" and scene.marked("people.patients", 0, head) is not None
    return _names(scene, head + 1, end) and not (had and "treatment" in scene.words.text[head : head + 8])


def _acts_on(scene: Scene, first: int, head: int) -> bool:
    """Whether what stands before the modal may do something to an illness or the body: "soy may cool hot flashes"."""
    words = scene.words
    near = scene.types(max(first - 3, 0), first) & (CAUSES | AFFLICTIONS)
    people = scene.marked("people.patients", first - 5, first)
    if words.kind[head] != "w" or words.text[head] in _NEUTRAL:
        return False
    if people is not None and (people.last == first - 1 or not near & CAUSES):
        return False  # "patients with gout may try …"
    index = words.after(head, "AD")
    return bool(near) and words.kind[index : index + 1] == "w" and bool(EFFECTS & scene.types(index, index + 3))


def _changes(scene: Scene, start: int, first: int, head: int) -> bool:
    """Whether something measured may rise or fall with or after something: "bone density may fall if it is stopped"."""
    change = scene.marked("association.change", head, head + 1)
    if change is None or change.entry.notes.get("of") or not is_measured(scene, max(start, first - 4), first):
        return False
    text = scene.words.text
    return any(
        text[index] in _OCCASIONS and scene.healthy(index + 1, index + 8)
        for index in range(head + 1, min(head + 5, len(text)))
    )


_OCCASIONS = word_set("if when after with without during as once unless")
_BEFALLING = ("have", "get", "develop", "notice")
_NEUTRAL = word_set(
    "accept try mean show exist bypass skip avoid consist include contain precede "
    "last mimic mask accompany resemble suggest indicate address require develop"
)


def _happens(scene: Scene, start: int, first: int) -> bool:
    """Whether the subject is an effect: "side effects may occur"."""
    effect = scene.marked("hedges.befalling", max(start, first - 4), first)
    return effect is not None and not scene.words.kind[effect.last + 1 : first].strip("A")


def _harms(scene: Scene, head: int, end: int) -> bool:
    """Whether what there may be is good or bad for someone: "there may be side effects"."""
    return scene.marked("hedges.befalling", head, end) is not None or not _WEIGHTS.isdisjoint(
        scene.words.text[head:end]
    )


_WEIGHTS = word_set("benefit benefits risk risks effect effects harm harms relief")


def _names(scene: Scene, index: int, end: int) -> bool:
    """Whether an effect stands here as an object or a complement: "a protective effect", "more than one benefit"."""
    near = min(end, index + 7)
    effect = next((mark for mark in scene.marks("hedges.effects") if index <= mark.first < near), None)
    if effect is None or scene.words.text[index] in _USES:
        return False
    between = scene.kinds[index : effect.first]
    return not set(between) & set("R;,US") and ("P" not in between or "than" in scene.words.text[index : effect.first])
