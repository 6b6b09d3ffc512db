"""Finds causal claims that are stronger than the article's evidence for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.claims.promises import is_about_thing, is_helpful, is_physiology, only_aims, spoils, turns_bad
from healthlint.analysis.claims.voice import is_distanced, reports_trial
from healthlint.analysis.framing import is_framed, is_sourced_beside, is_underlined
from healthlint.analysis.news import after_dateline, is_finding_out, is_passed_on, is_practice
from healthlint.analysis.rewording import reword
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim, Term
    from healthlint.analysis.evidence import Evidence

Fault = Literal["contradicted", "unsupported", "can", "efficacy"]


class Params(NamedTuple):
    """Which fault to look for; a list of so many findings or more is told as one."""

    fault: Fault
    list_from: int = 3


WORDS: tuple[str, ...] = ("exposure", "outcome")
VARIANTS: tuple[str, ...] = ("association", "unknown", "uncertain", "observational", "quoted", "doubtful")

_ACTORS = {
    "contradicted": ("nutrient", "food", "behaviour", "exposure"),
    "unsupported": ("nutrient", "food", "behaviour", "exposure"),
    "can": ("nutrient", "food", "behaviour", "exposure", "drug", "intervention"),
    "efficacy": ("nutrient", "food", "behaviour", "drug", "intervention", "exposure"),
}
_ILLNESS = ("condition", "symptom")
_OUTCOMES = {
    "contradicted": _ILLNESS,
    "unsupported": _ILLNESS,
    "can": _ILLNESS,
    "efficacy": (*_ILLNESS, "outcome", "anatomy", "agent"),
}
_FIRM = ("finite", "passive", "copula", "rank", "because", "predicate", "put at risk", "posing")
_ROLES = {
    "contradicted": _FIRM,
    "unsupported": ("finite", "passive", "copula", "rank", "because", "predicate", "put at risk"),
    "can": (*_FIRM, "participle"),
    "efficacy": (
        *("finite", "predicate", "attribute", "infinitive", "idiom", "having", "copula", "participle"),
        *("gerund-by", "gerund-in", "gerund-for", "gerund-at"),
    ),
}
_ZONES = ("body", "front")
_SILENT = ("heading", "quote", "caption")
_STATES = ("sleep quality", "pregnancy")  # listed as conditions, and yet what people do or live in, no illness
_CAUSES = ("causal", "responsible for")
_TASKS = ("treat", "stop", "slow", "avoid", "maintain", "promote", "save")
_SAME = ("this ", "the ")  # "the treatment eases pain" means the one that the article is about
_NAMED = ("its role in ", "their role in ")  # "B vitamins and their role in easing migraine": named, and not asserted
_VAGUE = ("disease", "condition", "illness")
_GENERIC = ("treatment", "drug", "risk factor")


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a sentence; those of one list are told together, as are promises of one thing in a paragraph."""
    found: list[tuple[Claim, Finding]] = []
    told: set[tuple[int, int]] = set()
    for claim in analysis.claims:
        place = (claim.sentence.block, claim.sentence.order)
        if place in told or not _is_candidate(analysis, claim, params.fault):
            continue
        finding = _judge(analysis, claim, params.fault)
        if finding is not None:
            told.add(place)
            found.append((claim, finding))
    if params.fault == "efficacy":
        found = _by_thing(analysis, found)
    yield from _by_list(analysis, found, params.list_from)


def _is_candidate(analysis: Analysis, claim: Claim, fault: Fault) -> bool:
    """Whether a claim is of the kind that a fault is about, before any evidence is weighed."""
    if claim.strength != "causal" or claim.outcome is None or claim.relation == "depend on":
        return False
    if claim.confidence == "low" and not _may_be_unsure(claim, fault):
        return False
    block = analysis.document.blocks[claim.sentence.block]
    if analysis.zones[claim.sentence.block] not in _ZONES or block.kind in _SILENT:
        return False
    if is_distanced(claim, block.span.start, analysis.hits) or _is_misread(analysis, claim):
        return False
    if claim.exposure is None:
        return fault == "efficacy" and _is_of_unlisted(claim, claim.outcome)
    if claim.exposure.key in _GENERIC and not analysis.hits.folded.endswith(_SAME, 0, claim.exposure.start):
        return False
    if not _is_pair(claim, claim.exposure, claim.outcome, fault):
        return False
    if fault == "unsupported" and claim.exposure.start < claim.sentence.start:
        return False  # "It worsens memory": what does is a guess
    if bool(claim.modal) != (fault == "can") and fault != "efficacy":
        return False
    if _is_settled(analysis, claim, fault):
        return False
    return fault == "can" or is_helpful(claim) == (fault == "efficacy")


