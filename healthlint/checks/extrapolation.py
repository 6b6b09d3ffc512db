"""Finds studies in animals and cells from which conclusions for people are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.quotations import find_quotations
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """`steps` lead from animals to people, `advice` verbs begin a piece of advice, `limits` hold back."""

    steps: LexiconName
    advice: LexiconName
    limits: LexiconName
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ("step", "advice", "general")

_REMEDIES = ("nutrient", "drug", "intervention", "behaviour", "food", "exposure")
_STUDIES = ("stud", "research", "experiment", "test", "model", "trial")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence: `step` and `advice` at what is concluded, `general` at the claim that names no limit."""
    for index, block in blocks_in(analysis, params.scope):
        if block.kind in ("quote", "heading") or not analysis.hits.any_within("study-designs", *block.span):
            continue
        quotations = find_quotations(analysis.text, *block.span)
        for sentence in analysis.sentences.of_block(index):
            cues = _cues(analysis, sentence)
            if not cues or _is_limited(analysis, params, sentence):
                continue
            if any(start <= cues[0].start < end for start, end in quotations):
                continue
            if finding := _judge(analysis, params, sentence, cues):
                yield finding


def _cues(analysis: Analysis, sentence: Sentence) -> list[Hit]:
    """The words that tell of animals or cells, where the sentence tells of no trials or guidelines as well."""
    hits = analysis.hits.within("study-designs", sentence.start, sentence.end)
    if {hit.entry.notes.get("design") for hit in hits} & {"trial", "review", "guideline"}:
        return []
    return [hit for hit in hits if hit.entry.notes.get("design") in ("animal", "laboratory")]


def _is_limited(analysis: Analysis, params: Params, sentence: Sentence) -> bool:
    """Whether a sentence or one beside it says how far animals and cells are from people, or names people studied."""
    before, after = analysis.sentences.next_to(sentence, -1), analysis.sentences.next_to(sentence, 1)
    start, end = (before or sentence).start, (after or sentence).end
    limits = (params.limits, "uncertainty", "hedges.modals")
    return any(analysis.hits.any_within(limit, start, end) for limit in limits)


def _judge(analysis: Analysis, params: Params, sentence: Sentence, cues: list[Hit]) -> Finding | None:
    """The finding on a sentence that tells of animals or cells and sets no limit."""
    cue = (Related("evidence", TextSpan(cues[0].start, cues[0].end)),)
    after = analysis.sentences.next_to(sentence, 1)
    steps = analysis.hits.within(params.steps, sentence.start, after.end if after else sentence.end)
    if steps and steps[0].start > cues[0].start:
        return Finding(TextSpan(steps[0].start, steps[0].end), {}, cue, (), "step")
    claims = [claim for claim in analysis.claims_in(sentence) if _is_of_remedy(claim)]
    if not claims:
        return None
    if after and any(hit.start == after.start for hit in analysis.hits.within(params.advice, after.start, after.end)):
        return Finding(TextSpan(after.start, after.end), {}, cue, (), "advice")
    if analysis.article.kind != "news" and any(_is_study(analysis, hit) for hit in cues):
        general = next((claim for claim in claims if _is_general(analysis, claim)), None)
        return general and Finding(TextSpan(*general.whole), {}, cue, (), "general")
    return None


def _is_of_remedy(claim: Claim) -> bool:
    """Whether a claim says as a fact what something that readers take or do does to an illness."""
    if claim.strength != "causal" or claim.exposure is None or claim.outcome is None:
        return False
    return claim.exposure.type in _REMEDIES and claim.outcome.type in ("condition", "symptom")


def _is_study(analysis: Analysis, hit: Hit) -> bool:
    """Whether the words name studies ("mouse studies"), and not the animals in which something was seen ("in mice")."""
    return any(stem in analysis.hits.folded[hit.start : hit.end] for stem in _STUDIES)


def _is_general(analysis: Analysis, claim: Claim) -> bool:
    """Whether a claim is in the present tense, as what always holds is."""
    verb = analysis.hits.folded[claim.start : claim.end].split()[0]
    return claim.role == "finite" and not verb.endswith(("ed", "ing"))
