"""Claim frames: what an article says that one thing does to another, and how strongly.

`cues` gathers the telling words, `forms` reads what a verb is doing in its sentence, `guards` knows where nothing is
asserted, `frames` weighs a cue's strength, and `terms` finds what the claim is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.claims.arguments import find_sides
from healthlint.analysis.claims.cues import pieces_with_cues
from healthlint.analysis.claims.frames import Polarity as Polarity
from healthlint.analysis.claims.frames import read_frames
from healthlint.analysis.claims.scene import Scene
from healthlint.analysis.claims.settings import Settings, quotations_in, speaker_of
from healthlint.analysis.claims.spans import whole_of
from healthlint.analysis.claims.terms import Term as Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis.claims.arguments import Sides
    from healthlint.analysis.claims.frames import Frame
    from healthlint.analysis.claims.terms import Terms
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.sections import Sections
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.document import Document

Strength = Literal["correlational", "conditional", "causal"]


class Claim(NamedTuple):
    """One relation that a sentence asserts; see architecture.md for the strengths."""

    sentence: Sentence  # of one that runs on without an end, a stretch
    start: int  # of the words that carry the relation
    end: int
    strength: Strength
    modal: Literal["", "can"]
    polarity: Polarity
    exposure: Term | None
    outcome: Term | None
    attribution: str  # who is quoted or cited as saying so; empty for the article's own voice
    confidence: Literal["high", "medium", "low"]  # of the two sides
    relation: str  # what the relating words mean, by the first term of their row: cause, lead to, improve
    role: str = ""  # how they stand in the sentence: finite, passive, participle, copula …
    whole: tuple[int, int] = (0, 0)  # from the first to the last word of the claim
    verb: str = ""  # the base form of the relating words themselves


def find_claims(
    document: Document,
    sections: Sections,
    zones: tuple[Zone, ...],
    sentences: Sentences,
    hits: Hits,
    terms: Terms,
) -> tuple[Claim, ...]:
    """The claims of the body, its headings and the title, in order. Sentences that assert nothing have none."""
    settings = Settings(document, sections, sentences, terms)
    found: list[Claim] = []
    for sentence, cues in pieces_with_cues(sentences, hits):
        if zones[sentence.block] in ("references", "chrome"):
            continue
        start, end = sentence.start, sentence.end
        scene = Scene(hits.words(start, end), terms, hits)
        frames = read_frames(scene, cues)
        if not frames:
            continue
        said, context = document.text[start:end], settings.of(sentence)
        quotations = quotations_in(said)
        for frame in frames:
            sides = find_sides(scene, frame, context)
            speaker = speaker_of(said, quotations, frame.start - start)
            found.extend(_claims(sentence, scene, frame, sides, speaker))
    return tuple(found)


def _claims(sentence: Sentence, scene: Scene, frame: Frame, sides: Sides, speaker: str) -> Iterator[Claim]:
    """One claim for each outcome of a frame, or one without."""
    for outcome in sides.outcomes or (None,):
        yield Claim(
            sentence,
            frame.start,
            frame.end,
            frame.strength,
            frame.modal,
            frame.polarity,
            sides.exposure,
            outcome,
            speaker,
            sides.confidence if outcome and (sides.exposure or sides.confidence == "medium") else "low",
            frame.relation,
            frame.role,
            whole_of(scene, frame, sides.exposure, outcome),
            frame.verb,
        )
