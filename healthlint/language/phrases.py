"""One scan for all phrases: where each of some thousand words and phrases stands in a text."""

from __future__ import annotations

from itertools import accumulate, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Typographers' variants that a phrase should match all the same; each stands for exactly one character.
_FOLDED = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-", "\n": " ",
    "\t": " ", "\uff0c": ",", "\uff0e": ".", "\uff05": "%",
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},  # full-width ones
}  # fmt: skip


def fold(text: str) -> str:
    """The text in lower case with plain quotes, spaces and digits, of the same length, so that offsets stay true."""
    lower = text.lower()
    if len(lower) != len(text):  # "İ".lower() is two characters long
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for char, plain in _FOLDED.items():  # some times faster than `translate`
        if char in lower:
            lower = lower.replace(char, plain)
    return lower


class PhraseIndex(NamedTuple):
    """Phrases by the words that they begin with. A phrase is named by its number in `phrases`."""

    phrases: tuple[str, ...]
    words: dict[str, int | tuple[int, ...]]  # phrases of one word; several where signs follow it: `dr`, `dr.`
    longer: dict[str, tuple[int, ...]]  # those of several words by their first, the longest first
    signs: dict[str, tuple[int, ...]]  # those that begin with a sign, by that sign, the longest first
    endings: dict[str, dict[str, int]]  # `itis`, written `~itis`, by its last three letters; the longest first


def index_phrases(phrases: Sequence[str]) -> PhraseIndex:
    """The index of phrases that are written as `fold` gives them, each once and not empty."""
    words: dict[str, list[int]] = {}
    longer: dict[str, list[int]] = {}
    signs: dict[str, list[int]] = {}
    endings: dict[str, dict[str, int]] = {}
    for number in sorted(range(len(phrases)), key=lambda number: -len(phrases[number])):
        phrase = phrases[number]
        begin = _FIRST_WORDS.match(phrase)
        if _ENDING.fullmatch(phrase):
            endings.setdefault(phrase[-3:], {})[phrase[1:]] = number
        elif begin is None:
            signs.setdefault(phrase[0], []).append(number)
        elif begin[2]:
            longer.setdefault(begin[1], []).append(number)
        else:
            words.setdefault(begin[1], []).append(number)
    return PhraseIndex(
        tuple(phrases),
        {word: _plain(numbers, word, phrases) for word, numbers in words.items()},
        {word: tuple(numbers) for word, numbers in longer.items()},
        {sign: tuple(numbers) for sign, numbers in signs.items()},
        endings,
    )


def _plain(numbers: list[int], word: str, phrases: Sequence[str]) -> int | tuple[int, ...]:
    return numbers[0] if len(numbers) == 1 and phrases[numbers[0]] == word else tuple(numbers)


class PhraseScanner:
    """Finds whole phrases: `cure` is in "a cure!" and not in "secure".

    The phrase `~itis` is every word of seven letters and more that ends so and is no phrase itself.
    """

    __slots__ = ("_pairs", "_unread", "index")

    def __init__(self, index: PhraseIndex) -> None:
        self.index = index
        self._unread = dict(index.longer)  # first words that no text had yet: one article has few of them
        self._pairs: dict[tuple[str, str], list[int]] = {}

    @property
    def phrases(self) -> tuple[str, ...]:
        """All phrases by their numbers."""
        return self.index.phrases

    def scan(self, folded: str) -> list[tuple[int, int, int]]:
        """(number of the phrase, start, end) of every hit in a folded text, by start; of these the longest first."""
        phrases, singles, _, _, endings = self.index
        pieces = _WORD.split(folded)  # signs, word, signs, word, …, signs
        words = pieces[1::2]
        starts = list(accumulate(map(len, pieces)))[::2]
        longer = map(self._pairs_of(words).get, pairwise([*words, ""]))
        found: list[tuple[int, int, int]] = []
        for word, start, single, several in zip(words, starts, map(singles.get, words), longer):  # noqa: B905
            if several is not None:
                for number in several:  # as in `_at`, which would cost as much to call
                    if folded.startswith(phrase := phrases[number], start):
                        end = start + len(phrase)
                        if not (folded[end : end + 1].isalnum() and phrase[-1].isalnum()):
                            found.append((number, start, end))
            if single is not None:
                if isinstance(single, int):
                    found.append((single, start, start + len(word)))
                else:
                    found += self._at(start, single, folded)
            elif len(word) >= _LONG and (tail := word[-3:]) in endings:
                for ending, number in endings[tail].items():
                    if word.endswith(ending):
                        found.append((number, start, start + len(word)))
                        break
        if signed := self._signed(folded):
            found += signed
            found.sort(key=itemgetter(1))
        return found

    def _pairs_of(self, words: Sequence[str]) -> Mapping[tuple[str, str], Sequence[int]]:
        """The phrases by their first two words: at least those that begin with one of these words."""
        if not self._unread:
            return self._pairs
        needed = [*self._unread] if self._pairs else self._unread.keys() & words  # after a second text come many
        for first in needed:
            for number in self._unread.pop(first):
                second = _WORD.split(self.index.phrases[number], 2)[3]
                self._pairs.setdefault((first, second), []).append(number)
        return self._pairs

    def _at(self, start: int, numbers: Iterable[int], folded: str) -> list[tuple[int, int, int]]:
        """Those of the phrases that stand at an offset and end where a word ends."""
        return [
            (number, start, end)
            for number in numbers
            if folded.startswith(phrase := self.index.phrases[number], start)
            and not (folded[(end := start + len(phrase)) : end + 1].isalnum() and phrase[-1].isalnum())
        ]

    def _signed(self, folded: str) -> list[tuple[int, int, int]]:
        """The phrases that begin with a sign: `[insert`, `/shop/`."""
        found: list[tuple[int, int, int]] = []
        for sign, numbers in self.index.signs.items():
            start = folded.find(sign)
            by_next: dict[str, list[int]] = {}  # those that may stand before a character: a text may be all brackets
            while start >= 0:
                following = folded[start + 1 : start + 2]
                if following not in by_next:
                    by_next[following] = [each for each in numbers if self.index.phrases[each][1:2] in ("", following)]
                found += self._at(start, by_next[following], folded)
                start = folded.find(sign, start + 1)
        return found


_WORD = lazy_pattern(r"([^\W_]+)")
_LONG = 7  # letters: a shorter word is too often another, as "april" for "-pril"
_ENDING = lazy_pattern(r"~[^\W\d_]{3,}")
_FIRST_WORDS = lazy_pattern(r"([^\W_]+)(?:[\W_]+([^\W_]+))?")
