"""Words by which a sentence calls on evidence or authority: "studies show", "experts say", "it is believed that"."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.language.modality import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.hits import Hit, Hits
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.language.modality import Words

Family = Literal["research", "study", "people", "unsaid", "label"]


class Attribution(NamedTuple):
    """One such wording. `study` is one piece of research that has a name, `research` is all the rest of it."""

    family: Family
    start: int
    end: int
    noun: str = ""  # the word for the evidence or the people, in lower case
    back: bool = False  # it speaks of research that was spoken of before: "the findings show"
    other: bool = False  # it speaks expressly of other research: "previous studies show"
    by: str = ""  # of people: `research` or `practice`, what they do for a living


class Attributions:
    """The wordings of this kind. A sentence is read when it is first asked for: most have a source of their own."""

    __slots__ = ("_hits", "_read", "candidates")

    def __init__(self, candidates: tuple[Sentence, ...], hits: Hits) -> None:
        self.candidates = candidates  # the sentences that may have any, in order
        self._hits = hits
        self._read: dict[Sentence, tuple[Attribution, ...]] = {}

    def of(self, sentence: Sentence) -> tuple[Attribution, ...]:
        """The wordings of a sentence in order; a question, or what stands after "if" or "whether", calls on nothing."""
        found = self._read.get(sentence)
        if found is None:
            found = self._read[sentence] = _of_sentence(sentence, self._hits)
        return found


def find_attributions(sentences: Sentences, hits: Hits) -> Attributions:
    """All of an article."""
    starts = {sentence: None for lexicon in _ANCHORS for hit in hits[lexicon] if (sentence := sentences.at(hit.start))}
    return Attributions(tuple(sorted(starts)), hits)


def _of_sentence(sentence: Sentence, hits: Hits) -> tuple[Attribution, ...]:
    if hits.folded[max(sentence.start, sentence.end - 4) : sentence.end].rstrip("\"')] ").endswith("?"):
        return ()
    place = _Place(sentence, hits)
    found = [*_of_nouns(place), *_of_people(place), *_unsaid(place), *_labels(place)]
    found.sort(key=lambda each: (each.start, each.end))
    return tuple(found)


class _Place:
    """A sentence with its hits and, read only where they are asked for, its words."""

    def __init__(self, sentence: Sentence, hits: Hits) -> None:
        self.start, self.end, self._hits = sentence.start, sentence.end, hits

    def hits(self, lexicon: str, start: int = 0) -> Sequence[Hit]:
        """The hits of a lexicon in the sentence, or in the part of it that begins at `start`."""
        return self._hits.within(lexicon, max(self.start, start), self.end)

    @cached_property
    def words(self) -> Words:
        """The words of the sentence."""
        return read_words(self._hits.folded, self.start, self.end)

    def may_speak(self, noun: Hit) -> bool:
        """Whether the sentence has any word by which a noun could call on evidence; most have none."""
        return (
            bool(self.hits("evidence-verbs.find", noun.end))
            or _LEAD.search(self._hits.folded, max(self.start, noun.start - 60), noun.start) is not None
            or bool(self.hits("vague-authorities.existence"))
            or (noun.inflection == "plural" and bool(self.hits("evidence-verbs.explore", noun.end)))
        )

    def follows(self, text: str, offset: int) -> bool:
        """Whether some text stands at an offset."""
        return self._hits.folded.startswith(text, offset)

    def has(self, text: str, start: int, end: int) -> bool:
        """Whether some text stands in a part of the sentence."""
        return self._hits.folded.find(text, max(self.start, start), end) >= 0


def _of_nouns(place: _Place) -> Iterator[Attribution]:
    """ "Research suggests", "a study of 40 runners found", "there is evidence that", "according to recent studies"."""
    for lexicon in ("study-nouns.evidence", "study-nouns.study"):
        for noun in place.hits(lexicon):
            if not place.may_speak(noun):
                continue
            if place.follows("-", noun.end) or any(
                test.start < noun.end and noun.start < test.end for test in place.hits("study-nouns.test")
            ):
                continue
            is_one = lexicon.endswith("study") and noun.inflection != "plural"
            phrase = _noun_phrase(place.words, noun)
            if phrase is None or (is_one and not phrase.is_indefinite):
                continue
            if phrase.is_back and not is_one and noun.entry.term not in _AT_LARGE:  # "these findings"
                continue
            start = place.words.start[phrase.first]
            end = _verb_end(phrase, noun, place) or _lead_end(phrase, noun, place.words)
            if end is None and not is_one:
                end = _explored_end(noun, place)
            if end is None and not is_one and (existence := _existence(noun, place)):
                start, end = existence
            if end is not None:
                family: Family = "study" if is_one else "research"
                yield Attribution(family, start, end, noun.entry.term, phrase.is_back, phrase.is_other)
                break


class _Phrase(NamedTuple):
    """A noun with the words before it that belong to it, by index."""

    first: int
    noun: int
    is_indefinite: bool
    is_back: bool
    is_other: bool


def _noun_phrase(words: Words, noun: Hit) -> _Phrase | None:
    """The phrase around a noun; none where it is denied ("no study") or part of a condition ("if studies")."""
    at = words.at(noun.start)
    first = at
    while first > 0 and at - first < 6 and words.kind[first - 1] in "wAD#" and words.text[first - 1] not in _VERBS:
        first -= 1
        if words.kind[first] == "D" and words.text[first] not in _QUANTITIES:
            break
    before = set(words.text[first:at])
    ahead = words.text[max(0, first - 3) : first]
    if before & (_DENIED | _MINE) or set(ahead) & _CONDITIONS or (ahead and ahead[-1] in _DENIED | _ASKING):
        return None
    return _Phrase(
        first,
        at,
        bool(before & _INDEFINITE) or (not before & _DEFINITE and bool(before & _NEW) and first == 0),
        bool(before & _DEFINITE)
        or bool(before & _COUNTED)
        or "#" in words.kind[first:at],  # of the review: "five studies"
        bool(before & _OTHER),
    )


def _verb_end(phrase: _Phrase, noun: Hit, place: _Place) -> int | None:
    """The end of the verb by which the evidence speaks, where it does so in plain fact."""
    words = place.words
    for verb in place.hits("evidence-verbs.find", noun.end):
        if place.follows("-", verb.start - 1):  # "self-reported"
            continue
        at, behind_noun = words.at(verb.start), words.at(noun.end)
        if at - behind_noun > 16 or _is_broken(words, behind_noun, at):
            return None
        if noun.entry.term in _SINGULARS and not verb.inflection:  # "research with no industry support"
            continue
        if _states(verb, at, phrase.first, behind_noun, words):
            return verb.end
    return None


def _is_broken(words: Words, first: int, last: int) -> bool:
    """Whether another clause begins between a noun and a verb: "from research: the trust supported"."""
    between = words.text[first:last]
    if "U" in words.kind[first:last] and "which" not in between:  # "… at Evolved Science and you will find"
        return True
    return (
        bool({":", ";", "what"} & set(between)) or between.count(",") == 1 or between.count("(") != between.count(")")
    )


def _states(verb: Hit, at: int, first: int, behind_noun: int, words: Words) -> bool:
    """Whether a form of a verb is the finite verb of evidence, or "evidence indicating" right behind its noun."""
    left = words.text[max(behind_noun, at - 3) : at]
    if left and (left[-1] in ("to", "who", "whether") or words.kind[at - 1] == "D" or left in (["and"], ["or"])):
        return False
    if left and left[-1] == "that" and words.text[behind_noun - 1] in _PAPERS:  # "reports that show your sleep"
        return False
    if any(word in _MODALS for word in left) or set(words.text[behind_noun:at]) & _NEEDS:
        return False
    following = words.text[words.at(verb.end)] if words.at(verb.end) < len(words.text) else ""
    match verb.inflection:
        case "third":
            return True
        case "":
            return words.kind[at - 1] != "P"
        case "past":
            return (
                following not in ("by", "in", "at", "to", "with", "from", "on")
                or bool(set(left) & _HAVE)
                or (following in ("in", "with") and at - behind_noun > 1)
            )
        case "participle":
            return bool(set(left) & _HAVE)
        case _:  # "with some studies showing", "emerging data pointing to"
            ahead = words.text[max(0, first - 3) : first]
            is_backed = bool(_BACKING & set(ahead)) or bool(_WEIGHTY & set(words.text[first:behind_noun]))
            return at == behind_noun and bool(following) and is_backed
    return False


def _lead_end(phrase: _Phrase, noun: Hit, words: Words) -> int | None:
    """ "According to one survey", "In a study of 40 runners," at the start of a statement."""
    before = words.text[max(0, phrase.first - 2) : phrase.first]
    if before == ["according", "to"]:
        return noun.end
    if before[-1:] == ["in"] and not phrase.is_back and (phrase.first == 1 or words.kind[phrase.first - 2] in ",;.CS"):
        behind = words.at(noun.end)
        if behind < len(words.text) and (words.text[behind] in _STUDY_OF or words.kind[behind] == ","):
            return noun.end
    return None


def _existence(noun: Hit, place: _Place) -> tuple[int, int] | None:
    """ "There is good evidence that"."""
    words, behind = place.words, place.words.at(noun.end)
    if behind >= len(words.text) or words.text[behind] not in ("that", "to", "for"):
        return None
    if words.text[behind] == "to" and not (behind + 1 < len(words.text) and words.text[behind + 1] in _SUPPORT):
        return None
    for opener in place.hits("vague-authorities.existence"):
        between = words.text[words.at(opener.end) : words.at(noun.start)]
        if opener.end < noun.start and len(between) <= 6 and not set(between) & _LACKING:
            return opener.start, words.end[behind]
    return None


def _explored_end(noun: Hit, place: _Place) -> int | None:
    """ "Several studies have examined": evidence is called on, whatever it found."""
    words, behind = place.words, place.words.at(noun.end)
    for verb in place.hits("evidence-verbs.explore", noun.end):
        left = words.text[behind : words.at(verb.start)]
        if noun.inflection == "plural" and verb.inflection == "past" and 0 < len(left) <= 3 and set(left) & _HAVE:
            return verb.end
    return None


def _of_people(place: _Place) -> Iterator[Attribution]:
    """ "Many doctors routinely check", "experts say", "according to scientists"."""
    for noun in place.hits("vague-authorities.people"):
        calling = noun.entry.notes.get("calling", "")
        lexicon = "evidence-verbs.prescribe" if calling == "practice" else "evidence-verbs.opine"
        verbs = place.hits(lexicon, noun.end)
        if noun.inflection != "plural" or not (verbs or place.has("according to", noun.start - 40, noun.start)):
            continue
        words = place.words
        phrase = _noun_phrase(words, noun)
        if phrase is None or words.text[max(0, phrase.first - 1) : phrase.first] in (
            ["than"],
            ["as"],
            ["what"],
            ["of"],
        ):
            continue
        if (
            words.text[phrase.first] in _OWNERS or phrase.is_back
        ):  # "your doctors", "the researchers", "all three experts"
            continue
        end = noun.end if words.text[max(0, phrase.first - 2) : phrase.first] == ["according", "to"] else None
        behind = words.at(noun.end)
        for verb in verbs:
            at = words.at(verb.start)
            if at - behind > 5:
                break
            if end is None and _says(verb, at, behind, words):
                end = verb.end
        if end is not None:
            start = words.start[phrase.first]
            yield Attribution("people", start, end, noun.entry.term, phrase.is_back, phrase.is_other, calling)
            return


def _says(verb: Hit, at: int, behind: int, words: Words) -> bool:
    """Whether people say something in this form of the verb: "say", "have found", "are increasingly recommending"."""
    between = words.text[behind:at]
    if words.text[words.at(verb.end) : words.at(verb.end) + 1] == ["on"]:  # "therapists advise on the right aid"
        return False
    if "who" in between and verb.inflection == "past":
        return False
    if set(between) & _MODALS or "to" in between or any(kind in "P;" for kind in words.kind[behind:at]):
        return False
    match verb.inflection:
        case "":
            return True
        case "past":
            return not set(between) & _BE
        case "participle":
            return bool(set(between) & _HAVE)
        case "gerund":
            return bool(set(between) & _BE)
        case _:
            return False


def _unsaid(place: _Place) -> Iterator[Attribution]:
    """ "It is believed that", "has been shown to", "Shown to ease pain"."""
    for opener in place.hits("vague-authorities.openers"):
        for participle in place.hits("vague-authorities.believed", opener.end):
            words = place.words
            first, last = words.at(opener.end), words.at(participle.start)
            that = last + 1 < len(words.text) and words.text[last + 1] == "that"
            if last - first <= 3 and that and all(kind in "Aw" for kind in words.kind[first:last]):
                yield Attribution("unsaid", opener.start, participle.end)
                return
    for hit in place.hits("vague-authorities.unsaid"):
        words = place.words
        at = words.at(hit.start)
        left = words.text[max(0, at - 3) : at]
        behind = words.at(hit.end)
        if behind >= len(words.text) or words.text[behind] not in _SHOWN_TO:
            continue
        if set(left) & _HAVE and not set(left) & _DENIED and words.kind[max(0, at - 1)] != "M":
            first = next(i for i in range(at - 1, -1, -1) if words.text[i] in _HAVE)
            yield Attribution("unsaid", words.start[first], hit.end)
            return
    for hit in place.hits("vague-authorities.shown"):
        words = place.words
        at = words.at(hit.start)
        if at == 0 or words.kind[at - 1] in ";," or words.text[at - 1] in ("is", "are"):
            yield Attribution("unsaid", hit.start, hit.end)
            return


def _labels(place: _Place) -> Iterator[Attribution]:
    """ "Clinically tested", "a growing body of evidence"."""
    for lexicon in ("vague-authorities.labels", "vague-authorities.badges", "vague-authorities.phrases"):
        for hit in place.hits(lexicon):
            words = place.words
            if lexicon.endswith("badges") and len(words.text) > _BADGE:
                continue
            at = words.at(hit.start)
            if not set(words.text[max(0, at - 3) : at]) & (_DENIED | _CONDITIONS):
                yield Attribution("label", hit.start, hit.end)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ANCHORS = (
    "study-nouns.evidence", "study-nouns.study", "vague-authorities.people", "vague-authorities.unsaid",
    "vague-authorities.openers", "vague-authorities.shown", "vague-authorities.labels", "vague-authorities.phrases",
    "vague-authorities.badges",
)  # fmt: skip
_LEAD = re.compile(r"\b(?:according to|in)\b")
_BADGE = 4  # words that a badge such as "Doctor recommended" stands among at most
_VERBS = _words(
    "see find found show shows read use used using do does did is are was were be been has have had done say says said"
)
_QUANTITIES = _words("some many most several all both such more few various certain other another one two three four")
_LACKING = _words("no not little limited insufficient enough lack inadequate scant weak few without any never less "
                  "conflicting mixed poor")  # fmt: skip
_DENIED = _words("no not little without neither nor never n't fewer limited insufficient any lack hardly isn't aren't "
                 "hasn't haven't don't doesn't didn't lacks lacking until")  # fmt: skip
_CONDITIONS = _words("if whether unless until when once before after ask asks")
_PAPERS = _words("reports reviews analyses papers polls surveys data")
_ASKING = _words("what how where why which")
_INDEFINITE = _words("a an one another")
_DEFINITE = _words("this these that those the our their its his her my your")
_COUNTED = _words("both two three four five six seven eight nine ten")
_SINGULARS = _words("research evidence science literature")
_AT_LARGE = _words("research evidence science literature data studies study trial")
_MINE = _words("your my its")
_OWNERS = _words("your my our his her their")
_NEW = _words("new recent latest small large landmark")
_OTHER = _words("other another previous previously earlier prior past older separate different additional second one")
_MODALS = _words("may might could can will would should must cannot can't won't couldn't wouldn't")
_NEEDS = _words("needed required necessary underway ongoing designed aimed")
_HAVE = _words("has have had having hasn't haven't 've has've they've we've")
_BE = _words("is are was were be been being")
_STUDY_OF = _words("of in with that involving from conducted published on using led by comparing among at done")
_SHOWN_TO = _words("to that in among as effective")
_BACKING = _words("with by is are there's despite of from on based")
_WEIGHTY = _words("strong growing emerging increasing mounting accumulating compelling convincing overwhelming solid "
                   "robust substantial considerable ample promising")  # fmt: skip
_SUPPORT = _words("suggest support show indicate prove back believe")
