"""Risks: who is at risk, and what makes a factor of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.associations import is_headline, is_open
from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.levels import CAUSAL, CORRELATIONAL, SILENT, Reading
from healthlint.analysis.claims.parties import (
    any_party,
    is_occasion,
    is_per_dose,
    is_set_apart,
    is_threshold,
    is_versus,
)
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_risk(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "risk factor" and "at higher risk"; "risk factors" alone is only their name."""
    words, term = scene.words, cue.entry.term
    start = clause_start(words, first)
    if is_open(scene, start, first, clause_end(words, last + 1)):
        return SILENT
    if term.startswith("at "):
        if any(text in _PUTS for text in words.text[max(start, first - 7) : first]):
            return Reading(CAUSAL, "put at risk")
        return _at_risk(scene, first, start)
    if "risk of" in term:
        return _has_risk(scene, first, last, start)
    said = scene.kinds[max(start, first - 6) : first].rpartition(",")[2]
    if "factor" in term and "B" not in said:
        return _factor_for(scene, first, last)
    return Reading(CORRELATIONAL, "risk")


def read_measure(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "a higher risk", "reduced heart attack rates"."""
    words = scene.words
    if any_party(scene, last + 1, last + 2):
        return SILENT  # "the highest risk patients"
    if words.text[last] in ("risk", "risks") and {"face", "faces", "faced"} & {*words.text[max(first - 5, 0) : first]}:
        return Reading(CORRELATIONAL, "measure")
    for index in range(first - 1, max(first - 7, -1), -1):
        if words.text[index] in _COMPARATIVES:
            if is_threshold(scene, index) or words.text[index + 1] in _PARTS:
                return SILENT
            near = words.before(index, "AD#w")
            if near >= 0 and words.text[near] == "at" and words.text[last] in ("risk", "risks"):
                return _at_risk(scene, near, clause_start(words, near))  # "at 18 percent lower risk"
            told = is_set_apart(scene, 0, len(words.text)) or is_versus(scene, 0, len(words.text))
            told = (
                told
                or any_party(scene, last + 2, last + 10)
                or is_occasion(scene, last, len(words.text))
                or "=" in words.text
                or is_per_dose(scene)
                or _is_pointed_to(scene, index)
            )
            return Reading(CORRELATIONAL, "measure") if told else SILENT
        if words.kind[index] not in "wAC":
            break
    return SILENT


def _is_pointed_to(scene: Scene, comparative: int) -> bool:
    """Whether something of health is a sign of a risk or brings it: "poor sleep indicates an increased risk"."""
    verb = scene.words.before(comparative, "ADN")
    return verb > 0 and scene.words.text[verb] in _POINTING and scene.healthy(clause_start(scene.words, verb), verb)


def _factor_for(scene: Scene, first: int, last: int) -> Reading:
    """ "The main risk factor for gout is …", "they identified a risk factor for gout"."""
    words = scene.words
    if words.text[last] != "for":
        return SILENT
    for mark in scene.marks("association.telling"):
        if first - 6 < mark.last < first and scene.kinds[words.before(mark.first)] not in "TMP":
            return Reading(CORRELATIONAL, "risk")
    after = scene.kinds.find("B", last + 1, last + 9)
    listed = next(
        (index for index in range(last + 2, min(last + 8, len(words.text))) if words.text[index] in _LISTS), -1
    )
    told = max(after, listed)  # "risk factors for gout include age"
    return Reading(CORRELATIONAL, "risk", after) if told >= 0 and scene.healthy(last + 1, told) else SILENT


_LISTS = ("include", "includes", "included")


def _at_risk(scene: Scene, first: int, start: int) -> Reading:
    """ "They are at risk", "Smokers at risk of stroke" as a headline; not "for patients at risk"."""
    copula = first - 1
    while copula >= start and scene.kinds[copula] in "A#wD":
        copula -= 1
    if copula < start or scene.kinds[copula] != "B":
        if not scene.healthy(first + 3, first + 11):
            return SILENT  # "People at High Risk"
        told = (is_headline(scene, first) and scene.kinds[0] != "P") or scene.marked(
            "association.telling", start, first
        )
        return Reading(CORRELATIONAL, "risk") if told else SILENT
    if scene.kinds[max(copula - 1, 0)] == "R" or scene.words.text[copula - 1 : copula] == ["who"]:
        told = scene.marked("association.telling", start, copula)
        return Reading(CORRELATIONAL, "risk") if told else SILENT
    if scene.words.text[copula] == "be" and not _seems(scene, copula):
        return SILENT
    return Reading(CORRELATIONAL, "risk", copula)


def _seems(scene: Scene, copula: int) -> bool:
    return any(text in _SEEMS for text in scene.words.text[max(copula - 4, 0) : copula])


def _has_risk(scene: Scene, first: int, last: int, start: int) -> Reading:
    """ "Smokers have a high risk of stroke"; not "those who have a high risk of it", "the high risk of the drug"."""
    holder = scene.marked("association.holders", max(start, first - 6), first)
    if holder is None or scene.kinds[max(holder.first - 1, 0)] == "R" or not scene.healthy(last + 1, last + 8):
        return SILENT
    return Reading(CORRELATIONAL, "risk", holder.first)


_BROAD = ("level", "rate", "frequency", "proportion", "chance", "probability")  # of anything, not only of illness
_EQUALS = {"=", "than", "compared"}
_POINTING = word_set(
    "indicate indicates indicated signal signals signaled signalled imply implies implied confer confers conferred "
    "convey conveys conveyed entail entails entailed mean means meant predict predicts"
)
_PUTS = word_set("put puts putting place places placing")
_SEEMS = word_set(
    "seem seems seemed appear appears appeared may might could found likely shown believed thought known considered "
    "tend tends tended continue continues continued remain remained"
)
_COMPARATIVES = word_set(
    "higher lower increased decreased reduced greater elevated raised heightened fewer better worse "
    "poorer shorter longer lowered excess highest lowest improved impaired diminished smaller larger"
)
_PARTS = word_set(
    "back body leg legs limb limbs extremity extremities abdomen abdominal number lip eyelid jaw spine half"
)
