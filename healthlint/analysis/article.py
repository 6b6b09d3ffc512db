"""What kind of article it is, which decides which rules speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.metadata import Metadata
    from healthlint.analysis.sentences import Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.context import Policy
    from healthlint.model.document import Document

Kind = Literal["advice", "news", "reference", "other"]


class Article(NamedTuple):
    """`advice` tells readers what to do, `news` reports events, `reference` explains, `other` is no health text."""

    kind: Kind
    words: int = 0  # of the body
    why: str = ""  # what decided, for people


def classify(
    document: Document, policy: Policy, metadata: Metadata, zones: tuple[Zone, ...], sentences: Sentences, hits: Hits
) -> Article:
    """The kind of article: as the publisher says, else by its words."""
    return Article("advice")
