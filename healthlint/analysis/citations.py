"""Where an article names its sources, and which sentences each of them covers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.hits import Hits
    from healthlint.analysis.references import References
    from healthlint.analysis.sections import Sections
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.context import Policy
    from healthlint.model.document import Document


class Citation(NamedTuple):
    """One mention of a source in the text."""

    kind: Literal["link", "marker", "footnote", "superscript", "author-year", "identifier", "named", "source-line"]
    start: int  # in the prose; a mark that is pure markup has start == end
    end: int
    block: int
    target: str = ""  # a URL, an identifier, the name of the source
    references: tuple[int, ...] = ()  # indices of the entries of the reference list that it points to
    resolved: bool = True  # False: it points to an entry that does not exist


class Citations:
    """The citations in order, and their scope."""

    __slots__ = ("_covered", "all")

    def __init__(self, citations: tuple[Citation, ...], covered: dict[tuple[int, int], tuple[Citation, ...]]) -> None:
        self.all = citations
        self._covered = covered  # (block, order of the sentence) -> what covers it

    def covering(self, sentence: Sentence) -> Sequence[Citation]:
        """The citations that a reader of this sentence is led to: its own and those whose scope reaches it."""
        return self._covered.get((sentence.block, sentence.order), ())


def find_citations(
    document: Document,
    policy: Policy,
    sections: Sections,
    references: References,
    zones: tuple[Zone, ...],
    sentences: Sentences,
    hits: Hits,
) -> Citations:
    """Every source named in the body, with the sentences that it covers under the policy's `citation_scope`."""
    return Citations((), {})
