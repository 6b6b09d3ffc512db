"""Changes: what rose or fell with what, and how people fared who are set apart by what they have or take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_start
from healthlint.analysis.claims.levels import CORRELATIONAL, SILENT, Reading
from healthlint.analysis.claims.parties import (
    MORE,
    any_party,
    is_measured,
    is_occasion,
    is_per_dose,
    is_quantity,
    is_set_apart,
    is_versus,
    reach,
)
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_change(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a change that is reported without a cause: "scores fell after six weeks of walking"."""
    if cue.entry.notes.get("of") == "people":
        return _fared(scene, cue, first, last)
    start, end = clause_start(scene.words, first), reach(scene, last + 1)
    if not _is_intransitive(scene, cue, first, last, end) or scene.kinds[max(first - 1, 0)] in "DP":
        return SILENT  # "the rises after meals"
    if scene.kinds[scene.words.before(first, "ANHB")] == "R":
        return SILENT  # "a patient who has improved" only says which
    near = max(start, first - 12)
    if "number" in scene.words.text[near:first] and "per" not in scene.words.text[last:]:
        return SILENT  # "the number of people with asthma has doubled"
    topic = scene.marked("affairs.objects", near, first)
    if topic is not None and scene.words.text[topic.last + 1] == "of":
        return SILENT  # "our understanding of gout grows with every study"
    if scene.words.text[max(first - 1, 0)] in ("it", "this", "that") and scene.healthy(0, len(scene.words.text)):
        near = 0  # "pain was high; it fell to 30 in those who walked"
    measured = is_measured(scene, near, first) or "significantly" in scene.words.text[max(first - 1, 0) : last + 2]
    if cue.entry.term in _FARING:
        measured = measured or any_party(scene, near, first)
    if not measured and (is_occasion(scene, last + 1, end) or is_per_dose(scene)):
        before = scene.words.before(first, "ANHBC")
        measured = bool(scene.types(before, before + 1) - _DOINGS)  # "estrogen drops after birth"
    if not measured:
        after = scene.words.after(last)
        measured = scene.words.text[after : after + 1] == ["with"] and scene.healthy(near, first)
    if measured and _goes_with(scene, start, first, last, end):
        return Reading(CORRELATIONAL, "change")
    return SILENT


