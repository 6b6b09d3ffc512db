"""Claim frames: what an article says that one thing does to another, and how strongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from healthlint.analysis.citations import Citations
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.sections import Sections
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.document import Document

Strength = Literal["correlational", "conditional", "causal"]


class Term(NamedTuple):
    """A side of a claim: its words and the key under which all its names meet (`rls` for "restless legs")."""

    start: int
    end: int
    key: str
    type: str  # the lexicon that it is from: nutrient, condition, …
    direction: str = ""  # low, high, treat, present


class Claim(NamedTuple):
    """One relation that a sentence asserts; see architecture.md for the strengths."""

    sentence: Sentence
    start: int  # of the words that carry the relation
    end: int
    strength: Strength
    modal: Literal["", "can"]
    polarity: Literal["raises", "lowers", "affects"]
    exposure: Term | None
    outcome: Term | None
    attribution: str  # who is quoted or cited as saying so; empty for the article's own voice
    confidence: Literal["high", "medium", "low"]
    relation: str  # the base form of the relating words: cause, lead to, improve


def find_claims(
    document: Document,
    sections: Sections,
    zones: tuple[Zone, ...],
    sentences: Sentences,
    hits: Hits,
    citations: Citations,
) -> tuple[Claim, ...]:
    """The claims of the body, its headings and the title, in order. Sentences that assert nothing have none."""
    return ()
