"""What makes a claim of a verb without a finite form: "is known to ease pain", "works to ease", "key in easing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_start, modal_strength
from healthlint.analysis.claims.levels import CAN, CAUSAL, NAMES, NONE, REMEDIES
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.scene import Mark, Scene

_USUAL = word_set("here common usual standard traditional only about")


def mood(scene: Scene, governor: int) -> int:
    """What the modal at or before an auxiliary leaves of a claim."""
    words = scene.words
    index = governor
    while index >= 0 and index > governor - 4 and words.kind[index] in "BHMA":
        if words.kind[index] == "M":
            return modal_strength(words.text[index])
        index -= 1
    return CAUSAL


def inherited(scene: Scene, first: int) -> int:
    """The strength that a participle takes over from the verb that it hangs on: "may swell, causing pain"."""
    words = scene.words
    start = clause_start(words, first)
    for index in range(first - 1, start - 1, -1):
        for verb, level in scene.levels:
            if verb == index:
                return level
        if words.kind[index] == "M":
            return modal_strength(words.text[index]) or CAUSAL
    return CAUSAL


def licensed(scene: Scene, governor: int, what: str) -> int:
    """The strength of "to reduce …" or "in reducing …" by the words that it hangs on."""
    start = clause_start(scene.words, governor)
    mark = licence(scene, governor)
    if mark:
        return _granted(scene, mark, start, governor)
    if what == "infinitive" and _is_advice(scene, start, governor):
        return CAUSAL
    if what == "infinitive" and _is_first(scene, start, governor):
        return CAUSAL
    if what == "infinitive" and (modal := _modal_of_means(scene, start, governor)):
        return modal
    return NONE


def _is_first(scene: Scene, start: int, governor: int) -> bool:
    """Whether a remedy is said to be the first or only one that does it: "the first drug to extend survival"."""
    text = scene.words.text
    for index in range(max(start, governor - 5), governor):
        if text[index] in ("first", "only") and text[index - 1] == "the":
            return bool(REMEDIES & scene.types(index + 1, governor))
    return False


def licence(scene: Scene, governor: int) -> Mark | None:
    """The words that "to reduce …" hangs on: "is known", "helps", "a good way"."""
    start = clause_start(scene.words, governor)
    mark = scene.marked("licences", max(start, governor - 5), governor)
    if mark and scene.words.text[mark.last] in ("way", "ways") and not _is_way(scene, start, mark.first):
        return scene.marked("licences", max(start, mark.first - 3), mark.first) or mark  # "work in new ways to ease"
    return mark


def _granted(scene: Scene, mark: Mark, start: int, governor: int) -> int:
    """The strength that a licence lets through where it stands."""
    words = scene.words
    level = NAMES[mark.entry.notes["level"]]
    if words.text[mark.last] in ("way", "ways") and not _is_way(scene, start, mark.first):
        return NONE
    if words.text[mark.last] == "likely" and governor - mark.last > 2:
        return NONE  # "likely to be given tablets to ease pain"
    match mark.entry.notes.get("of"):
        case "things" if _by_people(scene, start, mark.first):
            return NONE  # "the team works to improve sleep"
        case "means" if not scene.types(mark.last + 1, governor) or _by_people(scene, mark.last + 1, governor):
            return NONE  # "lets nurses treat"
    if level < CAN:
        return level
    copula = words.before(mark.first, "ANDw")
    if copula >= start and words.kind[copula] == "B":  # "what may matter is key to easing pain"
        return min(level, mood(scene, copula))
    return min(level, inherited(scene, mark.first))


def _by_people(scene: Scene, start: int, end: int) -> bool:
    """Whether persons or institutions stand here."""
    if scene.marked("people.agents", start, end) or scene.marked("people.patients", start, end):
        return True
    return not _PERSONS.isdisjoint(scene.words.text[start:end])


_PERSONS = word_set("i we he she who you us")


def _is_way(scene: Scene, start: int, first: int) -> bool:
    """Whether something is said to be a way to an effect, and not only the common one: "the usual way to treat it"."""
    words = scene.words
    if not _USUAL.isdisjoint(words.text[start:first]):
        return False
    return "B" in words.kind[start:first] or scene.marked("light-verbs", start, first) is not None


def _modal_of_means(scene: Scene, start: int, governor: int) -> int:
    """What the modal makes of a means to an end: "women can take iron to prevent anemia", "you should walk to …"."""
    modal = scene.kinds.rfind("M", start, governor)
    if modal < 0 or governor - modal < 3 or not REMEDIES & scene.types(modal, governor):
        return NONE
    word = scene.words.text[modal]
    return CAUSAL if word in ("should", "must") else CAN if word == "can" else NONE


def _is_advice(scene: Scene, start: int, governor: int) -> bool:
    """Whether the sentence advises something that is said to bring the effect: "take zinc to shorten your cold"."""
    advice = scene.marked("advice", start, start + 3)
    if advice is None or governor - advice.last <= 1:
        return False
    return all(kind in "AT#" for kind in scene.kinds[start : advice.first])
