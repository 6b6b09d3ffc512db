"""The numbers of an article that state how many, how often or how much more: those that need a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis.hits import Hits
    from healthlint.analysis.numbers import Numbers
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.language.numbers import Number

Kind = Literal["share", "count", "cost", "multiple", "effect", "vast", "boast", "most", "rank"]

_MANY = 1_000  # people, from which on a count is one of a population and not of those in a room
_BOAST = 100  # studies or reactions, from which on their number is a boast and not the description of a review
_COSTLY = 1_000_000
_VAST = 100_000
_OF_WHOM = 40  # characters behind a share in which it says whom it is of
_NEAR = 60  # characters around a number in which its words stand


class Statistic(NamedTuple):
    """A number that a reader would want to look up, from its first character to the end of what it counts."""

    kind: Kind  # vast: "millions"; boast: "over 500 studies"; most: "most patients recover"; rank: "leading cause of …"
    start: int
    end: int
    number: Number | None = None


class Statistics:
    """The statistics of an article by sentence."""

    __slots__ = ("_by_sentence",)

    def __init__(self, by_sentence: dict[Sentence, list[Statistic]]) -> None:
        self._by_sentence = by_sentence

    def of(self, sentence: Sentence) -> list[Statistic]:
        """The statistics of one sentence, in order."""
        return self._by_sentence.get(sentence, [])

    def items(self) -> Iterator[tuple[Sentence, list[Statistic]]]:
        """The sentences that hold any, in order, with what they hold."""
        yield from self._by_sentence.items()


def find_statistics(numbers: Numbers, sentences: Sentences, hits: Hits) -> Statistics:
    """The statistics of all sentences; advice, recipes, marks on a scale and what is only supposed hold none."""
    found: dict[Sentence, list[Statistic]] = {}
    for number in numbers.all:
        if number.kind not in _READERS:
            continue
        sentence = sentences.at(number.start)
        if sentence is None or number.start >= sentence.end:
            continue
        kind = _READERS[number.kind](number, _Context(sentence, number, hits))
        if kind is not None:
            end = _end_of_counted(number, sentence, hits)
            found.setdefault(sentence, []).append(Statistic(kind, number.start, end, number))
    for statistic in _without_figure(sentences, hits):
        if sentence := sentences.at(statistic.start):
            found.setdefault(sentence, []).append(statistic)
    return Statistics({each: sorted(found[each], key=_start) for each in sorted(found) if not _is_exempt(each, hits)})


def _start(statistic: Statistic) -> int:
    return statistic.start


def _end_of_counted(number: Number, sentence: Sentence, hits: Hits) -> int:
    """Where the words end that say whom a share is of: "18% of older adults"."""
    if hits.folded.startswith(" of ", number.end):
        reach = min(sentence.end, number.end + _OF_WHOM)
        for lexicon in ("statistic-words.people", "statistic-words.events"):
            for hit in hits.within(lexicon, number.end, reach):
                return hit.end
    return number.end


def _without_figure(sentences: Sentences, hits: Hits) -> Iterator[Statistic]:
    """ "Most patients recover", "most bowel cancers develop from polyps", "a leading cause of death"."""
    for hit in hits["statistic-words.most"]:
        sentence = sentences.at(hit.start)
        if hit.entry.term == "most" and not any(
            illness.start == hit.end + 1 for illness in hits.within("conditions", hit.end, hit.end + _OF_WHOM)
        ):
            continue
        end = min(sentence.end, hit.end + _NEAR) if sentence else hit.end
        comma = hits.folded.find(",", hit.end, end)
        end = end if comma < 0 else comma  # "most people, but above all those who suffer"
        for fate in hits.within("statistic-words.fates", hit.end, end):
            left = hits.folded[max(0, fate.start - 4) : fate.start].split()
            if fate.entry.term == "develop" and sentence and not _has_digit(hits.folded[fate.end : sentence.end]):
                continue  # "most develop from polyps" is no count
            if fate.inflection in ("", "past") and not {"to", "who", "the", "can", "may"} & set(left):
                yield Statistic("most", hit.start, fate.end)
                break
    for hit in hits["statistic-words.rank"]:
        yield Statistic("rank", hit.start, hit.end)


def _has_digit(words: str) -> bool:
    return any(character.isdigit() for character in words)


def _is_exempt(sentence: Sentence, hits: Hits) -> bool:
    """Whether a sentence tells readers what to do or makes up a case: "Aim for 30% …", "Imagine 100 people …"."""
    start, end = sentence.start, sentence.end
    if hits.any_within("statistic-words.elsewhere", start, end):
        return True
    if hits.folded[start] == "[" and hits.folded[start:end].rstrip().endswith("]"):
        return True  # "[Strokes are the leading cause of death in Graz]" is the title of another story
    if _ASKED.match(hits.folded, start) and hits.folded[start:end].rstrip("\"')*_ ").endswith("?"):
        return True
    return any(
        not (before := hits.folded[start : hit.start].strip(" *\"'[")) or before.endswith((":", "–", "—", "("))
        for lexicon in ("statistic-words.advice", "statistic-words.supposed")
        for hit in hits.within(lexicon, start, end)
    )


class _Context:
    """The words around a number."""

    __slots__ = ("_hits", "after", "before", "sentence")

    def __init__(self, sentence: Sentence, number: Number, hits: Hits) -> None:
        self._hits, self.sentence = hits, sentence
        self.before = (max(sentence.start, number.start - _NEAR), number.start)
        self.after = (number.end, min(sentence.end, number.end + _NEAR))

    def near(self, word: str, side: tuple[int, int], within: int = _NEAR) -> bool:
        """Whether a word of a kind stands on one side of the number, at most so many characters away."""
        first, last = side
        if side is self.before:
            first = max(first, last - within)
        else:
            last = min(last, first + within)
        return self._hits.any_within(f"statistic-words.{word}", first, last)

    def somewhere(self, word: str) -> bool:
        """Whether a word of a kind stands in the sentence."""
        return self._hits.any_within(f"statistic-words.{word}", self.sentence.start, self.sentence.end)

    @property
    def is_of_illness(self) -> bool:
        """Whether the sentence names an illness."""
        place = (self.sentence.start, self.sentence.end)
        return self._hits.any_within("conditions", *place) or "disease" in self._hits.folded[slice(*place)]

    @property
    def words(self) -> str:
        """The number as it is written, in lower case."""
        return self._hits.folded[self.before[1] : self.after[0]]

    @property
    def behind(self) -> str:
        """The words right behind the number, in lower case."""
        return self._hits.folded[self.after[0] : self.after[1]]

    @property
    def ahead(self) -> str:
        """The words right before the number, in lower case."""
        return self._hits.folded[slice(*self.before)]

    @property
    def is_signed(self) -> bool:
        """Whether the number is a change to be made: "set the rate to −20%"."""
        return self._hits.folded[self.before[1] - 1 : self.before[1]] in ("−", "+")

    def counts(self, word: str) -> bool:
        """Whether the number counts things of a kind: the word ends it or follows it at once."""
        return self._hits.any_within(f"statistic-words.{word}", self.before[1], min(self.after[1], self.after[0] + 24))


def _share(number: Number, context: _Context) -> Kind | None:
    """A percentage or a share, but no mixture, no effort, no lab value and no mark."""
    if number.kind == "percent":
        if number.value is None or (number.value >= 100 and not context.counts("people")) or context.is_signed:
            return None
        if context.near("recipe", context.after, 24) or context.near("threshold", context.before, 40):
            return None
        if context.near("derived", context.before, 16) or _FREE_OF.match(context.behind):
            return None
        if _TICKER.search(context.ahead):
            return None
        return None if _is_of_one(context) else "share"
    if number.kind == "ratio":
        return (
            None if context.near("scale", context.before, 40) or context.near("scale", context.after, 16) else "share"
        )
    if number.kind == "fraction":
        if _OF_LIFE.match(context.behind):
            return None
        is_people = context.near("people", context.after, 40) or context.near("events", context.after, 40)
        return "share" if is_people else None
    return "share"


def _is_of_one(context: _Context) -> bool:
    """Whether a percentage is of one patient: "her tumor shrank by 50%", "his kidneys had lost 85% of their work"."""
    if not context.somewhere("persons"):
        return False
    return not context.somewhere("people") or (_HIS.search(context.ahead) is not None and not context.counts("people"))


def _count(number: Number, context: _Context) -> Kind | None:
    """A number of people or of what befell them, in a population and not in a sample; studies as a boast."""
    value = number.high or number.value or 0
    unit = number.unit.rsplit(" ", 1)[-1]
    if unit in ("studies", "trials"):
        is_year = 1900 <= value <= 2100 and "," not in context.words  # "2024 trials"
        return "boast" if value >= _BOAST and not is_year and not context.somewhere("gathering") else None
    if value < _MANY or not (context.counts("people") or context.counts("events")):
        return None
    if context.somewhere("gathering") or context.somewhere("boasts") or context.counts("samples"):
        return None
    return "count" if context.somewhere("population") else None


def _workings(number: Number, context: _Context) -> Kind | None:
    """ "Takes part in over 300 reactions"."""
    return "boast" if (number.value or 0) >= _BOAST and context.near("workings", context.after, 24) else None


def _cost(number: Number, context: _Context) -> Kind | None:
    is_large = (number.value or 0) >= _COSTLY and context.is_of_illness
    is_of_illness = context.somewhere("cost") and context.somewhere("population") and not context.somewhere("boasts")
    return "cost" if is_large and is_of_illness else None


def _multiple(number: Number, context: _Context) -> Kind | None:
    """ "Twice as likely", "halved the risk", "by half": a comparison of risks, and not twice the dose."""
    return "multiple" if context.near("risk", context.after) or context.near("risk", context.before, 40) else None


def _vast(number: Number, context: _Context) -> Kind | None:
    """ "Millions worldwide": people, and not cells, years or dollars."""
    if (number.value or 0) < _VAST or any(context.somewhere(word) for word in ("samples", "gathering", "boasts")):
        return None
    return "vast" if context.counts("people") or context.counts("afflicted") else None


def _effect(number: Number, context: _Context) -> Kind | None:
    return "effect" if number.unit in ("HR", "OR", "RR", "CI", "NNT") and context.somewhere("risk") else None


_ASKED = lazy_pattern(
    r"[\W_]*(?:q\d*\W*)?(?:do|does|did|is|are|was|were|can|could|should|will|would|what|how|why)\b(?! you know)"
)
_TICKER = lazy_pattern(r"\b(?:inc|corp|co|ltd|plc)\b\.?,? [a-z]{1,5} [-+−]?\Z| -\Z")  # "Halden Inc., HLD -1.36%"
_HIS = lazy_pattern(r"\b(?:his|her|my) [a-z]+\b[^.;:%]*\Z")
_OF_LIFE = lazy_pattern(r" of (?:your|our|their|his|her|my|a|one's) (?:\w+ )?(?:life|lives|lifetime)\b")
_FREE_OF = lazy_pattern(
    r" (?:[a-z]+-free|or (?:greater|higher|more|above|lower|less))\b"
)  # "99% oil-free", "20% or more"
_READERS = {
    "percent": _share,
    "points": _share,
    "ratio": _share,
    "fraction": _share,
    "count": _count,
    "money": _cost,
    "multiple": _multiple,
    "effect": _effect,
    "magnitude": _vast,
    "plain": _workings,
}
