"""The two sides of a claim: what is said to act, and on what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.claims.guards import clause_end, clause_start
from healthlint.analysis.claims.levels import AFFLICTIONS, CAUSES
from healthlint.analysis.claims.recall import ANAPHORS, DOINGS, recalled_outcome, remember
from healthlint.analysis.claims.spans import compound_end
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.claims.frames import Frame
    from healthlint.analysis.claims.recall import Context, Sureness
    from healthlint.analysis.claims.scene import Scene
    from healthlint.analysis.claims.terms import Term
    from healthlint.language.modality import Words


class Sides(NamedTuple):
    """What acts and what it acts on; `confidence` falls where a side had to be looked for elsewhere."""

    exposure: Term | None
    outcomes: tuple[Term, ...]
    confidence: Sureness


def find_sides(scene: Scene, frame: Frame, context: Context) -> Sides:
    """The sides of a frame. A claim about two outcomes ("pain and swelling") has both."""
    left, right = _arranged(scene, frame)
    exposure = _pick_exposure([term for term in left if not _is_object(scene, frame, term)])
    outcomes = _pick_outcomes([term for term in right if not _modifies(scene, term)])
    if frame.kind == "noun" and exposure is None and outcomes and outcomes[0].type in CAUSES:
        exposure, outcomes = outcomes[0], ()  # "one common cause is vitamin D deficiency"
    elif frame.kind == "noun" and exposure is None and outcomes:
        exposure = _pick_exposure(_after_copula(scene, right, outcomes[-1]))  # "a cause of cramps is low zinc"
    elif frame.kind == "noun" and not outcomes and exposure is None:
        exposure = _pick_exposure(right)
    if exposure is not None and exposure.key == "treatment":
        exposure = _supplemented(scene, exposure)
    confidence, named = _FAR[0], exposure is not None
    if exposure is None or exposure.key == "deficiency":
        exposure, confidence = remember(scene, frame, context, exposure)
    if not outcomes or (frame.kind == "because" and _is_of_somebody(scene, frame, outcomes)):
        found, far = recalled_outcome(scene, frame, context, named)
        if found is not None:
            outcomes, confidence = (found,), max(confidence, far, key=_FAR.index)
    if exposure is not None and not exposure.direction:
        exposure = exposure._replace(direction=direction_of(scene, exposure))
    return Sides(exposure, outcomes, confidence)


_OWN = word_set("my his her")
_VERBS = 12  # of one sentence that are looked at beside the one that is read
_WEAK_BE = word_set("being been is are was were")
_FAR: tuple[Sureness, ...] = ("high", "medium", "low")


def _is_of_somebody(scene: Scene, frame: Frame, outcomes: Sequence[Term]) -> bool:
    """Whether no illness is named, but what somebody's body does: "her legs never rest"."""
    effect = scene.words.text[: frame.first] if frame.first else scene.words.text[frame.last :]
    return not any(term.type in AFFLICTIONS for term in outcomes) and not _OWN.isdisjoint(effect)


def _arranged(scene: Scene, frame: Frame) -> tuple[list[Term], list[Term]]:
    """The terms of what acts, and of what it acts on, wherever the words stand."""
    left, right = _left(scene, frame), _right(scene, frame)
    if not left and frame.kind == "because":
        left = _after_comma(scene, frame)  # "Because of low iron, she tired quickly"
        right = [term for term in right if not left or term.start < left[0].start]
    if frame.kind in ("link-noun", "relate") and len(right) > 1:
        left, right = right[:1], right[1:]  # "a link between gluten and acne", "surveys link gluten to acne"
    elif frame.relation == "causal" and not right:
        left, right = left[:1], left[1:]  # "the link between gluten and acne is causal"
    return (right, left) if frame.reverse else (left, right)