def _is_of_unlisted(claim: Claim, outcome: Term) -> bool:
    """Whether a claim promises relief by something that no lexicon lists: "It eases migraine"."""
    if not _is_illness(outcome) or outcome.key in _VAGUE or claim.role == "participle":
        return False
    return claim.role in _ROLES["efficacy"] and is_helpful(claim)


def _is_settled(analysis: Analysis, claim: Claim, fault: Fault) -> bool:
    """Whether medicine has settled a pair; what it does in some cases may be promised soberly, too."""
    if analysis.evidence.is_established(claim):
        return True
    if fault != "efficacy" or analysis.article.kind == "news":
        return False
    return analysis.evidence.is_known(claim) and not is_underlined(analysis, claim)


def _may_be_unsure(claim: Claim, fault: Fault) -> bool:
    """Whether a claim whose sides were looked for elsewhere is worth telling."""
    if claim.exposure is None:
        return False
    return fault == "efficacy" or (fault == "unsupported" and claim.role == "because")


def _is_misread(analysis: Analysis, claim: Claim) -> bool:
    """Whether the words of a claim say something else than that a thing does this to somebody's health."""
    folded = analysis.hits.folded
    if is_about_thing(claim, analysis.text) or turns_bad(claim, folded) or only_aims(claim, folded):
        return True
    return _is_named(analysis, claim) or _acts_anew(analysis, claim)


def _is_named(analysis: Analysis, claim: Claim) -> bool:
    """Whether an effect is only given its name."""
    return any(words in analysis.hits.folded[claim.whole[0] : claim.start] for words in _NAMED)


def _acts_anew(analysis: Analysis, claim: Claim) -> bool:
    """Whether the outcome belongs to a clause of its own: "iron fills the stores, and iron is needed for growth"."""
    if claim.exposure is None or claim.outcome is None:
        return False
    between = analysis.terms.within(claim.end, claim.outcome.start)
    return any(term.key == claim.exposure.key for term in between)


def _is_illness(outcome: Term) -> bool:
    return outcome.type in _ILLNESS


def _is_pair(claim: Claim, exposure: Term, outcome: Term, fault: Fault) -> bool:
    """Whether what acts, what it acts on and how it is said are of the kinds that a fault is about."""
    if claim.relation == "originate in" and exposure.type == "anatomy":
        return fault == "unsupported" and _is_illness(outcome)
    if exposure.type not in _ACTORS[fault] and exposure.key not in _STATES:
        return False
    if outcome.key in exposure.key or is_physiology(claim, exposure, outcome) or is_finding_out(claim):
        return False
    if claim.relation == "transmit" and exposure.type not in ("agent", "food"):
        return False  # "people with much calcium there carry a risk of early death"
    if claim.role == "rank" and outcome.key in ("death", "disability", "injury"):
        return False  # "a leading cause of death" is a rank, and a matter for statistics
    if fault == "efficacy":
        if claim.role == "participle" and claim.relation in _TASKS:
            return False  # "sleep, walking, managing stress": a list of things to do
    elif claim.relation == "treat" or (claim.role == "predicate" and claim.relation not in _CAUSES):
        return False
    kinds = (*_OUTCOMES[fault], "outcome") if spoils(claim) else _OUTCOMES[fault]
    return outcome.type in kinds and claim.role in _ROLES[fault]


def _judge(analysis: Analysis, claim: Claim, fault: Fault) -> Finding | None:
    """The finding on a claim, if the evidence does not carry it."""
    if analysis.article.kind == "news" and _is_news(analysis, claim, fault):
        return None
    weakening = analysis.evidence.weakening(claim)
    if analysis.evidence.is_known(claim):  # that nobody knows "the" cause contradicts none of those that are known
        weakening = tuple(entry for entry in weakening if entry.exposures)
    cited = bool(analysis.citations.covering(claim.sentence))
    tried = reports_trial(claim, analysis.hits)
    watched = _watched(analysis, claim)
    match fault:
        case "contradicted":
            weakening = weakening or watched
            if not weakening or analysis.evidence.supports(claim):
                return None
            variant = "quoted" if claim.attribution else weakening[0].kind
            return _finding(analysis, claim, variant, weakening)
        case "can":
            told = _is_candidate(analysis, claim, "efficacy") and not cited and not tried  # as a bare promise
            return None if told or not weakening or claim.attribution else _finding(analysis, claim, None, weakening)
        case "unsupported":
            unsure = claim.confidence == "low"
            if (weakening and not unsure) or cited or claim.attribution or tried or is_framed(analysis, claim):
                return None
            return _finding(analysis, claim, "doubtful" if unsure else None, ())
        case _:
            if watched and not analysis.evidence.supports(claim):
                return _finding(analysis, claim, "observational", watched)
            if cited or claim.attribution or claim.outcome is None or tried or is_framed(analysis, claim):
                return None
            if is_sourced_beside(analysis, claim) or _is_told_next(analysis, claim):
                return None
            return _finding(analysis, claim, None, weakening[:1])


