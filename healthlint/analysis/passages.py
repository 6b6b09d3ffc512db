"""The passages of an article that must not stand in it twice, and which of them may be copies of each other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from math import log
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from healthlint.language.patterns import lazy_pattern
from healthlint.language.tokens import STOP_WORDS
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.hits import Hits
    from healthlint.analysis.sentences import Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.context import Vocabulary
    from healthlint.model.document import Document


class Passage(NamedTuple):
    """A paragraph, list item or quotation of the body, in words that can be compared."""

    block: int
    span: TextSpan
    words: list[bytes]  # lower case, without punctuation
    telling: frozenset[bytes]  # the words that carry meaning, each by the first of its synonyms


class Index(NamedTuple):
    """Which passages may repeat which, by their places in the list of passages."""

    exact: list[tuple[int, int]]  # (earlier, later), word for word; earlier is the first or the one that goes on a run
    likely: list[tuple[int, int]]  # (earlier, later), with rare words in common
    weights: dict[bytes, int]  # how telling a word of this article is, in thousandths; one that is missing: RARE


_LIGHT = 300  # the weight of a word that says little
RARE = 1000  # the weight of a word that stands once; whole numbers add up to the same in any order
SHORTEST = 12  # words
_SHORTEST_TEXT = 45  # characters, which hold no twelve words
_SURELY_LONG = 24  # words, which are not all counted
_BUTTON = 0.9  # the share of a block that is links, from which on it is there to be clicked
_SET_PHRASES = ("disclaimers.statements", "consult.yours", "boilerplate.notices", "boilerplate.asides")
_LONGEST_NOTICE = 25  # words: a longer sentence has more to say than that one should ask a doctor
_REACH = 60  # characters between "talk" and the professional
_KINDS = ("paragraph", "item", "quote")
_RAREST, _COMMONEST = 3, 8  # in how many passages a rare word stands at most, in short and in long articles
_ENOUGH = 2400  # the weight of the rare words that two passages must share: three of them
_MANY = 120  # passages, from which on runs of three words are indexed as well, one in four
_STOP_WORDS = frozenset(word.encode() for word in STOP_WORDS)
_WORD_BYTES = bytes(byte if chr(byte).isalnum() else 32 for byte in range(256))
_CITATION_MARK = lazy_pattern(r"\[[0-9][0-9,; -]{0,20}\]")
_WRITTEN_OUT = lazy_pattern(r"\[(mfn|efn_note|footnote|fn|ref)\].{0,1500}?\[/\1\]", re.S)  # shortcodes of footnotes
_LISTED = 0.5  # the share of a list item that is links, from which on it says where to read on


def comparable(folded: str) -> bytes:
    """A folded text with nothing but words and spaces, a byte a character, so that offsets stay and splitting is quick.

    Letters beyond Latin become spaces, as do citation marks and footnotes that are written out in the text.
    """
    if "[/" in folded:
        folded = _WRITTEN_OUT.sub(lambda note: " " * len(note[0]), folded)
    if "[" in folded:
        folded = _CITATION_MARK.sub(lambda mark: " " * len(mark[0]), folded)
    return folded.encode("latin-1", "replace").translate(_WORD_BYTES)


def read_passages(
    document: Document,
    zones: tuple[Zone, ...],
    sentences: Sentences,
    hits: Hits,
    vocabulary: Vocabulary,
) -> list[Passage]:
    """The passages of at least twelve words, without those that every article of a site may repeat."""
    passages = []
    text = comparable(hits.folded)
    term_of = vocabulary.terms.get
    repeatable, buttons = _find_set_phrases(hits), _measure_links(document)
    for index, block in enumerate(document.blocks):
        if block.kind not in _KINDS or zones[index] != "body":
            continue
        start, end = block.span
        if end - start < _SHORTEST_TEXT:
            continue
        words = text[start:end].split()
        if len(words) < _SURELY_LONG and not _is_long(words):
            continue
        if hits.folded[start] == '"' and _is_pull_quote(hits.folded, start, end):
            continue
        if index in buttons and buttons[index] >= (_LISTED if block.kind == "item" else _BUTTON) * (end - start):
            continue
        if repeatable and _says_little_else(index, sentences, repeatable, hits.folded):
            continue
        telling = frozenset([term_of(word, word) for word in set(words)]) - _STOP_WORDS
        passages.append(Passage(index, block.span, words, telling))
    return passages


def index_passages(passages: Sequence[Passage], sentences: int, light: frozenset[bytes]) -> Index:
    """The pairs that are worth comparing; their number grows linearly with that of the passages."""
    exact, originals = _find_exact(passages)
    places = _places_of_repeated(passages, originals)
    most = max(_RAREST, min(_COMMONEST, len(originals) // 4))
    scale = log(sentences + 1)
    weight_of = [RARE, RARE]
    weight_of += [round(RARE * log((sentences + 1) / (count + 0.5)) / scale) for count in range(2, len(originals) + 1)]
    weights = dict.fromkeys(light, _LIGHT)
    shared: dict[tuple[int, int], int] = {}
    for word, found in places.items():
        weight = weight_of[len(found)]
        weights[word] = weight = min(weight, _LIGHT) if word in light else weight
        if len(found) <= most:
            _count(found, weight, shared)
    if len(originals) > _MANY:
        for found in _sampled_runs(passages, originals):
            if 1 < len(found) <= most:
                _count(found, RARE, shared)
    return Index(exact, sorted(pair for pair, weight in shared.items() if weight >= _ENOUGH), weights)


def _places_of_repeated(passages: Sequence[Passage], numbers: list[int]) -> dict[bytes, list[int]]:
    """For each telling word that stands in several of these passages, in which."""
    seen, repeated = set[bytes](), set[bytes]()
    for number in numbers:
        telling = passages[number].telling
        repeated |= seen & telling
        seen |= telling
    places: dict[bytes, list[int]] = {word: [] for word in repeated}
    for number in numbers:
        for word in repeated & passages[number].telling:
            places[word].append(number)
    return places


def _is_long(words: list[bytes]) -> bool:
    """Whether there are twelve words that are no numbers: "3-4 sets, 10-15 reps" is a row of a table."""
    return len(words) - sum(map(bytes.isdigit, words)) >= SHORTEST


def _measure_links(document: Document) -> dict[int, int]:
    """How many characters of each block are links."""
    starts = [block.span.start for block in document.blocks]
    measures: dict[int, int] = {}
    for link in document.links:
        if link.span.end > link.span.start:
            block = bisect_right(starts, link.span.start) - 1
            measures[block] = measures.get(block, 0) + link.span.end - link.span.start
    return measures


def _find_set_phrases(hits: Hits) -> list[int]:
    """Where something stands that must be repeated: a disclaimer, "ask your doctor", a hotline."""
    found = [hit.start for name in _SET_PHRASES for hit in hits[name]]
    found += [
        hit.start
        for hit in hits["consult.professionals"]
        if hits.any_within("consult.verbs", max(hit.start - _REACH, 0), hit.start)
    ]
    return sorted(found)


def _says_little_else(index: int, sentences: Sentences, repeatable: list[int], text: str) -> bool:
    """Whether a passage has few words beside the short sentences in which such phrases stand."""
    row = sentences.of_block(index)
    left = [
        size
        for sentence in row
        if (size := len(text[sentence.start : sentence.end].split())) > _LONGEST_NOTICE
        or bisect_left(repeatable, sentence.start) == bisect_left(repeatable, sentence.end)
    ]
    return len(left) < len(row) and sum(left) < SHORTEST


def _is_pull_quote(text: str, start: int, end: int) -> bool:
    return text[end - 1] == '"' and text.count('"', start, end) == 2


def _find_exact(passages: Sequence[Passage]) -> tuple[list[tuple[int, int]], list[int]]:
    """The pairs of passages with the same words, and the passages that are nobody's copy."""
    first: dict[bytes, int] = {}
    pairs, originals, twin = [], [], -1
    for number, passage in enumerate(passages):
        key = b" ".join(passage.words)
        earlier = first.setdefault(key, number)
        if earlier == number:
            originals.append(number)
            twin = -1
            continue
        if 0 <= twin < number - 2 and passages[twin + 1].words == passage.words:
            earlier = twin + 1  # the run of copies goes on
        pairs.append((earlier, number))
        twin = earlier
    return pairs, originals


def _count(places: list[int], weight: int, shared: dict[tuple[int, int], int]) -> None:
    """Add what a word that stands in these passages says for each pair of them."""
    for later in range(1, len(places)):
        for earlier in range(later):
            pair = (places[earlier], places[later])
            shared[pair] = shared.get(pair, 0) + weight


def _sampled_runs(passages: Sequence[Passage], numbers: list[int]) -> Iterator[list[int]]:
    """Where one in four of all runs of three words stand; the sample is the same on every machine."""
    places: dict[bytes, list[int]] = {}
    for number in numbers:
        words = passages[number].words
        for run in set(map(b" ".join, zip(words, words[1:], words[2:], strict=False))):
            if not crc32(run) & 3:
                places.setdefault(run, []).append(number)
    yield from places.values()
