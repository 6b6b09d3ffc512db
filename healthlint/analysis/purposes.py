"""What a passage is there for, where that is to say again what is said elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.sections import Sections
    from healthlint.model.document import Document

_LONGEST_QUESTION = 120  # characters


class Purposes(NamedTuple):
    """What headings and first words say of the passages under them, by the index of their block."""

    document: Document
    sections: Sections
    hits: Hits

    def is_summary(self, block: int) -> bool:
        """Whether a passage stands under "Key takeaways" or the like, or is a point of a short answer."""
        if self.is_under("boilerplate.summaries", block):
            return True
        return self.document.blocks[block].kind == "item" and self.is_under("boilerplate.answers", block)

    def is_answer(self, block: int) -> bool:
        """Whether a passage answers a question of its heading or its own, or draws the conclusion."""
        start, end = self.document.blocks[block].span
        opening = self.hits.folded[start : min(start + _LONGEST_QUESTION, end)]
        if opening.startswith(("q:", "a:")) or "?" in opening:
            return True
        heading = self.sections.of_block(block).heading
        if heading is not None and self.document.text[self.document.blocks[heading].span.end - 1] == "?":
            return True
        return self.is_under("boilerplate.answers", block)

    def is_under(self, lexicon: str, block: int) -> bool:
        """Whether a term of a lexicon stands in the heading over a passage or the one above that."""
        section = self.sections.of_block(block)
        parent = self.sections.all[section.parent] if section.parent is not None else section
        headings = [self.document.blocks[each.heading].span for each in (section, parent) if each.heading is not None]
        return any(self.hits.any_within(lexicon, *span) for span in headings)
