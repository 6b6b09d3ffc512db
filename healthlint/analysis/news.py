"""What a news story only passes on: what people say, what the trial that it reports found, what clinics do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.evidence import Ledger
    from healthlint.analysis.hits import Hits


def is_passed_on(claim: Claim, ledger: Ledger, hits: Hits) -> bool:
    """Whether a sentence of the news is somebody's opinion or the result of the trial that the story is about."""
    if hits.any_within("distance.speakers", claim.sentence.start, claim.sentence.end):
        return True
    if ledger.reported.design != "trial":
        return False
    return claim.exposure is None or claim.exposure.key in ledger.reported.about


def is_practice(claim: Claim) -> bool:
    """Whether a claim is about a drug, or what a clinic does: the news has it from trials and from approvals."""
    if claim.exposure is None or claim.exposure.type == "drug":
        return True
    entry = claim.exposure.entry
    return entry is not None and entry.notes.get("practice") == "clinical"
