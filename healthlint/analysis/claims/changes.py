"""Changes: what rose or fell with what, and how people fared under a treatment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.comparisons import any_party
from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.levels import CORRELATIONAL, SILENT, Reading
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_change(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a change that is reported without a cause: "scores fell after six weeks of walking"."""
    words = scene.words
    if not scene.healthy(0, len(words.text)):
        return SILENT
    start, end = clause_start(words, first), clause_end(words, last + 1)
    if cue.inflection not in ("past", "participle"):
        return _tends(scene, cue, first, last, start, end)
    if cue.entry.term in _CHANGES:
        return _changed(scene, first, last, start, end)
    following = words.text[last + 1 : last + 2]
    if not following or (cue.entry.term == "have" and following[0].endswith(("ed", "to", "been"))):
        return SILENT  # "had to move"
    if scene.kinds[words.before(first, "ANHB")] == "R":
        return SILENT  # "patients who had a stroke" only says which patients
    people = scene.marked("people.patients", max(first - 9, 0), first)
    if people and words.text[people.first] not in _ONE and scene.healthy(last + 1, last + 9):
        return Reading(CORRELATIONAL, f"change-{cue.entry.term}")
    return SILENT


def read_groups(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "a significant difference between", "improvements in pain after"."""
    words = scene.words
    if not scene.healthy(0, len(words.text)):
        return SILENT
    end = clause_end(words, last + 1)
    if "M" in words.kind[max(first - 8, 0) : first] or "N" in words.kind[last:end]:
        return SILENT  # "you can expect a difference in", "the differences between them were not significant"
    if any_party(scene, 0, len(words.text)):
        return Reading(CORRELATIONAL, "groups")
    told = any(text in _SEEN for text in words.text)
    return Reading(CORRELATIONAL, "groups") if told and _goes_with(scene, last, end) else SILENT


def read_fate(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of how people fared who had a treatment: "half of those given the drug were still alive"."""
    words = scene.words
    if not any_party(scene, 0, len(words.text)) or "R" in words.kind[max(first - 3, 0) : first]:
        return SILENT
    treated = any(text in _TREATED for text in words.text) or bool(scene.types(0, len(words.text)) & _REMEDIES)
    treated = treated or any(
        words.text[mark.last + 1 : mark.last + 2] == ["on"] for mark in scene.marks("people.patients")
    )
    return Reading(CORRELATIONAL, "fate") if treated else SILENT


def _tends(scene: Scene, cue: Cue, first: int, last: int, start: int, end: int) -> Reading:
    """A standing trend: "the risk rises with age", "scores tend to fall with age"."""
    words = scene.words
    after = words.after(last)
    told = cue.inflection in ("third", "gerund") or words.text[max(first - 2, 0)] in ("tend", "tends", "tended")
    if not told or cue.entry.term not in _CHANGES:
        return SILENT
    fronted = words.text[:1] in _STEADY and "," in words.kind[:first]  # "After menopause, bone tends to shrink"
    if words.text[after : after + 1] not in _STEADY and not (fronted and words.kind[after : after + 1] in ".SC"):
        return SILENT
    named = scene.kinds[max(first - 1, 0)] in "DP"  # "the rises after meals"
    return SILENT if named or not scene.healthy(start, first) else Reading(CORRELATIONAL, "change")


def _changed(scene: Scene, first: int, last: int, start: int, end: int) -> Reading:
    """A verb of change without an object, and what it went with: "pain eased with rest", not "rose in ten years"."""
    words = scene.words
    after = words.after(last, "A#w" if words.kind[last + 1 : last + 2] == "#" else "A")
    if after < len(words.kind) and words.kind[after] not in "PS.,;TC%":
        return SILENT  # an object, or the noun of "reduced pain"
    if words.kind[max(first - 1, 0)] in "DP":
        return SILENT
    near = words.text[after : after + 1] in _STEADY or words.text[after + 1 : after + 2] in _STEADY
    if (near or scene.healthy(0, first)) and _goes_with(scene, last, end):
        return Reading(CORRELATIONAL, "change")
    if words.text[last + 1 : last + 2] == ["significantly"] or words.text[first - 1 : first] == ["significantly"]:
        return Reading(CORRELATIONAL, "change")
    return SILENT


def _goes_with(scene: Scene, last: int, end: int) -> bool:
    """Whether it is said in whom, or with or after what, something changed."""
    text = scene.words.text
    if "according" in text[last:end]:
        end = text.index("according", last)
    return any(
        text[index] in _BESIDE
        and (
            scene.healthy(index + 1, index + 8)
            or any_party(scene, index + 1, index + 8)
            or _SCALES & {*text[index : index + 4]}
        )
        for index in range(last + 1, end)
    )


_REMEDIES = {"drug", "intervention"}
_TREATED = word_set("treated treatment receiving received taking took given getting got randomized randomised surgery")
_ONE = word_set("patient man woman person child user boy girl")
_SCALES = word_set("age aging ageing severity duration dose")
_STEADY = (["with"], ["as"], ["after"], ["during"])
_SEEN = word_set("observed seen found noted reported recorded saw")
_BESIDE = word_set("with after following during among for in as when on across without")
_CHANGES = word_set("improve fall drop rise decline decrease increase worsen grow shrink reduce diminish lower")
