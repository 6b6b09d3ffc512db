"""Causes after a preposition and in idioms: "due to", "because of", "works wonders"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.levels import AFFLICTIONS, CAUSAL, EFFECTS, SILENT, Reading
from healthlint.analysis.claims.licences import inherited, mood

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_because(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "due to" and its like, which join an effect before with a cause after."""
    start, end = clause_start(scene.words, first), clause_end(scene.words, last + 1)
    if first and scene.words.text[first - 1] == "but":  # "not because of age but because of stress"
        start = clause_start(scene.words, first - 1)
    elif scene.words.before(first) < start:  # "Because of low iron, she tired quickly"
        comma = scene.kinds.find(",", last)
        told = comma > 0 and scene.healthy(last + 1, comma) and scene.healthy(comma, end)
        return Reading(CAUSAL, "because") if told else SILENT
    if not _has_effect(scene, first, last):
        return SILENT
    if scene.healthy(last + 1, min(end, last + 10)):
        copula = scene.words.before(first)
        governor = copula if copula >= 0 and scene.kinds[copula] == "B" else -1
        if governor < 0 and cue.entry.term.endswith("by"):
            return Reading(CAUSAL, "reduced")  # "may ease the swelling caused by stings": a fact on the side
        if governor < 0 and _is_of_denial(scene, start, first):
            return Reading(CAUSAL, "reason")  # "she could not sleep because of pain": the reason holds
        return Reading(mood(scene, governor) if governor >= 0 else inherited(scene, first), "because", governor)
    copula = scene.words.before(first)
    if copula > start and scene.kinds[copula] == "B" and AFFLICTIONS & scene.types(start, copula):
        return Reading(mood(scene, copula), "because", copula)  # "half of the deaths were due to floods"
    return SILENT


def _is_of_denial(scene: Scene, start: int, first: int) -> bool:
    """Whether what has a reason is that something is not or cannot be done, and not the reason what is denied."""
    kinds, text = scene.kinds, scene.words.text
    verb = max(kinds.rfind("w", start, first), start)
    denial = max(kinds.rfind("N", start, verb), kinds.rfind("M", start, verb))
    if denial < start or kinds[denial + 1] == "B" or "should" in text[start:denial]:
        return False
    return kinds[denial] == "N" or text[denial] in _CANNOT


_CANNOT = ("cannot", "can't", "couldn't", "won't")


def _has_effect(scene: Scene, first: int, last: int) -> bool:
    """Whether something of health comes before, or an illness after it: "she stayed at home due to gout"."""
    if EFFECTS & scene.types(0, first) or AFFLICTIONS & scene.types(last + 1, last + 4):
        return True
    before = scene.words.before(first)
    return before < 1 or scene.kinds[before] in "BUR"


def read_idiom(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of an idiom that stands for a whole claim."""
    return Reading(CAUSAL, "idiom")
