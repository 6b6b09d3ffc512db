"""What an article says itself: the hits of a lexicon that stand in no quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.language.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit
    from healthlint.analysis.sentences import Sentence
    from healthlint.model.document import Block


def own_words(
    analysis: Analysis, lexicon: str, blocks: Iterable[tuple[int, Block]]
) -> Iterator[tuple[Block, Sentence, list[Hit]]]:
    """The sentences of these blocks with their hits of a lexicon that nobody is quoted with."""
    if not analysis.hits[lexicon]:
        return
    for index, block in blocks:
        if not analysis.hits.any_within(lexicon, *block.span):
            continue
        quotations = find_quotations(analysis.text, *block.span)
        for sentence in analysis.sentences.of_block(index):
            hits = analysis.hits.within(lexicon, sentence.start, sentence.end)
            yield (
                block,
                sentence,
                [hit for hit in hits if not any(start <= hit.start < end for start, end in quotations)],
            )
