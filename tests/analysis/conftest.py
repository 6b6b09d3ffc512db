"""The frame of an article, for tests: metadata, references and zones by the shipped lexicons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from healthlint.analysis.hits import scan
from healthlint.analysis.metadata import read_metadata
from healthlint.analysis.references import find_references
from healthlint.analysis.sections import find_sections
from healthlint.analysis.zones import find_zones
from healthlint.readers import read
from healthlint.ruleset.knowledge import assemble, load_lexicons
from healthlint.ruleset.load import rules_dir

if TYPE_CHECKING:
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.metadata import Metadata
    from healthlint.analysis.references import References
    from healthlint.analysis.zones import Zone
    from healthlint.model.document import Document


class Frame(NamedTuple):
    """The early views of one article."""

    document: Document
    hits: Hits
    metadata: Metadata
    references: References
    zones: tuple[Zone, ...]

    def words(self, zone: Zone) -> list[str]:
        """The blocks of a zone."""
        blocks = zip(self.document.blocks, self.zones, strict=True)
        return [self.document.text[slice(*block.span)] for block, own in blocks if own == zone]

    def details(self, kind: str) -> list[str]:
        """The values of the details of a kind."""
        return [detail.value for detail in self.metadata.details if detail.kind == kind]


class ReadFrame(Protocol):
    """Reads an article."""

    def __call__(self, text: str, path: str = "a.md") -> Frame: ...


@pytest.fixture(scope="session")
def frame() -> ReadFrame:
    """The early views of an article, by its text and file name."""
    knowledge = assemble(load_lexicons(rules_dir() / "lexicons").values(), {})

    def read_frame(text: str, path: str = "a.md") -> Frame:
        document = read(text.encode(), path)
        hits, sections = scan(document.text, knowledge), find_sections(document)
        metadata = read_metadata(document, sections, hits)
        references = find_references(document, sections, hits)
        return Frame(document, hits, metadata, references, find_zones(document, sections, metadata, references, hits))

    return read_frame
