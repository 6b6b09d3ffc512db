"""Associations: two things go together, and the sentence says no more than that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.levels import CAUSAL, CORRELATIONAL, SILENT, Reading
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_link(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "linked to" and its like, which need something on both sides."""
    words = scene.words
    copula = words.before(first)
    if copula >= 0 and words.kind[copula] in "BHM":
        return Reading(CORRELATIONAL, "link", copula)
    if words.text[first] in ("related", "connected", "coupled"):
        return SILENT
    start = clause_start(words, first)
    if scene.healthy(start, first) and scene.healthy(last + 1, last + 12):
        return Reading(CORRELATIONAL, "link-reduced")
    return SILENT


def read_link_noun(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "an association between"."""
    start, end = clause_start(scene.words, first), clause_end(scene.words, last + 1)
    if scene.healthy(last + 1, min(end, last + 14)) or scene.healthy(start, first):
        return Reading(CORRELATIONAL, "link-noun")
    return SILENT


def read_risk(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "risk factor" and "at higher risk"; "risk factors" alone is only their name."""
    start = clause_start(scene.words, first)
    if cue.entry.term.startswith("at ") and any(
        text in _PUTS for text in scene.words.text[max(start, first - 7) : first]
    ):
        return Reading(CAUSAL, "put at risk")
    if cue.entry.term.startswith("at ") and not _is_stated(scene, first):
        return SILENT  # "services for people at risk of falls"
    if "factor" in cue.entry.term and "B" not in scene.kinds[max(start, first - 6) : first]:
        return SILENT
    return Reading(CORRELATIONAL, "risk")


def _is_stated(scene: Scene, first: int) -> bool:
    """Whether somebody is said to be at risk, and not only called so."""
    before = scene.words.before(first)
    return before < 0 or scene.kinds[before] in "BH" or "B" in scene.kinds[max(first - 4, 0) : first]


def read_measure(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "a higher risk", "reduced heart attack rates"."""
    words = scene.words
    for index in range(first - 1, max(first - 7, -1), -1):
        if words.text[index] in _COMPARATIVES and words.text[index + 1] not in _PARTS:
            return Reading(CORRELATIONAL, "measure")
        if words.kind[index] not in "wAC":
            break
    return SILENT


def read_likely(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "more likely" and "more common in"."""
    start, end = clause_start(scene.words, first), clause_end(scene.words, last + 1)
    return Reading(CORRELATIONAL, "likely") if scene.healthy(start, end) else SILENT


def read_predict(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "predicts"."""
    if not scene.healthy(last + 1, last + 10) or cue.inflection == "gerund":
        return SILENT
    return Reading(CORRELATIONAL, "predict")


def read_compare(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a comparison between groups of people in a matter of health."""
    words = scene.words
    if not scene.healthy(0, len(words.text)) or not scene.marked("people.patients", 0, len(words.text)):
        return SILENT
    if cue.entry.term == "than" and words.kind[last + 1 : last + 2] in ("#", "D") and words.text[first - 1] in _AMOUNTS:
        return SILENT  # "more than 300 patients"
    if cue.entry.term == "than" and not any(text in _MORE for text in words.text[max(first - 14, 0) : first]):
        return SILENT
    return Reading(CORRELATIONAL, "compare")


def read_change(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a change that is reported without a cause: "scores fell after six weeks"."""
    words = scene.words
    if cue.inflection not in ("past", "participle") or not scene.healthy(0, len(words.text)):
        return SILENT
    if cue.entry.term not in _DONE and "B" in words.kind[max(first - 1, 0) : first]:
        return SILENT  # "cells are grown"
    if cue.entry.term in _CHANGES:
        people = cue.entry.term not in ("improve", "reduce") or scene.marked("people.patients", 0, len(words.text))
        return Reading(CORRELATIONAL, "change") if people else SILENT
    if cue.entry.term == "have" and words.text[last + 1 : last + 2] and words.text[last + 1].endswith("ed"):
        return SILENT
    if scene.marked("people.patients", max(first - 9, 0), first) and scene.healthy(last + 1, last + 9):
        return Reading(CORRELATIONAL, f"change-{cue.entry.term}")
    return SILENT


_DONE = word_set("improve decrease increase reduce lower diminish")
_PUTS = word_set("put puts putting place places placing")
_CHANGES = word_set("improve fall drop rise decline decrease increase worsen grow shrink reduce diminish lower")


def read_groups(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "a significant difference"."""
    if not scene.healthy(0, len(scene.words.text)) or not scene.marked("people.patients", 0, len(scene.words.text)):
        return SILENT
    return Reading(CORRELATIONAL, "groups")


_PARTS = word_set(
    "back body leg legs limb limbs extremity extremities abdomen abdominal number lip eyelid jaw spine half"
)
_AMOUNTS = word_set("more less fewer greater higher lower")
_MORE = word_set(
    "more less fewer higher lower greater larger smaller better worse poorer longer shorter older younger "
    "faster slower stronger weaker heavier later earlier likelier rather safer other"
)
_COMPARATIVES = word_set(
    "higher lower increased decreased reduced greater elevated raised heightened fewer better worse "
    "poorer shorter longer lowered excess highest lowest"
)
