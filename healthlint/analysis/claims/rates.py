"""Figures side by side: "14 percent of smokers, compared with 3 percent of the others"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_start
from healthlint.analysis.claims.levels import CORRELATIONAL, SILENT, Reading
from healthlint.analysis.claims.parties import VERSUS, any_party, is_measured
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_rate(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a figure that another one follows for other people, or for those without the same thing."""
    kinds, text = scene.kinds, scene.words.text
    if kinds[first - 1 : first] != "#" or not scene.healthy(0, len(text)):
        return SILENT
    second = next((index for index in range(last + 1, min(last + _FAR, len(text))) if text[index] == text[first]), -1)
    if second < 0 or kinds[second - 1] != "#" or (_SAME | _TESTED) & {*text}:
        return SILENT  # "the nose identified 89 percent of those with gout"
    if not (set("CS") & set(kinds[last:second]) or (VERSUS | {"against"}) & {*text[last:second]}):
        return SILENT
    ours, theirs = _whose(scene, first, last, 0), _whose(scene, second, second, last)
    if not ours or not theirs or ours == theirs or "population" in theirs:
        return SILENT
    people = any_party(scene, last, len(text)) or any_party(scene, clause_start(scene.words, first), first)
    told = people or is_measured(scene, 0, first)
    return Reading(CORRELATIONAL, "rate") if told else SILENT


def _whose(scene: Scene, first: int, last: int, floor: int) -> tuple[str, ...]:
    """The words that say for whom a figure holds: "of smokers", "in the yoga group", or none."""
    text = scene.words.text
    if text[last + 1 : last + 2] and text[last + 1] in _WITH:
        named = any_party(scene, last + 2, last + 6) or scene.healthy(last + 2, last + 6)
        return tuple(text[last + 1 : last + 5]) if named or text[last + 1] == "without" else ()
    for index in range(first - 2, max(first - 9, floor - 1), -1):
        if text[index] in ("in", "among", "for", "of") and any_party(scene, index + 1, first):
            return tuple(text[index:first])
        if scene.kinds[index] in "BHM;":
            break
    return ()


_FAR = 24  # words from one figure to the other
_WITH = word_set("of in among for with without on given")
_SAME = word_set("same alike")
_TESTED = word_set("identified detected recognized recognised spotted flagged missed correctly")