def _supplemented(scene: Scene, exposure: Term) -> Term:
    """What "supplements" are of, where the sentence named a nutrient before: "low iron responds to supplements"."""
    words = scene.words
    before = scene.terms.within(words.start[0], exposure.start)
    nutrient = next((term for term in reversed(before) if term.type == "nutrient"), None)
    named = words.text[words.at(exposure.start) : words.at(exposure.end)]
    if nutrient is None or not any(word.startswith("supplement") for word in named):
        return exposure
    return nutrient._replace(start=exposure.start, end=exposure.end, direction="treat")


def direction_of(scene: Scene, term: Term) -> str:
    """Whether too little, too much or the taking of a thing is meant."""
    words = scene.words
    first = words.at(term.start)
    last = max(words.at(term.end) - 1, first)
    for name, direction in (("low", "low"), ("high", "high"), ("treat", "treat")):
        mark = scene.marked(f"directions.{name}", max(first - 4, 0), last + 3)
        if mark and not any(kind in ",;.SCR" for kind in words.kind[min(mark.last, first) + 1 : max(mark.first, last)]):
            return direction
    return "treat" if term.type in ("intervention", "drug") else "present"


def _left(scene: Scene, frame: Frame) -> list[Term]:
    """The terms of the subject: of the clause before the verb, or of what a relative clause hangs on."""
    words = scene.words
    start, end = clause_start(words, frame.first), frame.first
    relative = words.kind.rfind("R", start, end)
    if (relative > start and words.text[relative] != "that") or (relative > start and end - relative < 4):
        return _terms(scene, max(relative - 4, start), relative)[-1:]  # "neuropathy, which can worsen …"
    at = bisect_left(scene.verbs, (frame.first,))
    for verb, _ in scene.verbs[max(at - _VERBS, 0) : at]:
        if verb < start:  # "iron prevents anemia, and iron deficiency causes fatigue": each verb its own subject
            continue
        joint = max(words.kind.rfind("C", verb, frame.first), words.kind.rfind("R", verb, frame.first))
        if joint >= 0 and (words.kind[joint] == "R" or _any_cause(scene, joint, frame.first)):
            start, end = (joint, frame.first) if words.kind[joint] == "C" else (verb, joint)
        elif end == frame.first:
            end = verb
    comma = words.kind.find(",", start, end)
    if comma > 0 and words.kind[start] == "P" and (_takes_up(scene, start, comma) or _any_cause(scene, comma, end)):
        start = comma  # "In addition to medicines, walking can …", "For people with gout, it can …"
    elif comma > 0 and words.kind[max(start - 1, 0)] == "S" and start < 3 and comma + 1 < end:
        start = comma  # "While meals are enough, smoothies offer …"
    terms = _terms(scene, start, end)
    while start > 0 and not terms and words.kind[start - 1] in ";S":
        opening = _opening(words, start - 1)
        if opening > 0:  # "low iron (ferritin) causes …": past the brackets
            start = clause_start(words, opening)
            terms = [term for term in _terms(scene, start, opening) if frame.reverse or term.type in CAUSES]
            if any(term.key != "treatment" for term in terms):
                return terms
        start = clause_start(words, start - 1)
        terms = [
            term
            for term in _terms(scene, start, end)
            if frame.reverse or term.type in CAUSES or words.kind[start - 1 : start] == "S"
        ]
    return terms


def _takes_up(scene: Scene, start: int, comma: int) -> bool:
    """Whether a pronoun after a fronted phrase is what acts, and nothing in the phrase: "for people with gout, it"."""
    pronoun = scene.words.text[comma + 1] if scene.kinds[comma + 1] == "U" else ""
    means = any(term.type in DOINGS for term in _terms(scene, start, comma))
    return pronoun in ANAPHORS or (pronoun != "" and not means)


def _opening(words: Words, index: int) -> int:
    """The index of the bracket that opens what the bracket at an index closes, or -1."""
    if words.text[index] != ")":
        return -1
    return next((place for place in range(index - 1, -1, -1) if words.text[place] == "("), -1)


