"""What a news story only passes on: what people say, what a study is said to have found, what clinics do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.evidence import Ledger
    from healthlint.analysis.hits import Hits


_DATELINE = lazy_pattern(r"(?:[A-Z][\w.,'’()/ ]{2,70}?(?:--|—|–|-\s)\s*)+")
_BEFORE = lazy_pattern(  # what others found: for that the news needs a source, and no weaker verb
    r"\b(?:previous|prior|earlier|past) (?:\w+ )?(?:studies|research|trials|work)\b"
    r"|\b(?:scientists|researchers|doctors) have (?:\w+ )?(?:shown|found|known)\b"
)
_WATCHED = ("observational", "compared")  # designs
_OF_DATELINE = lazy_pattern(r"\d|\(|\b[A-Z]{4,}")


def is_passed_on(claim: Claim, ledger: Ledger, hits: Hits) -> bool:
    """Whether a sentence of the news is somebody's opinion, names its kind of study, or tells of the story's trial."""
    place = (claim.sentence.start, claim.sentence.end)
    if hits.any_within("distance.speakers", *place) or _BEFORE.search(hits.folded, *place):
        return True
    if any(hit.entry.notes.get("design") not in _WATCHED for hit in hits.within("study-designs", *place)):
        return True
    if claim.exposure is None:
        return ledger.reported.design == "trial"
    return ledger.was_tried(claim)


def is_practice(claim: Claim) -> bool:
    """Whether a claim is about a drug, or what a clinic does: the news has it from trials and from approvals."""
    if claim.exposure is None or claim.exposure.type == "drug":
        return True
    entry = claim.exposure.entry
    return entry is not None and entry.notes.get("practice") == "clinical"


def is_finding_out(claim: Claim) -> bool:
    """Whether what is said to raise a risk is a test, which only finds it."""
    entry = claim.exposure.entry if claim.exposure else None
    if entry is None or entry.term != "screening" or (claim.polarity != "raises" and claim.role != "because"):
        return False
    return claim.outcome is None or claim.outcome.type in ("condition", "symptom")


def after_dateline(claim: Claim, block_start: int, text: str) -> int:
    """Where a claim begins, behind the dateline of its paragraph: "TOLEDO, March 3 (HealthWire) -- Almonds ease …"."""
    start = claim.whole[0]
    dateline = _DATELINE.match(text, block_start, claim.start)
    if dateline and _OF_DATELINE.search(dateline[0]):
        start = max(start, dateline.end())
    while start < claim.start and text[start] in "-–— ":
        start += 1
    return start
