"""Causal nouns: "a cause of", "side effects include", "benefits for the heart"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.associations import is_headline
from healthlint.analysis.claims.governors import ARTICLES, copula_after, copula_before, light_verb
from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.levels import AFFLICTIONS, CAN, CAUSAL, EFFECTS, REMEDIES, SILENT, Reading
from healthlint.analysis.claims.licences import inherited, licence, mood
from healthlint.analysis.claims.parties import is_versus
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_noun(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a causal noun: it asserts with a copula, a light verb or a list of effects."""
    needs = cue.entry.notes["needs"]
    most = CAN if cue.entry.notes.get("modal") == "can" else CAUSAL
    if needs == "listing" or (needs == "posing" and scene.words.text[1:2] == [":"]):
        return _listing(scene, first, last)
    if needs == "having" and first < 3 and scene.words.text[last + 1 : last + 2] == [":"]:
        return _listing(scene, first, last)  # "Benefits: better sleep"
    if needs == "shown":
        return _shown(scene, "aims.showing", first, last) if scene.healthy(0, len(scene.kinds)) else SILENT
    if needs == "effects" and not _is_complete(scene, cue, first, last):
        return _listing(scene, first, last)  # "The commonest side effects were …"
    if not _is_complete(scene, cue, first, last):
        return SILENT
    governor = _governor(scene, needs, first, last)
    if governor < 0:
        if cue.inflection == "plural" and cue.entry.term in ("cause of", "consequence of"):
            return _listing(scene, first, last)  # "Causes of gout include …"
        if needs == "having":
            return _shown(scene, "aims.revealing", first, last)
        if needs != "rank" or not _in_apposition(scene, first):
            return SILENT  # "treating the leading cause of death" only mentions it
        return Reading(most, needs)
    if cue.entry.term == "consequence of" and governor < first and not _has_subject(scene, first):
        return SILENT  # "our page is the result of a review of health trends"
    gerund = scene.words.text[governor].endswith("ing")
    return Reading(min(most, (inherited if gerund else mood)(scene, governor)), needs, governor)


def _has_subject(scene: Scene, first: int) -> bool:
    """Whether something of health, or a pronoun for it, stands before a noun in its clause."""
    start = clause_start(scene.words, first)
    return scene.healthy(start, first) or bool(set("UR") & set(scene.kinds[start:first]))


