"""Finds sentences that take a cause for granted which the article cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.own_words import own_words
from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.evidence import Evidence
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """The phrases that presuppose a cause; `pair`: only with a named cause that the doubt is about.

    A phrase that begins with a hyphen (`-induced`) has the cause before it and the effect after it.
    """

    phrases: LexiconName
    pair: bool = False
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()

_EFFECTS = ("condition", "symptom")
_CAUSES = ("nutrient", "drug", "intervention", "behaviour", "food")
_SUSPECTS = ("nutrient", "food", "behaviour", "exposure")  # "drug-induced" names what is known


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, where the article calls the matter linked, unknown or unsettled."""
    for _, sentence, hits in own_words(analysis, params.phrases, blocks_in(analysis, params.scope)):
        for hit in hits:
            judge = _judge_compound if analysis.hits.folded[hit.start] == "-" else _judge
            if finding := judge(analysis, params, sentence, hit):
                yield finding
                break


def _judge(analysis: Analysis, params: Params, sentence: Sentence, hit: Hit) -> Finding | None:
    """The finding on a sentence that takes a cause for granted, if the article is not sure of it."""
    if analysis.hits.any_within("hedges.modals", sentence.start, hit.start):
        return None  # "could be the reason why"
    clause = _clause(analysis, sentence, hit) if params.pair else TextSpan(sentence.start, sentence.end)
    named = analysis.terms.within(*clause)
    exposures = {term.key for term in named if term.type in _CAUSES}
    outcomes = {term.key for term in named if term.type in _EFFECTS}
    if not outcomes or (params.pair and not exposures):
        return None
    evidence = _unsettled(analysis, exposures if params.pair else set(), outcomes, sentence.start)
    if not evidence or _is_settled(analysis, sentence):
        return None
    return _finding(TextSpan(sentence.start, sentence.end), evidence[0])


def _judge_compound(analysis: Analysis, params: Params, sentence: Sentence, joint: Hit) -> Finding | None:
    """The finding on "zinc-related acne", if the article only links the two."""
    terms = analysis.terms
    before = [term for term in terms.within(sentence.start, joint.start) if term.type in _SUSPECTS]
    after = [term for term in terms.within(joint.end, min(joint.end + 2, sentence.end)) if term.type in _EFFECTS]
    if not before or not after or before[-1].end != joint.start:
        return None
    if before[-1].key == "deficiency" and len(before) > 1:  # of what: "iron deficiency-related"
        before.pop()
    evidence = _unsettled(analysis, {before[-1].key}, {after[0].key}, sentence.start)
    if not evidence or analysis.evidence.knows(before[-1], after[0]):
        return None
    return _finding(TextSpan(before[-1].start, after[0].end), evidence[0])


def _finding(place: TextSpan, evidence: Evidence) -> Finding:
    return Finding(place, {}, (Related("evidence", TextSpan(evidence.start, evidence.end), evidence.kind),))


def _clause(analysis: Analysis, sentence: Sentence, hit: Hit) -> TextSpan:
    """The clause that a phrase stands in; what it says of one thing is not said of the next clause's."""
    folded = analysis.hits.folded
    start = max(folded.rfind(", so ", sentence.start, hit.start), folded.rfind(";", sentence.start, hit.start))
    ends = [folded.find(mark, hit.end, sentence.end) for mark in (", so ", ", and ", ", but ", ";")]
    return TextSpan(max(start, sentence.start), min((end for end in ends if end >= 0), default=sentence.end))


def _unsettled(analysis: Analysis, exposures: set[str], outcomes: set[str], start: int) -> Sequence[Evidence]:
    """The places elsewhere where the article is not sure of what causes these outcomes, or of anything if none is."""
    return [
        entry
        for entry in analysis.evidence.near(start)
        if entry.kind in ("association", "unknown", "uncertain")
        and (not outcomes or outcomes & entry.outcomes)
        and (not exposures or exposures & entry.exposures)
        and not entry.start <= start < entry.end
    ]


def _is_settled(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence is no presupposition: its pair is settled, or it is understanding without a claim."""
    claims = analysis.claims_in(sentence)
    if any(analysis.evidence.is_known(claim) for claim in claims):
        return True
    if any(claim.strength in ("conditional", "correlational") for claim in claims):
        return True  # "low zinc may play a part, but is not the only cause"
    if not analysis.hits.folded.startswith("understanding", sentence.start):
        return False
    place = sentence.start, sentence.end
    acts = any(analysis.hits.any_within(lexicon, *place) for lexicon in ("causal.verbs", "causal.phrases"))
    return not acts or analysis.hits.any_within("hedges.modals", *place)
