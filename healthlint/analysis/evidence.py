"""The ledger: what the article itself says about the evidence for each pair, and what claims that can carry."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.established import Established
from healthlint.analysis.reported import read_reported
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.citations import Citations
    from healthlint.analysis.claims import Claim, Term
    from healthlint.analysis.claims.terms import Terms
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.references import References
    from healthlint.analysis.reported import Reported
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.context import Knowledge
    from healthlint.model.document import Document

Weak = Literal["association", "unknown", "uncertain", "observational"]
Kind = Weak | Literal["trial", "guideline", "review", "animal", "laboratory", "case"]
Level = Literal["conditional", "can", "causal"]


class Evidence(NamedTuple):
    """One sentence that tells how sure something is. An empty key stands for whatever the article says of the other."""

    kind: Kind
    start: int
    end: int
    exposures: frozenset[str]  # keys of what may act
    outcomes: frozenset[str]  # keys of what may follow
    of_study: bool = False  # whether the sentence says what kind of study saw it


class Ceiling(NamedTuple):
    """How strongly an article may speak of a pair, and why."""

    level: Level
    why: str
    evidence: tuple[Evidence, ...] = ()


class Ledger:
    """What stands in the article about each pair of exposure and outcome."""

    __slots__ = ("_by_outcome", "_established", "_main", "all", "reported")

    def __init__(
        self, evidence: tuple[Evidence, ...], established: Established, main: frozenset[str], reported: Reported
    ) -> None:
        self.all = evidence
        self._by_outcome: dict[str, list[Evidence]] = {}
        for entry in evidence:
            for outcome in entry.outcomes:
                self._by_outcome.setdefault(outcome, []).append(entry)
        self.reported = reported  # the study that a news story tells of
        self._established = established
        self._main = main  # what the article is about

    def of(self, claim: Claim) -> tuple[Evidence, ...]:
        """The evidence that speaks of the pair of a claim, outside its own sentence."""
        if claim.exposure is None or claim.outcome is None:
            return ()
        return tuple(
            entry
            for entry in _near(self._by_outcome.get(claim.outcome.key, ()), claim.start)
            if (claim.exposure.key in entry.exposures or (entry.kind == "unknown" and not entry.exposures))
            and not (entry.start < claim.sentence.end and claim.sentence.start < entry.end)
        )

    def near(self, offset: int) -> Sequence[Evidence]:
        """The evidence of an article; where there is a great deal of it, what stands nearest to a place."""
        return _near(self.all, offset)

    def weakening(self, claim: Claim) -> tuple[Evidence, ...]:
        """Where the article calls the pair an association, unknown or uncertain: studies first, then what is near."""
        found = [entry for entry in self.of(claim) if entry.kind in ("association", "unknown", "uncertain")]
        found.sort(key=lambda entry: (_ORDER.index(entry.kind), not entry.of_study, abs(entry.start - claim.start)))
        return tuple(found)

    def watched(self, claim: Claim) -> tuple[Evidence, ...]:
        """The study of the article, where it only watched people and a claim is about how they live."""
        study, exposure = self.reported, claim.exposure
        if study.design != "observational" or exposure is None or claim.outcome is None:
            return ()
        if exposure.type not in _WAYS_OF_LIFE or exposure.key not in study.about or claim.confidence != "high":
            return ()
        if claim.outcome.type not in _EFFECTS or claim.sentence.start <= study.start < claim.sentence.end:
            return ()
        keys = frozenset((exposure.key,)), frozenset((claim.outcome.key,))
        return (Evidence("observational", study.start, study.end, *keys),)

    def supports(self, claim: Claim) -> tuple[Evidence, ...]:
        """The places where the article reports trials, guidelines or reviews about the pair."""
        return tuple(entry for entry in self.of(claim) if entry.kind in ("trial", "guideline", "review"))

    def was_tried(self, claim: Claim) -> bool:
        """Whether the article tells of a trial of what a claim is about."""
        return (
            self.reported.design == "trial" and claim.exposure is not None and claim.exposure.key in self.reported.about
        )

    def is_established(self, claim: Claim) -> bool:
        """Whether medicine has settled the pair at the strength of the claim."""
        return self._established.allows(claim)

    def is_known(self, claim: Claim) -> bool:
        """Whether medicine has settled the pair at some strength."""
        return self._established.find(claim) is not None

    def knows(self, exposure: Term, outcome: Term) -> bool:
        """Whether medicine has settled that a thing causes another, at some strength and dose."""
        return self._established.knows(exposure, outcome)

    def ceiling(self, claim: Claim) -> Ceiling:
        """How strongly the article may speak of the pair of a claim."""
        row = self._established.find(claim)
        if row is not None:
            return Ceiling("causal" if row["max_strength"] == "causal" else "can", "established")
        if support := self.supports(claim):
            return Ceiling("causal", support[0].kind, support)
        if weak := self.weakening(claim):
            return Ceiling("conditional", weak[0].kind, weak)
        if early := tuple(entry for entry in self.of(claim) if entry.kind in ("animal", "laboratory", "case")):
            return Ceiling("conditional", early[0].kind, early)
        return Ceiling("conditional", "no evidence given")


_MANY = 200  # places on either side of a claim; what is said more often is said


def _near(entries: Sequence[Evidence], offset: int) -> Sequence[Evidence]:
    if len(entries) <= 2 * _MANY:
        return entries
    at = bisect_left(entries, offset, key=attrgetter("start"))
    return entries[max(at - _MANY, 0) : at + _MANY]


_ORDER = ("association", "unknown", "uncertain")
_CAUSE = lazy_pattern(r"\bcaus(?:es?|ed|ing)\b")


def keep_ledger(
    document: Document,
    knowledge: Knowledge,
    zones: tuple[Zone, ...],
    sentences: Sentences,
    hits: Hits,
    terms: Terms,
    references: References,
    citations: Citations,
    claims: tuple[Claim, ...],
) -> Ledger:
    """The ledger of the whole article, in whatever order it says things."""
    main = _main_conditions(document, terms)
    found = [*_associations(claims, terms, hits)]
    body: list[Sentence] = []
    told: Sequence[Term] = ()
    block = -1
    for sentence in sentences.all:
        if zones[sentence.block] not in ("body", "front"):
            continue
        body.append(sentence)
        if sentence.block != block:
            told, block = (), sentence.block
        named = terms.within(sentence.start, sentence.end)
        found += _told_in(sentence, named or told, hits, main)
        if here := _designs_in(sentence, hits):
            found += _studies_in(sentence, here, named)
        if any(term.type in _EFFECTS for term in named):
            told = named
    found.sort(key=lambda entry: entry.start)
    return Ledger(tuple(found), Established(knowledge), main, read_reported(document, body, terms, hits))


def design_of(start: int, end: int, hits: Hits) -> str:
    """The kind of study that a source looks like by the words of its entry or citation, or an empty string."""
    designs = {hit.entry.notes.get("design", "") for hit in hits.within("study-designs", start, end)}
    return next((design for design in _PRECEDENCE if design in designs), "")


_PRECEDENCE = (
    "animal",
    "laboratory",
    "review",
    "guideline",
    "trial",
    "observational",
    "case",
    "clinical",
    "uncontrolled",
    "narrative",
)
_EFFECTS = ("condition", "symptom")
_WAYS_OF_LIFE = ("food", "nutrient", "behaviour")
_CAUSES = ("nutrient", "drug", "intervention", "behaviour", "food", "exposure", "agent")


def _associations(claims: tuple[Claim, ...], terms: Terms, hits: Hits) -> Iterator[Evidence]:
    """What the article calls linked, more common, a risk factor."""
    for claim in claims:
        if claim.strength != "correlational" or not (claim.exposure and claim.outcome):
            continue
        if claim.role == "link-reduced" and _is_of_other(claim, terms):
            continue
        keys = frozenset((claim.exposure.key,)), frozenset((claim.outcome.key,))
        place = (claim.sentence.start, claim.sentence.end)
        yield Evidence("association", *place, *keys, hits.any_within("study-designs", *place))


def _is_of_other(claim: Claim, terms: Terms) -> bool:
    """Whether "associated with" belongs to another noun than what acts: "oil eases the pain associated with gout"."""
    return any(term != claim.exposure and term.end == claim.start - 1 for term in terms.within(*claim.sentence[:2]))


def _told_in(sentence: Sentence, named: Sequence[Term], hits: Hits, main: frozenset[str]) -> Iterator[Evidence]:
    """What a sentence calls unknown or unsettled."""
    place = (sentence.start, sentence.end)
    is_unknown = hits.any_within("unknowns", *place) and _CAUSE.search(hits.folded[slice(*place)]) is not None
    if not is_unknown and not (named and hits.any_within("uncertainty", *place)):
        return
    exposures, outcomes = _sides(named)
    if is_unknown:
        yield Evidence("unknown", *place, frozenset(), outcomes or main)
    elif exposures or outcomes:
        yield Evidence("uncertain", *place, exposures, outcomes or main)


def _designs_in(sentence: Sentence, hits: Hits) -> list[str]:
    """The kinds of studies that a sentence names."""
    found = {hit.entry.notes.get("design", "") for hit in hits.within("study-designs", sentence.start, sentence.end)}
    return sorted(found)


def _studies_in(sentence: Sentence, designs: Sequence[str], named: Sequence[Term]) -> Iterator[Evidence]:
    """The studies that a sentence reports, by design."""
    exposures, outcomes = _sides(named)
    for design in designs if named else ():
        if design in ("trial", "guideline", "review", "animal", "laboratory", "case"):
            yield Evidence(design, sentence.start, sentence.end, exposures, outcomes)  # type: ignore[arg-type]


def _sides(named: Sequence[Term]) -> tuple[frozenset[str], frozenset[str]]:
    """What may act and what may come of it, among some terms."""
    return (
        frozenset(term.key for term in named if term.type in _CAUSES),
        frozenset(term.key for term in named if term.type in _EFFECTS),
    )


def _main_conditions(document: Document, terms: Terms) -> frozenset[str]:
    """The conditions in the title: what an article is about."""
    title = next((block for block in document.blocks if block.kind == "heading"), None)
    if title is None:
        return frozenset()
    return frozenset(term.key for term in terms.within(*title.span) if term.type in _EFFECTS)
