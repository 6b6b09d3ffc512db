"""One scan for all phrases: where each of some thousand words and phrases stands in a text."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    RawMatches = Callable[[str], Iterator[tuple[int, int, int]]]

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

    __slots__ = ("_matches", "phrases")

    def __init__(self, phrases: Sequence[str]) -> None:
        """`phrases` as `fold` would give them, each once and not empty."""
        self.phrases = tuple(phrases)
        self._matches = _automaton(self.phrases) or _word_index(self.phrases)

    def scan(self, folded: str) -> list[tuple[int, int, int]]:
        """(index of the phrase, start, end) of every hit in a folded text, overlaps included, by start."""
        found = [
            hit
            for hit in self._matches(folded)
            if not (folded[hit[1]].isalnum() and hit[1] and folded[hit[1] - 1].isalnum())
            and not (folded[hit[2] - 1].isalnum() and folded[hit[2] : hit[2] + 1].isalnum())
        ]
        found.sort(key=itemgetter(1))
        return found


def _automaton(phrases: tuple[str, ...]) -> RawMatches | None:
    """The Aho-Corasick automaton, where its package has a wheel for this machine."""
    try:
        from ahocorasick_rs import AhoCorasick, Implementation
    except ImportError:
        return None
    automaton = AhoCorasick(phrases, implementation=Implementation.ContiguousNFA)

    def matches(text: str) -> Iterator[tuple[int, int, int]]:
        return iter(automaton.find_matches_as_indexes(text, overlapping=True))

    return matches


def _word_index(phrases: tuple[str, ...]) -> RawMatches:
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
