"""What a claim promises: good or bad, to whom, and where it is only how the body works."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.language.modality import word_set

if TYPE_CHECKING:
    from healthlint.analysis.claims import Claim, Term

_ILLNESS = ("condition", "symptom")
_POSSESSIVES = (" its ", " their ", " his ", " her ", " my ")
_REMEDIES = ("intervention", "food", "nutrient")
_OPERATIONS = ("surgery", "transplant", "screening", "injection")
_GOOD_FOR_ORGANS = ("protect", "protect against", "cure", "effective for")
_SPARING = ("save", "protect", "protect against", "effective for", "relief from", "protective against")
_RAISING = ("strengthen", "promote", "maintain", "boost", "extend", "accelerate")  # good only of what is good
_MANY = (" a combination of", " a mix of", " a mixture of", " a variety of", " many factors", " multiple factors")
_HELPFUL = word_set(
    "improve strengthen promote maintain empower help help-with benefit benefit-from work effective boost "
    "effective-for beneficial beneficial-for protective-against relief-from cure-for extend does-wonders "
    "works-wonders heal is-a-must-for does-the-trick accelerate"
)
_HARMFUL = (
    *("smoking", "vaping", "sleep deprivation", "sedentary lifestyle", "drug use", "shift work", "chronic stress"),
    "hormonal change",
)
_GOOD_FAMILIES = (
    *("quality of life", "sleep quality", "gut health", "brain health", "mood", "athletic performance", "survival"),
    *("immunity", "skin health", "organ health", "hormonal balance", "sexual function", "healthy aging"),
)
_GOOD_OUTCOMES = word_set(
    "recovery healing life lives performance circulation sleep fitness wellness vitality survival mobility posture "
    "stamina resilience fertility libido vision hearing appetite energy motivation concentration regularity"
)
_OUTCOMES = _GOOD_OUTCOMES | word_set("relief risk relapse recurrence aging weight outcome")
_GOOD = re.compile(
    "health|densit|function|metabol|balance|being|strength|immun|energy|sleep|mood|recover|fitness|flexib|memory"
    "|cognit|focus|digest|performance|motion|relax|heal|growth|loss|remission|relief|surviv|longevity|response"
)


def is_helpful(claim: Claim) -> bool:
    """Whether a claim promises good: a remedy and what it does for an illness."""
    if claim.exposure is not None and _family(claim.exposure) in _HARMFUL:
        return False
    if claim.relation.replace(" ", "-") in _HELPFUL:
        return True
    if claim.polarity != "lowers" or claim.relation == "suppress":
        return False
    return claim.relation in _SPARING or claim.outcome is None or not is_good(claim.outcome)


def spoils(claim: Claim) -> bool:
    """Whether a claim says that something good is lost: "diminishes motivation"."""
    return claim.polarity == "lowers" and claim.outcome is not None and is_good(claim.outcome)


def turns_bad(claim: Claim, folded: str) -> bool:
    """Whether a verb that is good only of good things has an illness as its object: "maintains the disorder"."""
    if claim.relation not in _RAISING or claim.outcome is None or claim.outcome.type not in _ILLNESS:
        return False
    return _GOOD.search(folded, claim.outcome.start, max(claim.whole[1], claim.outcome.end)) is None


def is_about_thing(claim: Claim, text: str) -> bool:
    """Whether a claim is about the life of a thing or of one person: "protects the filter and extends its life"."""
    if claim.outcome is None or claim.outcome.type != "outcome":
        return False
    return text[max(claim.outcome.start - 7, 0) : claim.outcome.start].endswith(_POSSESSIVES)


def only_aims(claim: Claim, folded: str) -> bool:
    """Whether a claim tells what something is meant for or begins a list, or its verb acts on what the outcome has."""
    if claim.outcome is not None and folded.startswith("'s ", claim.outcome.end) and claim.outcome.type == "agent":
        return True  # "reduces the germ's uptake of the drug"
    if claim.relation == "account for" and claim.whole[0] == claim.start:
        return True  # "Account for travel and stress"
    if claim.role == "having" and folded[claim.sentence.start : claim.sentence.end].rstrip().endswith(":"):
        return True  # "It offers benefits for sleep:"
    if claim.role == "attribute" and claim.outcome is not None and claim.outcome.type == "anatomy":
        return True  # "a roller useful for the upper back"
    if claim.outcome is not None and " ability to " in folded[claim.end : claim.outcome.start]:
        return True  # "improves the body's ability to bear discomfort"
    if folded.endswith("less ", 0, claim.start):
        return True  # "less helpful for sleep than …"
    return folded.startswith(("target", "address"), claim.start) or folded.startswith(_MANY, claim.end)


def is_physiology(claim: Claim, exposure: Term, outcome: Term) -> bool:
    """Whether a claim tells how the body works or what a procedure does, and promises no one anything."""
    match outcome.type:
        case "anatomy":
            return outcome.key == "cell" or not _is_benefit_to_organ(claim, exposure)
        case "agent":
            return exposure.type not in _REMEDIES  # that soap removes germs is no promise
        case "outcome":
            if exposure.type == "nutrient" and exposure.direction == "present":
                return True  # that zinc is needed for growth
            return outcome.key not in _OUTCOMES and not outcome.key.startswith(("bowel", "stool"))
        case _:
            if exposure.type == "nutrient" and exposure.direction == "present" and claim.relation == "maintain":
                return True  # that zinc is needed to maintain immunity
            return _family(exposure) == "surgery" and claim.relation == "stop"  # what an operation takes out


def _is_benefit_to_organ(claim: Claim, exposure: Term) -> bool:
    """Whether a part of the body gains by a remedy; what nutrients, drugs and operations do there is physiology."""
    if exposure.type == "nutrient" and exposure.direction != "treat":
        return False
    if _family(exposure) in _OPERATIONS or exposure.type in ("drug", "agent") or claim.confidence != "high":
        return False
    if claim.role == "participle" and claim.relation.startswith("help"):
        return False  # "feeds the germs, helping them to settle in the gut"
    return claim.polarity != "lowers" or claim.relation in _GOOD_FOR_ORGANS


def is_good(outcome: Term) -> bool:
    """Whether more of an outcome is better: "prevents recovery" promises nothing."""
    return not {outcome.key, _family(outcome)}.isdisjoint(_GOOD_FAMILIES) or outcome.key in _GOOD_OUTCOMES


def _family(term: Term) -> str:
    return term.entry.term if term.entry else term.key
