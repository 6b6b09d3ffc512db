"""How hard the sentences of an article are to read, with and without the medical names that its topic brings along."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.readability import Counts, count, flesch_kincaid_grade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from healthlint.analysis.claims.terms import Terms
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.document import Document


class ReadSentence(NamedTuple):
    """A sentence and what is counted in it.

    In `plain` each medical name that the article has named before counts as one short word: readers learn it once.
    """

    sentence: Sentence
    counts: Counts
    plain: Counts

    @property
    def grade(self) -> float:
        """How hard the sentence is by itself."""
        return flesch_kincaid_grade(self.counts)


def read_sentences(
    document: Document, zones: Sequence[Zone], sentences: Sentences, terms: Terms
) -> tuple[ReadSentence, ...]:
    """The sentences that are read one after the other: those of paragraphs and list items, but no fragments."""
    text = document.text
    named: set[str] = set()
    found = []
    for index, block in enumerate(document.blocks):
        if zones[index] != "body" or block.kind not in ("paragraph", "item"):
            continue
        for sentence in sentences.of_block(index):
            counts = count(text, sentence.start, sentence.end)
            if not _is_fragment(counts, sentence, text):
                names = _named_again(terms, sentence, named)
                found.append(ReadSentence(sentence, counts, _discounted(counts, names, text)))
    return tuple(found)


def hardest(read: Iterable[ReadSentence], text: str, most: int) -> list[ReadSentence]:
    """The sentences that are hardest to read, from the hardest on; the grade of very short ones says nothing."""
    long_enough = (each for each in read if each.counts.words >= _SHORTEST)
    different = {text[each.sentence.start : each.sentence.end]: each for each in reversed([*long_enough])}
    return sorted(different.values(), key=lambda each: (-each.grade, each.sentence))[:most]


def _is_fragment(counts: Counts, sentence: Sentence, text: str) -> bool:
    """Whether words are no sentence: the items of a shopping list, a label."""
    if counts.words >= _FEWEST:
        return False
    return not text[sentence.start : sentence.end].rstrip("\"'”’)").endswith((".", "!", "?"))


def _named_again(terms: Terms, sentence: Sentence, named: set[str]) -> Iterator[tuple[int, int]]:
    """The medical names in a sentence that have been named before; new ones are added to `named`."""
    for term in terms.within(sentence.start, sentence.end):
        if term.type in _NAMES:
            if term.key in named:
                yield term.start, term.end
            named.add(term.key)


def _discounted(counts: Counts, names: Iterable[tuple[int, int]], text: str) -> Counts:
    """The counts with each of these names as a word of one syllable."""
    for name in names:
        _, words, syllables, long_words = count(text, *name)
        counts = Counts(
            counts.sentences,
            counts.words - words + 1,
            counts.syllables - syllables + 1,
            counts.long_words - long_words,
        )
    return counts


_NAMES = frozenset({"condition", "symptom", "nutrient", "drug", "intervention", "agent"})
_FEWEST = 5  # words of a sentence without a stop
_SHORTEST = 8  # words of a sentence whose grade says something
