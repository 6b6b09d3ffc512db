"""Finds names that medicine has given up, and names that an article spells in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.own_words import own_words
from healthlint.checks import LexiconName, Scope, blocks_in, is_inline_code, wording
from healthlint.model.finding import Edit, Finding, Related, Suggestion
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """`phrases`, `exceptions`, `near`, `talk`: given-up names, as `wording` reads them.

    `spellings`: names with all their spellings.
    """

    phrases: LexiconName
    spellings: LexiconName
    exceptions: LexiconName | None = None
    near: LexiconName | None = None
    talk: LexiconName | None = None
    scope: Scope = Scope(("front", "body"))


WORDS: tuple[str, ...] = ("term", "prefer", "other", "count")
VARIANTS: tuple[str, ...] = ("spelling",)


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a given-up name, and one a spelling that is rarer in the article than another of the same name."""
    given_up = wording.Params(params.phrases, params.exceptions, params.near, params.talk, scope=params.scope)
    found = list(wording.check(analysis, given_up))
    yield from found
    taken = {finding.place.start for finding in found}
    for spellings in _spelled(analysis, params).values():
        places = [analysis.sentences.at(hits[0].start) for hits in spellings.values()]
        if len({*places}) < len(places):
            continue  # "anemia, or anaemia"
        common, *rarer = sorted(spellings.values(), key=len, reverse=True)
        for hits in rarer:
            if hits[0].start not in taken:
                yield _mixed(analysis, hits, common)


def _spelled(analysis: Analysis, params: Params) -> dict[str, dict[str, list[Hit]]]:
    """The places of each spelling of each name, in words of the article's own."""
    found: dict[str, dict[str, list[Hit]]] = {}
    known = {form.text for entry in analysis.knowledge.lexicons[params.spellings].entries for form in entry.forms}
    blocks = ((index, block) for index, block in blocks_in(analysis, params.scope) if block.kind not in _OTHERS)
    for _, sentence, hits in own_words(analysis, params.spellings, blocks):
        for hit in hits:
            spelled = analysis.hits.folded[hit.start : hit.end]
            if spelled in known and not _is_title(analysis, sentence, hit) and not is_inline_code(hit.start, analysis):
                found.setdefault(hit.entry.term, {}).setdefault(spelled, []).append(hit)
    return found


def _is_title(analysis: Analysis, sentence: Sentence, hit: Hit) -> bool:
    """Whether a spelling is part of a name: "Association of Orthopaedic Nurses", "the Alzheimer Disease Fund"."""
    first, *rest = analysis.text[hit.start : hit.end].split(" ")
    if hit.entry.notes.get("proper"):
        return any(word[0].isupper() for word in rest)
    return first[0].isupper() and hit.start > sentence.start


def _mixed(analysis: Analysis, hits: list[Hit], common: list[Hit]) -> Finding:
    """The finding on the first place of a spelling, with the edit of it."""
    first, other = hits[0], analysis.hits.folded[common[0].start : common[0].end]
    words = other[0].upper() + other[1:] if analysis.text[first.start].isupper() else other
    place = TextSpan(first.start, first.end)
    related = (Related("also", TextSpan(common[0].start, common[0].end), "other"),)
    suggestion = Suggestion(f"write “{other}”", (Edit(place, words),))
    return Finding(place, {"other": other, "count": len(common)}, related, (suggestion,), "spelling")


_OTHERS = ("quote", "heading", "cell", "caption")
