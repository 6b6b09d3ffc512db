"""What two versions of a sentence disagree about: how sure it is, how many, whether at all, or what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.versions import Change
from healthlint.language.tokens import STOP_WORDS
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from healthlint.analysis.citations import Citations
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.claims.terms import Terms
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.numbers import Numbers
    from healthlint.analysis.versions import Version
    from healthlint.language.numbers import Number
    from healthlint.model.context import Lexicon

Kind = Literal["number", "unit", "polarity", "name", "strength"]


class Disagreement(NamedTuple):
    """Where two versions of a sentence contradict each other."""

    kind: Kind
    change: Change  # the words on both sides
    is_later_firmer: bool = True  # of two claims the one to look at first


class Disagreements:
    """Compares versions of sentences of one article."""

    def __init__(
        self,
        hits: Hits,
        terms: Terms,
        numbers: Numbers,
        citations: Citations,
        claims: Sequence[Claim],
        lexicons: Mapping[str, Lexicon],
    ) -> None:
        self._hits, self._numbers, self._citations = hits, numbers, citations
        self._opposites = _read_opposites(lexicons["rewording.opposites"])
        groups = [lexicons[f"rewording.{group}"].lookup for group in ("others", "nouns", "verbs")]
        self._terms = {word.decode(): term.decode() for lookup in groups for word, term in lookup.items()}
        self._light = {word.decode() for word in lexicons["rewording.light"].lookup} | STOP_WORDS
        self._names = terms
        self._claims: dict[int, list[Claim]] = {}
        for claim in claims:
            self._claims.setdefault(claim.sentence.start, []).append(claim)

    def between(self, version: Version, *, whole: bool) -> Iterator[Disagreement]:
        """What two versions disagree about; names only where they are part of a longer copy (`whole`).

        Two passages on their own that differ in a name are about two things.
        """
        if not self._are_cited_apart(version):
            for change in version.changes:
                if not self._differs_besides(change, version):
                    yield from self._contradictions(change, version, whole=whole)
        yield from self._strengths(version)

    def _contradictions(self, change: Change, version: Version, *, whole: bool) -> Iterator[Disagreement]:
        """How the words of a change contradict each other."""
        numbers = self._numbers_in(change, version)
        if kind := _number_kind(*numbers):
            yield Disagreement(kind, Change(*(TextSpan(row[0].start, row[-1].end) for row in numbers)))
        elif self._is_reversed(change):
            yield Disagreement("polarity", change)
        elif whole and self._is_renamed(change):
            yield Disagreement("name", change)

    def _numbers_in(self, change: Change, version: Version) -> tuple[list[Number], list[Number]]:
        """The numbers on both sides of a change."""
        return self._numbers_at(change.earlier, version.earlier), self._numbers_at(change.later, version.later)

    def _numbers_at(self, span: TextSpan, sentence: TextSpan) -> list[Number]:
        """The numbers of a sentence that a change is part of: `%` belongs to its number."""
        return [n for n in self._numbers.within(*sentence) if n.start < span.end and span.start < n.end]

    def _is_reversed(self, change: Change) -> bool:
        """Whether one version denies what the other says, or says the opposite."""
        one, other = (self._words(span) for span in change)
        if bool(one & _NEGATIONS) != bool(other & _NEGATIONS) and not self._told(one ^ other):
            return True
        opposed = any(self._opposites.get(word, _NONE) & other for word in one)
        return opposed and not (one & other) and len(one | other) <= _FEW

    def _is_renamed(self, change: Change) -> bool:
        """Whether both versions name one thing of a kind, and not the same one."""
        one, other = (self._names.within(*span) for span in change)
        return len(one) == len(other) == 1 and one[0].type == other[0].type and one[0].key != other[0].key

    def _differs_besides(self, change: Change, version: Version) -> bool:
        """Whether the sentence is about something else, too: other telling words differ, or a number has no partner."""
        besides = 0
        for each in version.changes:
            one, other = self._numbers_in(each, version)
            if len(one) != len(other) or any(number.kind not in _COUNTED for number in (*one, *other)):
                return True
            if each is not change:
                besides += len(self._told(self._words(each.earlier)) ^ self._told(self._words(each.later)))
        size = sum(len(self._hits.folded[slice(*span)].split()) for span in (version.earlier, version.later))
        return besides * _WORDS_A_CHANGE > size

    def _strengths(self, version: Version) -> Iterator[Disagreement]:
        """A causal claim of one version that is a weaker one, or none, in the other."""
        earlier, later = (self._claims.get(span.start, []) for span in (version.earlier, version.later))
        for firm, weak, is_later in ((earlier, later, False), (later, earlier, True)):
            for claim in firm:
                if change := self._weakening(version, claim, weak, is_later=is_later):
                    yield Disagreement("strength", change, is_later)
                    return

    def _weakening(self, version: Version, claim: Claim, others: Sequence[Claim], *, is_later: bool) -> Change | None:
        """The change that makes a claim weaker: another word in place of the telling one, or a hedge."""
        partners = [each for each in others if _is_same(claim, each)]
        if _level(claim) < _CAN or any(_level(e) > _level(claim) - _APART for e in partners or others):
            return None
        for change in version.changes:
            own, other = (change.later, change.earlier) if is_later else change
            if claim.start < own.end and own.start < claim.end and other.start < other.end:
                if partners or self._says_nothing(claim, own, other):
                    return change
            elif partners and self._hedges(other) and not self._hedges(own):
                return change
        return None

    def _says_nothing(self, claim: Claim, own: TextSpan, other: TextSpan) -> bool:
        """Whether a few words that assert nothing stand in the place of what carries a main clause's claim."""
        if (
            _level(claim) < _CAUSAL_LEVEL
            or claim.role.startswith(_MINOR)
            or max(len(self._words(own)), len(self._words(other))) > _FEW
        ):
            return False
        return not any(self._hits.any_within(name, *other) for name in _CAUSAL)

    def _hedges(self, span: TextSpan) -> bool:
        return "can" in self._words(span) or any(self._hits.any_within(name, *span) for name in _HEDGES)

    def _words(self, span: TextSpan) -> frozenset[str]:
        words = (word.strip(_MARKS) for word in self._hits.folded[slice(*span)].split())
        return frozenset("not" if word.endswith("n't") or word == "cannot" else word for word in words)

    def _told(self, words: frozenset[str]) -> frozenset[str]:
        """The words that carry meaning, each by the first of its synonyms, hedges and negations aside."""
        return frozenset(self._terms.get(word, word) for word in words - self._light - _NEGATIONS - _HEDGING)

    def _are_cited_apart(self, version: Version) -> bool:
        """Whether each version names its own source."""
        cited = [
            {citation.start for citation in self._citations.all if span.start <= citation.start <= span.end}
            for span in (version.earlier, version.later)
        ]
        return all(cited)


