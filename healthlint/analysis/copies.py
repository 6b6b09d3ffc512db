"""Passages that an article says twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.alignment import Comparer, Likeness
from healthlint.analysis.passages import comparable, index_passages
from healthlint.analysis.purposes import Purposes
from healthlint.language.similarity import ratio
from healthlint.language.tokens import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.hits import Hits
    from healthlint.analysis.passages import Passage
    from healthlint.analysis.sections import Sections
    from healthlint.analysis.sentences import Sentences
    from healthlint.model.context import Vocabulary
    from healthlint.model.document import Document
    from healthlint.model.span import TextSpan


class Pair(NamedTuple):
    """Two blocks, by index, of which the later repeats the earlier, all of it or the part that is told."""

    earlier: int
    later: int
    kind: Literal["exact", "near", "reworded", "heading"]
    shared: float  # share of wording in common, 0-1
    earlier_part: TextSpan
    later_part: TextSpan


class Chain(NamedTuple):
    """A run of blocks that repeats an earlier run in the same order, headings included."""

    pairs: tuple[Pair, ...]


class Copies(NamedTuple):
    """Aligned repetitions, and the single pairs that are part of none, both in the order of the later copies."""

    chains: tuple[Chain, ...] = ()
    pairs: tuple[Pair, ...] = ()


_LINKS = 3  # pairs of a chain at least
_STEP = 3  # how far on the next link is at most: two passages may be missing in between
_COVERED = 0.6  # share of the passages of either range that must have a partner
_SAME_HEADING = 0.5  # how alike the headings over two copies are at least

_Found = dict[tuple[int, int], Likeness]  # by the places of two passages in the list of passages


def find_copies(
    document: Document,
    sections: Sections,
    sentences: Sentences,
    hits: Hits,
    vocabulary: Vocabulary,
    passages: Sequence[Passage],
) -> Copies:
    """All repetitions inside one article."""
    if len(passages) < 2:
        return Copies()
    index = index_passages(passages, len(sentences.all), vocabulary.light)
    found: _Found = {
        (earlier, later): Likeness("exact", 1.0, passages[earlier].span, passages[later].span)
        for earlier, later in index.exact
    }
    comparer = Comparer(comparable(hits.folded), sentences, index.weights, vocabulary.terms)
    for earlier, later in index.likely:
        likeness = comparer.compare(passages[earlier], passages[later])
        if likeness:
            found[earlier, later] = likeness
    if not found:
        return Copies()
    page = _Page(document, sections, hits, Counter(_label(hits.folded, passage) for passage in passages))
    runs = _find_runs(found, passages, page)
    chained = {number for run in runs for number in range(run[0][1], run[-1][1] + 1)}
    chains = tuple(_chain(run, found, passages, document, sections) for run in runs)
    return Copies(chains, tuple(_single_pairs(found, chained, passages, page)))


def _find_runs(found: _Found, passages: Sequence[Passage], page: _Page) -> list[list[tuple[int, int]]]:
    """The longest runs of pairs that go on in the same order on both sides, by their later copies."""
    links: dict[tuple[int, int], tuple[int, int, tuple[int, int] | None]] = {}  # length, first later, link before
    for earlier, later in sorted((pair for pair in found if found[pair].links), key=lambda pair: (pair[1], pair[0])):
        best: tuple[int, int, tuple[int, int] | None] = (1, later, None)
        for back in range(1, _STEP + 1):
            for other_back in range(1, _STEP + 1):
                before = links.get((earlier - back, later - other_back))
                if before and before[0] >= best[0] and earlier < before[1]:
                    best = (before[0] + 1, before[1], (earlier - back, later - other_back))
        links[earlier, later] = best
    runs: list[list[tuple[int, int]]] = []
    taken: set[int] = set()
    for end in sorted(links, key=lambda pair: (-links[pair][0], pair)):
        if links[end][0] < _LINKS:
            break
        run = _walk_back(end, links, taken)
        if len(run) >= _LINKS and _covers(run) and not page.is_parallel(run, found, passages):
            runs.append(run)
            taken.update(range(run[0][1], run[-1][1] + 1))
    return sorted(runs, key=lambda run: run[0][1])


def _walk_back(
    end: tuple[int, int], links: dict[tuple[int, int], tuple[int, int, tuple[int, int] | None]], taken: set[int]
) -> list[tuple[int, int]]:
    """The pairs of a run up to its end, as far as no longer run has taken them."""
    run: list[tuple[int, int]] = []
    pair: tuple[int, int] | None = end
    while pair and pair[1] not in taken:
        run.append(pair)
        pair = links[pair][2]
    return run[::-1]


def _covers(run: Sequence[tuple[int, int]]) -> bool:
    """Whether most passages between the ends of a run, on both sides, are part of it."""
    return all(len(run) >= _COVERED * (run[-1][side] - run[0][side] + 1) for side in (0, 1))


def _chain(
    run: Sequence[tuple[int, int]],
    found: _Found,
    passages: Sequence[Passage],
    document: Document,
    sections: Sections,
) -> Chain:
    """The pairs of a run and of the headings over them, in the order of the later copy."""
    pairs: list[Pair] = []
    headings: set[int | None] = {None}
    for earlier, later in run:
        pair = _pair(found[earlier, later], passages[earlier], passages[later])
        heading = _heading_pair(pair, document, sections)
        if heading and heading.later not in headings and (pairs or _is_right_above(heading, pair)):
            headings.add(heading.later)
            pairs.append(heading)
        pairs.append(pair)
    pairs.sort(key=lambda pair: pair.later)
    before = _extend(pairs[0], -1, document, after=pairs[-1].earlier)
    first = before[-1] if before else pairs[0]
    onward = _extend(pairs[-1], 1, document, before=first.later)
    return Chain((*reversed(before), *pairs, *onward))


def _extend(end: Pair, step: int, document: Document, *, after: int = -1, before: int | None = None) -> list[Pair]:
    """The headings and short lines beyond an end of both runs, as long as they are the same.

    Those of the later run stand after the earlier run, and those of the earlier run before the later one.
    """
    blocks, text = document.blocks, document.text
    before = len(blocks) if before is None else before
    pairs: list[Pair] = []
    earlier, later = end.earlier + step, end.later + step
    while 0 <= earlier < before and after < later < len(blocks) and blocks[earlier].kind == blocks[later].kind:
        spans = blocks[earlier].span, blocks[later].span
        if text[slice(*spans[0])] != text[slice(*spans[1])]:
            break
        pairs.append(Pair(earlier, later, "heading" if blocks[later].kind == "heading" else "exact", 1.0, *spans))
        earlier, later = earlier + step, later + step
    return pairs


def _heading_pair(pair: Pair, document: Document, sections: Sections) -> Pair | None:
    """The headings over both copies, where they are alike."""
    earlier, later = (sections.of_block(block).heading for block in (pair.earlier, pair.later))
    if earlier is None or later is None or earlier == later:
        return None
    spans = document.blocks[earlier].span, document.blocks[later].span
    one, other = (normalise(document.text[span.start : span.end]) for span in spans)
    alike = 1.0 if one == other else ratio(one, other)
    return Pair(earlier, later, "heading", alike, *spans) if alike >= _SAME_HEADING else None


def _is_right_above(heading: Pair, pair: Pair) -> bool:
    """Whether hardly anything stands between the first copies and the headings over them."""
    return max(pair.earlier - heading.earlier, pair.later - heading.later) <= _STEP


def _single_pairs(found: _Found, chained: set[int], passages: Sequence[Passage], page: _Page) -> Iterator[Pair]:
    """For each passage that repeats another outside the chains the pair that is most alike."""
    best: dict[int, tuple[int, float, int]] = {}
    for (earlier, later), likeness in found.items():
        if likeness.alone and later not in chained:
            rank = (_RANKS[likeness.kind], likeness.shared, -earlier)
            if rank > best.get(later, (-1, 0.0, 0)) and not page.is_meant(passages[earlier], passages[later], likeness):
                best[later] = rank
    for later in sorted(best):
        earlier = -best[later][2]
        yield _pair(found[earlier, later], passages[earlier], passages[later])


class _Page(NamedTuple):
    """What the surroundings of two passages say about whether one is meant to repeat the other."""

    document: Document
    sections: Sections
    hits: Hits
    labels: Counter[str]  # how many passages begin with each label

    def is_meant(self, earlier: Passage, later: Passage, likeness: Likeness) -> bool:
        """Whether the likeness is by design: a pull quote, short neighbours, entries of a list or a form, a summary."""
        if likeness.kind == "exact":
            return False
        if self._is_pull_quote(earlier, later):
            return True
        groups = {self.document.blocks[passage.block].group for passage in (earlier, later)}
        in_one_list = len(groups) == 1 and groups != {0}
        label = _label(self.hits.folded, earlier)
        is_form = bool(label) and self.labels[label] >= _FORM and label == _label(self.hits.folded, later)
        if is_form and likeness.shared < _SAME_ENTRY:
            return True
        purposes = Purposes(self.document, self.sections, self.hits)
        in_summary = purposes.is_summary(earlier.block) or purposes.is_summary(later.block)
        if likeness.kind == "near":
            if len(later.words) < _LONG_ITEM and (in_one_list or later.block == earlier.block + 1):
                return True
            return (
                likeness.shared < _SURE
                and len(later.words) < _LONG_ITEM
                and (in_summary or self._are_points(earlier, later))
            )
        if in_one_list or in_summary or self._is_condensed(earlier, later):
            return True
        return not likeness.copied and likeness.shared < _NOTHING_NEW and purposes.is_answer(later.block)

    def is_parallel(self, run: Sequence[tuple[int, int]], found: _Found, passages: Sequence[Passage]) -> bool:
        """Whether a run goes through two lists of like entries, such as the steps for two exercises."""
        exact = sum(found[pair].kind == "exact" for pair in run)
        return exact * 2 < len(run) and all(
            self.document.blocks[passages[number].block].kind == "item" for pair in run for number in pair
        )

    def _is_pull_quote(self, earlier: Passage, later: Passage) -> bool:
        """Whether two passages are the same words of somebody, once in the text and once in a box."""
        parts = [self.hits.folded[slice(*passage.span)].split('"') for passage in (earlier, later)]
        if not any(2 * len("".join(row[1::2])) > len("".join(row)) for row in parts):
            return False
        around = [set(" ".join(row[::2]).split()) for row in parts]  # who says so is told in other words
        return 2 * len(around[0] & around[1]) <= min(map(len, around))

    def _are_points(self, earlier: Passage, later: Passage) -> bool:
        """Whether two passages are short points of two lists, as of the signs in children and in adults."""
        kinds = {self.document.blocks[passage.block].kind for passage in (earlier, later)}
        return kinds == {"item"} and max(len(earlier.words), len(later.words)) <= _SHORT_POINT

    def _is_condensed(self, earlier: Passage, later: Passage) -> bool:
        """Whether one passage sums up the other, or announces it, in far fewer words."""
        shorter, longer = sorted((len(earlier.words), len(later.words)))
        return shorter * _CONDENSED < longer


_CONDENSED = 2.75  # times as many words as what sums them up
_NOTHING_NEW = 0.65  # the share of telling words from which on an answer says nothing new
_LONG_ITEM, _SHORT_POINT = 25, 15  # words
_SURE = 0.8  # the share of wording from which on a point of a summary is a copy
_FORM = 3  # passages with the same label, from which on they are entries of a form
_SAME_ENTRY = 0.85  # how alike two entries of a form are if one is a copy of the other
_RANKS = {"reworded": 0, "near": 1, "exact": 2}


def _label(folded: str, passage: Passage) -> str:
    """The run-in label of a passage: "side effects" of "Side effects: …", but no "Q:"."""
    label, colon, _ = folded[passage.span.start : passage.span.start + 40].partition(":")
    return label if colon and len(label) > 1 else ""


def _pair(likeness: Likeness, earlier: Passage, later: Passage) -> Pair:
    return Pair(earlier.block, later.block, likeness.kind, likeness.shared, likeness.earlier, likeness.later)
