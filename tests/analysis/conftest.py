"""Views of an article, for tests: its frame by the shipped lexicons, and its claims."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from healthlint.analysis import Analysis
from healthlint.analysis.hits import scan
from healthlint.analysis.metadata import read_metadata
from healthlint.analysis.references import find_references
from healthlint.analysis.sections import find_sections
from healthlint.analysis.zones import find_zones
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.knowledge import assemble, load_lexicons
from healthlint.ruleset.load import load_rules, rules_dir

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.claims import Claim
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


class ReadClaims(Protocol):
    """Reads the claims of a text."""

    def __call__(self, text: str) -> Sequence[Claim]: ...


@pytest.fixture(scope="session")
def claims() -> ReadClaims:
    """The claims of a Markdown text."""
    knowledge = load_rules().knowledge

    def find(text: str) -> Sequence[Claim]:
        return Analysis(read(text.encode(), "a.md"), knowledge, Policy(today=date(2026, 1, 15))).claims

    return find


class StrengthOf(Protocol):
    """Tells how strong the strongest claim of a text is; `none` without a claim."""

    def __call__(self, text: str) -> str: ...


@pytest.fixture(scope="session")
def strength(claims: ReadClaims) -> StrengthOf:
    """The strength of the strongest claim of a Markdown text."""
    order = ["none", "correlational", "conditional", "causal"]
    return lambda text: max((claim.strength for claim in claims(text)), key=order.index, default="none")
