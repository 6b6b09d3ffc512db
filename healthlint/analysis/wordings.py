"""Whether a page says something, in any of the words in which it can be said."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from healthlint.analysis.hits import scan
from healthlint.language.sentences import split_sentences
from healthlint.model.span import overlaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hits
    from healthlint.model.document import Document

Wording = tuple[tuple[str, ...], ...]
"""Lists of lexicons; a sentence that has a term of each lexicon of one list, in any order, says it."""


def is_said(analysis: Analysis, wording: Wording) -> bool:
    """Whether any sentence of the page says it, those of its header, footer and front matter included."""
    places = chain(_in_text(analysis, wording), _in_fields(analysis))
    return any(says(hits, start, end, wording) for hits, start, end in places)


def says(hits: Hits, start: int, end: int, wording: Wording) -> bool:
    """Whether one sentence says it; no word counts for two lexicons of a list."""
    for lexicons in wording:
        taken: list[tuple[int, int]] = []
        for lexicon in lexicons:
            terms = [(hit.start, hit.end) for hit in hits.within(lexicon, start, end)]
            free = [term for term in terms if not any(overlaps(term, other) for other in taken)]
            if not free:
                break
            taken.append(free[0])
        else:
            return True
    return False


def has_component(document: Document, parts: Iterable[str]) -> bool:
    """Whether a template element or a metadata field stands for it: `<Disclaimer />`, `disclaimer: true`.

    `parts` are parts of their names, in lower case without dashes.
    """
    names = [f"{component.name} {component.arguments}" for component in document.components]
    names += [field.key for field in document.fields if field.value.lower() not in _NO]
    squeezed = [re.sub(r"[\W_]+", "", name.lower()) for name in names]
    return any(part in name for name in squeezed for part in parts)


def _in_text(analysis: Analysis, wording: Wording) -> Iterator[tuple[Hits, int, int]]:
    """The sentences of the page that have a term of the first lexicon of a list."""
    for lexicons in wording:
        for hit in analysis.hits[lexicons[0]]:
            if sentence := analysis.sentences.at(hit.start):
                yield analysis.hits, sentence.start, sentence.end


def _in_fields(analysis: Analysis) -> Iterator[tuple[Hits, int, int]]:
    """The texts of the front matter, such as questions with answers that the page template prints."""
    for field in analysis.document.fields:
        if field.origin == "front-matter" and field.value.count(" ") >= _FEWEST_SPACES:
            hits = scan(field.value, analysis.knowledge)
            for start, end in split_sentences(field.value, 0, len(field.value)):
                yield hits, start, end


_FEWEST_SPACES = 5  # in a field that holds a sentence
_NO = frozenset({"", "false", "no", "none", "null", "off", "0"})
