"""Where a claim is made with a reservation: "possibly", "suggests that", "a possible cause", "is thought to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import WEAK_MODALS, clause_start, has_kind
from healthlint.analysis.claims.levels import CONDITIONAL
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.scene import Scene
    from healthlint.language.modality import Words


def is_hedged(scene: Scene, first: int, kind: str, role: str) -> bool:
    """Whether the sentence weakens what follows: "possibly", "suggests that", "a possible cause", "is thought to".

    A reduced relative clause ("a cancer caused by asbestos") is background that only its own adverb weakens.
    """
    words = scene.words
    start = clause_start(words, first)
    if _is_suggested(scene, first):
        return True
    if kind == "because" and words.text[first - 1] == "likely":
        return True  # "most likely due to"
    if role == "reduced":
        return _adverb(scene, max(start, first - 2), first)
    if _adverb(scene, max(start, first - 5), first) or (role == "participle" and _adverb_of_verb(scene, start, first)):
        return True
    named = kind != "verb" or role.startswith("gerund-")
    if named and scene.marked("hedges.adjectives", max(start, first - 3), first):
        return True
    if _adverb(scene, start, min(start + 2, first)):
        return True
    if _may_be_that(words, start, first) or (kind in _MOODLESS and _under_modal(words, start, first)):
        return True
    return any(_reaches(scene, name, start, first, kind) for name in ("hedges.verbs", "hedges.phrases"))


def _reaches(scene: Scene, name: str, start: int, first: int, kind: str) -> bool:
    """Whether a verb or phrase of doubt before has what follows in its scope: "suggests that it eases pain"."""
    words = scene.words
    mark = scene.marked(name, start, first)
    if mark is None or mark.last >= first:
        return False
    if mark.first and words.text[mark.first].endswith("ed") and words.kind[mark.first - 1] in "PD":
        return False  # "in suspected migraine"
    if kind == "verb" and mark.entry.term in ("appear", "seem") and words.kind[mark.last + 1] not in "TRA":
        return False  # "he seemed tired, which affected his sleep"
    if words.text[mark.last] == "to" and (first - mark.last > 7 or has_kind(scene, "R,", mark.last, first)):
        return False  # "less likely to trigger the response that creates …"
    return not any(  # but a second verb of the same subject: "suggests that it eases pain and improves sleep"
        mark.last < verb < first and (level > CONDITIONAL or has_kind(scene, "RS,", verb, first))
        for verb, level in scene.verbs
    )


def _is_suggested(scene: Scene, first: int) -> bool:
    """Whether the sentence ends in its source, and that only suggests it: "…, a small trial suggests"."""
    mark = scene.marked("hedges.verbs", first, len(scene.kinds))
    if mark is None or mark.gerund or mark.entry.term not in ("suggest", "hint"):
        return False
    comma = scene.kinds.rfind(",", first, mark.first)
    last = scene.kinds[mark.last + 1 : mark.last + 2]
    return (
        comma > 0 and mark.first - comma < 7 and not set(scene.kinds[comma : mark.first]) & set("SRCP") and last != "R"
    )


def _adverb(scene: Scene, start: int, end: int) -> bool:
    """Whether an adverb of doubt stands here; "more likely" compares and doubts nothing."""
    mark = scene.marked("hedges.adverbs", start, end)
    return mark is not None and not (mark.first and scene.words.text[mark.first - 1] in _DEGREES)


def _adverb_of_verb(scene: Scene, start: int, first: int) -> bool:
    """Whether an adverb of doubt stands before the verb that a participle hangs on: "will likely swell, causing"."""
    mark = scene.marked("hedges.adverbs", start + 1, first)
    return mark is not None and scene.kinds[mark.first - 1] in "MB" and scene.words.text[mark.last + 1] != "to"


def _under_modal(words: Words, start: int, first: int) -> bool:
    """Whether "may" and no clause of its own comes shortly before: "may put them at risk", "may be to blame"."""
    modal = words.kind.rfind("M", max(start, first - 6), first)
    return modal >= 0 and words.text[modal] in WEAK_MODALS and not set(words.kind[modal + 1 : first]) & set("RCU,")


def _may_be_that(words: Words, start: int, first: int) -> bool:
    """Whether a cleft puts the clause under a modal: "it may be that", "it could be the heat that"."""
    that = words.kind.rfind("R", start, first)
    modal = words.kind.rfind("M", max(start, that - 9), that) if that > 0 else -1
    if modal < 0 or words.text[modal] not in WEAK_MODALS:
        return False
    if that - modal == 2 and words.text[modal + 1] in ("find", "notice", "mean"):
        return True  # "some may find that tea helps"
    between = words.kind[modal + 1 : that]
    return "B" in between[:3] and not set(between) & set("MRSTCO,")


_DEGREES = word_set("more less most least as so equally")
_MOODLESS = ("adjective", "idiom", "risk")  # kinds of cues that are read without a look at the modal before them
