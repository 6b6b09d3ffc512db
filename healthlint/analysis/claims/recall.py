"""What a sentence takes up again without naming it: pronouns, missing subjects, "this deficiency"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.claims.guards import clause_start
from healthlint.analysis.claims.levels import AFFLICTIONS, CAUSES
from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.claims.frames import Frame
    from healthlint.analysis.claims.scene import Scene
    from healthlint.analysis.claims.terms import Term

DOINGS = CAUSES - {"agent"}  # what a pronoun is most likely to mean
Sureness = Literal["high", "medium", "low"]
_TOLD = word_set("shown proven known helps")
_PROCESSES = word_set("changes change process processes mechanism mechanisms cells molecules proteins signals events")
_BARE = ("effective",)  # what says for what only by what was spoken of before
ANAPHORS = word_set(
    "it it's they're that's it'll this these they that which such its their both either deficiency deficiencies"
)


class Context(NamedTuple):
    """What a sentence may take up again without naming it: from nearest to farthest, with the confidence of each."""

    before: Sequence[Term]  # of the sentences before it in its paragraph, and of its run-in label
    heading: Sequence[Term]
    title: Sequence[Term]


def recalled_outcome(scene: Scene, frame: Frame, context: Context, named: bool) -> tuple[Term | None, Sureness]:
    """The illness spoken of before, where a frame has no outcome of its own but needs one."""
    found, far = _recall(context, AFFLICTIONS)
    if frame.kind == "because":
        return found, "low"  # "because of low iron, her legs never rest": perhaps that illness
    needed = frame.kind == "noun" or (frame.relation in _BARE and named) or _has_pronoun_object(scene, frame)
    return (found, far) if needed else (None, far)


def remember(scene: Scene, frame: Frame, context: Context, exposure: Term | None) -> tuple[Term | None, Sureness]:
    """What a pronoun, a missing subject or "this deficiency" stands for."""
    found, confidence = _recall(context, DOINGS)
    if found is None:
        found, confidence = _recall(context, CAUSES)
    told = {term.type for term in context.before}
    if exposure is None and frame.polarity != "lowers" and told & AFFLICTIONS and not told & CAUSES:
        return None, "low"  # "Gout is a disease of the joints. It causes pain": the disease
    if exposure is not None:  # the deficiency of something
        if found is not None:
            exposure = found._replace(start=exposure.start, end=exposure.end, direction="low")
        return exposure, "medium"
    if not _refers_back(scene, frame):
        return None, "low"
    return (found, confidence) if found is not None else (None, "medium")  # a pronoun for something unlisted


def _recall(context: Context, types: frozenset[str]) -> tuple[Term | None, Sureness]:
    """The nearest thing of these types that was spoken of before, and how sure it is that this one is meant."""
    places: tuple[tuple[Sequence[Term], Sureness], ...] = (
        (tuple(reversed(context.before)), "medium"),
        (context.heading, "medium"),
        (context.title, "low"),
    )
    for terms, confidence in places:
        for term in terms:
            if term.type in types and term.key != "deficiency":
                return term, confidence
    return None, "low"


def _refers_back(scene: Scene, frame: Frame) -> bool:
    """Whether the subject is a pronoun or missing altogether: "It causes …", "Causes …"."""
    words = scene.words
    start = clause_start(words, frame.first)
    if words.text[start : start + 1] and words.text[start] in _TOLD:
        return True  # "Compression socks: shown to ease swelling"
    comma = words.kind.find(",", start, frame.first)
    subject = words.text[start : min(start + 4, frame.first)]
    if words.kind[start] == "P" and comma > 0:
        subject.append(words.text[comma + 1])  # "For people with gout, it can …"
    return words.before(frame.first) < start or any(
        text in ANAPHORS and not _PROCESSES & set(subject) for text in subject
    )


def _has_pronoun_object(scene: Scene, frame: Frame) -> bool:
    after = scene.words.text[frame.last + 1 : frame.last + 2]
    return bool(after) and after[0] in ("it", "them", "this", "symptoms")
