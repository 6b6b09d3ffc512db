"""Where a sentence stands: what it may refer to, and who is speaking in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.analysis.claims.recall import Context
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.claims.terms import Term, Terms
    from healthlint.analysis.sections import Sections
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.model.document import Document

_SPEAKER = lazy_pattern(
    r"(?:[Ss]a(?:id|ys)|[Tt]old|[Aa]dded|[Ee]xplain(?:s|ed)|[Ww]r[io]tes?|[Nn]ote[sd]|[Aa]ccording to),? "
    r"(?:Dr\.? |Prof(?:essor|\.)? |Ms\.? |Mrs\.? |Mr\.? )?((?:[A-Z][\w.'’-]+ ?){1,4})"
    r"|((?:Dr\.? |Prof(?:essor|\.)? )?(?:[A-Z][\w.'’-]+ ){1,3})(?:sa(?:id|ys)|told|added|explain(?:s|ed)|note[sd])\b"
)
_QUOTE = lazy_pattern('[“”"]')


class Settings:
    """What the sentences of an article may refer to."""

    __slots__ = ("_document", "_sections", "_sentences", "_terms", "_title")

    def __init__(self, document: Document, sections: Sections, sentences: Sentences, terms: Terms) -> None:
        self._document, self._sections, self._sentences, self._terms = document, sections, sentences, terms
        self._title: Sequence[Term] | None = None

    def of(self, sentence: Sentence) -> Context:
        """The terms before a sentence in its paragraph, in its heading and in the title."""
        start = max(self._document.blocks[sentence.block].span.start, sentence.start - _FARTHEST)
        before = self._terms.within(start, sentence.start) or self._row_head(sentence.block)
        return Context(before, self._heading(sentence.block), self._in_title())

    def _row_head(self, block: int) -> Sequence[Term]:
        """What the first cell of a row names, of which the others tell: "Magnesium | eases cramps"."""
        blocks = self._document.blocks
        cell = first = blocks[block]
        while block and cell.kind == "cell" and (blocks[block].group, blocks[block].row) == (cell.group, cell.row):
            first, block = blocks[block], block - 1
        return () if first is cell else self._terms.within(*first.span)

    def _heading(self, block: int) -> Sequence[Term]:
        if self._sections is None:
            return ()
        heading = self._sections.of_block(block).heading
        return () if heading is None else self._terms.within(*self._document.blocks[heading].span)

    def _in_title(self) -> Sequence[Term]:
        if self._title is None:
            headings = (block for block in self._document.blocks if block.kind == "heading")
            first = next(headings, None)
            self._title = () if first is None else self._terms.within(*first.span)
        return self._title


_FARTHEST = 2_000  # characters back to what a pronoun may stand for


def speaker_of(words: str, quotations: Sequence[tuple[int, int]], at: int) -> str:
    """Who is quoted as saying what stands at an offset of a sentence: a name, `quoted`, or an empty string."""
    if not any(start <= at < end for start, end in quotations):
        return ""
    named = _SPEAKER.search(words)
    return " ".join((named[1] or named[2]).split()).rstrip(".,") if named else "quoted"


def quotations_in(words: str) -> list[tuple[int, int]]:
    """The quotations of four words and more; one may have begun before the sentence or go on after it."""
    marks = [mark.start() for mark in _QUOTE.finditer(words)]
    if len(marks) % 2:
        marks = [*marks, len(words)] if words[marks[0]] == "“" or marks[0] < 2 else [0, *marks]
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return [(start, end) for start, end in pairs if words.count(" ", start, end) >= 3]
