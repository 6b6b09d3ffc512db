"""Finds things that are listed under a name that is not theirs: iron among the vitamins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.language.modality import word_set
from healthlint.language.patterns import lazy_pattern
from healthlint.language.quotations import find_quotations
from healthlint.model.finding import Edit, Finding, Suggestion
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """`lists` open a list of one kind, `called` and `naming` say it of what stands behind and before them.

    `strangers` are of the other kind, `exceptions` contain a stranger's name and are of the first; `members` are what
    a list goes on with. `kind` and `both` are the name of the kind and the name that is right for all: "vitamin" and
    "vitamin and mineral", with their plurals.
    """

    lists: LexiconName
    called: LexiconName
    naming: LexiconName
    strangers: LexiconName
    members: LexiconName
    exceptions: LexiconName
    kind: str
    both: str
    plural: str
    plural_both: str
    scope: Scope = Scope(("front", "body"))


WORDS: tuple[str, ...] = ("stranger", "kind")
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a list or statement, from the name of the kind to the last stranger."""
    if not analysis.hits[params.strangers]:
        return
    for index, block in blocks_in(analysis, params.scope):
        if block.kind == "quote" or not analysis.hits.any_within(params.strangers, *block.span):
            continue
        quotations = find_quotations(analysis.text, *block.span)
        for sentence in analysis.sentences.of_block(index):
            for finding in _find(analysis, params, sentence):
                if not any(start <= finding.place.start < end for start, end in quotations):
                    yield finding


def _find(analysis: Analysis, params: Params, sentence: Sentence) -> Iterator[Finding]:
    hits, place = analysis.hits, (sentence.start, sentence.end)
    for head in hits.within(params.lists, *place):
        strangers = _listed(analysis, params, head.end, sentence.end)
        if strangers and not _names_both(analysis, sentence, head):
            yield _finding(analysis, params, head, strangers[0], TextSpan(head.start, strangers[-1].end))
    for head in hits.within(params.called, *place):
        strangers = _listed(analysis, params, head.end, sentence.end)[:1]
        if strangers and strangers[0].start == head.end + 1 and not _names_both(analysis, sentence, head):
            yield _finding(analysis, params, head, strangers[0], TextSpan(head.start, strangers[0].end))
    for head in hits.within(params.naming, *place):
        before = [hit for hit in hits.within(params.strangers, *place) if hit.end == head.start - 1]
        if before and not _is_both_behind(analysis, head):
            yield _finding(analysis, params, head, before[0], TextSpan(before[0].start, head.end))


def _listed(analysis: Analysis, params: Params, start: int, end: int) -> list[Hit]:
    """The strangers in the list that begins at `start`; it ends with the first item that is none of its kind."""
    found: list[Hit] = []
    for item in _ITEM.finditer(analysis.text, start, end):
        members = analysis.hits.within(params.members, *item.span())
        words = item[0].split()
        if not words:
            continue
        if not members or len(words) > _LONGEST or _names_other(item[0]):
            break
        strangers = analysis.hits.within(params.strangers, *item.span())
        if strangers and not analysis.hits.any_within(params.exceptions, item.start(), min(item.end() + 20, end)):
            found.append(strangers[0])
        if item[0].rstrip().endswith(")"):
            break
    return found


def _names_other(item: str) -> bool:
    """Whether an item opens a list of another kind, or a new clause: "and minerals such as iron"."""
    return not _OTHER.isdisjoint(item.lower().split())


def _names_both(analysis: Analysis, sentence: Sentence, head: Hit) -> bool:
    """Whether the name of the other kind stands before this one: "minerals and vitamins such as iron"."""
    return bool(_BOTH_BEFORE.search(analysis.hits.folded, max(sentence.start, head.start - 40), head.start))


def _is_both_behind(analysis: Analysis, head: Hit) -> bool:
    return bool(_BOTH_BEHIND.match(analysis.hits.folded, head.end))


def _finding(analysis: Analysis, params: Params, head: Hit, stranger: Hit, place: TextSpan) -> Finding:
    data = {"stranger": analysis.text[stranger.start : stranger.end], "kind": params.kind}
    start = analysis.hits.folded.find(params.kind, head.start, head.end)
    many = analysis.hits.folded.startswith(params.plural, start)
    old, new = (params.plural, params.plural_both) if many else (params.kind, params.both)
    if head.entry.term.startswith(("the", "is", "are")):
        return Finding(place, data)
    if analysis.text[start].isupper():
        new = new[0].upper() + new[1:]
    edit = Edit(TextSpan(start, start + len(old)), new)
    return Finding(place, data, suggestions=(Suggestion(f"write “{new}”", (edit,)),))


_LONGEST = 4  # words of an item
_ITEM = lazy_pattern(r"(?:[^,;()&/:\u2013\u2014.]|\.(?=\d))+?(?=,|;|\(|\)|&|/|:|\.|\u2013|\u2014|\band\b|\bor\b|\Z|$)")
_OTHER = word_set("""
    mineral minerals nutrient nutrients such with for in from which that is are was were has had can may will
""")
_BOTH_BEFORE = lazy_pattern(r"(?:minerals?|nutrients?|electrolytes?)(?:,| and| or| &|/)+ ?(?:\w+ )?$")
_BOTH_BEHIND = lazy_pattern(r"(?:,| and| or| &|/) ?minerals?")
