"""Causes and effects that medicine has settled: the table of pairs, looked up for a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from healthlint.model.context import FactTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.claims import Claim, Term
    from healthlint.model.context import Fact, Knowledge

Level = Literal["can", "causal"]


class Established:
    """The pairs of `facts/established-pairs.yaml` and the classes of `facts/established-classes.yaml`."""

    __slots__ = ("_classes", "_pairs")

    def __init__(self, knowledge: Knowledge) -> None:
        self._pairs = knowledge.facts.get("established-pairs", FactTable()).by("exposure")
        self._classes = knowledge.facts.get("established-classes", FactTable()).rows

    def find(self, claim: Claim) -> Fact | None:
        """The row that covers a claim, whatever strength it allows: of several the strongest."""
        if claim.exposure is None or claim.outcome is None:
            return None
        rows = [
            *self._pairs_of(claim, claim.exposure, claim.outcome),
            *self._classes_of(claim, claim.exposure, claim.outcome),
        ]
        return max(rows, key=lambda row: row["max_strength"] == "causal", default=None)

    def allows(self, claim: Claim) -> bool:
        """Whether a claim is no stronger than what is settled."""
        row = self.find(claim)
        return row is not None and (row["max_strength"] == "causal" or bool(claim.modal))

    def _pairs_of(self, claim: Claim, exposure: Term, outcome: Term) -> list[Fact]:
        directions, outcomes = _directions(claim, exposure), set(outcome.names)
        rows: list[Fact] = []
        for name in dict.fromkeys(exposure.names):
            rows += [
                row
                for row in self._pairs.get(name, ())
                if row["direction"] in directions and row["outcome"] in outcomes
            ]
        return rows

    def _classes_of(self, claim: Claim, exposure: Term, outcome: Term) -> Sequence[Fact]:
        harms = claim.polarity != "lowers"  # that germs cause disease says nothing of "good" germs that ease one
        return [
            row
            for row in self._classes
            if (harms or row["exposure"] not in ("type:agent", "type:condition"))
            and _belongs(exposure, row["exposure"])
            and _belongs(outcome, row["outcome"])
        ]


def _belongs(term: Term, name: str) -> bool:
    """Whether a term is of a class: `type:agent`, or one of a few keys parted by `|`."""
    kind, _, value = name.partition(":")
    return term.type == value if kind == "type" else not set(term.names).isdisjoint(name.split("|"))


def _directions(claim: Claim, exposure: Term) -> set[str]:
    """The directions under which the table may list what a claim says."""
    match exposure.direction:
        case "low":
            return {"low"}
        case "treat":
            return {"treatment"} if claim.polarity == "lowers" else {"treatment", "present"}
        case "high":
            return {"high", "present"}
        case _:
            return {"present", "high", "treatment"} if claim.polarity == "lowers" else {"present", "high"}
