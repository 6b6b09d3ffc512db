"""Finds copies that contradict each other: two versions of a sentence, and only one can be right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.disagreements import Disagreements
from healthlint.analysis.versions import find_versions
from healthlint.checks.copies import single_pairs
from healthlint.language.tokens import words
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.copies import Pair
    from healthlint.analysis.disagreements import Disagreement
    from healthlint.analysis.versions import Version


class Params(NamedTuple):
    """There is nothing to set."""


WORDS: tuple[str, ...] = ("other",)
VARIANTS: tuple[str, ...] = ("number", "unit", "polarity", "name", "strength")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a pair of passages, at the words to look at first; `copy` is the other version, `other` its words."""
    pairs = [(pair, True) for chain in analysis.copies.chains for pair in chain.pairs]
    pairs += [(pair, False) for pair in single_pairs(analysis)]
    compared = [
        (versions, in_chain)
        for pair, in_chain in pairs
        if pair.kind != "exact" and (versions := _versions(pair, analysis))
    ]
    if not compared:
        return
    disagreements = Disagreements(
        analysis.hits,
        analysis.terms,
        analysis.numbers,
        analysis.citations,
        analysis.claims,
        analysis.knowledge.lexicons,
    )
    for versions, in_chain in compared:
        found = [(each, version) for version in versions for each in disagreements.between(version, whole=in_chain)]
        if found:
            found.sort(key=lambda each: VARIANTS.index(each[0].kind))
            yield _report(found, analysis)


def _versions(pair: Pair, analysis: Analysis) -> list[Version]:
    if pair.kind == "heading" and pair.shared == 1.0:
        return []
    return find_versions(pair, analysis.sentences, analysis.hits.folded)


def _report(found: list[tuple[Disagreement, Version]], analysis: Analysis) -> Finding:
    """The gravest contradiction of two passages; the others are listed."""
    (first, version), *others = found
    place, other = _sides(first, version, analysis)
    quote = " ".join(analysis.text[slice(*other)].split())
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
    whole = version.earlier if first.is_later_firmer else version.later
    related = [Related("copy", whole)]
    for each, its_version in others:
        if its_version.later != version.later:
            related.append(Related("also", _sides(each, its_version, analysis)[0]))
    return Finding(place, {"other": quote}, tuple(related), variant=first.kind)


_LONGEST_QUOTE = 60


def _sides(found: Disagreement, version: Version, analysis: Analysis) -> tuple[TextSpan, TextSpan]:
    """The words to look at first and those of the other version, both with a neighbour where one side has none."""
    earlier, later = found.change
    if earlier.start == earlier.end or later.start == later.end:
        earlier = _with_neighbour(earlier, version.earlier, analysis.text)
        later = _with_neighbour(later, version.later, analysis.text)
    return (later, earlier) if found.is_later_firmer else (earlier, later)


def _with_neighbour(span: TextSpan, sentence: TextSpan, text: str) -> TextSpan:
    """Some words of a sentence, or none, with the word after them, or the one before them at its end."""
    if after := words(text, span.end, sentence.end):
        start, end = after[0]
        return TextSpan(span.start if span.start < span.end else start, end)
    before = words(text, sentence.start, span.start)
    return TextSpan(before[-1][0] if before else span.start, span.end)
