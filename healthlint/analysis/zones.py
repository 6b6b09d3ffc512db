"""The zone of every block: what is the article, and what only stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.metadata import Metadata
    from healthlint.analysis.references import References
    from healthlint.analysis.sections import Sections
    from healthlint.model.document import Document

Zone = Literal["front", "body", "references", "chrome"]


def find_zones(
    document: Document, sections: Sections, metadata: Metadata, references: References, hits: Hits
) -> tuple[Zone, ...]:
    """The zone of each block, by its index."""
    return tuple("body" for _ in document.blocks)
