"""Finds sentences that let one study, or one of a few people, settle a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.claims.guards import is_conditional, is_question
from healthlint.analysis.claims.scene import Scene
from healthlint.analysis.claims.settings import quotations_in, speaker_of
from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.modality import word_set
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.claims.terms import Terms
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence
    from healthlint.language.modality import Words


class Params(NamedTuple):
    """The verbs that are too much for one study, and from how many people on a study is no longer small."""

    verbs: LexiconName
    people: int = 100
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("people",)
VARIANTS: tuple[str, ...] = ("small",)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence: at the study and its verb, or `small` at what is concluded from a few people."""
    studies = analysis.hits["study-nouns.study"]
    if not studies:
        return
    for index, block in blocks_in(analysis, params.scope):
        if block.kind == "quote" or not analysis.hits.any_within("study-nouns.study", *block.span):
            continue
        for sentence in analysis.sentences.of_block(index):
            nouns = analysis.hits.within("study-nouns.study", sentence.start, sentence.end)
            nouns = [noun for noun in nouns if noun.inflection != "plural" and noun.entry.term not in _POOLED]
            if nouns and (finding := _judge(analysis, params, sentence, nouns)):
                yield finding


def _judge(analysis: Analysis, params: Params, sentence: Sentence, nouns: list[Hit]) -> Finding | None:
    """The finding on a sentence about one study."""
    if not _is_about_effect(analysis.terms, sentence):
        return None
    scene = Scene(analysis.hits.words(sentence.start, sentence.end), analysis.terms, analysis.hits)
    if is_question(scene.words):
        return None
    for noun in nouns:
        for verb in analysis.hits.within(params.verbs, noun.end, sentence.end):
            start = _subject_start(scene, noun, verb)
            if start is None or _is_said(analysis, sentence, verb.start):
                continue
            if verb.entry.notes.get("firm") or not _is_sourced(analysis, sentence):
                return Finding(TextSpan(start, verb.end))
    return _small(analysis, params, sentence, scene.words, nouns)


def _is_about_effect(terms: Terms, sentence: Sentence) -> bool:
    """Whether a sentence names something that may act and an illness: what one study cannot settle."""
    types = {term.type for term in terms.within(sentence.start, sentence.end)}
    return not types.isdisjoint(_REMEDIES) and not types.isdisjoint(_EFFECTS)


def _subject_start(scene: Scene, noun: Hit, verb: Hit) -> int | None:
    """Where the phrase begins whose head is the study and whose verb is the other; None if they do not go together."""
    words = scene.words
    head, first = words.at(noun.end) - 1, words.at(verb.start)
    if (
        verb.inflection not in ("third", "past", "participle") and verb.entry.term != "proven"
    ) or first - head > _FARTHEST:
        return None
    if words.kind[first - 1] in "BDPTMNC#" or is_conditional(scene, first):
        return None  # "was confirmed", "of proven benefit", "to confirm"
    between = words.kind[head + 1 : first]
    if set(between.rstrip("HAN")) & set(";.BMRSU") or "N" in between:
        return None
    start = words.at(noun.start)
    while start > 0 and words.kind[start - 1] in "wA#DNU" and start > head - 6:
        start -= 1
        if words.kind[start] in "DU":
            break
    if not _NONE.isdisjoint(words.text[max(start - 1, 0) : head]) or (start and words.kind[start - 1] == "P"):
        return None  # "no single study", "in the study, doctors confirmed"
    return words.start[start]


def _small(analysis: Analysis, params: Params, sentence: Sentence, words: Words, nouns: list[Hit]) -> Finding | None:
    """The finding on "a study of 18 students found that naps cure headaches", for which no source is given."""
    people = _people(words, nouns)
    if not people or people >= params.people or analysis.citations.covering(sentence):
        return None
    for claim in analysis.claims_in(sentence):
        if _is_general(analysis, claim):
            start = words.start[0]
            return Finding(TextSpan(start, claim.whole[1]), {"people": people}, variant="small")
    return None


def _people(words: Words, nouns: list[Hit]) -> int:
    """How many people a study had, as it says after its noun: "a study of 18 students"; 0 where it does not."""
    for noun in nouns:
        index = words.at(noun.end)
        for at in range(index, min(index + 4, len(words.text) - 1)):
            if words.kind[at] == "#" and words.text[at].isdigit() and words.kind[at - 1] == "P":
                following = words.text[at + 1]
                return int(words.text[at]) if following not in _UNITS else 0
    return 0


def _is_general(analysis: Analysis, claim: Claim) -> bool:
    """Whether a claim says in the present tense and without reserve that something always acts so."""
    if claim.strength != "causal" or claim.modal or claim.role != "finite" or claim.attribution:
        return False
    verb = analysis.text[claim.start : claim.end].split()[0].lower()
    return not verb.endswith(("ed", "ing")) and "that" in analysis.hits.folded[claim.sentence.start : claim.start]


def _is_sourced(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a reader can find out which study is meant; a news story is about its study from its first line on."""
    return analysis.article.kind == "news" or bool(analysis.citations.covering(sentence))


def _is_said(analysis: Analysis, sentence: Sentence, at: int) -> bool:
    """Whether somebody is quoted as saying so, or reported to have said so: "she said the trial proves that"."""
    words = analysis.text[sentence.start : sentence.end]
    if speaker_of(words, quotations_in(words), at - sentence.start):
        return True
    return not _SAYING.isdisjoint(analysis.hits.folded[sentence.start : at].replace(",", " ").split())


_SAYING = word_set("said says told added adds noted argues argued believes claims claimed according")
_REMEDIES = ("nutrient", "drug", "intervention", "behaviour", "food", "exposure")
_EFFECTS = ("condition", "symptom", "anatomy", "outcome")
_POOLED = word_set("meta-analysis review analysis report paper") | {
    "systematic review",
    "literature review",
    "umbrella review",
    "research review",
}
_NONE = word_set("no not neither none any every each")
_UNITS = word_set("weeks week months month years year days day hours hour minutes percent % trials studies")
_FARTHEST = 14  # words between a study and its verb: "a study of 40 nurses in two towns confirms"
