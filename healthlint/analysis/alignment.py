"""How two passages compare: the same, nearly the same, or the same thing in other words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.passages import RARE
from healthlint.language.similarity import jaccard
from healthlint.language.tokens import stem
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from healthlint.analysis.passages import Passage
    from healthlint.analysis.sentences import Sentences

Kind = Literal["exact", "near", "reworded"]


class Likeness(NamedTuple):
    """What two passages have in common. `links`: the whole of both, so that it may be part of a longer copy."""

    kind: Kind
    shared: float  # the share of wording in common, 0-1
    earlier: TextSpan
    later: TextSpan
    links: bool = True
    alone: bool = True  # enough to be told without others beside it
    copied: bool = True  # the same words in the same order, not just the same words


# Unrelated paragraphs share up to .27 of their runs of three words; copies start at .6.
_NEAR_RUNS, _NEAR_ORDER = 0.40, 0.80
_LINK_RUNS, _LINK_ORDER = 0.25, 0.60
_LONG_ORDER = 0.62  # enough where both are long and of like length: unrelated ones stay below .5
_PART, _LONG_PART = 18, 25  # words of a part that longer passages have in common: of each, of one of them
_MAIN_PART = 20  # words of a part that is not copied
_GOOD_PART = 0.35  # of a passage: such a part stands for it
_TOPIC = 40  # per cent of their telling words that two passages on one topic may have in common
_REWORDED_SHARE = 0.53  # what must be in common in all, by weight
# What must be in common beyond the topic, as `_score` counts: 4.4 rare words, or less where the order is the same, too,
# since that is chosen but once.
_REWORDED, _COPIED, _VERBATIM = 440 * RARE, 350 * RARE, 240 * RARE
_COPIED_ORDER = 0.50  # copied is what has that share of words in the same order, or …
_COPIED_RUN, _SOME_ORDER = 8, 0.28  # … so many in a row, fewer in order: more than a list of names,
_COPIED_SHARE = 0.62  # and that share of telling words: more than a set phrase
_RUN, _IN_RUNS = 4, 0.60  # verbatim is that share of the shorter text in runs of so many words
_WORTHWHILE, _WORTHWHILE_PER_WORD = 330 * RARE, 12 * RARE  # the least by the bare words for which to look closer
_MANY_NUMBERS = 2  # in which two descriptions differ if they are of two trials, say
_MOST_WORDS, _MOST_SENTENCES = 3000, 60  # of passages that are compared in detail; longer ones are no paragraphs


class Comparer:
    """Compares passages of one article, and remembers what it has read of each."""

    def __init__(
        self, text: bytes, sentences: Sentences, weights: dict[bytes, int], synonyms: Mapping[bytes, bytes]
    ) -> None:
        self._text, self._sentences, self._weights = text, sentences, weights  # the text as `comparable` gives it
        self._synonyms = synonyms
        self._stems: dict[bytes, str] = {}
        self._stem_weights: dict[str, int] = {}
        self._read: dict[int, list[_Window]] = {}
        self._told: dict[int, list[tuple[bytes, int]]] = {}

    def compare(self, earlier: Passage, later: Passage) -> Likeness | None:
        """What the later passage repeats of the earlier, or None."""
        common = earlier.telling & later.telling
        most = self._most_beyond_topic(earlier, common) + self._most_beyond_topic(later, common)
        if most < min(_WORTHWHILE, _WORTHWHILE_PER_WORD * min(len(earlier.words), len(later.words))):
            return None
        runs, order = _wording(earlier.words, later.words)
        if runs >= _NEAR_RUNS or order >= _NEAR_ORDER or (order >= _LONG_ORDER and _are_long(earlier, later)):
            alone = not _are_parallel(earlier.words, later.words)
            return Likeness("near", max(runs, order), earlier.span, later.span, alone=alone)
        links = runs >= _LINK_RUNS or order >= _LINK_ORDER
        if not _counts_differ(earlier.words, later.words):
            runs, order = _wording(self._terms_of(earlier.words), self._terms_of(later.words))
            if order >= _LINK_ORDER and self._share_of_wholes(earlier, later) >= _REWORDED_SHARE:
                return Likeness("near", order, earlier.span, later.span)
        likeness = self._compare_parts(earlier, later, links=links)
        if likeness is None and links:
            return Likeness("reworded", max(runs, order), earlier.span, later.span, alone=False)
        return likeness

    def _most_beyond_topic(self, passage: Passage, common: frozenset[bytes]) -> int:
        """The most that a stretch of a passage has in common with another one beyond the topic: an upper bound."""
        told = self._told.get(passage.block)
        if told is None:
            weight_of, telling = self._weights.get, passage.telling
            told = [(term, weight_of(term, RARE)) for term in self._terms_of(passage.words) if term in telling]
            self._told[passage.block] = told
        most = gain = 0
        for word, weight in told:
            if word in common:
                gain += weight * (100 - _TOPIC)
                if gain > most:
                    most = gain
            elif gain:
                gain -= weight * _TOPIC
                if gain < 0:
                    gain = 0
        return most

    def _compare_parts(self, earlier: Passage, later: Passage, *, links: bool) -> Likeness | None:
        """The sentences of both that say the same, where that is enough."""
        sentences = self._sentences_of(earlier), self._sentences_of(later)
        if max(map(len, sentences)) > _MOST_SENTENCES:
            return None
        pair = _best_windows(*sentences, self._stem_weights)
        if pair is None:
            return None
        one, other, beyond_topic, shared = pair
        if beyond_topic < _VERBATIM or shared < _REWORDED_SHARE:
            return None
        words, other_words = (self._text[window.start : window.end].split() for window in (one, other))
        least = _least_beyond_topic(self._terms_of(words), self._terms_of(other_words), shared)
        copied = least < _REWORDED
        if beyond_topic < least or not (copied or _is_main_part(one, other, earlier, later)):
            return None
        spans = _place(one, earlier), _place(other, later)
        runs, order = _wording(words, other_words)
        if runs >= _NEAR_RUNS or order >= _NEAR_ORDER:
            kind: Kind = "exact" if words == other_words else "near"
            return Likeness(kind, max(runs, order), *spans, links, alone=not _are_parallel(words, other_words))
        return Likeness("reworded", shared, *spans, links, not _counts_differ(words, other_words), copied)

    def _terms_of(self, words: list[bytes]) -> list[bytes]:
        """For each word the one that stands for it and its synonyms."""
        term_of = self._synonyms.get
        return [term_of(word, word) for word in words]

    def _share_of_wholes(self, earlier: Passage, later: Passage) -> float:
        """The share of telling words, by weight, that two passages have in common."""
        wholes = [
            frozenset[str]().union(*(window.stems for window in self._sentences_of(each))) for each in (earlier, later)
        ]
        both = sum(_weigh(whole, self._stem_weights) for whole in wholes)
        return 2 * _weigh(wholes[0] & wholes[1], self._stem_weights) / both if both else 0.0

    def _sentences_of(self, passage: Passage) -> list[_Window]:
        """The sentences of a passage."""
        read = self._read.get(passage.block)
        if read is None:
            stems = self._stems
            for word in passage.telling:
                if word not in stems:
                    stems[word] = root = _stem_of(word)
                    weight = self._weights.get(word, RARE)
                    self._stem_weights[root] = min(weight, self._stem_weights.get(root, RARE))
            read = self._read[passage.block] = []
            for sentence in self._sentences.of_block(passage.block):
                words = self._text[sentence.start : sentence.end].split()
                telling = frozenset([stems[term] for term in self._terms_of(words) if term in stems])
                read.append(_Window(sentence.start, sentence.end, len(words), telling))
        return read


class _Window(NamedTuple):
    """Sentences in a row of one passage."""

    start: int
    end: int
    words: int
    stems: frozenset[str]

    def joined(self, other: _Window) -> _Window:
        """Both as one."""
        return _Window(
            min(self.start, other.start),
            max(self.end, other.end),
            self.words + other.words,
            self.stems | other.stems,
        )


@lru_cache(maxsize=8192)
def _stem_of(word: bytes) -> str:
    """The stem of a word; articles on one site have most of their words in common."""
    return stem(word.decode("latin-1"))


def _wording(one: list[bytes], other: list[bytes]) -> tuple[float, float]:
    """The share of runs of three words, and the share of words in the same order, that two texts have in common."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter * 2.2 < longer or longer > _MOST_WORDS:
        return 0.0, 0.0
    from rapidfuzz.distance import Indel  # 20 ms that only articles with something alike should cost

    runs = [frozenset(zip(words, words[1:], words[2:], strict=False)) for words in (one, other)]
    return jaccard(*runs), Indel.normalized_similarity(one, other, score_cutoff=_LINK_ORDER)