def _is_complete(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """Whether the noun has what it relates beside it: an effect after it, or something ill before it."""
    start = clause_start(scene.words, first)
    match cue.entry.notes["needs"]:
        case "copula":
            end = min(last + 11, clause_end(scene.words, last))
            if cue.entry.term == "source of":
                return bool(AFFLICTIONS & scene.types(last + 1, min(last + 4, end)))  # not "of iron"
            return cue.entry.term == "culprit" or scene.healthy(last + 1, end)
        case "effects":
            return scene.healthy(start, first)
        case "posing":
            people = scene.marked("people.patients", start, first)  # "people with gout carry a greater risk"
            return people is None and not is_versus(scene, last, len(scene.kinds))
        case "rank":
            return True
        case _:
            few = not _FEW.isdisjoint(scene.words.text[max(first - 3, 0) : first])
            return not few and _names_effect(scene, first, last)


def _governor(scene: Scene, needs: str, first: int, last: int) -> int:
    """The index of the word that sets the mood of a causal noun, or -1."""
    if needs in ("copula", "effects", "rank"):
        copula = copula_before(scene, first)
        if copula < 0 and needs != "effects":
            copula = copula_after(scene, first, last)
        return copula if copula >= 0 else light_verb(scene, first, _POSING) if needs == "copula" else -1
    return light_verb(scene, first, _POSING if needs == "posing" else ())


def _names_effect(scene: Scene, first: int, last: int) -> bool:
    """Whether it is said what the effect is: "benefits for the heart", "pain relief", and not "many benefits"."""
    words = scene.words
    told = "P" in words.kind[last : last + 2] or words.text[last + 1 : last + 2] == ["such"]
    told = told and words.text[last] not in ("property", "properties")  # "properties of the skin"
    if told and scene.healthy(last + 1, min(last + 10, clause_end(words, last + 1))):
        return True
    if words.text[first - 1] in _GAINS or words.text[first - 1].endswith(_DOING):
        return True  # "performance benefits", "a fever-reducing effect"
    if words.text[last] in ("property", "properties"):
        return False  # "properties of the skin"
    if words.text[last] in _BLESSINGS and REMEDIES & scene.types(clause_start(words, first), first):
        return True  # "the tablets brought some relief"
    return bool(scene.types(max(first - 3, 0), first) - {"outcome", "state"})


def _shown(scene: Scene, lexicon: str, first: int, last: int) -> Reading:
    """The reading of an effect that something brings to light: "the trial highlights its benefits for sleep"."""
    words = scene.words
    start = clause_start(words, first)
    copula = words.kind.find("B", last, min(last + 12, clause_end(words, last + 1)))
    if copula > 0 and scene.marked("aims.showing", copula, copula + 4) and words.text[copula] != "being":
        denied = "N" in words.kind[copula : copula + 4]  # "the efficacy of it for gout has not been shown"
        return SILENT if denied else Reading(mood(scene, copula), "shown", copula)
    mark = scene.marked(lexicon, max(start, first - 8), first)
    if mark is None or "R" in words.kind[mark.last : first] or words.text[mark.last + 1].endswith("ed"):
        return SILENT  # "they have voted that its efficacy"
    governor = words.kind.rfind("T", max(mark.first - 2, 0), mark.first)
    granted = licence(scene, governor) if governor >= 0 else mark
    aim = granted is None or granted.entry.notes.get("level") == "none"
    return SILENT if aim else Reading(inherited(scene, mark.first), "shown")


def _listing(scene: Scene, first: int, last: int) -> Reading:
    """ "Side effects of the drug include nausea", "Risks: nausea": a list of effects after the noun."""
    words = scene.words
    end = clause_end(words, last + 1)
    for index in range(last + 1, min(end, last + 9)):
        if words.text[index] not in _LISTING:
            continue
        if words.kind[index + 1 : index + 2] == "R":
            return SILENT  # "the advantage of this is that"
        if not EFFECTS & scene.types(index + 1, index + 10) or words.text[index + 1 : index + 2] in _COMPARED:
            return SILENT
        if words.text[index] in ("such", "like", "including"):
            told = not _HAVING.isdisjoint(words.text[max(first - 7, 0) : first])
            return Reading(inherited(scene, first), "listing") if told else SILENT
        if words.kind[index] == "B" and set(words.kind[last + 1 : index]) & set(",RCM"):
            return SILENT  # "reduce side effects, stop drugs that are harmful"
        return Reading(mood(scene, words.before(index)), "listing", words.before(index))
    headed = words.text[end : end + 1] == [":"] and end < last + 4 and "P" not in words.kind[:first]
    return Reading(CAUSAL, "listing") if headed and AFFLICTIONS & scene.types(end + 1, end + 6) else SILENT


def _in_apposition(scene: Scene, first: int) -> bool:
    """Whether a noun says what the one before it is: "gout, a common cause of pain, …"."""
    words = scene.words
    head = words.before(first, "ADw#P")
    return (is_headline(scene, first) and words.kind[0] not in "DU") or (
        head > 0 and words.kind[head] in ",;C" and words.text[head + 1] in ARTICLES
    )


_FEW = word_set("fewer few less no minimal little")
_POSING = ("pose", "carry", "create", "present", "come with")
_DOING = tuple(f"-{word}ing" for word in ("fight", "boost", "lower", "reduc", "reliev", "enhanc", "promot", "prevent"))
_BLESSINGS = word_set("relief protection immunity")
_GAINS = word_set("performance health recovery cognitive sleep growth healing cardiovascular metabolic survival")
_COMPARED = (["similar"], ["less"], ["more"], ["much"], ["mild"], ["minimal"], ["rare"], ["not"], ["comparable"])
_LISTING = word_set("include includes included including are were is was such like extend extends")
_HAVING = word_set(
    "have has had having cause causes caused causing bring brings produce produces produced carry carries carried "
    "report reports reported experience experiences experienced develop developed suffer suffered with"
)
