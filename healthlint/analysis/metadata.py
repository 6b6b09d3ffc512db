"""Who wrote and reviewed an article and when: from metadata fields and from byline text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from healthlint.analysis.hits import Hits
    from healthlint.analysis.sections import Sections
    from healthlint.model.document import Document
    from healthlint.model.span import Place


class Detail(NamedTuple):
    """One thing that the page says about itself. `value` is empty where a label stands without its value."""

    kind: Literal["title", "author", "reviewer", "published", "updated", "reviewed", "kind"]
    value: str
    place: Place  # of the value; of the label where the value is missing
    label: str = ""  # the words of the label, as written: "Medically reviewed by"
    date: date | None = None  # of the three kinds of dates, where the value could be read


class Metadata(NamedTuple):
    """All details in order of appearance, the metadata fields first."""

    details: tuple[Detail, ...]
    front_blocks: frozenset[int] = frozenset()  # blocks of the page that hold nothing but such details

    def of(self, kind: str) -> tuple[Detail, ...]:
        """The details of one kind."""
        return tuple(detail for detail in self.details if detail.kind == kind)


def read_metadata(document: Document, sections: Sections, hits: Hits) -> Metadata:
    """What front matter, meta elements, JSON-LD and byline text say about the article."""
    return Metadata(())