def read_groups(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "a significant difference between", "improvements in pain after"."""
    words = scene.words
    end = reach(scene, last + 1)
    before = words.text[max(first - 5, 0) : first]
    if "M" in words.kind[max(first - 8, 0) : first] or "N" in words.kind[last:end] or _NULL & {*before}:
        return SILENT  # "you can expect a difference in", "the differences between them were not significant"
    start = clause_start(words, first)
    versus = is_versus(scene, 0, len(words.text))
    if not versus and _HEADCOUNTS & {*words.text[last + 1 : last + 4]}:
        return SILENT  # "a rise in the number of women who"
    measured = is_measured(scene, last + 1, min(last + 12, end)) or is_quantity(scene, first, last + 1)
    if cue.entry.term.startswith("differ"):
        measured = measured or is_measured(scene, start, first)
    told = versus or is_set_apart(scene, 0, len(words.text))
    if told and (measured or scene.healthy(last + 1, min(last + 12, end))):
        return Reading(CORRELATIONAL, "groups")
    figure = "#" in scene.kinds[max(first - 4, 0) : first] and scene.healthy(last + 1, min(last + 6, end))
    happened = (measured or figure) and _happened(scene, first, last, end)
    return Reading(CORRELATIONAL, "groups") if happened else SILENT


def read_fate(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of how people fared who had a treatment: "half of those given the drug were still alive"."""
    words = scene.words
    if not any_party(scene, 0, len(words.text)) or "R" in words.kind[max(first - 3, 0) : first]:
        return SILENT
    if words.text[last] in ("response", "remission") and {"percent", "%"} & {*words.text[:first]}:
        return Reading(CORRELATIONAL, "fate")  # what responds has been treated
    treated = any(text in _TREATED for text in words.text) or bool(scene.types(0, len(words.text)) & _REMEDIES)
    treated = treated or any(
        words.text[mark.last + 1 : mark.last + 2] == ["on"] for mark in scene.marks("people.patients")
    )
    return Reading(CORRELATIONAL, "fate") if treated else SILENT


def _fared(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """What became of people who are set apart, or after what: "those given zinc had a cold", "lost weight after"."""
    words = scene.words
    following = words.text[last + 1 : last + 2]
    if cue.inflection not in ("past", "participle") or not following:
        return SILENT
    perfect = words.text[words.after(last, "AN") :][:1] or following
    if words.text[first] == "had" and perfect[0].endswith(("ed", "to", "been")):
        return SILENT  # "had to move"
    if scene.kinds[max(first - 1, 0)] in "DP" or (_NULL & {*following} and following != ["no"]):
        return SILENT  # "the lost insulin", "had similar rates"
    if scene.kinds[words.before(first, "ANHB")] == "R":
        return SILENT  # "patients who had a stroke" only says which patients
    if not any_party(scene, max(first - 14, 0), first):
        return SILENT
    if words.text[last + 1 : last + 2] == ["no"] and _FINE & {*words.text[last + 2 : last + 5]}:
        return SILENT  # "had no serious side effects"
    if cue.entry.notes.get("outcome") != "itself" and not _is_state(scene, last + 1, last + 10):
        return SILENT
    if cue.entry.notes.get("outcome") == "itself" and not (_FIGURES & {*words.text} or "#" in words.kind):
        return SILENT
    told = is_set_apart(scene, max(first - 14, 0), first) or is_versus(scene, 0, len(words.text))
    if told or is_occasion(scene, 0, first) or is_occasion(scene, last, len(words.text)):
        return Reading(CORRELATIONAL, f"change-{cue.entry.term}")
    return SILENT


def _is_state(scene: Scene, start: int, end: int) -> bool:
    """Whether what people have or see is a matter of health: an illness, a level, "improvement"."""
    return is_measured(scene, start, end) or bool(_GAINS & {*scene.words.text[start:end]})


def _is_intransitive(scene: Scene, cue: Cue, first: int, last: int, end: int) -> bool:
    """Whether a verb of change is one here, and has no object: "pain eased", "tends to rise", not "reduced pain"."""
    words = scene.words
    if words.text[last + 1 : last + 3] in (["a", "little"], ["a", "bit"], ["a", "lot"]):
        last += 2
    after = words.after(last, "A#w" if words.kind[last + 1 : last + 2] == "#" else "A")
    if after < len(words.kind) and words.kind[after] not in "PS.,;TC%#" and words.text[after] not in MORE:
        return False
    if cue.inflection in ("past", "participle", "third"):
        return True
    before = words.text[max(first - 2, 0) : first]
    if cue.inflection == "gerund":
        return bool(before) and words.kind[first - 1] == "B"
    return bool(_TENDS & {*before}) or (bool(before) and words.kind[after : after + 1] in "PS")


def _goes_with(scene: Scene, start: int, first: int, last: int, end: int) -> bool:
    """Whether it is said in whom, or with or after what, something changed."""
    text = scene.words.text
    if "according" in text[last:end]:
        end = text.index("according", last)
    if is_occasion(scene, last + 1, end) or is_set_apart(scene, start, first) or is_versus(scene, last + 1, len(text)):
        return True
    if is_per_dose(scene) or ("," in scene.kinds[start:first] and is_occasion(scene, 0, first)):
        return True  # "After menopause, bone tends to shrink"
    after = scene.words.after(last)
    return any(
        text[index] in _BESIDE
        and (
            is_set_apart(scene, index + 1, index + 8)
            or bool(_SCALES & {*text[index : index + 4]})
            or (index == after and text[index] in _STEADY and scene.healthy(index + 1, index + 8))
        )
        for index in range(last + 1, end)
    )


def _happened(scene: Scene, first: int, last: int, end: int) -> bool:
    """Whether a change is reported together with what came before it: "saw a drop in pain after surgery"."""
    if not (is_occasion(scene, last, end) or is_occasion(scene, 0, first)):
        return False
    return any(text in _SEEN for text in scene.words.text) or "#" in scene.kinds[max(first - 4, 0) : first]


_FIGURES = MORE | word_set("% percent half most two-thirds third quarter majority all none")
_GAINS = word_set("improvement improvements recovery remission response responses reductions")
_FARING = ("improve", "worsen")  # what people may do themselves: "those who stayed improved"
_DOINGS = {"intervention", "behaviour", "food"}
_HEADCOUNTS = word_set("number numbers use cost costs")
_FINE = word_set("side adverse difference differences change changes effect effects serious significant problems")
_REMEDIES = {"drug", "intervention"}
_TREATED = word_set("treated treatment receiving received taking took given getting got randomized randomised surgery")
_SCALES = word_set("age aging ageing older severity duration dose")
_STEADY = word_set("with as after during")
_TENDS = word_set("tend tends tended")
_NULL = word_set("no little similar normal insignificant without comparable expect hope same nonsignificant")
_SEEN = word_set("observed seen found noted reported recorded saw had experienced showed shown was were")
_BESIDE = word_set("with after following during among for in as when on across without")
