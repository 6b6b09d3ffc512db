"""Words by which a sentence calls on evidence or authority: "studies show", "experts say", "it is believed that"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.attribution_grammar import (
    CONDITIONS,
    DENIED,
    HAVE,
    Reading,
    existence,
    explored_end,
    lead_end,
    noun_phrase,
    says,
    verb_end,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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

    __slots__ = ("_anchors", "_hits", "_read", "candidates")

    def __init__(self, anchors: dict[Sentence, set[str]], hits: Hits) -> None:
        self.candidates = tuple(sorted(anchors))  # the sentences that may have any, in order
        self._anchors, self._hits = anchors, hits
        self._read: dict[Sentence, tuple[Attribution, ...]] = {}

    def of(self, sentence: Sentence) -> tuple[Attribution, ...]:
        """The wordings of a sentence in order; a question, or what stands after "if" or "whether", calls on nothing."""
        found = self._read.get(sentence)
        if found is None:
            found = self._read[sentence] = _of_sentence(sentence, self._anchors.get(sentence, set()), self._hits)
        return found


def find_attributions(sentences: Sentences, hits: Hits) -> Attributions:
    """All of an article."""
    anchors: dict[Sentence, set[str]] = {}
    for lexicon in _ANCHORS:
        for hit in hits[lexicon]:
            if sentence := sentences.at(hit.start):
                anchors.setdefault(sentence, set()).add(lexicon)
    return Attributions(anchors, hits)


def _of_sentence(sentence: Sentence, anchors: set[str], hits: Hits) -> tuple[Attribution, ...]:
    if hits.folded[max(sentence.start, sentence.end - 4) : sentence.end].rstrip("\"')] ").endswith("?"):
        return ()
    reading = Reading(sentence, hits)
    found = [each for lexicon, read in _ANCHORS.items() if lexicon in anchors for each in read(reading, lexicon)]
    found.sort(key=lambda each: (each.start, each.end))
    return tuple(found)


def _of_nouns(reading: Reading, lexicon: str) -> Iterator[Attribution]:
    """ "Research suggests", "a study of 40 runners found", "there is evidence that", "according to recent studies"."""
    for noun in reading.hits(lexicon):
        is_one = lexicon == "study-nouns.study" and noun.inflection != "plural"
        if reading.may_speak(noun) and (found := _of_noun(noun, is_one, reading)):
            yield found
            return


def _of_noun(noun: Hit, is_one: bool, reading: Reading) -> Attribution | None:
    """What one word for research calls on. A sleep study, "evidence-based" and "these findings" call on nothing new."""
    if any(test.start < noun.end and noun.start < test.end for test in reading.hits("study-nouns.test")):
        return None
    if reading.follows("-", noun.end) or reading.follows("'", noun.end):
        return None
    phrase = noun_phrase(reading.words, noun)
    if phrase is None or (is_one and not phrase.is_indefinite):
        return None
    if phrase.is_back and not is_one and noun.entry.term not in _AT_LARGE:
        return None
    if not is_one and set(reading.words.text[max(0, phrase.first - 1) : phrase.first + 1]) & _SAME:  # "this research"
        return None
    start = reading.words.start[phrase.first]
    end = verb_end(phrase, noun, reading) or lead_end(phrase, noun, reading.words)
    if end is None and not is_one:
        start, end = existence(noun, reading) or (start, explored_end(noun, reading))
    if end is None:
        return None
    return Attribution("study" if is_one else "research", start, end, noun.entry.term, phrase.is_back, phrase.is_other)


def _of_people(reading: Reading, lexicon: str) -> Iterator[Attribution]:
    """ "Many doctors routinely check", "experts say", "according to scientists"."""
    for noun in reading.hits(lexicon):
        calling = noun.entry.notes.get("calling", "")
        verbs = reading.hits("evidence-verbs.prescribe" if calling == "practice" else "evidence-verbs.opine", noun.end)
        if noun.inflection != "plural" or not (verbs or reading.has("according to", noun.start - 40, noun.start)):
            continue
        words = reading.words
        phrase = noun_phrase(words, noun)
        if (
            phrase is None or phrase.is_back or words.text[phrase.first] in _OWNERS | _NO_SUBJECT
        ):  # "the researchers", "your doctors"
            continue
        if phrase.first and words.text[phrase.first - 1] in _NO_SUBJECT:  # "more than doctors had believed"
            continue
        end = noun.end if words.text[max(0, phrase.first - 2) : phrase.first] == ["according", "to"] else None
        behind = words.at(noun.end)
        for verb in verbs:
            at = words.at(verb.start)
            if at - behind > 5:
                break
            is_case = calling == "practice" and verb.inflection == "past" and verb.entry.term not in _SPOKEN
            is_case |= verb.entry.term == "know" and bool(set(words.text[behind:at]) & DENIED)  # "experts don't know"
            is_case |= verb.entry.term in _HELD and verb.inflection in ("past", "participle")  # "doctors once believed"
            if end is None and not is_case and says(verb, at, behind, words):  # "her doctors recommended surgery"
                end = verb.end
                calling = calling or ("research" if verb.entry.term in _FOUND else "")
        if end is not None:
            start = words.start[phrase.first]
            yield Attribution("people", start, end, noun.entry.term, phrase.is_back, phrase.is_other, calling)
            return


def _believed(reading: Reading, lexicon: str) -> Iterator[Attribution]:
    """ "It is widely believed that"."""
    for opener in reading.hits(lexicon):
        for participle in reading.hits("vague-authorities.believed", opener.end):
            words = reading.words
            first, last = words.at(opener.end), words.at(participle.start)
            that = last + 1 < len(words.text) and words.text[last + 1] == "that"
            if last - first <= 3 and that and all(kind in "Aw" for kind in words.kind[first:last]):
                yield Attribution("unsaid", opener.start, participle.end, back=opener.entry.term == "it was")
                return


def _has_been_shown(reading: Reading, lexicon: str) -> Iterator[Attribution]:
    """ "Has been shown to", but not "has not been shown to" or "no pillow has been shown to"."""
    for hit in reading.hits(lexicon):
        words = reading.words
        at, behind = words.at(hit.start), words.at(hit.end)
        if behind >= len(words.text) or words.text[behind] not in _SHOWN_TO:
            continue
        left = set(words.text[max(0, at - 3) : at])
        if not left & HAVE or left & DENIED or set(words.text[max(0, at - 8) : at]) & _NOTHING:
            continue
        first = next(i for i in range(at - 1, -1, -1) if words.text[i] in HAVE)
        yield Attribution("unsaid", words.start[first], hit.end)
        return


def _shown(reading: Reading, lexicon: str) -> Iterator[Attribution]:
    """ "Shown to ease pain" at the start of a statement."""
    for hit in reading.hits(lexicon):
        words = reading.words
        at = words.at(hit.start)
        if at == 0 or words.kind[at - 1] in ";," or words.text[at - 1] in ("is", "are"):
            yield Attribution("unsaid", hit.start, hit.end)
            return


def _labels(reading: Reading, lexicon: str) -> Iterator[Attribution]:
    """ "Clinically tested", "a growing body of evidence"; a badge such as "Doctor recommended" only on its own."""
    for hit in reading.hits(lexicon):
        words = reading.words
        if lexicon.endswith("badges") and len(words.text) > _BADGE and not reading.follows(":", hit.end):
            continue
        at = words.at(hit.start)
        if hit.entry.term.replace("-", " ") in _DESCRIPTIONS and _is_before_noun(words, at, words.at(hit.end)):
            continue
        if not set(words.text[max(0, at - 4) : at]) & (DENIED | CONDITIONS | _ADDING):
            yield Attribution("label", hit.start, hit.end)


def _is_before_noun(words: Words, at: int, behind: int) -> bool:
    """Whether a label only describes a thing: "24 clinically studied strains", but not "the most studied strain"."""
    is_kind = behind < len(words.text) and words.kind[behind] == "w" and words.text[behind] not in _LINKS
    return is_kind and not set(words.text[max(0, at - 3) : at]) & _STATED


_ANCHORS: dict[str, Callable[[Reading, str], Iterator[Attribution]]] = {
    "study-nouns.evidence": _of_nouns,
    "study-nouns.study": _of_nouns,
    "vague-authorities.people": _of_people,
    "vague-authorities.openers": _believed,
    "vague-authorities.unsaid": _has_been_shown,
    "vague-authorities.shown": _shown,
    "vague-authorities.labels": _labels,
    "vague-authorities.badges": _labels,
    "vague-authorities.phrases": _labels,
}
_DESCRIPTIONS = {"clinically studied", "research backed", "extensively studied", "extensively researched",
                 "heavily researched", "specifically studied"}  # fmt: skip
_LINKS = word_set("and or to for in by with as")
_STATED = word_set("most is are was were been")
_BADGE = 4  # words that a badge such as "Doctor recommended" stands among at most
_AT_LARGE = word_set("research evidence science literature")
_NOTHING = word_set("no none nothing neither nor")
_SAME = word_set("these this same our")
_OWNERS = word_set("your my our his her their")
_SPOKEN = word_set("say warn caution")
_HELD = word_set("believe think suspect consider predict regard")
_FOUND = word_set("find discover show demonstrate")
_NO_SUBJECT = word_set("than as what of unlike")
_SHOWN_TO = word_set("to that in among as effective")
_ADDING = word_set(
    "despite take takes took add adds added adding contribute contributes contributing joins join latest part support "
    "supports supporting supported confirm confirms extend extends strengthen strengthens"
)  # "adds to a growing body"
