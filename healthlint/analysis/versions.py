"""The sentences of two copies that are versions of each other, and where their words differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.tokens import words
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.copies import Pair
    from healthlint.analysis.sentences import Sentence, Sentences


class Change(NamedTuple):
    """Words of one version and what stands in their place in the other; either may be empty."""

    earlier: TextSpan
    later: TextSpan


class Version(NamedTuple):
    """Two sentences that say the same thing, the share of words in common, 0-1, and every place where they differ."""

    earlier: TextSpan
    later: TextSpan
    shared: float
    changes: tuple[Change, ...]


_ALIKE = 0.5  # the share of words that two versions of a sentence have in common, in their order …
_ALIKE_BETWEEN = 0.35  # … or have where they stand between two others that are paired
_MOST = 40  # sentences of a passage that are paired; a longer one is no paragraph


def find_versions(pair: Pair, sentences: Sentences, folded: str) -> list[Version]:
    """The sentences of two passages that are alike but not the same, each paired with the one most like it.

    `folded` is the prose as `phrases.fold` gives it.
    """
    from rapidfuzz.distance import Indel

    one = _read(sentences.of_block(pair.earlier), pair.earlier_part, folded)
    other = _read(sentences.of_block(pair.later), pair.later_part, folded)
    if max(len(one), len(other)) > _MOST:
        return []
    scores = {
        (i, j): Indel.normalized_similarity(a.words, b.words, score_cutoff=_ALIKE_BETWEEN)
        for i, a in enumerate(one)
        for j, b in enumerate(other)
    }
    paired = _pair_best(scores)
    for j in set(range(len(other))) - set(paired):
        i = paired.get(j - 1, -1 if j == 0 else -2) + 1
        after = paired.get(j + 1, len(one) if j + 1 == len(other) else -1)
        if after == i + 1 and scores.get((i, j), 0.0) >= _ALIKE_BETWEEN:
            paired[j] = i
    versions = [
        Version(one[i].span, other[j].span, scores[i, j], tuple(_changes(one[i], other[j])))
        for j, i in sorted(paired.items())
    ]
    return [version for version in versions if version.changes]


def _pair_best(scores: dict[tuple[int, int], float]) -> dict[int, int]:
    """For each later sentence the earlier one that is most like it, none twice."""
    paired: dict[int, int] = {}
    for (i, j), score in sorted(scores.items(), key=lambda each: (-each[1], abs(each[0][0] - each[0][1]), each[0])):
        if score >= _ALIKE and j not in paired and i not in paired.values():
            paired[j] = i
    return paired


class _Read(NamedTuple):
    """A sentence in words, with their places."""

    span: TextSpan
    words: list[str]
    places: list[tuple[int, int]]


def _read(sentences: Sequence[Sentence], part: TextSpan, folded: str) -> list[_Read]:
    """The sentences of a part of a passage."""
    read = []
    for sentence in sentences:
        if part.start <= sentence.start and sentence.end <= part.end:
            places = words(folded, sentence.start, sentence.end)
            read.append(
                _Read(TextSpan(sentence.start, sentence.end), [folded[slice(*each)] for each in places], places)
            )
    return read


def _changes(one: _Read, other: _Read) -> Iterator[Change]:
    """The stretches between the words that both sentences have in the same order."""
    from rapidfuzz.distance import Indel

    at = other_at = 0
    for same in Indel.opcodes(one.words, other.words).as_matching_blocks():
        if at < same.a or other_at < same.b:
            yield Change(_hull(one, at, same.a), _hull(other, other_at, same.b))
        at, other_at = same.a + same.size, same.b + same.size


def _hull(sentence: _Read, first: int, last: int) -> TextSpan:
    """The place of some words in a row; where there are none, the empty place between their neighbours."""
    if first < last:
        return TextSpan(sentence.places[first][0], sentence.places[last - 1][1])
    point = sentence.places[first - 1][1] if first else sentence.span.start
    return TextSpan(point, point)