def _watched(analysis: Analysis, claim: Claim) -> tuple[Evidence, ...]:
    """The study of a news story that only watched people, where a sentence makes an effect of what it saw."""
    if analysis.article.kind != "news" or claim.attribution or claim.modal:
        return ()
    if any(other.strength == "correlational" for other in analysis.claims_in(claim.sentence)):
        return ()  # "was linked to a lower risk of one disease and a lower risk of another"
    if " other " in analysis.hits.folded[claim.sentence.start : claim.end]:
        return ()  # "two other diets that have been proven to help": not what was watched
    return analysis.evidence.watched(claim)


def _is_news(analysis: Analysis, claim: Claim, fault: Fault) -> bool:
    """Whether a news story only passes a claim on."""
    if is_passed_on(claim, analysis.evidence, analysis.hits):
        return True
    return fault in ("efficacy", "can") and (is_practice(claim) or claim.confidence != "high")


def _is_told_next(analysis: Analysis, claim: Claim) -> bool:
    """Whether the next sentence of a news story names who found it: "… in 54 women, says Ada Odell, a professor"."""
    if analysis.article.kind != "news":
        return False
    after = analysis.sentences.next_to(claim.sentence, 1)
    return after is not None and analysis.hits.any_within("article-kinds.speech", after.start, after.end)


def _finding(analysis: Analysis, claim: Claim, variant: str | None, evidence: Sequence[Evidence]) -> Finding:
    assert claim.outcome is not None
    suggestion = reword(analysis.text, claim)
    return Finding(
        TextSpan(
            after_dateline(claim, analysis.document.blocks[claim.sentence.block].span.start, analysis.text),
            claim.whole[1],
        ),
        {
            "exposure": _words(analysis, claim.exposure) if claim.exposure else "it",
            "outcome": _words(analysis, claim.outcome),
        },
        tuple(Related("evidence", TextSpan(entry.start, entry.end), entry.kind) for entry in evidence[:2]),
        (suggestion,) if suggestion else (),
        variant,
    )


def _words(analysis: Analysis, term: Term) -> str:
    return " ".join(analysis.text[term.start : term.end].split())


def _by_thing(analysis: Analysis, found: Sequence[tuple[Claim, Finding]]) -> list[tuple[Claim, Finding]]:
    """The findings, with what a paragraph promises of one thing, and a section of one pair, as one finding."""
    kept: list[tuple[Claim, Finding]] = []
    heads: dict[tuple[int | str, ...], int] = {}
    for claim, finding in found:
        exposure, outcome = (term.key if term else "" for term in (claim.exposure, claim.outcome))
        block = claim.sentence.block
        keys = ("block", block, exposure), ("section", analysis.sections.of_block(block).first, exposure, outcome)
        head = next((heads[key] for key in keys if key in heads), len(kept))
        heads.update(dict.fromkeys(keys, head))
        if head == len(kept):
            kept.append((claim, finding))
        else:
            first, told = kept[head]
            also = (*told.related, Related("also", finding.place))
            kept[head] = first, told._replace(related=also)
    return kept


def _by_list(analysis: Analysis, found: Sequence[tuple[Claim, Finding]], list_from: int) -> Iterator[Finding]:
    """The findings, those of one list as one finding with the others as related places."""
    groups: dict[int, list[Finding]] = {}
    for claim, finding in found:
        group = analysis.document.blocks[claim.sentence.block].group
        groups.setdefault(group, []).append(finding)
    for group, findings in groups.items():
        if group and len(findings) >= list_from:
            others = tuple(Related("also", finding.place) for finding in findings[1:])
            yield findings[0]._replace(related=findings[0].related + others)
        else:
            yield from findings
