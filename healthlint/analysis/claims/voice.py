"""Whether the article itself stands behind a claim, or only tells what others hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.hits import Hits

_REFERENCE = re.compile(r"[(,.]\s?(?:19|20)\d\d[a-z]?\)?[.,:]?\s+$")  # "Odell, R. (2012) Tea eases migraine"
_TRIAL = lazy_pattern(
    r"\btrials? (?:result|found|find|show)|\bin (?:\w+ )?(?:clinical )?trials\b|\bplacebo"
    r"|\bapproved by the (?:fda|food and drug|european)|\bfda[- ]approved\b"
)
_DOUBTS = ("uncertainty", "unknowns", "distance.doubts")
_LABEL_MARKS = (":", ".", " -", " –", " —", "?")


def is_distanced(claim: Claim, block_start: int, hits: Hits) -> bool:
    """Whether a claim is told as somebody's opinion, as a myth, or with a reservation in its own sentence."""
    sentence = claim.sentence
    for hit in hits.within("distance.holders", sentence.start, claim.start):
        if not any(mark in hits.folded[hit.end : claim.start] for mark in ".;") and hit.end <= claim.start:
            return True
    for hit in hits.within("hedges.adverbs", sentence.start, claim.start):
        if hits.folded.startswith((" because", " due to"), hit.end):
            return True  # "possibly because it dampens the immune response"
    if hits.folded.endswith("how ", 0, claim.whole[0]) and (
        claim.relation in ("affect", "impact") or hits.any_within("hedges.modals", claim.whole[1], sentence.end)
    ):
        return True  # "a picture of how your habits affect your symptoms", "how tea eases pain may be a matter of heat"
    if any(hits.any_within(lexicon, sentence.start, sentence.end) for lexicon in _DOUBTS):
        return True
    if _REFERENCE.search(hits.folded, max(claim.whole[0] - 12, 0), claim.whole[0]):
        return True
    return any(_is_label(block_start, hits, start) for start in {block_start, sentence.start})


def _is_label(block_start: int, hits: Hits, start: int) -> bool:
    """Whether a paragraph or sentence begins with a word such as "Myth:"."""
    for hit in hits.within("distance.labels", start, start + 12):
        numbered = hits.folded[start : hit.start].strip(" 0123456789.#*-")
        if not numbered and hits.folded[hit.end : hit.end + 5].lstrip(" 0123456789#").startswith(_LABEL_MARKS):
            return True
    return False


def reports_trial(claim: Claim, hits: Hits) -> bool:
    """Whether the sentence tells what was measured in a trial, or what a regulator approved."""
    place = (claim.sentence.start, claim.sentence.end)
    if any(hit.entry.notes.get("design") in ("trial", "review") for hit in hits.within("study-designs", *place)):
        return True
    return _TRIAL.search(hits.folded, *place) is not None
