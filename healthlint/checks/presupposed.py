"""Finds sentences that take a cause for granted which the article cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.claims.terms import Terms
from healthlint.checks import LexiconName, Scope, blocks_in
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.evidence import Evidence


class Params(NamedTuple):
    """The phrases that presuppose a cause; `pair`: only with a named cause that the doubt is about."""

    phrases: LexiconName
    pair: bool = False
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()

_EFFECTS = ("condition", "symptom")
_CAUSES = ("nutrient", "drug", "intervention", "behaviour", "food")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, where the article calls the matter linked, unknown or unsettled."""
    terms = None
    for index, _ in blocks_in(analysis, params.scope):
        for sentence in analysis.sentences.of_block(index):
            hits = analysis.hits.within(params.phrases, sentence.start, sentence.end)
            if not hits:
                continue
            terms = terms or Terms(analysis.hits)
            named = terms.within(sentence.start, sentence.end)
            exposures = {term.key for term in named if term.type in _CAUSES}
            outcomes = {term.key for term in named if term.type in _EFFECTS}
            if params.pair and not (exposures and outcomes):
                continue
            evidence = _unsettled(analysis, exposures if params.pair else set(), outcomes, sentence.start)
            if evidence and not _is_settled(analysis, sentence.start, sentence.end):
                places = tuple(
                    Related("evidence", TextSpan(entry.start, entry.end), entry.kind) for entry in evidence[:1]
                )
                yield Finding(TextSpan(sentence.start, sentence.end), {}, places)


def _unsettled(analysis: Analysis, exposures: set[str], outcomes: set[str], start: int) -> Sequence[Evidence]:
    """The places elsewhere where the article is not sure of what causes these outcomes, or of anything if none is."""
    return [
        entry
        for entry in analysis.evidence.all
        if entry.kind in ("association", "unknown", "uncertain")
        and (not outcomes or outcomes & entry.outcomes)
        and (not exposures or exposures & entry.exposures)
        and not entry.start <= start < entry.end
    ]


def _is_settled(analysis: Analysis, start: int, end: int) -> bool:
    """Whether the sentence is no presupposition: its pair is settled, or it is understanding without a claim."""
    claims = [claim for claim in analysis.claims if claim.sentence.start == start and claim.sentence.end == end]
    if any(analysis.evidence.is_known(claim) for claim in claims):
        return True
    if any(claim.strength in ("conditional", "correlational") for claim in claims):
        return True  # "low zinc may play a part, but is not the only cause"
    if not analysis.hits.folded.startswith("understanding", start):
        return False
    acts = any(analysis.hits.any_within(lexicon, start, end) for lexicon in ("causal.verbs", "causal.phrases"))
    return not acts or analysis.hits.any_within("hedges.modals", start, end)
