"""Comparisons: who fares otherwise than who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.levels import AFFLICTIONS, CORRELATIONAL, SILENT, Reading
from healthlint.analysis.claims.parties import (
    MORE,
    any_party,
    is_expected,
    is_measured,
    is_of_tests,
    is_quantity,
    is_second,
    is_set_apart,
    is_threshold,
)
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_likely(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "more likely" and "often found in", which need a matter of health and somebody who has it."""
    words = scene.words
    if cue.entry.term in _HAVING:
        return Reading(CORRELATIONAL, "likely") if _is_with_both(scene, first, last) else SILENT
    if cue.entry.term.endswith(("many", "much")) and not any_party(scene, 0, len(words.text)):
        return SILENT  # "twice as much iron as beef"
    if cue.entry.term.startswith("percent ") and not is_set_apart(scene, 0, first):
        return SILENT
    if cue.entry.term.endswith("as often") and not scene.types(0, len(words.text)) & AFFLICTIONS:
        return SILENT  # "screened twice as often"
    if not scene.healthy(0, len(words.text)):
        reported = {"was", "were"} & {*words.text[max(first - 3, 0) : first]} and any_party(scene, 0, first)
        if not reported and not _FATES & {*words.text[last + 1 : last + 4]}:
            return SILENT
    return Reading(CORRELATIONAL, "likely") if _is_sorted(scene, cue, last) else SILENT


def _is_with_both(scene: Scene, first: int, last: int) -> bool:
    """Whether people with one illness are said to have another: "people with gout often have kidney stones"."""
    start = clause_start(scene.words, first)
    held = scene.types(last + 1, last + 6) & (AFFLICTIONS | {"anatomy"})
    return bool(held) and is_set_apart(scene, start, first) and bool(scene.types(start, first) & AFFLICTIONS)


_HAVING = ("also have", "often have", "commonly have", "frequently have", "also had", "often had")
_FATES = word_set("die survive live recover relapse")


def _is_sorted(scene: Scene, cue: Cue, last: int) -> bool:
    """Whether a likelihood tells people or illnesses apart, and not foods, signs or devices."""
    words = scene.words
    if words.text[last] in ("in", "among"):
        if scene.types(last + 1, last + 3) & {"nutrient", "food"}:
            return False  # "often found in beans"
        first = words.at(cue.start)
        return scene.healthy(0, first) or is_quantity(scene, 0, first) or words.text[last] == "among"
    if cue.entry.term in _MOSTLY:
        whom = last + 2 if words.text[last + 1 : last + 2] in (["in"], ["among"]) else last + 1
        strikes = _STRIKES & {*words.text[max(whom - 4, 0) : whom + 1]} and words.text[whom] not in ("from", "to")
        return (
            bool(strikes)
            and bool(scene.types(0, words.at(cue.start)) & AFFLICTIONS)
            and any_party(scene, whom, whom + 3)
        )
    if cue.entry.term.startswith("tend"):
        return scene.healthy(last + 1, last + 10)
    return words.text[last + 1 : last + 3] not in (["to", "indicate"], ["to", "mean"], ["to", "signal"])


def read_compare(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "than", "compared with", "versus" and "in the placebo group"."""
    words = scene.words
    if not _is_told(scene, cue, first, last):
        return SILENT
    if _PRICES & {*words.text[max(first - 9, 0) : first]}:
        return SILENT  # "the cost of a scan versus"
    if words.text[last + 1 : last + 3][-1:] == ["placebo"] and _FARED & {*words.text[:first]}:
        return Reading(CORRELATIONAL, "compare")  # "the drug performed better than a placebo"
    start, end = clause_start(words, first), clause_end(words, last + 1)
    if cue.entry.term != "than":
        start, end = 0, len(words.text)
    elif words.text[start - 1 : start] in (["if"], ["when"]):
        start = clause_start(words, start - 1)  # "they lived longer if they walked than if"
    apart = is_set_apart(scene, 0, len(words.text))
    if not (is_measured(scene, start, end) or (apart and scene.healthy(start, end))):
        return SILENT
    if words.text[last] in _ARMS:
        told = words.kind.count("#") > 1  # "3 strokes in the placebo group, 9 in the other"
    else:
        told = apart or is_second(scene, last) or any_party(scene, 0, len(words.text)) or _is_rate(scene, first)
    return Reading(CORRELATIONAL, "compare") if told else SILENT


def _is_told(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """Whether a comparison says which way it went: by a comparative, a verb of change, or two figures."""
    words = scene.words
    if cue.entry.term == "than":
        return _is_more_than(scene, first, last)
    if _DENIALS & {*words.text[:first]} or "comparable" in words.text or "N" in words.kind[:first]:
        return False
    if any(text.endswith("n't") for text in words.text[:first]):
        return False  # "did not differ from", "no effect compared with"
    if words.text[last] in _ARMS:
        return True
    turned = any(text in MORE or text in _TURNS for text in words.text)
    return turned or (_has_figure(scene, first - 14, first) and _has_figure(scene, last, last + 14))


def _has_figure(scene: Scene, start: int, end: int) -> bool:
    start = max(start, 0)
    return "#" in scene.kinds[start:end] or bool(_NUMERALS & {*scene.words.text[start:end]})


def _is_more_than(scene: Scene, first: int, last: int) -> bool:
    """Whether "than" belongs to a comparative that tells parties apart: not "rather than", "better than expected"."""
    text = scene.words.text
    before = text[max(first - 1, 0)]
    if before in ("rather", "other") or (before in MORE and is_threshold(scene, first - 1)):
        return False
    if is_expected(scene, last) or not (_is_party_after(scene, last) or _is_rate(scene, first)):
        return False
    more = [index for index in range(max(first - 14, 0), first) if text[index] in MORE]
    if not more or text[more[-1] - 1] in ("no", "not", "any"):
        return False
    if is_of_tests(scene, last):
        return False
    return scene.marked("association.appraisals", more[-1] + 1, more[-1] + 3) is None


def _is_rate(scene: Scene, first: int) -> bool:
    """Whether it is the rate of an illness that is compared, whoever the parties are: "higher rates of gout than"."""
    near = max(first - 6, 0)
    return scene.marked("association.measures", near, first) is not None and bool(
        scene.types(near, first) & AFFLICTIONS
    )


def _is_party_after(scene: Scene, last: int) -> bool:
    """Whether "than" is followed by people, a treatment or a time, and not by "answers"."""
    following = {*scene.words.text[last + 1 : last + 2]}
    return any_party(scene, last + 1, last + 7) or bool(following & _THAN) or scene.healthy(last + 1, last + 7)


_MOSTLY = ("mostly", "mainly", "primarily", "predominantly", "most often", "most commonly")  # "strikes mostly women"
_STRIKES = word_set(
    "affects affect affected affecting strikes strike struck hits hit attacks occurs occur occurred seen found "
    "diagnosed reported is are"
)
_NUMERALS = word_set("two three four five six seven eight nine ten twelve half twice none")
_PRICES = word_set("cost costs price prices fee fees expense expenses")
_FARED = word_set("performed did fared worked")
_ARMS = ("group", "arm", "placebo", "controls")
_THAN = word_set("those in among for before after when if with without on at did do does was were that")
_DENIALS = word_set("no similar comparable without nonsignificant insignificant")
_TURNS = word_set(
    "differed differ different improved declined rose fell dropped increased decreased gained lost benefit alive "
    "likely double twice half triple increase decrease reduction improvement decline difference differences reduced "
    "elevated raised heightened lowered excess highest lowest impaired diminished"
)
