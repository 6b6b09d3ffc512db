"""Causes and effects that medicine has settled: the table of pairs, looked up for a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from healthlint.analysis.claims.promises import is_good
from healthlint.model.context import FactTable

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from healthlint.analysis.claims import Claim, Polarity, Term
    from healthlint.model.context import Fact, Knowledge

Level = Literal["can", "causal"]
_CAUSING = frozenset({"low", "high", "present"})
_MENDING = ("improve", "help", "help with")  # who improves acne has less of it
_TELLING = ("predicate", "attribute", "idiom")  # "effective for migraine" tells no direction


class Established:
    """The pairs of `facts/established-pairs.yaml` and the classes of `facts/established-classes.yaml`."""

    __slots__ = ("_by_class", "_found", "_pairs")

    def __init__(self, knowledge: Knowledge) -> None:
        self._pairs = knowledge.facts.get("established-pairs", FactTable()).by("exposure")
        self._by_class = knowledge.facts.get("established-classes", FactTable()).by_each("exposure")
        self._found: dict[tuple[str, ...], Fact | None] = {}  # articles speak of the same pair again and again

    def find(self, claim: Claim) -> Fact | None:
        """The row that covers a claim, whatever strength it allows: of several the strongest."""
        if claim.exposure is None or claim.outcome is None:
            return None
        is_open = claim.role in _TELLING or (claim.relation in _MENDING and not is_good(claim.outcome))
        polarity: Polarity = "affects" if is_open else claim.polarity
        pair = (*_name(claim.exposure), *_name(claim.outcome), polarity, claim.polarity)
        if pair not in self._found:
            rows = [
                *self._pairs_of(claim.exposure, claim.outcome, _directions(claim, claim.exposure)),
                *self._classes_of(claim.exposure, claim.outcome, polarity),
            ]
            self._found[pair] = max(rows, key=lambda row: row["max_strength"] == "causal", default=None)
        return self._found[pair]

    def knows(self, exposure: Term, outcome: Term) -> bool:
        """Whether a thing is settled to cause another at some strength and dose."""
        return bool(self._pairs_of(exposure, outcome, _CAUSING) or self._classes_of(exposure, outcome, "raises"))

    def allows(self, claim: Claim) -> bool:
        """Whether a claim is no stronger than what is settled."""
        row = self.find(claim)
        return row is not None and (row["max_strength"] == "causal" or bool(claim.modal))

    def _pairs_of(self, exposure: Term, outcome: Term, directions: Set[str]) -> list[Fact]:
        outcomes = set(outcome.names)
        rows: list[Fact] = []
        for name in dict.fromkeys(exposure.names):
            rows += [
                row
                for row in self._pairs.get(name, ())
                if row["direction"] in directions and row["outcome"] in outcomes
            ]
        return rows

    def _classes_of(self, exposure: Term, outcome: Term, polarity: Polarity) -> Sequence[Fact]:
        harms = polarity != "lowers"  # that germs cause disease says nothing of "good" germs that ease one
        outcomes = {*_classes(outcome)}
        return [
            row
            for name in _classes(exposure)
            for row in self._by_class.get(name, ())
            if (harms or row["exposure"] not in ("type:agent", "type:condition"))
            and (polarity == "affects" or row["effect"] in ("", polarity))
            and not outcomes.isdisjoint(row["outcome"].split("|"))
        ]


def _name(term: Term) -> tuple[str, str, str, str]:
    """All that a look-up depends on."""
    return term.key, term.entry.term if term.entry else "", term.type, term.direction


def _classes(term: Term) -> tuple[str, ...]:
    """What a table may call a term: its type, any name of its row in the lexicon, or `=key` for that name alone."""
    return f"type:{term.type}", f"={term.key}", *dict.fromkeys(term.names)


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
