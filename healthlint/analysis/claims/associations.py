"""Associations: two things go together, and the sentence says no more than that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.levels import CORRELATIONAL, SILENT, Reading
from healthlint.analysis.claims.parties import is_measured, is_quantity
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.scene import Scene


def read_link(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "linked to" and its like, which need something on both sides."""
    words = scene.words
    if "contrary" in words.text[:first]:
        return SILENT  # "contrary to the belief that they are linked"
    start = clause_start(words, first)
    copula = _copula(scene, first, start)
    if "-" in words.text[first]:
        return Reading(CORRELATIONAL, "link", copula) if copula >= 0 else SILENT  # "is age-related", not its noun
    behind = scene.healthy(last + 1, last + 12)
    if copula >= 0:
        wide = words.text[first] in _WIDE and not (behind or scene.healthy(start, first))
        if words.text[first] in ("connected", "coupled"):
            wide = not is_measured(scene, last + 1, last + 12)  # "the wires are connected to a nerve"
        return SILENT if wide else Reading(CORRELATIONAL, "link", copula)
    if words.text[first] in ("correlated", "correlates") and words.text[last] == "with" and is_headline(scene, first):
        return Reading(CORRELATIONAL, "link")
    if words.text[first] in _WIDE:
        return Reading(CORRELATIONAL, "link-headline") if behind and is_headline(scene, first) else SILENT
    before = words.before(first)
    carrier = words.text[before] if before >= 0 else ""
    if before >= 0 and scene.marked("affairs.objects", before, first):
        return SILENT  # "the costs associated with pain"
    told = carrier in _CARRIERS or is_headline(scene, first) or scene.healthy(start, first)
    return Reading(CORRELATIONAL, "link-reduced") if carrier in GENES or (behind and told) else SILENT


