"""Single sentences that an article says twice."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from healthlint.analysis.passages import comparable
from healthlint.language.similarity import jaccard
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.hits import Hits
    from healthlint.analysis.passages import Passage
    from healthlint.analysis.sentences import Sentences
    from healthlint.model.document import Document

_SHORTEST = 8  # words that are no numbers; shorter sentences are refrains
_ALIKE = 0.6  # the share of runs of three words that two wordings of a sentence have in common
_COMMONEST = 8  # sentences in which a run may stand by which others are looked up
_NOTICES = ("disclaimers.statements", "boilerplate.notices", "boilerplate.asides")
_PROFESSIONALS = ("consult.professionals", "consult.yours")
_NO_VISIT = "follow"  # who follows a doctor's advice has been there

_Words = tuple[bytes, ...]


def find_repeats(
    document: Document, passages: Sequence[Passage], sentences: Sentences, hits: Hits
) -> list[list[TextSpan]]:
    """The places of each sentence that stands twice or more often, in the same or nearly the same words."""
    likely = _with_repeated_runs(passages)
    text = comparable(hits.folded) if likely else b""
    groups: dict[_Words, list[TextSpan]] = {}
    for passage in likely:
        if document.blocks[passage.block].kind == "quote":
            continue
        for sentence in sentences.of_block(passage.block):
            words = tuple(text[sentence.start : sentence.end].split())
            if len(words) - sum(map(bytes.isdigit, words)) >= _SHORTEST:
                groups.setdefault(words, []).append(TextSpan(sentence.start, sentence.end))
    _join_alike(groups)
    return sorted(spans for spans in groups.values() if len(spans) > 1 and not _may_recur(spans[0], hits))


def _with_repeated_runs(passages: Sequence[Passage]) -> list[Passage]:
    """The passages with enough runs of three words that stand twice in the article: few have any."""
    runs = [set(_runs_of(passage.words)) for passage in passages]
    seen, repeated = set[_Words](), set[_Words]()
    for passage, own in zip(passages, runs, strict=True):
        repeated |= seen & own
        seen |= own
        if len(own) < len(passage.words) - 2:
            repeated.update(run for run, count in Counter(_runs_of(passage.words)).items() if count > 1)
    fewest = _ALIKE * (_SHORTEST - 2)
    return [passage for passage, own in zip(passages, runs, strict=True) if len(repeated & own) >= fewest]


def _runs_of(words: Sequence[bytes]) -> Iterator[_Words]:
    """All runs of three words."""
    return zip(words, words[1:], words[2:], strict=False)


def _may_recur(span: TextSpan, hits: Hits) -> bool:
    """Whether a sentence is a quotation, a notice or one that sends readers to a doctor."""
    start, end = span
    if hits.folded[start] == '"' and '"' in hits.folded[start + 1 : end]:
        return True
    if any(hits.any_within(name, start, end) for name in _NOTICES):
        return True
    return any(hits.any_within(name, start, end) for name in _PROFESSIONALS) and any(
        hit.entry.term != _NO_VISIT for hit in hits.within("consult.verbs", start, end)
    )


def _join_alike(groups: dict[_Words, list[TextSpan]]) -> None:
    """Put the places of sentences that differ in a word or two to those of the first of them."""
    runs: dict[_Words, frozenset[_Words]] = {words: frozenset(_runs_of(words)) for words in groups}
    frequency = Counter(chain.from_iterable(runs.values()))
    places: dict[_Words, list[_Words]] = {}
    for words, own in runs.items():
        shared = [run for run in own if frequency[run] > 1]
        if len(shared) < _ALIKE * len(own):  # hardly any sentence gets past this
            continue
        rare = [run for run in shared if frequency[run] <= _COMMONEST]
        near = dict.fromkeys(chain.from_iterable(places.get(run, ()) for run in rare))
        first = min((other for other in near if _are_alike(words, other, runs)), key=groups.__getitem__, default=None)
        if first is not None:
            groups[first] = sorted(groups[first] + groups.pop(words))
            continue
        for run in rare:
            places.setdefault(run, []).append(words)


def _are_alike(one: _Words, other: _Words, runs: dict[_Words, frozenset[_Words]]) -> bool:
    """Whether two sentences have most of their wording and all of their numbers in common."""
    if jaccard(runs[one], runs[other]) < _ALIKE:
        return False
    return set(filter(bytes.isdigit, one)) == set(filter(bytes.isdigit, other))
