"""The study that a news story tells of: its kind, and the sentence that says so best."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from healthlint.analysis.claims.terms import Terms
    from healthlint.analysis.hits import Hit, Hits
    from healthlint.analysis.sentences import Sentence
    from healthlint.model.document import Document

Study = Literal["", "trial", "observational", "animal"]


class Reported(NamedTuple):
    """The kind of study that an article is about, and the sentence that tells it best."""

    design: Study
    start: int = 0
    end: int = 0
    about: frozenset[str] = frozenset()  # what it tried or watched: what may act in the title and the first paragraphs


_KINDS: dict[str, Study] = {
    "trial": "trial",
    "review": "trial",
    "clinical": "trial",
    "observational": "observational",
    "case": "observational",
    "animal": "animal",
    "laboratory": "animal",
}
_CAUSES = ("nutrient", "drug", "intervention", "behaviour", "food", "exposure", "agent")
_LEAD = 4  # paragraphs
_OTHERS = lazy_pattern(  # studies that are not the one reported: "earlier trials", "a larger trial is needed"
    r"\b(?:previous(?:ly)?|earlier|prior|past|future|needed?|needs|planned|plans?|calls? for|until|only way|not been"
    r"|anecdot|testimonial|launching"
    r"|(?:other|more|larger|further|older|additional) (?:[\w-]+ ){0,2}(?:trial|stud|research)"
    r"|(?:will|would|should|must) (?:be|begin|start|have|need|test|enroll|soon)"
    r"|c(?:an|ould) be (?:designed|done|run|held))"
)
_PAPERWORK = lazy_pattern(  # where a study's words stand and tell nothing of it: its title, its funds, its press office
    r"\b(?:fund(?:ed|ing|s)|supported by|grants?|for (?:a copy|more information)|citation|please (?:contact|visit)"
    r"|to (?:view|read) the|paper titled|entitled|doi|co-?authors? (?:are|of|include))\b|study, [\"“]"
)
_TELLING = lazy_pattern(
    r"\bstudy\b|\bresearchers\b|\bparticipants\b|\bpatients\b|\bwomen\b|\bmen\b|\bpeople\b|\bchildren\b"
)
_BESIDE = lazy_pattern(r"\b(?:further|also|only|sub-?groups?|then)\b")
_DONE = lazy_pattern(
    r"\b(?:study|trial|researchers|scientists|team|authors|colleagues|analysis|research|we|they)\b[^.;]{0,40}\b"
    r"(?:involved|tested|included|followed|tracked|surveyed|interviewed|examined|analy[sz]ed|reviewed|looked at"
    r"|compared|enrolled|recruited|studied|asked|questioned|monitored|evaluated|assessed|randomly|randomi[sz]ed|assigned)\b"
    r"|\b(?:patients|women|men|people|participants|adults|children|volunteers|members) (?:\w+ ){0,3}(?:were|was) "
    r"(?:\w+ )?(?:followed|asked|tracked|surveyed|interviewed|assigned|tested|given|referred|monitored)\b"
)
_NUMBER = lazy_pattern(r"\d")


def read_reported(document: Document, sentences: Sequence[Sentence], terms: Terms, hits: Hits) -> Reported:
    """What kind of study an article tells of: the one it names most often, a trial where it names one at all."""
    told = _gather(sentences, hits)
    design = _weigh(told)
    if not design:
        return Reported("")
    named = [place for name, places in told.items() if _KINDS.get(name) == design for place in places]
    named = named or told["trials" if design == "trial" else "compared"]
    prose = [each for each in sentences if document.blocks[each.block].kind != "heading"]
    lede = prose[0].block if prose else -1
    others = (each for each in prose if _DONE.search(hits.folded, each.start, each.end) and not _is_other(each, hits))
    best = max((*named, *others), key=lambda sentence: _telling(sentence, hits) - 2 * (sentence.block == lede))
    return Reported(design, best.start, best.end, _acting(document, terms))


def _gather(sentences: Sequence[Sentence], hits: Hits) -> dict[str, list[Sentence]]:
    """The sentences that name each kind of study, other studies than the one reported aside."""
    told: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        here = hits.within("study-designs", sentence.start, sentence.end)
        if here and not _is_other(sentence, hits):
            for name in sorted({_name(hit) for hit in here}):
                told.setdefault(name, []).append(sentence)
    return told


def _name(hit: Hit) -> str:
    """The design that a hit names; `trials` where it speaks of many, which are seldom those of the story."""
    design = hit.entry.notes.get("design", "")
    return "trials" if hit.inflection == "plural" and design in ("trial", "clinical") else design


def _weigh(told: Mapping[str, Sequence[Sentence]]) -> Study:
    """The kind of study that the words of an article speak for."""
    count: Counter[Study] = Counter()
    for name, places in told.items():
        if kind := _KINDS.get(name):
            count[kind] += len(places)
    if "review" in told:
        count["trial"] += len(told.get("trials", ()))  # those that it gathers
    if len(told.get("model", ())) > count["observational"] and not count["trial"]:
        return ""  # worked out, and not seen
    if not count.total():
        if "trials" in told:
            return "trial"
        return "observational" if "compared" in told else ""  # "those who ate the most had less eczema"
    if count["animal"] < max(2, 3 * (count["trial"] + count["observational"])):
        del count["animal"]  # where the idea came from, or what is known beside
    if count["trial"] and not count["animal"]:
        most = count["trial"] * (3 if "trial" in told else 2)
        return "trial" if count["observational"] < most else "observational"
    return max(count, key=lambda kind: count[kind]) if count.total() else ""


def _is_other(sentence: Sentence, hits: Hits) -> bool:
    """Whether a sentence speaks of other studies than the one reported, or is a note on sources."""
    if hits.folded.startswith(("source:", "sources:"), sentence.start):
        return True
    return _OTHERS.search(hits.folded, sentence.start, sentence.end) is not None


def _telling(sentence: Sentence, hits: Hits) -> int:
    """How well a sentence says what was done: whom a study looked at rather than who paid for it."""
    place = (sentence.start, sentence.end)
    score = len(set(_TELLING.findall(hits.folded, *place)))
    if _DONE.search(hits.folded, *place):
        score += 3
    if hits.any_within("study-designs", *place):
        score += 2
    if _BESIDE.search(hits.folded, *place):
        score -= 2
    if _NUMBER.search(hits.folded, *place):
        score += 2
    return score - 5 * (_PAPERWORK.search(hits.folded, *place) is not None)


def _acting(document: Document, terms: Terms) -> frozenset[str]:
    """What may act, in the title and the first paragraphs."""
    lead = document.blocks[: _LEAD + 1]
    return frozenset(term.key for block in lead for term in terms.within(*block.span) if term.type in _CAUSES)
