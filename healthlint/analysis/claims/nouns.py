"""Causal nouns, adjectives and prepositions: "a cause of", "effective for", "because of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.associations import is_headline
from healthlint.analysis.claims.guards import clause_end, clause_start, is_about_work
from healthlint.analysis.claims.levels import CAN, CAUSAL, SILENT, Reading
from healthlint.analysis.claims.licences import inherited, mood
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene

_QUALITIES = word_set("effect effects benefit benefits impact impacts property properties action influence potential")
_COPULAR = word_set(
    "appear appears appeared seem seems seemed prove proves proved proven remain remains remained find "
    "finds found considered feel feels shown"
)
_SEEKING = word_set("find finds found considered")
_COMPARED = (["similar"], ["less"], ["more"], ["much"], ["mild"], ["minimal"], ["rare"], ["not"], ["comparable"])
_LISTING = word_set("include includes included including are were is was such like extend extends")


def read_noun(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a causal noun: it asserts with a copula, a light verb or a list of effects."""
    needs = cue.entry.notes["needs"]
    most = CAN if cue.entry.notes.get("modal") == "can" else CAUSAL
    if needs == "listing" or (needs == "posing" and scene.words.text[1:2] == [":"]):
        return _listing(scene, first, last)
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
    gerund = scene.words.text[governor].endswith("ing")
    return Reading(min(most, (inherited if gerund else mood)(scene, governor)), needs, governor)