def _least_beyond_topic(one: list[bytes], other: list[bytes], shared: float) -> int:
    """How much two texts must have in common beyond the topic, by how much of it stands in the same order."""
    from rapidfuzz.distance import Indel

    sizes = [block.size for block in Indel.opcodes(one, other).as_matching_blocks()]
    order = 2 * sum(sizes) / (len(one) + len(other))
    if sum(size for size in sizes if size >= _RUN) >= _IN_RUNS * min(len(one), len(other)):
        return _VERBATIM
    has_run = max(sizes) >= _COPIED_RUN and order >= _SOME_ORDER and shared >= _COPIED_SHARE
    return _COPIED if order >= _COPIED_ORDER or has_run else _REWORDED


def _best_windows(
    one: Sequence[_Window], other: Sequence[_Window], weights: dict[str, int]
) -> tuple[_Window, _Window, int, float] | None:
    """The sentences of each passage that have most in common, that beyond the topic, and the share in common.

    It starts from the two sentences that have most in common and takes in neighbours as long as that gains.
    """
    seed = max(
        ((_weigh(a.stems & b.stems, weights), -i, -j) for i, a in enumerate(one) for j, b in enumerate(other)),
        default=(0, 0, 0),
    )
    if not seed[0]:
        return None
    state = (-seed[1], -seed[1], -seed[2], -seed[2])
    windows = one[state[0]], other[state[2]]
    score, shared = _score(*windows, weights)
    while True:
        enough = (
            min(windows[0].words, windows[1].words) >= _PART and max(windows[0].words, windows[1].words) >= _LONG_PART
        )
        grown = [(*_score(*pair, weights), bounds, pair) for bounds, pair in _grow(one, other, state, windows)]
        if not grown:
            return (*windows, score, shared) if enough else None
        best = max(grown, key=lambda each: each[0])
        if enough and best[0] <= score:
            return (*windows, score, shared)
        score, shared, state, windows = best


