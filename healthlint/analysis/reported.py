"""The study that a news story tells of: its kind, and the sentence that says so best."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.claims.terms import Terms
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.sentences import Sentence
    from healthlint.model.document import Document

Study = Literal["", "trial", "observational", "animal"]


class Reported(NamedTuple):
    """The kind of study that an article is about, and the sentence that tells it best."""

    design: Study
    start: int = 0
    end: int = 0
    about: frozenset[str] = frozenset()  # what it tried or watched: what may act in the title and the first paragraphs


_STUDIES: dict[str, Study] = {
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


_NUMBER = lazy_pattern(r"\d")


def read_reported(
    designs: Sequence[tuple[str, Sentence]], document: Document, body: Sequence[Sentence], terms: Terms, hits: Hits
) -> Reported:
    """What kind of study an article tells of: the one it names most often, a trial where it names one at all."""
    told: Counter[Study] = Counter()
    places: dict[Study, list[Sentence]] = {}
    compared: list[Sentence] = []
    models = 0
    is_randomised = False
    for name, sentence in designs:
        if _is_other(sentence, hits):
            continue
        if name == "model":
            models += 1
        elif name == "compared":
            compared.append(sentence)
        elif kind := _STUDIES.get(name, ""):
            told[kind] += 1
            places.setdefault(kind, []).append(sentence)
            is_randomised = is_randomised or name == "trial"
    if models > told["observational"] and not told["trial"]:
        return Reported("")  # worked out, and not seen
    design = _weigh(told, is_randomised)
    if not design and not told and compared:  # "those who ate the most were less likely": seen, and not tried
        design, places = "observational", {"observational": compared}
    if not design:
        return Reported("")
    best = max(places[design], key=lambda sentence: _telling(sentence, hits))
    if _telling(best, hits) < 1:  # the study's name in a citation
        others = [sentence for sentence in body if not _is_other(sentence, hits)]
        best = max((best, *others), key=lambda sentence: _telling(sentence, hits))
    return Reported(design, best.start, best.end, _acting(document, terms))


def _weigh(told: Counter[Study], is_randomised: bool) -> Study:
    """The kind of study that the words of an article speak for."""
    people = told["trial"] + told["observational"]
    if told["animal"] < max(2, 3 * people):
        del told["animal"]  # where the idea came from, or what is known beside
    if not told:
        return ""
    if told["trial"] and not told["animal"]:
        most = 3 * told["trial"] if is_randomised else 2 * told["trial"]
        return "trial" if told["observational"] < most else "observational"
    return max(told, key=lambda kind: told[kind])


def _is_other(sentence: Sentence, hits: Hits) -> bool:
    """Whether a sentence speaks of other studies than the one reported, or is a note on sources."""
    if hits.folded.startswith(("source:", "sources:"), sentence.start):
        return True
    return _OTHERS.search(hits.folded, sentence.start, sentence.end) is not None


def _telling(sentence: Sentence, hits: Hits) -> int:
    """How well a sentence says what was done: whom a study looked at rather than who paid for it."""
    place = (sentence.start, sentence.end)
    score = len(set(_TELLING.findall(hits.folded, *place)))
    if _NUMBER.search(hits.folded, *place):
        score += 2
    return score - 5 * (_PAPERWORK.search(hits.folded, *place) is not None)


def _acting(document: Document, terms: Terms) -> frozenset[str]:
    """What may act, in the title and the first paragraphs."""
    lead = document.blocks[: _LEAD + 1]
    return frozenset(term.key for block in lead for term in terms.within(*block.span) if term.type in _CAUSES)
