"""One scan for all phrases: where each of some thousand words and phrases stands in a text."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    RawMatches = Callable[[str], Iterable[tuple[int, int, int]]]

# Typographers' variants that a phrase should match all the same; each stands for exactly one character.
_FOLDED = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\n": " ", "\t": " "}


def fold(text: str) -> str:
    """The text in lower case with plain quotes and spaces, of the same length, so that offsets stay true."""
    lower = text.lower()
    if len(lower) != len(text):  # "İ".lower() is two characters long
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for char, plain in _FOLDED.items():  # some times faster than `translate`
        if char in lower:
            lower = lower.replace(char, plain)
    return lower


class PhraseScanner:
    """Finds whole phrases: `cure` is in "a cure!" and not in "secure"."""

    __slots__ = ("_ends_in_word", "_long", "_matches", "_short", "_starts_in_word", "phrases")

    def __init__(self, phrases: Sequence[str]) -> None:
        """`phrases` as `fold` would give them, each once and not empty."""
        self.phrases = tuple(phrases)
        self._short = {phrase: index for index, phrase in enumerate(phrases) if _SHORT_WORD.fullmatch(phrase)}
        self._long = [index for index, phrase in enumerate(phrases) if phrase not in self._short]
        long = [phrases[index] for index in self._long]
        self._matches = _automaton(long) or _word_index(long)
        self._starts_in_word = [phrase[0].isalnum() for phrase in long]
        self._ends_in_word = [phrase[-1].isalnum() for phrase in long]

    def scan(self, folded: str) -> list[tuple[int, int, int]]:
        """(index of the phrase, start, end) of every hit in a folded text, overlaps included, by start."""
        numbers, starts, ends, padded = self._long, self._starts_in_word, self._ends_in_word, folded + " "
        found = [
            (numbers[index], start, end)
            for index, start, end in self._matches(folded)
            if not ((padded[start - 1].isalnum() and starts[index]) or (padded[end].isalnum() and ends[index]))
        ]
        if short := self._short:
            found += [(short[word[0]], *word.span()) for word in _SHORT_WORD.finditer(folded) if word[0] in short]
        found.sort(key=itemgetter(1))
        return found


# Words of up to three letters are so often part of longer ones that looking each of them up is cheaper.
_SHORT_WORD = re.compile(r"(?<![^\W_])[^\W_]{1,3}(?![^\W_])")


def _automaton(phrases: list[str]) -> RawMatches | None:
    """The Aho-Corasick automaton, where its package has a wheel for this machine."""
    try:
        from ahocorasick_rs import AhoCorasick, Implementation
    except ImportError:
        return None
    automaton = AhoCorasick(phrases, implementation=Implementation.ContiguousNFA)

    def matches(text: str) -> Sequence[tuple[int, int, int]]:
        return automaton.find_matches_as_indexes(text, overlapping=True)

    return matches


def _word_index(phrases: list[str]) -> RawMatches:
    """The same hits without the automaton, some times slower: look up each word that may begin a phrase."""
    by_first: dict[str, list[int]] = {}
    unworded = []
    for index, phrase in enumerate(phrases):
        if first := re.match(r"\w+", phrase):
            by_first.setdefault(first[0], []).append(index)
        else:
            unworded.append(index)

    def matches(text: str) -> Iterator[tuple[int, int, int]]:
        for word in re.finditer(r"\w+", text):
            for index in by_first.get(word[0], ()):
                if text.startswith(phrases[index], word.start()):
                    yield index, word.start(), word.start() + len(phrases[index])
        for index in unworded:
            at = text.find(phrases[index])
            while at >= 0:
                yield index, at, at + len(phrases[index])
                at = text.find(phrases[index], at + 1)

    return matches
