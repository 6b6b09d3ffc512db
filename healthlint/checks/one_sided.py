"""Finds supplements whose benefits an article praises again and again, and whose harms it never mentions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.claims.promises import is_helpful
from healthlint.checks import LexiconName
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """What may be praised, and how harms are told.

    `products`: things that are taken as a treatment; `nutrients`: things that are one only if a sentence of the body
    has one of `pills` beside them. `benefits`: relations that promise good, besides those that relieve an illness.
    `harms` tell of a harm; `causing` do so in sentences without `lacking`. `at_least`: the sentences of praise.
    """

    products: tuple[LexiconName, ...]
    nutrients: LexiconName
    pills: LexiconName
    harms: LexiconName
    causing: LexiconName
    lacking: LexiconName
    benefits: tuple[str, ...] = ()
    at_least: int = 3


WORDS: tuple[str, ...] = ("product", "count")
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a product on the whole article, with the praise as related places."""
    praise: dict[str, dict[Sentence, TextSpan]] = defaultdict(dict)
    for claim in analysis.claims:
        if _is_benefit(analysis, params, claim) and (product := _product(analysis, params, claim)):
            praise[product].setdefault(claim.sentence, TextSpan(*claim.whole))
    for product, places in praise.items():
        if len(places) < params.at_least or _harms(analysis, params, product):
            continue
        related = tuple(Related("also", place, "praise") for place in places.values())
        data: dict[str, str | int] = {"product": _as_written(analysis, params, product), "count": len(places)}
        yield Finding(analysis.whole, data, related[:_MOST_TOLD])


def _as_written(analysis: Analysis, params: Params, product: str) -> str:
    """A product in the capitals that it has inside a sentence: "vitamin D"."""
    for sentence in _sentences_on(analysis, params, product):
        start = analysis.hits.folded.find(product, sentence.start + 1, sentence.end)
        if start > 0 and analysis.document.blocks[sentence.block].kind != "heading":
            return analysis.text[start : start + len(product)]
    return product


def _is_benefit(analysis: Analysis, params: Params, claim: Claim) -> bool:
    """Whether a claim of the body promises that something does good."""
    if claim.strength == "correlational" or analysis.zones[claim.sentence.block] != "body":
        return False
    if claim.exposure is None:
        return False
    lacks = claim.exposure.direction == "low" or analysis.hits.any_within(
        params.lacking, claim.exposure.start, claim.start
    )
    if lacks and not _MENDING.search(analysis.hits.folded, claim.sentence.start, claim.exposure.start):
        return False
    return is_helpful(claim) or claim.relation in params.benefits


def _product(analysis: Analysis, params: Params, claim: Claim) -> str:
    """The name of what is praised; empty where it is nothing that is taken as a treatment."""
    assert claim.exposure is not None
    start, end, folded = claim.exposure.start, claim.exposure.end, analysis.hits.folded
    for hit in analysis.hits.within(params.nutrients, start, end):
        name = folded[hit.start : hit.end]
        return name if _is_taken(analysis, params, name) else ""
    for lexicon in params.products:
        for hit in analysis.hits.within(lexicon, start, end):
            if not analysis.hits.any_within(params.pills, hit.start, hit.end):  # "supplements": of what, nobody knows
                return folded[hit.start : hit.end]
    return ""


def _is_taken(analysis: Analysis, params: Params, nutrient: str) -> bool:
    """Whether any sentence speaks of a nutrient as a supplement."""
    return any(
        analysis.hits.any_within(params.pills, sentence.start, sentence.end)
        for sentence in _sentences_on(analysis, params, nutrient)
    )


def _sentences_on(analysis: Analysis, params: Params, product: str) -> Iterator[Sentence]:
    for lexicon in (params.nutrients, *params.products):
        for hit in analysis.hits[lexicon]:
            sentence = analysis.sentences.at(hit.start)
            if sentence is not None and analysis.hits.folded[hit.start : hit.end] == product:
                yield sentence


def _harms(analysis: Analysis, params: Params, product: str) -> bool:
    """Whether a harm is told in a sentence that names the product or its pills, or in a section that does."""
    folded = analysis.hits.folded
    for lexicon in (params.harms, params.causing):
        for hit in analysis.hits[lexicon]:
            sentence = analysis.sentences.at(hit.start)
            if sentence is None or analysis.zones[sentence.block] in ("references", "chrome"):
                continue
            if lexicon == params.causing and analysis.hits.any_within(params.lacking, sentence.start, sentence.end):
                continue
            section = analysis.sections.of_block(sentence.block)
            blocks = analysis.document.blocks[
                section.first if section.heading is None else section.heading : section.last
            ]
            if any(product in folded[slice(*block.span)] for block in blocks):
                return True
            if analysis.hits.any_within(params.pills, sentence.start, sentence.end):
                return True
    return False


_MOST_TOLD = 5
_MENDING = lazy_pattern(r"\b(?:addressing|correcting|treating|restoring|raising|optimi[sz]ing) (?:\w+ )?\Z")  # "a lack"
