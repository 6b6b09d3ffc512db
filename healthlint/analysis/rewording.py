"""Weaker words for a causal claim that agree with its subject in number and tense."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.language.inflection import is_plural
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Edit, Suggestion
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from healthlint.analysis.claims import Claim

_CAUSING = frozenset(("cause", "lead to", "result in", "trigger", "induce", "give rise to", "be behind"))
_RAISING = lazy_pattern(
    r"(increas|rais|boost|elevat|heighten)(e?s|ed|e|ing)? (?:(?:your|the|a|their|our) )?risk (?:of|for)\b", re.I
)
_CAN = lazy_pattern(r"can (?:(?:also|often|sometimes|even|directly) )?$", re.I)


def reword(text: str, claim: Claim) -> Suggestion | None:
    """An edit that makes an association of a causal verb, or None where no simple one agrees with the sentence."""
    if claim.role != "finite":
        return None
    words = text[claim.start : claim.end]
    before = text[claim.sentence.start : claim.start]
    if claim.relation in _CAUSING:
        start, new = claim.start, _linked(words, before)
        if can := _CAN.search(before):
            start, new = claim.sentence.start + can.start(), "may be associated with"
        end = claim.end
    elif raising := _RAISING.match(text, claim.start):
        start, end, new = claim.start, raising.end(), f"{_linked(words, before)} a higher risk of"
        if can := _CAN.search(before):
            start, new = claim.sentence.start + can.start(), "may be associated with a higher risk of"
    elif claim.polarity == "lowers" or claim.relation in ("improve", "help"):
        return _may(text, claim, before)
    else:
        return None
    return Suggestion(f"write “{new}”", (Edit(TextSpan(start, end), new),)) if new else None


def _linked(words: str, before: str) -> str:
    """`is`, `are`, `was` or `were associated with`, as the verb and its subject ask."""
    verb = words.split()[0].lower()
    if verb.endswith("ing"):
        return ""
    if verb.endswith("ed") or verb in ("led", "gave", "set"):
        subject = re.split(r"[,;:—]|\b(?:that|which|who|but)\b", before)[-1]
        return "were associated with" if is_plural(subject) else "was associated with"
    return "is associated with" if verb.endswith("s") else "are associated with"


def _may(text: str, claim: Claim, before: str) -> Suggestion | None:
    """`may ease` for `eases` and `can ease`."""
    if can := _CAN.search(before):
        start = claim.sentence.start + can.start()
        return Suggestion("write “may”", (Edit(TextSpan(start, start + 3), "may"),))
    verb = text[claim.start : claim.end].split()[0].lower()
    base = _base(verb)
    if not base:
        return None
    span = TextSpan(claim.start, claim.start + len(verb))
    return Suggestion(f"write “may {base}”", (Edit(span, f"may {base}"),))


def _base(verb: str) -> str:
    """The bare form of a verb in the third person or of one that is bare already; empty for other forms."""
    if verb.endswith(("ed", "ing")):
        return ""
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    if verb.endswith(("sses", "shes", "ches", "xes")):
        return verb[:-2]
    return verb.removesuffix("s") if not verb.endswith("ss") else verb
