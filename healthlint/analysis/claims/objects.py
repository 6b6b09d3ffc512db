"""What a causal verb acts on, and whether that is health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_end, clause_start, serves_knowing
from healthlint.analysis.claims.levels import AFFLICTIONS, CAUSES
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene

_STATES = AFFLICTIONS | {"outcome"}
_OF_ITSELF = ("benefit from", "help")  # what follows is no object: a verb, or what does good
_PERSONAL = ("affect", "impair", "damage", "impact", "threaten")
_POSSESSIVES = (["their"], ["your"], ["his"], ["her"], ["my"])
_NOTHING = word_set("no few little none nothing")


def has_object(scene: Scene, cue: Cue, last: int) -> bool:
    """Whether the verb acts on something that it makes a health claim of."""
    needs = cue.entry.notes.get("object")
    if needs == "own":
        return scene.healthy(0, len(scene.kinds))
    if last + 1 < len(scene.words.text) and scene.words.text[last + 1] in _NOTHING:
        return False  # "produces no symptoms"
    if cue.entry.term not in _OF_ITSELF and _is_affair(scene, last):
        return False
    if cue.entry.term == "stop" and _is_activity(scene, last + 1):
        return False
    if needs is None:
        return scene.healthy(0, len(scene.kinds))
    return _is_health(scene, cue, needs, last)


def for_what(scene: Scene, last: int) -> int:
    """The index of the preposition that "work" comes with: "works well for migraine", "works by blocking it"."""
    words = scene.words
    index = last + 1
    while index < len(words.text) and (words.kind[index] == "A" or words.text[index] in ("best", "better", "wonders")):
        index += 1
    return index if words.text[index : index + 1] and words.text[index] in ("for", "against", "by") else last


def _is_health(scene: Scene, cue: Cue, needs: str, last: int) -> bool:
    """Whether what stands where the object of this verb must stand speaks of health."""
    end = clause_end(scene.words, last + 2 if scene.words.text[last + 1 : last + 2] == ["how"] else last + 1)
    if cue.entry.term == "help":
        return _helps(scene, last, end)
    acted = bool(CAUSES & scene.types(clause_start(scene.words, last), last))  # what it acts on may be unlisted
    match needs:
        case "for":  # "works well for detecting tumours" is no claim
            if scene.words.text[last] not in ("for", "against") or scene.marked("aims.knowing", last + 1, last + 3):
                return False
            return scene.healthy(last + 1, min(end, last + 9))
        case "condition":
            if cue.entry.term == "treat" and "as" in scene.words.text[last + 2 : last + 7]:
                return False  # "treats grief as an illness"
            return bool(AFFLICTIONS & scene.types(last + 1, min(end, last + 6)))
        case "dependent":  # "survival depends on early treatment" and not "the price depends on the dose"
            return bool(_STATES & scene.types(clause_start(scene.words, last), last))
        case "next" | "result" | "given" | "victims":
            return _befalls(scene, needs, last, end)
        case "near":
            return scene.healthy(last + 1, min(end, last + 6)) or (acted and cue.entry.term != "produce")
    if _is_ruled_out(scene, cue.entry.term, last):
        return False
    if cue.entry.term == "make it harder to" and scene.healthy(clause_start(scene.words, last), last):
        return True  # "arthritis makes it hard to open jars"
    if cue.entry.term in _PERSONAL and scene.words.text[last + 1 : last + 2] in _POSSESSIVES:
        return True  # "it affects their confidence"
    far = 12 if scene.words.text[last + 1 : last + 2] in (["more"], ["up"], ["about"]) else 8
    return scene.healthy(last + 1, min(end, last + far)) or acted


def _is_ruled_out(scene: Scene, verb: str, last: int) -> bool:
    """Whether the object shows that the verb tells of tasks, of numbers or of a study's findings."""
    match verb:
        case "make it harder to":
            return scene.marked("aims.knowing", last + 1, last + 3) is not None
        case "affect":
            return _counts_people(scene, last)
        case "result from":  # "published results from a large trial"
            return scene.marked("study-nouns.study", last + 1, last + 11) is not None
        case _:
            return False


def _is_affair(scene: Scene, last: int) -> bool:
    """Whether the object is headed by money, a decision, a device or the like: "reduced the cost of screening"."""
    words = scene.words
    start = last + 1
    while start < len(words.kind) and words.kind[start] in "DA#":
        start += 1
    end = start
    while end < len(words.kind) and words.kind[end] == "w" and (end == start or not _ends_noun(words.text[end])):
        end += 1  # "a new study conducted in spring": up to the participle
    known = scene.marked("aims.knowing", end + 1, end + 2) if words.text[end : end + 1] == ["of"] else None
    if known and known.entry.term != "develop":
        return True  # "boosts the odds of detecting tumours", and not "of developing them"
    mark = scene.marked("affairs.objects", start, end)
    return mark is not None and mark.last == end - 1 and words.kind[end : end + 1] != "C"


def _befalls(scene: Scene, needs: str, last: int, end: int) -> bool:
    """Whether something of health befalls somebody: "keeps you awake", "gave her headaches", "kills thousands"."""
    if needs == "next":
        return scene.healthy(last + 1, min(end, last + 4))
    if needs == "result":
        return _has_result(scene, last, min(end, last + 8))
    if needs == "given":  # not "gave her an answer", "gave her pain medication"
        given = scene.types(last + 1, min(end, last + 5))
        return bool(AFFLICTIONS & given) and not scene.types(last + 1, last + 7) & CAUSES
    by_cause = (CAUSES | AFFLICTIONS) & scene.types(clause_start(scene.words, last), last)
    return bool(by_cause) or scene.healthy(last + 1, min(end, last + 6))


def _has_result(scene: Scene, last: int, end: int) -> bool:
    """Whether it is said what becomes of the object: "keeps you awake", "brought her fever down"."""
    words = scene.words
    for index in range(last + 2, end):
        if words.kind[index] in ",;.SMBHTR":
            return False
        if "state" in scene.types(index, index + 1):
            return True
        if words.text[index] == "from" and "".join(words.text[index + 1 : index + 2]).endswith("ing"):
            return scene.healthy(last + 1, index + 3)  # "keeps clots from forming"
        if words.text[index] in _PARTICLES:
            return bool(_STATES & scene.types(last + 1, index))
    return False


_PARTICLES = word_set("down away up bay")


def _ends_noun(word: str) -> bool:
    """Whether a word after a noun begins something new: "conducted", "regarding"."""
    return word.endswith("ed") or word in ("regarding", "concerning", "showing", "using", "involving", "suggesting")


def _is_activity(scene: Scene, index: int) -> bool:
    """Whether an activity, and not a complaint such as itching, stands here: "stops growing"."""
    gerund = scene.words.text[index : index + 1]
    return bool(gerund) and gerund[0].endswith("ing") and not scene.types(index, index + 1) & AFFLICTIONS


def _helps(scene: Scene, last: int, end: int) -> bool:
    """Whether what is helped is health, and not knowing, deciding or paying."""
    if serves_knowing(scene, last + 1, min(end, last + 8)):
        return False
    return (
        scene.healthy(last + 1, min(end, last + 8)) or scene.marked("people.patients", last + 1, last + 7) is not None
    )


def _counts_people(scene: Scene, last: int) -> bool:
    """Whether the object only says how many fall ill: "affects one in five adults"."""
    return any(
        scene.kinds[index] == "#"
        or scene.words.text[index] in ("people", "more", "most", "many", "about", "women", "men")
        for index in range(last + 1, min(last + 4, len(scene.kinds)))
    )
