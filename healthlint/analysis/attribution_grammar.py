"""How sentences call on evidence: noun phrases for research, and the verbs by which it speaks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.hits import Hit, Hits
    from healthlint.analysis.sentences import Sentence
    from healthlint.language.modality import Words


class Reading:
    """A sentence with its hits and, read only where they are asked for, its words."""

    def __init__(self, sentence: Sentence, hits: Hits) -> None:
        self.start, self.end, self._hits = sentence.start, sentence.end, hits

    def hits(self, lexicon: str, start: int = 0) -> Sequence[Hit]:
        """The hits of a lexicon in the sentence, or in the part of it that begins at `start`."""
        return self._hits.within(lexicon, max(self.start, start), self.end)

    @cached_property
    def words(self) -> Words:
        """The words of the sentence."""
        return self._hits.words(self.start, self.end)

    def may_speak(self, noun: Hit) -> bool:
        """Whether the sentence has any word by which a noun could call on evidence; most have none."""
        return (
            bool(self.hits("evidence-verbs.find", noun.end))
            or _LEAD.search(self._hits.folded, max(self.start, noun.start - 60), noun.start) is not None
            or bool(self.hits("vague-authorities.existence"))
            or bool(self.hits("evidence-verbs.explore", noun.end))
        )

    def follows(self, text: str, offset: int) -> bool:
        """Whether some text stands at an offset."""
        return self._hits.folded.startswith(text, offset)

    def has(self, text: str, start: int, end: int) -> bool:
        """Whether some text stands in a part of the sentence."""
        return self._hits.folded.find(text, max(self.start, start), end) >= 0


class Phrase(NamedTuple):
    """A noun with the words before it that belong to it, by index."""

    first: int
    noun: int
    is_indefinite: bool
    is_back: bool
    is_other: bool


def noun_phrase(words: Words, noun: Hit) -> Phrase | None:
    """The phrase around a noun; none where it is denied ("no study") or part of a condition ("if studies")."""
    at = words.at(noun.start)
    first = at
    while first > 0 and at - first < 6 and words.kind[first - 1] in "wAD#" and words.text[first - 1] not in _VERBS:
        first -= 1
        if words.kind[first] == "D" and words.text[first] not in _QUANTITIES:
            break
    before = set(words.text[first:at])
    ahead = words.text[max(0, first - 3) : first]
    if (
        before & (DENIED | _MINE | _ASKING | _WEIGHED_UP)
        or set(ahead) & (CONDITIONS | _ASKING | _WRITING)
        or set(ahead[-1:]) & DENIED
        or set(words.text[max(0, first - 6) : first]) & _ADDING  # "the trial adds to the growing body of research"
        or any(_is_owner(words, index) for index in range(first, at))
        or _is_work_done(words, first, at)
        or set(words.text[at + 1 : at + 5]) & _KNOWN  # "findings from the same study", "studies from our lab"
    ):
        return None
    # "five studies" are those of the review
    is_definite = bool(before & (_DEFINITE | _COUNTED)) or any(_is_few(word) for word in words.text[first:at])
    is_of_study = _is_of_study(words.text[at + 1 : at + 4])
    return Phrase(
        first,
        at,
        bool(before & _INDEFINITE) or (not before & _DEFINITE and bool(before & _NEW) and first == 0),
        is_of_study or (is_definite and ahead[-2:] != ["some", "of"]),  # "some of the findings" are nobody's
        bool(before & _OTHER) and not before & _THEIRS and not is_of_study,
    )


def _is_of_study(behind: Sequence[str]) -> bool:
    """Whether "from the study" follows: then even "other findings" are those of the study."""
    return len(behind) == 3 and behind[0] in ("from", "of", "in") and behind[1] in _DEFINITE and behind[2] in _PIECES


def _is_owner(words: Words, index: int) -> bool:
    """Whether a word is a possessive that names somebody: "Osei's book lists many trials", "Contreras' research"."""
    word = words.text[index]
    if word.endswith("'s"):
        return word not in _NO_OWNERS
    return word.endswith("s") and words.start[index + 1] - words.end[index] == 2  # an apostrophe and a space between


def _is_few(word: str) -> bool:
    """Whether a word is a number of studies that one could name, and neither a year nor a boast."""
    return word.isdecimal() and int(word) < _FEW


def says(verb: Hit, at: int, behind: int, words: Words) -> bool:
    """Whether people say something in this form of the verb: "say", "have found", "are increasingly recommending"."""
    between = words.text[behind:at]
    if words.text[words.at(verb.end) : words.at(verb.end) + 1] == ["on"]:  # "therapists advise on the right aid"
        return False
    if "who" in between and verb.inflection == "past":
        return False
    if set(between) & MODALS or "to" in between or any(kind in "P;" for kind in words.kind[behind:at]):
        return False
    match verb.inflection:
        case "":
            return True
        case "past":
            return not set(between) & _BE
        case "participle":
            return bool(set(between) & HAVE)
        case "gerund":
            return bool(set(between) & _BE)
        case _:
            return False


def verb_end(phrase: Phrase, noun: Hit, reading: Reading) -> int | None:
    """The end of the verb by which the evidence speaks, where it does so in plain fact."""
    words = reading.words
    for verb in reading.hits("evidence-verbs.find", noun.end):
        if reading.follows("-", verb.start - 1):  # "self-reported"
            continue
        at, behind_noun = words.at(verb.start), words.at(noun.end)
        if at - behind_noun > 16 or _is_broken(words, behind_noun, at):
            return None
        if noun.entry.term in _SINGULARS and not verb.inflection:  # "research with no industry support"
            continue
        if _states(verb, at, phrase.first, behind_noun, words):
            return verb.end
    return None


def _is_work_done(words: Words, first: int, at: int) -> bool:
    """Whether the research is what somebody did or read: "which conducted research", "I've read dozens of papers"."""
    if any(words.text[i] in _DOING and words.text[i - 1] in _DOERS for i in range(max(1, first), at)):
        return True
    ahead = set(words.text[max(0, first - _READ_AHEAD) : first])
    return bool(_US & ahead and _WRITING & ahead)


def _is_broken(words: Words, first: int, last: int) -> bool:
    """Whether another clause begins between a noun and a verb: "from research: the trust supported"."""
    between = words.text[first:last]
    if "U" in words.kind[first:last] and "which" not in between:  # "… at Evolved Science and you will find"
        return True
    if {":", ";", "what", "what's", "where", "than"} & set(between) or between.count("(") != between.count(")"):
        return True
    commas = [index for index, word in enumerate(between) if word == ","]
    if len(commas) != 2:
        return bool(commas)
    aside = first + commas[0] + 1  # "a trial, published in May, found"; but "trials, research, and studies support"
    return words.kind[aside] not in "PR" and not words.text[aside].endswith(("ing", "ed"))


def _states(verb: Hit, at: int, first: int, behind_noun: int, words: Words) -> bool:
    """Whether a form of a verb is the finite verb of evidence, or "evidence indicating" right behind its noun."""
    left = words.text[max(behind_noun, at - 3) : at]
    if left and (left[-1] in ("to", "who", "whether") or words.kind[at - 1] == "D" or left in (["and"], ["or"])):
        return False
    if left and left[-1] == "that" and words.text[behind_noun - 1] in _PAPERS:  # "reports that show your sleep"
        return False
    if any(word in MODALS for word in left) or set(words.text[behind_noun:at]) & _NEEDS:
        return False
    behind = words.at(verb.end)
    following = words.text[behind] if behind < len(words.text) else ""
    if set(words.text[behind : behind + 2]) & {"need", "needs"}:  # "studies highlight a need for more of them"
        return False
    match verb.inflection:
        case "third":
            return following != ")"
        case "":
            return words.kind[at - 1] != "P"
        case "past":
            return not set(left) & _BE - HAVE and (
                following not in ("by", "in", "at", "to", "with", "from", "on", "thus", "so")
                or bool(set(left) & HAVE)
                or (following in ("in", "with") and at - behind_noun > 1)
            )
        case "participle":
            return bool(set(left) & HAVE)
        case _:  # "with some studies showing", "emerging data pointing to"
            ahead = set(words.text[max(0, first - 3) : first])
            is_backed = bool(_BACKING & ahead) and not _WEIGHED & ahead
            is_backed |= bool(_WEIGHTY & set(words.text[first:behind_noun]))
            return at == behind_noun and bool(following) and is_backed
    return False


def lead_end(phrase: Phrase, noun: Hit, words: Words) -> int | None:
    """ "According to one survey", "In a study of 40 runners," at the start of a statement."""
    before = words.text[max(0, phrase.first - 2) : phrase.first]
    if before == ["according", "to"]:
        return noun.end
    if "all" in words.text[phrase.first : phrase.noun]:
        return None  # "in all trials, patients were given": those that were told of
    if before[-1:] == ["in"] and not phrase.is_back and (phrase.first == 1 or words.kind[phrase.first - 2] in ",;.CS"):
        behind = words.at(noun.end)
        if words.text[behind : behind + 1] == [","] and set(words.text[behind + 1 : behind + 2]) & _TELLERS:
            return None  # "in earlier trials, they found"
        if behind < len(words.text) and (words.text[behind] in _STUDY_OF or words.kind[behind] == ","):
            return noun.end
    return None


def existence(noun: Hit, reading: Reading) -> tuple[int, int] | None:
    """ "There is good evidence that"."""
    words, behind = reading.words, reading.words.at(noun.end)
    if behind >= len(words.text) or words.text[behind] not in ("that", "to", "for"):
        return None
    if words.text[behind] == "to" and not (behind + 1 < len(words.text) and words.text[behind + 1] in _SUPPORT):
        return None
    for opener in reading.hits("vague-authorities.existence"):
        between = words.text[words.at(opener.end) : words.at(noun.start)]
        is_meaning = words.text[max(0, words.at(opener.start) - 1) : words.at(opener.start)] in (["means"], ["mean"])
        if opener.end < noun.start and len(between) <= 6 and not set(between) & _LACKING and not is_meaning:
            return opener.start, words.end[behind]
    return None


def explored_end(noun: Hit, reading: Reading) -> int | None:
    """ "Several studies have examined": evidence is called on, whatever it found."""
    words, behind = reading.words, reading.words.at(noun.end)
    for verb in reading.hits("evidence-verbs.explore", noun.end):
        left = words.text[behind : words.at(verb.start)]
        if left in (["continues", "to"], ["continue", "to"]):
            return verb.end
        if noun.inflection == "plural" and verb.inflection == "past" and 0 < len(left) <= 3 and set(left) & HAVE:
            return verb.end
    return None


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


DENIED = word_set("no not little without neither nor never n't fewer limited insufficient any lack hardly isn't aren't "
                  "hasn't haven't don't doesn't didn't lacks lacking until")  # fmt: skip
CONDITIONS = word_set("if whether unless until when once before after ask asks")
HAVE = word_set("has have had having hasn't haven't 've has've they've we've")
MODALS = word_set("may might could can will would should must cannot can't won't couldn't wouldn't")
_LEAD = lazy_pattern(r"\b(?:according to|in)\b")
_VERBS = word_set("see find found show shows read use used using do does did is are was were be been has have had done "
                  "say says said")  # fmt: skip
_QUANTITIES = word_set("some many most several all both such more few various certain other another one two three four")
_LACKING = word_set("no not little limited insufficient enough lack inadequate scant weak few without any never less "
                    "conflicting mixed poor")  # fmt: skip
_PAPERS = word_set("reports reviews analyses papers polls surveys data")
_ASKING = word_set("what how where why whose")
_WRITING = word_set(
    "author authors co-author authored co-authored wrote leader led see read reviewed"
)  # "an author of several studies"
_KNOWN = word_set("our same")
_WEIGHED_UP = word_set("strongest best")  # "the strongest evidence supports walking" sums up what is agreed
_DOING = word_set("conducted conducts conduct did does do funded funds")
_DOERS = word_set("which who that and they it we he she has have")
_US = word_set("i i've we we've")
_READ_AHEAD = 12  # words in which somebody says what they read
_NO_OWNERS = word_set(
    "today's year's month's week's women's men's children's alzheimer's parkinson's crohn's it's there's that's"
)
_TELLERS = word_set("they he she we i")
_INDEFINITE = word_set("a an one another")
_DEFINITE = word_set("this these that those the our their its his her my your")
_THEIRS = word_set("his her their our this these")
_COUNTED = word_set("both two three four five six seven eight nine ten")
_SINGULARS = word_set("research evidence science literature")
_FEW = 100
_ADDING = word_set("add adds added adding contributes joins")
_PIECES = word_set("study trial report survey review analysis research paper")
_MINE = word_set("your my its")
_NEW = word_set("new recent latest small large landmark")
_OTHER = word_set("other another previous previously earlier prior past older separate different second one")
_NEEDS = word_set("needed required necessary underway ongoing designed aimed")
_BE = word_set("is are was were be been being")
_STUDY_OF = word_set("of in with that involving from conducted published on using led by comparing among at done")
_BACKING = word_set("with by is are there's despite of from on based")
_WEIGHED = word_set("strength quality level amount")  # "the strength of evidence supporting"
_WEIGHTY = word_set("strong growing emerging increasing mounting accumulating compelling convincing overwhelming solid "
                    "robust substantial considerable ample promising")  # fmt: skip
_SUPPORT = word_set("suggest support show indicate prove back believe")