def _is_complete(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """Whether the noun has what it relates beside it: an effect after it, or something ill before it."""
    start = clause_start(scene.words, first)
    match cue.entry.notes["needs"]:
        case "copula":
            end = min(last + 11, clause_end(scene.words, last))
            if cue.entry.term == "source of":
                return bool(_AFFLICTIONS & scene.types(last + 1, min(last + 4, end)))  # not "of iron"
            return cue.entry.term == "culprit" or scene.healthy(last + 1, end)
        case "effects":
            return scene.healthy(start, first)
        case "posing":
            return scene.marked("people.patients", start, first) is None  # "people with gout carry a greater risk"
        case "rank":
            return True
        case _:
            few = not _FEW.isdisjoint(scene.words.text[max(first - 3, 0) : first])
            return not few and _names_effect(scene, first, last)


def _governor(scene: Scene, needs: str, first: int, last: int) -> int:
    """The index of the word that sets the mood of a causal noun, or -1."""
    if needs in ("copula", "effects", "rank"):
        copula = _copula(scene, first)
        if copula < 0 and needs != "effects":
            copula = _copula_after(scene, first, last)
        return copula if copula >= 0 else _light_verb(scene, first, _POSING) if needs == "copula" else -1
    return _light_verb(scene, first, _POSING if needs == "posing" else ())


_FEW = word_set("fewer few less no minimal little")
_POSING = ("pose", "carry", "create", "present", "come with")


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
    aim = governor >= 0 and _licence(scene, governor) in ("", "none")
    return SILENT if aim else Reading(inherited(scene, mark.first), "shown")


def read_adjective(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a causal adjective, as a predicate or before an effect: "is effective", "harmful effects"."""
    words = scene.words
    needs = cue.entry.notes.get("needs")
    if first and words.text[first - 1] == "cost":
        return SILENT
    if scene.marked("hedges.instruments", last + 1, last + 3) or _is_task(scene, cue, last + 1):
        return SILENT  # "useful for research", "helpful in guiding doctors"
    copula = _copula_of_adjective(scene, first)
    if needs == "illness":
        for_people = scene.marked("people.patients", last + 1, last + 4)
        if for_people or not {"condition", "symptom"} & scene.types(last + 1, last + 5):
            return SILENT
    quality = not _QUALITIES.isdisjoint(words.text[last + 1 : last + 2])
    if needs == "quality" or (needs == "goal" and quality):
        return Reading(CAUSAL, "quality") if quality and _is_told(scene, first, last + 1) else SILENT
    if cue.entry.term == "responsible for" and _is_person(scene, copula):
        return SILENT  # "who is responsible for the asthma clinic"
    if copula >= 0 and cue.entry.term == "beneficial" and "agent" in scene.types(last + 1, last + 4):
        return SILENT  # "probiotics are beneficial live bacteria"
    if copula >= 0:
        modal = scene.kinds.rfind("M", max(copula - 3, 0), copula)
        if modal >= 0 and is_about_work(scene, clause_start(words, modal), modal):
            return SILENT  # "these findings may be beneficial"
        if _only_describes(scene, copula) if needs == "goal" else not scene.healthy(0, len(scene.kinds)):
            return SILENT
        return Reading(mood(scene, copula), "predicate", copula)
    if needs == "goal" or not scene.healthy(last + 1, last + 9):
        return SILENT
    if words.kind[max(words.before(first), 0)] == "D" and _light_verb(scene, first, ()) < 0:
        return SILENT  # "the best treatment for asthma depends on age"
    return Reading(CAUSAL, "attribute")


def read_because(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "due to" and its like, which join an effect before with a cause after."""
    start, end = clause_start(scene.words, first), clause_end(scene.words, last + 1)
    if scene.words.before(first) < start:  # "Because of low iron, she tired quickly"
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
        return Reading(mood(scene, governor) if governor >= 0 else inherited(scene, first), "because", governor)
    copula = scene.words.before(first)
    if copula > start and scene.kinds[copula] == "B" and _AFFLICTIONS & scene.types(start, copula):
        return Reading(mood(scene, copula), "because", copula)  # "half of the deaths were due to floods"
    return SILENT


def _has_effect(scene: Scene, first: int, last: int) -> bool:
    """Whether something of health comes before, or an illness after it: "she stayed at home due to gout"."""
    if _EFFECTS & scene.types(0, first) or _AFFLICTIONS & scene.types(last + 1, last + 4):
        return True
    before = scene.words.before(first)
    return before < 1 or scene.kinds[before] in "BUR"


_EFFECTS = {"condition", "symptom", "outcome", "state", "anatomy"}


def read_idiom(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of an idiom that stands for a whole claim."""
    return Reading(CAUSAL, "idiom")


def _copula(scene: Scene, first: int) -> int:
    words = scene.words
    for index in range(first - 1, max(-1, first - 10), -1):
        if words.kind[index] == "B" or words.text[index] in _BECOMING:
            return index
        if words.text[index] in (":", "—", "–"):
            return index if index + 1 == first or words.text[index + 1] in _ARTICLES else -1  # "Dust: a cause of"
        if words.kind[index] in "RPT" and words.text[index] not in ("of", "among"):
            return -1
    return -1


def _is_task(scene: Scene, cue: Cue, index: int) -> bool:
    """Whether what follows is work of no matter to health: "responsible for binding it", "useful in guiding"."""
    if scene.marked("aims.knowing", index, index + 1):
        return True
    word = "".join(scene.words.text[index : index + 1])
    return cue.entry.term == "responsible for" and word.endswith("ing") and not scene.healthy(index, index + 4)


def _copula_after(scene: Scene, first: int, last: int) -> int:
    """The index of the `be` after a causal noun that begins its clause: "the main cause of her rash is dust", or -1."""
    words = scene.words
    if words.before(first, "ADw#") >= clause_start(words, first):
        return -1
    end = clause_end(words, last + 1)
    copula = words.kind.find("B", last + 1, min(last + 12, end))
    if copula < 0 or set(words.kind[last + 1 : copula]) & set("RUT,MN"):
        return -1
    told = words.kind[copula + 1 : copula + 2] == "D" or scene.healthy(copula + 1, min(copula + 5, end))
    return copula if told and "N" not in words.kind[copula : copula + 3] else -1


def _in_apposition(scene: Scene, first: int) -> bool:
    """Whether a noun says what the one before it is: "gout, a common cause of pain, …"."""
    words = scene.words
    head = words.before(first, "ADw#P")
    return (is_headline(scene, first) and words.kind[0] != "D") or (
        head > 0 and words.kind[head] in ",;C" and words.text[head + 1] in _ARTICLES
    )


def _is_person(scene: Scene, copula: int) -> bool:
    """Whether the subject of a copula is somebody at work."""
    subject = scene.words.before(copula, "AMNBH")
    at_work = scene.marked("people.agents", max(subject - 1, 0), subject + 1) is not None
    return at_work or (subject >= 0 and scene.words.text[subject] in ("he", "she", "who", "i", "we", "you"))


_ARTICLES = word_set("a an the one among another still by second third")
_BECOMING = word_set("become becomes became remain remains remained represent represents constitute constitutes")


def _is_told(scene: Scene, first: int, last: int) -> bool:
    """Whether an effect is had or exerted, or its object is named: "has harmful effects", "benefits for the skin"."""
    on = scene.words.text[last + 1 : last + 2]
    if not {"its", "their"}.isdisjoint(scene.words.text[max(first - 4, 0) : first]):
        return True  # "prized for its soothing effects"
    return _light_verb(scene, first, ()) >= 0 or (
        on in (["on"], ["of"], ["for"], ["in"], ["against"]) and scene.healthy(last + 2, last + 9)
    )


def _copula_of_adjective(scene: Scene, first: int) -> int:
    """The index of the `be` whose predicate an adjective is part of: "is safe and effective"."""
    words = scene.words
    for index in range(first - 1, max(first - 5, -1), -1):
        if words.text[index] in _SEEKING and index < first - 1 and words.kind[index + 1] == "D":
            return -1  # "find an effective cream"
        if words.kind[index] == "B" or words.text[index] in _COPULAR:
            return index
        if words.kind[index] not in "wCAND,#" and words.text[index] not in ("as", "%"):
            return -1
    return -1


def _only_describes(scene: Scene, copula: int) -> bool:
    """Whether a copula only says which or that there are some: "pills that are harmful", "there are effective ones"."""
    words = scene.words
    subject = words.before(copula, "ANHM")
    there = subject >= 0 and words.text[subject] == "there"
    return there or (subject > 0 and words.kind[subject] == "R" and words.kind[subject - 1] != ",")


def _names_effect(scene: Scene, first: int, last: int) -> bool:
    """Whether it is said what the effect is: "benefits for the heart", "pain relief", and not "many benefits"."""
    words = scene.words
    told = "P" in words.kind[last : last + 2] or words.text[last + 1 : last + 2] == ["such"]
    if told and scene.healthy(last + 1, min(last + 10, clause_end(words, last + 1))):
        return True
    if words.text[first - 1] in _GAINS:
        return True  # "performance benefits"
    if words.text[last] in _BLESSINGS and _REMEDIES & scene.types(clause_start(words, first), first):
        return True  # "the tablets brought some relief"
    return bool(scene.types(max(first - 3, 0), first) - {"outcome", "state"})


_BLESSINGS = word_set("relief protection immunity")
_REMEDIES = {"drug", "intervention", "nutrient", "food", "behaviour"}
_GAINS = word_set("performance health recovery cognitive sleep growth healing cardiovascular metabolic survival")


def _light_verb(scene: Scene, first: int, only: tuple[str, ...]) -> int:
    """The index of the word that sets the mood of the light verb before a noun, or -1 where there is none."""
    start = max(clause_start(scene.words, first), first - 7)
    mark = scene.marked("light-verbs", start, first)
    if mark is None or (only and mark.entry.term not in only) or scene.words.text[mark.first] == "given":
        return -1  # "given the benefits of fiber"
    before = scene.words.before(mark.first)
    if before >= 0 and scene.kinds[before] in ("P" if mark.gerund else "T"):
        level = _licence(scene, before)
        fronted = scene.kinds[before] == "P" or before == clause_start(scene.words, before)
        if level == "none" or (fronted and not level):
            return -1  # "to show its effect on sleep, they …", "a device for giving relief"
    return before if before >= 0 and scene.kinds[before] in "MBHO" else mark.first


def _licence(scene: Scene, governor: int) -> str:
    """What the words before "to give relief" or "for giving relief" let through ("is known"), or an empty string."""
    licence = scene.marked("licences", clause_start(scene.words, governor), governor)
    return licence.entry.notes["level"] if licence else ""


def _listing(scene: Scene, first: int, last: int) -> Reading:
    """ "Side effects of the drug include nausea", "Risks: nausea": a list of effects after the noun."""
    words = scene.words
    end = clause_end(words, last + 1)
    for index in range(last + 1, min(end, last + 9)):
        if words.text[index] not in _LISTING:
            continue
        if not _EFFECTS & scene.types(index + 1, index + 10) or words.text[index + 1 : index + 2] in _COMPARED:
            return SILENT
        if words.text[index] in ("such", "like", "including"):
            told = not _HAVING.isdisjoint(words.text[max(first - 7, 0) : first])
            return Reading(inherited(scene, first), "listing") if told else SILENT
        if words.kind[index] == "B" and set(words.kind[last + 1 : index]) & set(",RCM"):
            return SILENT  # "reduce side effects, stop drugs that are harmful"
        return Reading(mood(scene, words.before(index)), "listing", words.before(index))
    headed = words.text[end : end + 1] == [":"] and end < last + 4 and "P" not in words.kind[:first]
    return Reading(CAUSAL, "listing") if headed and _AFFLICTIONS & scene.types(end + 1, end + 6) else SILENT


_AFFLICTIONS = {"condition", "symptom"}
_HAVING = word_set(
    "have has had having cause causes caused causing bring brings produce produces produced carry carries carried "
    "report reports reported experience experiences experienced develop developed suffer suffered with"
)
