"""Causal adjectives: "effective for", "harmful effects", "to blame for"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.governors import copula_of_adjective, light_verb
from healthlint.analysis.claims.guards import clause_start, is_about_work
from healthlint.analysis.claims.levels import AFFLICTIONS, CAUSAL, SILENT, Reading
from healthlint.analysis.claims.licences import mood
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_adjective(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a causal adjective, as a predicate or before an effect: "is effective", "harmful effects"."""
    words = scene.words
    needs = cue.entry.notes.get("needs")
    if first and words.text[first - 1] == "cost":
        return SILENT
    if scene.marked("hedges.instruments", last + 1, last + 3) or _is_task(scene, cue, last + 1):
        return SILENT  # "useful for research", "helpful in guiding doctors"
    copula = copula_of_adjective(scene, first)
    if needs == "illness":
        for_people = scene.marked("people.patients", last + 1, last + 4)
        if for_people or not AFFLICTIONS & scene.types(last + 1, last + 5):
            return SILENT
    quality = not _QUALITIES.isdisjoint(words.text[last + 1 : last + 2])
    if needs == "quality" or (needs == "goal" and quality):
        return Reading(CAUSAL, "quality") if quality and _is_told(scene, first, last + 1) else SILENT
    if cue.entry.term == "responsible for" and _is_person(scene, copula):
        return SILENT  # "who is responsible for the asthma clinic"
    if copula >= 0:
        return _predicate(scene, cue, copula, last)
    if needs == "goal" or not scene.healthy(last + 1, last + 9):
        return SILENT
    if words.kind[max(words.before(first), 0)] == "D" and light_verb(scene, first, ()) < 0:
        return SILENT  # "the best treatment for asthma depends on age"
    return Reading(CAUSAL, "attribute")


def _predicate(scene: Scene, cue: Cue, copula: int, last: int) -> Reading:
    """The reading of a causal adjective after a copula; without a goal it must say more than which things are meant."""
    if cue.entry.term == "beneficial" and "agent" in scene.types(last + 1, last + 4):
        return SILENT  # "probiotics are beneficial live bacteria"
    modal = scene.kinds.rfind("M", max(copula - 3, 0), copula)
    if modal >= 0 and is_about_work(scene, clause_start(scene.words, modal), modal):
        return SILENT  # "these findings may be beneficial"
    goal = cue.entry.notes.get("needs") == "goal"
    noun = scene.kinds[last + 1 : last + 2] == "w" and scene.words.text[last + 1] not in _LONG
    if cue.entry.term == "effective" and noun and not AFFLICTIONS & scene.types(0, len(scene.kinds)):
        return SILENT  # "both are effective treatments" names no effect
    if _only_describes(scene, copula) if goal else not scene.healthy(0, len(scene.kinds)):
        return SILENT
    return Reading(mood(scene, copula), "predicate", copula)


def _is_told(scene: Scene, first: int, last: int) -> bool:
    """Whether an effect is had or exerted, or its object is named: "has harmful effects", "benefits for the skin"."""
    on = scene.words.text[last + 1 : last + 2]
    if not {"its", "their"}.isdisjoint(scene.words.text[max(first - 4, 0) : first]):
        return True  # "prized for its soothing effects"
    return light_verb(scene, first, ()) >= 0 or (
        on in (["on"], ["of"], ["for"], ["in"], ["against"]) and scene.healthy(last + 2, last + 9)
    )


def _is_task(scene: Scene, cue: Cue, index: int) -> bool:
    """Whether what follows is work of no matter to health: "responsible for binding it", "useful in guiding"."""
    known = scene.marked("aims.knowing", index, index + 1)
    if known is not None and known.gerund:
        return True
    word = "".join(scene.words.text[index : index + 1])
    return cue.entry.term == "responsible for" and word.endswith("ing") and not scene.healthy(index, index + 4)


def _is_person(scene: Scene, copula: int) -> bool:
    """Whether the subject of a copula is somebody at work."""
    subject = scene.words.before(copula, "AMNBH")
    at_work = scene.marked("people.agents", max(subject - 1, 0), subject + 1) is not None
    return at_work or (subject >= 0 and scene.words.text[subject] in ("he", "she", "who", "i", "we", "you"))


def _only_describes(scene: Scene, copula: int) -> bool:
    """Whether a copula only says which or that there are some: "pills that are harmful", "there are effective ones"."""
    words = scene.words
    subject = words.before(copula, "ANHM")
    there = subject >= 0 and words.text[subject] == "there"
    return there or (subject > 0 and words.kind[subject] == "R" and words.kind[subject - 1] != ",")


_LONG = ("long", "short", "right", "today")
_QUALITIES = word_set("effect effects benefit benefits impact impacts property properties action influence potential")
