"""The sentences of an article, block by block."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.model.document import Document


class Sentence(NamedTuple):
    """One sentence of the prose: the index of its block, and its order in that block from 0."""

    start: int
    end: int
    block: int
    order: int


class Sentences:
    """All sentences in order. A heading, an item or a cell is at least one sentence; code has none."""

    __slots__ = ("_firsts", "_starts", "all")

    def __init__(self, sentences: tuple[Sentence, ...], firsts: list[int]) -> None:
        self.all = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._firsts = firsts  # where each block begins in `all`, and the length of `all` at the end

    def of_block(self, block: int) -> Sequence[Sentence]:
        """The sentences of the block with this index."""
        return self.all[self._firsts[block] : self._firsts[block + 1]]

    def at(self, offset: int) -> Sentence | None:
        """The sentence that an offset of the prose lies in, or the one before it; None before the first."""
        index = bisect_right(self._starts, offset) - 1
        return self.all[index] if index >= 0 else None

    def next_to(self, sentence: Sentence, steps: int) -> Sentence | None:
        """The sentence so many steps on (or back, if negative) in the same block."""
        first, end = self._firsts[sentence.block : sentence.block + 2]
        index = first + sentence.order + steps
        return self.all[index] if first <= index < end else None


def find_sentences(document: Document) -> Sentences:
    """The sentences of all blocks but code."""
    found: list[Sentence] = []
    firsts = []
    for number, block in enumerate(document.blocks):
        firsts.append(len(found))
        if block.kind != "code":
            for index, (start, end) in enumerate(split_sentences(document.text, *block.span)):
                found.append(Sentence(start, end, number, index))
    firsts.append(len(found))
    return Sentences(tuple(found), firsts)
