"""The words of a sentence with what grammar makes of each: determiner, modal, negation, subordinator and so on."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from healthlint.language.patterns import lazy_pattern


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one string."""
    return frozenset(words.split())


class Words(NamedTuple):
    """The words and marks of one sentence in parallel lists, with a class (see `CLASSES`) for each."""

    text: list[str]
    start: list[int]
    end: list[int]
    kind: str  # one letter a word

    def at(self, offset: int) -> int:
        """The index of the first word that begins at or after an offset of the prose."""
        return bisect_left(self.start, offset)

    def last(self, first: int, end: int) -> int:
        """The index of the last word of a phrase that begins with the word `first` and ends at an offset."""
        return first if self.end[first] == end else bisect_left(self.start, end) - 1

    def before(self, index: int, skip: str = "AN") -> int:
        """The index of the nearest word to the left that is of none of the classes in `skip`, or -1."""
        index -= 1
        while index >= 0 and self.kind[index] in skip:
            index -= 1
        return index

    def after(self, index: int, skip: str = "A") -> int:
        """The index of the nearest word to the right that is of none of the classes in `skip`, or the length."""
        index += 1
        while index < len(self.kind) and self.kind[index] in skip:
            index += 1
        return index


def read_words(folded: str, start: int, end: int) -> Words:
    """The words of `folded[start:end]`, which is in lower case with plain quotes."""
    pieces = _WORD.split(folded[start:end])  # a gap, a word, a gap, a word, …, a gap
    places = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    kinds = [
        _KIND.get(word) or ("w" if word[0] > "9" and word[-1] in _PLAIN_ENDS else _kind_of(word)) for word in words
    ]
    return Words(words, places[1:-1:2], places[2::2], "".join(kinds))


def _kind_of(word: str) -> str:
    """The class of a word that is in no closed list."""
    if word.endswith("n't"):
        return "M" if word[:-3] in ("could", "would", "might", "ca", "wo", "should") else "N"
    if word[0].isdigit():
        return "#"
    if word.endswith("ly") and len(word) > 4:
        return "A"
    return "w"


# B be, H have, O do, M modal, T to, N negation, D determiner, P preposition, U pronoun as a subject, C and/or,
# S subordinator or contrast, R relative or that, A adverb, # number, "," comma, ";" stronger mark,
# "." full stop, w the rest
_CLASSES = {
    "B": "is are was were be been being am 's 're isn't aren't wasn't weren't it's that's they're you're there's",
    "H": "has have had having hasn't haven't hadn't 've they've we've you've i've",
    "O": "do does did don't doesn't didn't",
    "M": "may might could would can will shall should must cannot can't couldn't wouldn't won't shouldn't mustn't "
    "it'll they'll you'll you'd",
    "T": "to",
    "N": "not never neither nor hardly scarcely",
    "D": "a an the these those its their his her our my your every any some no more fewer less many "
    "much most several another one two three four five such what whose either various certain other additional",
    "P": "in of on at by for with from after before during over under among between within without into through "
    "across via per as upon towards toward against despite regardless following than beyond throughout like about "
    "including around near behind inside outside alongside off out up down amid",
    "U": "it they we you he she i this that' anyone everyone",
    "C": "and or & + plus",
    "S": "but while whereas although though because since if unless until when whenever whether where once so "
    "however yet why how",
    "R": "that which who whom",
    "A": "also only even further thus thereby then still always often sometimes just actually really well almost too "
    "very quite rather sooner soon again already ever now instead together perhaps maybe indeed twice "
    "therefore someday hence moreover furthermore additionally seldom far worldwide overall alike all both each "
    "otherwise",
    "w": "family supply early daily anomaly elderly belly jelly ally reply apply rely imply comply july "
    "italy assembly homily butterfly fly likely unlikely friendly ugly deadly costly weekly monthly yearly",
    ",": ",",
    ";": "; : ( ) [ ] — – | • * =",
    ".": ". ! ? …",
}
_KIND = {word: kind for kind, words in _CLASSES.items() for word in words.split()}
_PLAIN_ENDS = frozenset("abcdefghijklmnopqrsuvwxz")  # what no ending of `_kind_of` ends with
_WORD = lazy_pattern(
    r"([a-z]++(?= )"  # most words: nothing else is tried on them
    r"|[^\W_]++(?:['-][^\W_]+|(?<=[0-9])[.,–-][0-9]+|\.[^\W_](?=[.\W]))*"
    r"|--|[,;:()\[\]—–|•*!?…&+%<>=≥≤]|(?<=\w)\.)"
)