_COUNTED = {
    "percent", "points", "ratio", "fraction", "multiple", "magnitude", "count", "money", "measure", "age", "duration",
    "frequency", "effect", "plain",
}  # fmt: skip
_NEGATIONS = frozenset({"not", "no", "never", "without", "nor", "neither"})
_HEDGING = frozenset({"possibly", "potentially", "probably", "perhaps", "likely", "appears", "seems", "suggests"})
_HEDGES = ("hedges.modals", "hedges.adverbs", "hedges.verbs", "hedges.phrases")
_MINOR = ("gerund", "participle", "infinitive")  # forms of verbs that hang on others
_CAUSAL = ("causal.verbs", "causal.phrases", "causal.nouns")
_NONE: frozenset[str] = frozenset()
_MARKS = ".,;:!?()[]\"“”'"
_FEW = 4  # words that a change of one word for its opposite may have on both sides
_WORDS_A_CHANGE = 10  # of both versions together, for each telling word that differs besides
_CAN, _CAUSAL_LEVEL = 3, 4
_APART = 2  # steps of the scale between two claims that contradict each other; "can help" and "helps" do not
_SCALE = ("", "correlational", "conditional", "can", "causal")


def _read_opposites(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The opposites of each word, in both directions."""
    found: dict[str, frozenset[str]] = {}
    for entry in lexicon.entries:
        sides = frozenset(form.text for form in entry.forms), frozenset(entry.notes["against"].split(", "))
        for own, other in (sides, sides[::-1]):
            for word in own:
                found[word] = found.get(word, _NONE) | other
    return found


def _number_kind(one: Sequence[Number], other: Sequence[Number]) -> Kind | None:
    """Whether the same things are given in other numbers, or the same numbers in other units."""
    if not one or len(one) != len(other):
        return None
    pairs = list(zip(one, other, strict=True))
    if any(a.kind != b.kind or a.kind not in _COUNTED for a, b in pairs):
        return None
    if any(a.unit == b.unit and (a.value, a.high) != (b.value, b.high) for a, b in pairs):
        return "number"
    return "unit" if any(a.value == b.value and a.unit != b.unit and a.kind == "measure" for a, b in pairs) else None


def _level(claim: Claim) -> int:
    return _SCALE.index(claim.modal or claim.strength)


def _is_same(one: Claim, other: Claim) -> bool:
    """Whether two claims of like sentences are about the same thing."""
    if one.relation == other.relation:
        return True
    return one.outcome is not None and other.outcome is not None and one.outcome.key == other.outcome.key
