"""Finds promises to cure, reverse or wipe out a disease."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim


class Params(NamedTuple):
    """How the verbs of the promise begin."""

    stems: tuple[str, ...] = ("cure", "curing", "revers", "eradicat", "eliminat", "get rid", "gets rid", "wipe")


WORDS: tuple[str, ...] = ("outcome",)
VARIANTS: tuple[str, ...] = ("hedged",)

_ACTORS = ("nutrient", "food", "behaviour", "exposure", "drug", "intervention")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence of the body or a heading, `hedged` where it says "may"."""
    told: set[tuple[int, int]] = set()
    for claim in analysis.claims:
        place = (claim.sentence.block, claim.sentence.order)
        if place in told or analysis.zones[place[0]] not in ("body", "front") or not _promises(analysis, claim, params):
            continue
        told.add(place)
        outcome = claim.outcome
        assert outcome is not None
        words = analysis.text[outcome.start : outcome.end]
        variant = "hedged" if claim.strength == "conditional" else None
        yield Finding(TextSpan(*claim.whole), {"outcome": words}, variant=variant)


def _promises(analysis: Analysis, claim: Claim, params: Params) -> bool:
    """Whether a remedy is said to end a disease that medicine does not know it to end."""
    if claim.exposure is None or claim.outcome is None or claim.strength == "correlational":
        return False
    if claim.exposure.type not in _ACTORS or claim.outcome.type != "condition" or claim.attribution:
        return False
    verb = analysis.hits.folded[claim.start : claim.end]
    return verb.startswith(params.stems) and not analysis.evidence.is_known(claim)
