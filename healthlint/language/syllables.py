"""How many syllables English words have: a count of vowels by rule, and a table of the words that break the rule.

The table, `syllables.txt`, is what textstat answers for the words of its dictionary where the rule answers otherwise;
`tools/syllables.py` writes it. Other words, such as new names of drugs, are counted by rule.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = Path(__file__).with_name("syllables.txt")


def syllables(word: str) -> int:
    """The syllables of a word: those of its parts (`follow-up`) added up, and one for a number."""
    parts = word.lower().replace("’", "'").replace("‑", "-").split("-")
    return sum(count(part, _exceptions()) for part in parts)


def count(part: str, table: Mapping[str, int]) -> int:
    """The syllables of a lower-case word without a hyphen, where the table holds those that break the rule."""
    if part in table:
        return table[part]
    owner = part.removesuffix("'s")
    spoken = table[owner] if owner in table else _by_rule(owner)
    return spoken + bool(owner != part and _HISSING.search(owner))


def _by_rule(word: str) -> int:
    vowels = len(_VOWELS.findall(word))
    if "e" in word or "ically" in word:
        vowels -= len(_SILENT.findall(word))
    if _MAYBE_PARTED.search(word):
        vowels += len(_PARTED.findall(word))
    return max(vowels, 1)


@cache
def _exceptions() -> Mapping[str, int]:
    """The syllables of each word of the table. A line of it is a number and the words that have so many."""
    lines = (line.split() for line in TABLE.read_text(encoding="ascii").splitlines())
    return {word: int(count) for count, *words in lines for word in words}


_VOWELS = lazy_pattern(r"(?:^y)?[aeiouy]+")
_HISSING = lazy_pattern(r"(?:[sxz]|[cs]h|[cgsz]e)$")

# The last vowels of "disease", "muscle" but not "table", "league", "reached", "causes" but not "doses" …
_SILENT = lazy_pattern(
    r"""
    (?<=[^aeiouyl])e$ | (?<=[aeiouyl])le$ | (?<=[gq])ues?$
  | (?<=[^aeiouydtl])ed$ | (?<=[aeiouyrl])led$ | (?<=[^aeiouycgsxzl])(?<![cs]h)es$ | (?<=[aeiouyrl])les$
    # those inside "statement", "movable", "therefore", "something", "lifetime", "typically"
  | (?<=[aeiouy][^aeiouyx])e(?=(?:body|ful|land|less|ly|m[ae]n|ment|ness|some|ville|way|where|wood|work)(?:ly|s)?$)
  | (?<=for)e(?=[^aeiouydnrs]) | (?<=^[hms]om)e(?=[^aeiouydr]) | (?<=[lst]i[dmn])e(?=[bcfhklmpw]) | (?<=ic)a(?=lly)
    """,
    re.VERBOSE,
)

# Where vowels in a row are two: "diet", "ruin", "react", "going", "medium", "dementia" but not "special" …
_MAYBE_PARTED = lazy_pattern("[aeiouy][aeiouy]|sm|n't|^mc")
_PARTED = lazy_pattern(
    r"""
    ^mc(?=.) | (?<=[aeou])y(?=[aeou](?!s?$|d$)) | (?<=[aeou])y(?=[aou]s?$) | ii | uu | iy | uou
  | [ye](?=ing) | oi(?=ng) | (?<=[^aeiouy])sm$ | ism$ | [^aeiou]n't$
  | ia(?!l|n(?:$|[a-z])) | (?<![cstg])ia(?=[ln]) | i(?=o(?!u|n)) | (?<![cglnstx])io(?=[nu]) | (?<=[^cgstx])iou
  | iu(?!m$) | ium | (?<=[^cgq])ua(?!r[^yi]) | eo(?![nupf]|r[gd]) | ea(?=[tc](?:ed?$|i|or)|l?i[tsz]|$)
  | (?<=[^aeiouy])ie(?=[rt]$|st$|rs$|t?y|n[ct]|ta?$) | (?<=[^gq])u(?=e(?:[lnt]|rs?$)) | ao(?!$) | au(?=er)
  | (?<=[aeou])i(?=[ae])
    """,
    re.VERBOSE,
)
