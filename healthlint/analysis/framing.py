"""What stands around a claim and changes what it says: an announcement, a careful lead-in, the source that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.sentences import Sentence

_ANNOUNCING = lazy_pattern(  # "we show you how …", "discover which …", "this guide presents ten stretches that …"
    r"\b(?:show|tell|teach|learn|discover|explor|explain|find out|shar|understand)\w*\b[^.;:]{0,30}"
    r"\b(?:how|which|why)\b|\bthis (?:guide|article|post|page|review)\b|\bsee (?:also )?[\"“]?$"
)
# "a therapy that uses plasma to mend injuries"
_MEANT = lazy_pattern(r"\bus(?:es?|ed|ing)\b[^.,;:]{0,90}\bto\s+(?:\w+\s+)?$")
_OWN_STORY = lazy_pattern(r"(?:^|[\s(“\"])i(?:'ve|'d|'m)?\s")
_UNDERLINING = lazy_pattern(
    r"\b(?:significant|dramatic|drastic|substantial|remarkabl|profound|tremendous|radical|complete|instant|guarantee"
    r"|proven|cure|revers|eliminat)|\b\d+(?:\.\d+)? ?(?:%|percent\b|per cent\b)"
)
_CONCEDING = ("although ", "though ", "while ", "even though ")  # "While tea can help, it is no cure"
_DATED = lazy_pattern(r"[^:.]{0,40}\b(?:19|20)\d\d\)?: ")  # "Marlow 2021: tea eased …"
_LONG = 200  # items: a list of more has no lead-in that is still remembered
_TRIED = ("trial", "review", "guideline")  # designs


def is_framed(analysis: Analysis, claim: Claim) -> bool:
    """Whether what stands around a claim makes an announcement, a hope or a story of it."""
    folded, sentence = analysis.hits.folded, claim.sentence
    if _ANNOUNCING.search(folded, sentence.start, claim.start) and not is_underlined(analysis, claim):
        return True
    if (
        claim.modal
        and folded.startswith(_CONCEDING, sentence.start)
        and "," not in folded[sentence.start : claim.start]
    ):
        return True
    if _MEANT.search(folded, sentence.start, claim.start) or _OWN_STORY.search(folded, sentence.start, claim.start):
        return True
    return analysis.zones[sentence.block] == "front" or _is_led_in_with_care(analysis, sentence)


def is_underlined(analysis: Analysis, claim: Claim) -> bool:
    """Whether the sentence of a claim makes much of it: "significantly", "proven", "by 80%"."""
    return _UNDERLINING.search(analysis.hits.folded, claim.sentence.start, claim.sentence.end) is not None


def is_sourced_beside(analysis: Analysis, claim: Claim) -> bool:
    """Whether the label of the paragraph names a study, or the sentence before or after a trial, a review, a source."""
    if _DATED.match(analysis.text, analysis.document.blocks[claim.sentence.block].span.start):
        return True
    before, after = (analysis.sentences.next_to(claim.sentence, steps) for steps in (-1, 1))
    if after is not None and analysis.citations.naming(after):
        return True
    return any(
        hit.entry.notes.get("design") in _TRIED
        for beside in (before, after)
        if beside is not None
        for hit in analysis.hits.within("study-designs", beside.start, beside.end)
    )


def _is_led_in_with_care(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the line above a list hedges all of it: "What rolling likely does:", "It may help with:"."""
    blocks, index = analysis.document.blocks, sentence.block
    group = blocks[index].group
    if not group or blocks[index].kind != "item":
        return False
    farthest = max(index - _LONG, 0)
    while index > farthest and blocks[index].group == group:
        index -= 1
    start, end = blocks[index].span
    lead = analysis.hits.folded[start:end].rstrip(" *_")
    if not lead.endswith(":"):
        return False
    start += max(lead.rfind(". ") + 1, 0)
    return any(analysis.hits.any_within(lexicon, start, end) for lexicon in ("hedges.modals", "hedges.adverbs"))
