"""From a cue in its sentence to a claim frame: what relation is asserted, and how strongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.claims import (
    associations,
    changes,
    comparisons,
    contrasts,
    moods,
    nouns,
    qualities,
    rates,
    reasons,
    risks,
    verbs,
)
from healthlint.analysis.claims.guards import (
    is_aim,
    is_conditional,
    is_myth,
    is_negated,
    is_presupposed,
    is_question,
    is_unknown,
)
from healthlint.analysis.claims.hedges import is_hedged
from healthlint.analysis.claims.levels import CAN, CONDITIONAL, STRENGTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.claims.cues import Cue
    from healthlint.analysis.claims.levels import Reading
    from healthlint.analysis.claims.scene import Scene
    from healthlint.language.modality import Words


Polarity = Literal["raises", "lowers", "affects"]


class Frame(NamedTuple):
    """A relation that is asserted."""

    start: int
    end: int
    first: int  # the same place in words
    last: int
    kind: str  # of its cue
    strength: Literal["correlational", "conditional", "causal"]
    modal: Literal["", "can"]
    polarity: Polarity
    relation: str
    verb: str
    role: str
    reverse: bool  # whether the cause comes after the effect


_READERS = {
    "verb": verbs.read,
    "noun": nouns.read_noun,
    "adjective": qualities.read_adjective,
    "because": reasons.read_because,
    "idiom": reasons.read_idiom,
    "modal": moods.read_modal,
    "hint": moods.read_hint,
    "promise": moods.read_promise,
    "link": associations.read_link,
    "link-noun": associations.read_link_noun,
    "risk": risks.read_risk,
    "measure": risks.read_measure,
    "likely": comparisons.read_likely,
    "predict": associations.read_predict,
    "compare": comparisons.read_compare,
    "change": changes.read_change,
    "groups": changes.read_groups,
    "fate": changes.read_fate,
    "rate": rates.read_rate,
    "bare": associations.read_bare,
    "relate": associations.read_relate,
    "contrast": contrasts.read_contrast,
}


def read_frames(scene: Scene, cues: Sequence[Cue]) -> list[Frame]:
    """The frames of one sentence, in order."""
    words = scene.words
    if is_question(words) or is_myth(words):
        return []
    frames = []
    for cue in cues:
        first = words.at(cue.start)
        if first == len(words.start) or words.start[first] != cue.start:
            continue  # inside a compound: "cancer-fighting"
        last = words.last(first, cue.end)
        if words.end[last] != cue.end:
            continue  # inside a compound: "cancer-fighting"
        if cue.kind != "compare" and scene.terms.in_decoy(cue.start, cue.end):
            continue
        reading = _READERS[cue.kind](scene, cue, first, last)
        level = reading.level
        if not level or (reading.role != "reason" and is_negated(scene, first, reading.governor)):
            continue
        if is_conditional(scene, first) and not is_presupposed(words, first, reading.role):
            continue
        verb = reading.governor if reading.role == "contrast-held" else first  # "they need more calories": no aim
        if is_aim(scene, verb, _is_finite(scene, reading, first)) or is_unknown(scene, first):
            continue
        if level >= CAN and is_hedged(scene, first, cue.kind, reading.role):
            level = CONDITIONAL
        if reading.role in ("finite", "relative"):
            scene.verbs.append((first, level))
        if cue.kind == "verb":
            scene.levels.append((first, level))
        frames.append(
            Frame(
                cue.start,
                cue.end,
                first,
                last,
                cue.kind,
                STRENGTHS[level],  # type: ignore[arg-type]
                "can" if level == CAN else "",
                _polarity(words, cues, cue, last),
                cue.entry.term,
                cue.entry.base_of(" ".join(words.text[first : last + 1])),
                reading.role,
                reading.role in ("passive", "reduced")
                or cue.kind == "because"
                or cue.entry.notes.get("reverse") == "yes",
            )
        )
    scene.heads.extend(frame.first for frame in frames if frame.role in ("finite", "relative", "participle"))
    return _without_echoes(frames)


def _polarity(words: Words, cues: Sequence[Cue], cue: Cue, last: int) -> Polarity:
    """What happens to the outcome; where something helps to do a thing, that thing decides: "helps the gut heal"."""
    if cue.entry.term == "help":
        for other in cues:
            if other.kind == "verb" and not other.inflection and last < words.at(other.start) <= last + 4:
                cue = other
                break
    return cue.entry.notes.get("polarity", "affects")  # type: ignore[return-value]


def _is_finite(scene: Scene, reading: Reading, first: int) -> bool:
    """Whether the relation has a verb, and so a clause, of its own: "it heals", "it is harmful"."""
    governor = reading.governor
    if reading.role in ("finite", "relative"):
        return True
    return governor >= 0 and scene.kinds[governor] in "BM" and "T" not in scene.kinds[governor:first]


def _without_echoes(frames: list[Frame]) -> list[Frame]:
    """The frames without those that say less than another in the same words or the same sentence."""
    firm = [frame for frame in frames if frame.kind not in _SOFT]
    strongest = max((STRENGTHS.index(frame.strength) for frame in firm), default=0)
    if strongest < CONDITIONAL:
        firm += [frame for frame in frames if frame.kind == "modal"]
    kept = firm or frames
    kept = [
        frame
        for index, frame in enumerate(kept)
        if not any(_outweighs(other, frame) for other in kept[max(index - _NEAR, 0) : index + _NEAR])
    ]
    return kept if firm else kept[:1]


_NEAR = 10  # frames: further apart they do not overlap


def _outweighs(one: Frame, other: Frame) -> bool:
    """Whether one frame makes another, which overlaps it, superfluous: "caused by" and "caused"."""
    if one is other or one.start >= other.end or other.start >= one.end:
        return False
    return one.end - one.start > other.end - other.start


# Words that tell of a difference or a change, and a bare "may": they count where the sentence says nothing firmer.
_SOFT = ("measure", "compare", "change", "groups", "likely", "contrast", "fate", "rate", "modal")