def _is_main_part(one: _Window, other: _Window, earlier: Passage, later: Passage) -> bool:
    """Whether two parts say something of length, and are most of what one of the passages says."""
    main = 2 * one.words >= len(earlier.words) or 2 * other.words >= len(later.words)
    return main and min(one.words, other.words) >= _MAIN_PART


def _place(window: _Window, passage: Passage) -> TextSpan:
    """The place of a part: the sentences, or the whole passage where they are a good part of it."""
    if window.words >= _GOOD_PART * len(passage.words):
        return passage.span
    return TextSpan(window.start, window.end)


def _grow(
    one: Sequence[_Window], other: Sequence[_Window], state: tuple[int, int, int, int], windows: tuple[_Window, _Window]
) -> Iterator[tuple[tuple[int, int, int, int], tuple[_Window, _Window]]]:
    """The windows with one more sentence before or after, in one passage or in both."""
    first, last, other_first, other_last = state
    a, b = windows
    before = one[first - 1] if first else None
    after = one[last + 1] if last + 1 < len(one) else None
    other_before = other[other_first - 1] if other_first else None
    other_after = other[other_last + 1] if other_last + 1 < len(other) else None
    if before:
        yield (first - 1, last, other_first, other_last), (a.joined(before), b)
    if after:
        yield (first, last + 1, other_first, other_last), (a.joined(after), b)
    if other_before:
        yield (first, last, other_first - 1, other_last), (a, b.joined(other_before))
    if other_after:
        yield (first, last, other_first, other_last + 1), (a, b.joined(other_after))
    if before and other_before:
        yield (first - 1, last, other_first - 1, other_last), (a.joined(before), b.joined(other_before))
    if after and other_after:
        yield (first, last + 1, other_first, other_last + 1), (a.joined(after), b.joined(other_after))


def _score(one: _Window, other: _Window, weights: dict[str, int]) -> tuple[int, float]:
    """What two windows have in common beyond the topic, in hundredths of a weight, and the share in common."""
    common = 2 * _weigh(one.stems & other.stems, weights)
    both = _weigh(one.stems, weights) + _weigh(other.stems, weights)
    return 100 * common - _TOPIC * both, common / both if both else 0.0


def _weigh(stems: frozenset[str], weights: dict[str, int]) -> int:
    return sum(map(weights.__getitem__, stems))


def _are_long(earlier: Passage, later: Passage) -> bool:
    """Whether two passages are paragraphs of about the same length with the same numbers, if any."""
    shorter, longer = sorted((len(earlier.words), len(later.words)))
    return shorter >= _LONG_PART and shorter * 1.7 > longer and not _counts_differ(earlier.words, later.words)


def _are_parallel(one: list[bytes], other: list[bytes]) -> bool:
    """Whether two texts differ in their numbers, long ones in some: "Adults: 8-12 drops", "Children: 4-6 drops"."""
    is_short = min(len(one), len(other)) < _LONG_PART
    return _counts_differ(one, other, 1 if is_short else _MANY_NUMBERS)


def _counts_differ(one: list[bytes], other: list[bytes], least: int = 1) -> bool:
    """Whether each of two texts has numbers that the other lacks, as the results of two groups have."""
    numbers = [{word for word in words if word.isdigit()} for words in (one, other)]
    return min(len(numbers[0] - numbers[1]), len(numbers[1] - numbers[0])) >= least