def read_link_noun(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "an association between", not of "in relation to", "your relationship with food"."""
    words = scene.words
    start, end = clause_start(words, first), clause_end(words, last + 1)
    before, following = words.text[max(first - 1, 0)], words.text[last + 1 : last + 2]
    if before in _OWN or set(following) & _OWN or is_open(scene, start, first, end):
        return SILENT
    if following and scene.marked("aims.knowing", last + 1, last + 2) and following[0].endswith("ing"):
        return SILENT  # "a marker for tracking"
    if _is_sought(scene, first) or _is_rapport(scene, cue, last):
        return SILENT
    measured = bool({before, words.text[first]} & _STATISTICAL)
    if words.text[first] in ("link", "links") and _is_address(scene, first):
        return SILENT
    near = scene.types(last + 1, min(end, last + 8)) - {"outcome"} or is_quantity(scene, last + 1, min(end, last + 8))
    far = scene.healthy(start, first) and (
        not words.text[first].startswith(_BONDS) or "two" in words.text[last + 1 : last + 3]
    )
    far = far or (scene.healthy(start, first) and scene.healthy(last + 1, min(end, last + 14)))
    people = scene.marked("people.patients", last + 1, min(end, last + 6))
    return Reading(CORRELATIONAL, "link-noun") if measured or near or far or people else SILENT


def _is_address(scene: Scene, first: int) -> bool:
    """Whether links are those of a web page: "see below for links to sources"."""
    return bool(_PAGES & {*scene.words.text[max(first - 6, 0) : first + 8]})


def _is_sought(scene: Scene, first: int) -> bool:
    """Whether somebody only looks for a link."""
    text = scene.words.text[max(first - 4, 0) : first]
    return "for" in text and any(word.startswith(("look", "search", "check", "watch")) for word in text)


def _is_rapport(scene: Scene, cue: Cue, last: int) -> bool:
    """Whether a relationship is one of people: with food, with their doctor."""
    if not cue.entry.term.startswith("relationship "):
        return False
    following = scene.words.text[last + 1 : last + 2]
    if cue.entry.term == "relationship between":
        return scene.marked("people.agents", last + 1, last + 7) is not None
    return following in (["food"], ["eating"], ["exercise"]) or bool(scene.marked("people.agents", last + 1, last + 6))


def read_bare(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of an association taken up again: "this association held among older women"."""
    words = scene.words
    start, end = clause_start(words, first), clause_end(words, last + 1)
    if is_open(scene, start, first, end):
        return SILENT
    verb = words.after(last)
    if verb < end and words.text[verb] == "in":
        verb = max(words.kind.find("B", verb, min(verb + 6, end)), verb)  # "the associations in this study were"
    if "there" in words.text[start:first] and "B" in words.kind[start:first]:
        return Reading(CORRELATIONAL, "link-noun")  # "there appears to be a true association"
    if not (verb < end and (words.kind[verb] == "B" or words.text[verb] in _HOLDS)):
        return SILENT
    if scene.healthy(start, end) or scene.marked("people.patients", start, end):
        return Reading(CORRELATIONAL, "link-noun", verb)
    return SILENT


def read_relate(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of a study that relates two things: "researchers link naps with better memory"."""
    words = scene.words
    end = min(clause_end(words, last + 1), last + 16)
    joint = next((index for index in range(last + 2, end) if words.text[index] in ("to", "with", "and")), -1)
    if joint < 0 or (cue.inflection == "participle" and scene.kinds[max(first - 1, 0)] == "B"):
        return SILENT
    before = words.before(first, "ANH")
    agent = scene.marked("people.agents", max(before, 0), first)
    if (
        (agent is None and not _is_by_study(scene, before))
        or words.kind[last + 1] in "PT"
        or not scene.healthy(last + 1, end)
    ):
        return SILENT
    return Reading(CORRELATIONAL, "link-drawn")


def _is_by_study(scene: Scene, before: int) -> bool:
    """Whether a pronoun, or "the first study to", stands before a verb of relating."""
    text = scene.words.text
    first = text[max(before - 1, 0) : before + 1] == ["first", "to"]
    return first or text[max(before, 0)] in ("she", "he", "they", "we")


def read_predict(scene: Scene, cue: Cue, first: int, last: int) -> Reading:
    """The reading of "predicts", "was better for predicting"."""
    words, text = scene.words, scene.words.text
    if cue.entry.term in ("outperform", "outlive") and not scene.marked("people.patients", 0, len(text)):
        return SILENT
    if cue.entry.term in _TOGETHER and text[last + 1 : last + 2] != ["with"]:
        return Reading(CORRELATIONAL, "predict") if len(scene.within(clause_start(words, first), first)) > 1 else SILENT
    if cue.inflection == "gerund":
        apt = any(word in _APT for word in text[max(first - 4, 0) : first]) and text[max(first - 1, 0)] in ("in", "for")
        return Reading(CORRELATIONAL, "predict") if apt and scene.healthy(last + 1, last + 10) else SILENT
    before = words.before(first)
    if cue.inflection == "past" and (cue.entry.term == "accompany" or scene.kinds[max(before, 0)] == "D"):
        return SILENT  # "a fever accompanied by chills", "the predicted day"
    if text[last + 1 : last + 2] == ["your"]:
        return SILENT  # "the app predicts your next nap"
    if before >= 0 and text[before] in ("we", "i", "he", "she"):
        return SILENT  # "we predict that screening will be routine"
    joined = cue.inflection == "" and before >= 0 and scene.kinds[before] in "CT"
    if joined and "use" in text[max(first - 12, 0) : first]:
        return SILENT  # "supports the use of the score to predict ulcers"
    if scene.healthy(last + 1, last + 10):
        return Reading(CORRELATIONAL, "predict")
    if cue.inflection in ("third", "past") and scene.healthy(0, first) and before >= 0 and scene.kinds[before] == "w":
        return Reading(CORRELATIONAL, "predict")
    return SILENT


def is_headline(scene: Scene, first: int) -> bool:
    """Whether nothing before a participle can be the verb of the sentence: "Long naps linked to poor memory"."""
    return 0 < first < 16 and not any(kind in "BHMORS;,." for kind in scene.kinds[:first])


def is_open(scene: Scene, start: int, first: int, end: int) -> bool:
    """Whether the clause only calls for knowing more about the matter: "the association deserves further study"."""
    words = scene.words
    comma = words.kind.rfind(",", start, first)
    if scene.marked("association.open", comma if comma >= 0 else start, first):
        return True
    for index in range(first, end - 1):
        if words.kind[index] == "," and (words.kind[index + 1] in "RS" or words.text[index + 1].endswith("ing")):
            end = index
            break
    return scene.marked("association.open", first, end) is not None


def _copula(scene: Scene, first: int, start: int) -> int:
    """The index of the auxiliary of a participle: "is linked", "were to some extent linked", or -1."""
    words = scene.words
    near = words.before(first)
    if near >= 0 and (words.kind[near] in "BHM" or words.text[near] in _BECOMING):
        return near
    for index in range(first - 3, max(first - 7, start - 1), -1):  # "were to some extent linked"
        if words.kind[index] == "B" and words.text[index + 1] in ("to", "in") and words.kind[index + 2] in "DUw":
            return index
        if words.kind[index] not in "DTPUwA":
            break
    return -1


_BONDS = ("link", "association", "relation", "connection", "tie")
_PAGES = word_set("page pages website websites site sites click below above source sources feed article articles blog")
_BECOMING = word_set("become becomes became remain remains remained seem seems seemed appear appears appeared")
_STATISTICAL = word_set(
    "significant positive negative inverse strong linear convincing true independent direct weak modest"
)
_WIDE = word_set("related connected coupled accompanied indicative")
_OWN = word_set("in your his her my our little")
GENES = word_set("gene genes variant variants mutation mutations allele alleles")
_CARRIERS = word_set("factor factors variation habit habits")
_HOLDS = word_set(
    "remained remains remain persisted persists held holds existed exists exist appears appeared varied vary"
)
_TOGETHER = ("go together", "occur together", "rise together", "fall together", "co-occur", "coexist")
_APT = word_set("better best accurate useful good valuable superior reliable valid helpful useful effective")