def _right(scene: Scene, frame: Frame) -> list[Term]:
    """The terms of the object: up to the next clause, and up to the next verb of the same subject."""
    words = scene.words
    end = clause_end(words, frame.last + 1)
    for index in range(frame.last + 1, end):
        if words.kind[index] == "P" and scene.marked("people.patients", index + 1, index + 3):
            end = index  # "… in people with diabetes" tells who, not what
            break
        if words.kind[index] == "R":
            end = index
            break
        if words.kind[index] in "MB" and words.text[index] not in _WEAK_BE:  # ", and people with gout should not"
            joint = max(words.kind.rfind(",", frame.last, index), frame.last)
            end = joint if words.kind[joint : joint + 2] == ",C" else index
            break
    at = bisect_right(scene.heads, frame.last)
    for verb in scene.heads[at : at + _VERBS]:
        if verb < end:  # "causes anemia, and iron deficiency leads to fatigue": up to the joint
            joint = max(words.kind.rfind("C", frame.last, verb), words.kind.rfind(",", frame.last, verb))
            end = joint if joint >= 0 else verb
    return _terms(scene, frame.last + 1, end)


def _terms(scene: Scene, start: int, end: int) -> list[Term]:
    words = scene.words
    if start >= end:
        return []
    return list(scene.terms.within(words.start[start], words.end[end - 1]))


def _after_comma(scene: Scene, frame: Frame) -> list[Term]:
    comma = scene.words.kind.find(",", frame.last)
    return _terms(scene, comma, clause_end(scene.words, comma)) if comma > 0 else []


def _after_copula(scene: Scene, terms: Sequence[Term], outcome: Term) -> list[Term]:
    """The terms after the "is" that follows an outcome."""
    words = scene.words
    copula = words.kind.find("B", words.at(outcome.end))
    return [term for term in terms if copula >= 0 and term.start > words.start[copula]]


def _any_cause(scene: Scene, start: int, end: int) -> bool:
    return any(term.type in CAUSES for term in _terms(scene, start, end))


def _pick_exposure(terms: Sequence[Term]) -> Term | None:
    """The first thing that can act: a nutrient or habit before a condition, a condition before an organ."""
    for types in (CAUSES, AFFLICTIONS, ("anatomy",)):
        named = [
            term for term in terms if term.type in types and not term.key.startswith(("risk factor", "deficiency"))
        ]
        if named:
            return named[0]
    return next((term for term in terms if term.key == "deficiency"), None)


def _pick_outcomes(terms: Sequence[Term]) -> tuple[Term, ...]:
    """All conditions and symptoms named, or else the first thing that is."""
    afflictions = [term for term in terms if term.type in AFFLICTIONS]
    named = [term for term in afflictions if term.key not in ("symptom", "complication")]
    things = [term for term in terms if term.type != "state"]  # "helps heal the gut": the gut
    return tuple(named or afflictions[:1] or things[:1] or terms[:1])


def _is_object(scene: Scene, frame: Frame, term: Term) -> bool:
    """Whether a term is what an earlier verb of the same subject acts on: "the body stores fat and regulates …"."""
    words = scene.words
    joint = words.before(frame.first)
    if frame.role != "finite" or joint < 1 or words.kind[joint] != "C":
        return False
    joint -= words.kind[joint - 1] == ","
    return words.end[joint - 1] <= term.end and term.start < words.start[joint]


def _modifies(scene: Scene, term: Term) -> bool:
    """Whether the name of an illness only tells which people, places or things are meant: "your diabetes team"."""
    words = scene.words
    last = words.at(term.end) - 1
    end = compound_end(words, last)
    return end > last and term.type in AFFLICTIONS and scene.marked("decoys.heads", end, end + 1) is not None


def _has_pronoun_object(scene: Scene, frame: Frame) -> bool:
    after = scene.words.text[frame.last + 1 : frame.last + 2]
    return bool(after) and after[0] in ("it", "them", "this", "symptoms")
