"""Finds words that claim too much: proof, safety without limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.claims.guards import is_conditional, is_negated, is_question, is_unknown
from healthlint.analysis.claims.hedges import is_hedged
from healthlint.analysis.claims.scene import Scene
from healthlint.analysis.own_words import own_words
from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.modality import word_set
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """The words to look for, and what excuses them.

    The rows of `phrases` say more in their columns: `about` (`remedy`, `both`: what the sentence has to speak of),
    `source: excuses` where a citation carries the word, `past: reports` where the past tense tells of one study or
    patient, `variant` for a case of its own.
    `limits` are words that qualify their sentence, `before` those that do so right before the phrase.
    `chosen` are nouns for remedies in general: "look for treatments proven to work" promises nothing of any.
    `products` are words by which something is sold. `hedged`: whether a hedged phrase is a finding, too.
    """

    phrases: LexiconName
    limits: LexiconName | None = None
    before: LexiconName | None = None
    chosen: LexiconName | None = None
    products: LexiconName | None = None
    hedged: bool = False
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("term",)
VARIANTS: tuple[str, ...] = ("product", "hedged", "plain", "evidence")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, at the first phrase that nothing excuses."""
    blocks = ((index, block) for index, block in blocks_in(analysis, params.scope) if block.kind not in _SILENT_BLOCKS)
    for _, sentence, hits in own_words(analysis, params.phrases, blocks):
        for hit in hits:
            if finding := _judge(analysis, params, sentence, hit):
                yield finding
                break


def _judge(analysis: Analysis, params: Params, sentence: Sentence, hit: Hit) -> Finding | None:
    """The finding on a phrase, if its sentence asserts it of a matter of health without limits or a source."""
    place = (sentence.start, sentence.end)
    scene = Scene(analysis.hits.words(*place), analysis.terms, analysis.hits)
    first, last = scene.words.at(hit.start), scene.words.at(hit.end) - 1
    if first > last or is_question(scene.words) or is_conditional(scene, first) or is_unknown(scene, first):
        return None
    if _is_denied(scene, first) or not _is_about(analysis, sentence, hit):
        return None
    if params.limits and analysis.hits.any_within(params.limits, *place):
        return None
    if params.before and analysis.hits.any_within(params.before, scene.words.start[max(first - 2, 0)], hit.start):
        return None
    if params.chosen and _is_choice(analysis, params.chosen, scene, first):
        return None
    if hit.entry.notes.get("past") == "reports" and _is_reported(scene, first, last):
        return None
    if hit.entry.notes.get("source") == "excuses" and _is_sourced(analysis, sentence):
        return None
    if any(map(analysis.evidence.is_established, analysis.claims_in(sentence))):
        return None
    variant = hit.entry.notes.get("variant")
    if is_hedged(scene, first, "noun", "") or _has_modal(scene, first):
        if not params.hedged:
            return None
        variant = "hedged"
    elif params.products and analysis.hits.any_within(params.products, *place):
        variant = "product"
    return Finding(TextSpan(hit.start, hit.end), {"term": hit.entry.term}, variant=variant)


def _is_sourced(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a source carries what a sentence says; a news story has one in its study."""
    return analysis.article.kind == "news" or bool(analysis.citations.covering(sentence))


def _is_denied(scene: Scene, first: int) -> bool:
    """Whether the sentence denies the phrase; "no doubt" and "no side effects" are no denials of themselves."""
    return is_negated(scene, first, -1) or bool(_DENIALS & set(scene.words.text[max(first - 3, 0) : first]))


def _is_about(analysis: Analysis, sentence: Sentence, hit: Hit) -> bool:
    """Whether the sentence speaks of what the phrase is said of."""
    about = hit.entry.notes.get("about")
    terms = analysis.terms
    named = {term.type for term in terms.within(sentence.start, sentence.end)}
    if about == "effect":
        return not named.isdisjoint((*_EFFECTS, *_GAINS))
    if about == "both":
        return not named.isdisjoint(_REMEDIES) and not named.isdisjoint((*_EFFECTS, *_GAINS))
    if about == "remedy":
        before = [term.type for term in terms.within(sentence.start, hit.start)]
        if before:
            return any(kind in _REMEDIES for kind in before) and before[-1] not in _EFFECTS
        block = analysis.document.blocks[sentence.block]
        return any(term.type in _REMEDIES for term in terms.within(block.span.start, hit.end + 60))
    return True


def _is_choice(analysis: Analysis, chosen: LexiconName, scene: Scene, first: int) -> bool:
    """Whether the phrase tells which of many are meant: "treatments proven to work", "care that is proven to help"."""
    index = first - 1
    while index >= 0 and scene.kinds[index] in "BRAH":
        index -= 1
    if index < 0 or not analysis.hits.any_within(chosen, scene.words.start[index], scene.words.end[index]):
        return False
    return index == first - 1 or scene.words.text[index + 1] in _RELATIVES


def _is_reported(scene: Scene, first: int, last: int) -> bool:
    """Whether the phrase is what was seen once: "patients had no side effects", "no side effects were reported"."""
    return not _PAST.isdisjoint(scene.words.text[max(first - 5, 0) : first] + scene.words.text[last + 1 : last + 3])


def _has_modal(scene: Scene, first: int) -> bool:
    return "M" in scene.kinds[max(first - 7, 0) : first]


_REMEDIES = ("nutrient", "drug", "intervention", "behaviour", "food", "exposure")
_EFFECTS = ("condition", "symptom")
_GAINS = ("anatomy", "outcome", "state")
_SILENT_BLOCKS = ("quote", "caption")
_DENIALS = word_set("no not nor nobody none nothing never")
_RELATIVES = word_set("that that's that're which who")
_PAST = word_set("was were had reported experienced found observed showed noted seen suffered recorded developed")
