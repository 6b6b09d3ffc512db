"""Which entries of a reference list a name and a year in the text can mean."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from healthlint.analysis.references import References


class NameIndex:
    """The entries of a list by the names that stand in them; accents and acronyms make no difference."""

    __slots__ = ("_by_author", "_is_garbled", "_words", "_years")

    def __init__(self, references: References, text: str) -> None:
        self._by_author: dict[str, set[int]] = defaultdict(set)
        self._words: set[str] = set()
        self._years = [entry.year for entry in references.entries]
        self._is_garbled = False
        for index, entry in enumerate(references.entries):
            written = text[entry.start : entry.end]
            self._is_garbled |= _GARBLED.search(written) is not None
            words = name_words(written)
            self._words.update(words)
            for name in entry.authors or (" ".join(written.split()[:_FIRST_WORDS]),):
                for word in {*name_words(name), *_acronyms(name)}:
                    self._by_author[word].add(index)
            self._words.update(_acronyms(" ".join(entry.authors)), _acronyms(entry.title))

    def knows(self, name: str) -> bool:
        """Whether a name stands anywhere in the list; true of every name where there is no list, or a garbled one."""
        return not self._years or self._is_garbled or any(word in self._words for word in name_words(name))

    def entries(self, words: str, year: int) -> tuple[int, ...]:
        """The entries by one of these names from that year, or from a year that they do not tell."""
        found: set[int] = set()
        for word in name_words(words):
            found |= self._by_author.get(word, set())
        return tuple(sorted(index for index in found if self._years[index] in (year, None)))


def name_words(text: str) -> list[str]:
    """The words of a text in lower case and without accents."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_BARRED)) if not text.isascii() else text.lower()
    return _NAME_WORD.findall(_ACCENTS.sub("", plain))


def _acronyms(name: str) -> Iterable[str]:
    """What a body may be called for short: "National Health and Medical Research Council" -> "nhmrc"."""
    capitals = [word[0] for word in re.findall(r"[^\W\d_]+", name.partition(" (")[0]) if word[0].isupper()]
    return ["".join(capitals).lower()] if len(capitals) > 2 else []


_FIRST_WORDS = 12  # of an entry whose authors are not known
_NAME_WORD = lazy_pattern(r"[^\W\d_]{2,}")
_ACCENTS = lazy_pattern(r"[\u0300-\u036f]")
_BARRED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_GARBLED = lazy_pattern("[\u0394\u0395\u03a8ÃÂâ][\u2018-\u203a\u2026€™œžŸš\u00a1-\u00bf„]")
