"""Finds sentences that string causes and effects together and source none of the steps."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim


class Params(NamedTuple):
    """From how many steps on a sentence is a chain."""

    steps: int = 3


WORDS: tuple[str, ...] = ("steps",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence, from its first step to its last."""
    for sentence, group in groupby(analysis.claims, attrgetter("sentence")):
        if analysis.zones[sentence.block] != "body" or analysis.document.blocks[sentence.block].kind == "quote":
            continue
        steps = _steps(analysis, list(group))
        if len(steps) < params.steps or not _is_open(analysis, steps) or analysis.citations.covering(sentence):
            continue
        span = TextSpan(min(step.whole[0] for step in steps), max(step.whole[1] for step in steps))
        yield Finding(span, {"steps": len(steps)})


def _steps(analysis: Analysis, claims: Sequence[Claim]) -> list[Claim]:
    """The first claim of a sentence and those that hang on the one before: "…, leading to …", "… that worsen …"."""
    steps: list[Claim] = []
    for claim in claims:
        if claim.strength == "correlational" or any(claim.start == step.start for step in steps):
            continue
        if not steps or _hangs_on(analysis.hits.folded[steps[-1].end : claim.start], claim):
            steps.append(claim)
    return steps


def _hangs_on(between: str, claim: Claim) -> bool:
    """Whether a claim takes up the effect before it; "easing pain and lifting mood" has one cause."""
    last = between.replace(",", " , ").split()[-3:]
    if claim.role == "participle" and claim.relation != "treat":  # "… supports exercise, managing stress"
        return bool({",", "thereby", "thus", "turn"} & set(last)) and "and" not in last
    return bool({"that", "which", "this", "turn"} & set(last))


def _is_open(analysis: Analysis, steps: Sequence[Claim]) -> bool:
    """Whether the steps end in an illness, and the article itself states as a fact what medicine has not settled."""
    outcome = steps[-1].outcome
    if outcome is None or outcome.type not in ("condition", "symptom"):
        return False  # what a molecule does to the next is physiology
    if any(step.attribution for step in steps) or all(step.strength == "conditional" for step in steps):
        return False
    return not all(analysis.evidence.is_known(step) for step in steps)
