"""Where an article names its sources, and which sentences each of them covers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from healthlint.analysis.citation_marks import Citation as Citation
from healthlint.analysis.citation_marks import find_marks
from healthlint.analysis.citation_scope import Scope
from healthlint.analysis.named_sources import find_named_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.article import Article
    from healthlint.analysis.citation_scope import Key
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.references import References
    from healthlint.analysis.sections import Sections
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.context import Knowledge, Policy
    from healthlint.model.document import Document


class Citations:
    """The citations in order, and their scope."""

    __slots__ = (
        "_by_block",
        "_continued",
        "_covered",
        "_last_lead",
        "_running",
        "_studies",
        "_told",
        "all",
        "surnames",
    )

    def __init__(self, citations: tuple[Citation, ...], scope: Scope) -> None:
        self.all = citations
        self._by_block: dict[int, list[Citation]] = {}
        for citation in citations:
            self._by_block.setdefault(citation.block, []).append(citation)
        # the last words of the names of people and bodies that are sources
        self.surnames = frozenset(each.target.split()[-1] for each in citations if each.kind == "named")
        self._covered, self._continued = scope.covered, scope.continued
        self._running, self._told = scope.running, scope.tells_of_study
        self._studies = scope.studies
        self._last_lead: dict[int, int] = {}  # block -> the order of its last sentence that leads on
        for (block, order), row in self._covered.items():
            if order > self._last_lead.get(block, -1) and any(map(self._is_lead, row)):
                self._last_lead[block] = order

    def covering(self, sentence: Sentence) -> Sequence[Citation]:
        """The citations that a reader of this sentence is led to, be it as part of the story of one study."""
        key = (sentence.block, sentence.order)
        if own := self._covered.get(key) or self._continued.get(key):
            return own
        running = self._running.get(sentence.block)
        return (running,) if running is not None and self._told(sentence) else ()

    def naming(self, sentence: Sentence) -> Sequence[Citation]:
        """The citations that point at a sentence itself, without those of which it may be the continuation."""
        return self._covered.get((sentence.block, sentence.order), ())

    def in_block(self, block: int) -> Sequence[Citation]:
        """The citations that stand in a block."""
        return self._by_block.get(block, ())

    def continued(self, sentence: Sentence) -> Sequence[Citation]:
        """The citations of what came before a sentence in its paragraph."""
        return self._continued.get((sentence.block, sentence.order), ())

    def leads_on_later(self, sentence: Sentence) -> bool:
        """Whether a later sentence of its paragraph has a link, a mark or the name of a piece of research."""
        return self._last_lead.get(sentence.block, -1) > sentence.order

    def _is_lead(self, citation: Citation) -> bool:
        """Whether a citation leads on, and does not just name a body."""
        return citation.kind != "named" or citation.start in self._studies

    def running_study(self, sentence: Sentence) -> Citation | None:
        """Where the study was named that the text is about when it comes to this sentence, if it was."""
        return self._running.get(sentence.block)


def find_citations(
    document: Document,
    knowledge: Knowledge,
    policy: Policy,
    sections: Sections,
    references: References,
    zones: tuple[Zone, ...],
    article: Article,
    sentences: Sentences,
    hits: Hits,
) -> Citations:
    """Every source named in the body, with the sentences that it covers under the policy's `citation_scope`."""
    own: dict[Key, list[Citation]] = defaultdict(list)
    studies: list[Citation] = []
    for citation in find_marks(document, knowledge, policy, references, hits):
        if placed := _place(citation, document, zones, sentences):
            own[placed[0]].append(placed[1])
    for source in find_named_sources(document, sentences, zones, hits):
        sentence = sentences.at(source.start)
        assert sentence is not None
        name = document.text[source.start : source.end]
        citation = Citation("named", source.start, source.end, sentence.block, name)
        own[sentence.block, sentence.order].append(citation)
        if source.names_study:
            studies.append(citation)
    for citation in _source_lines(document, zones, sentences, hits):
        sentence = sentences.at(citation.start)
        assert sentence is not None
        own[sentence.block, sentence.order].append(citation)
    found = sorted((citation for row in own.values() for citation in row), key=lambda each: (each.start, each.end))
    scope = Scope(document, policy, sections, zones, article, sentences, hits, own, studies)
    return Citations(tuple(found), scope)


def _place(
    citation: Citation, document: Document, zones: tuple[Zone, ...], sentences: Sentences
) -> tuple[Key, Citation] | None:
    """The sentence that a citation belongs to; none where it stands in a reference list or around the article."""
    at = citation.start
    if citation.kind in ("footnote", "superscript", "marker") and at > 0 and not document.text[at - 1].isspace():
        at -= 1  # "… in adults.[1]" belongs to what is before it
    sentence = sentences.at(at)
    if sentence is None or zones[sentence.block] not in ("body", "front"):
        return None
    if at > document.blocks[sentence.block].span.end:  # in code, which has no sentences
        return None
    return (sentence.block, sentence.order), citation._replace(block=sentence.block)


def _source_lines(document: Document, zones: tuple[Zone, ...], sentences: Sentences, hits: Hits) -> Iterator[Citation]:
    """What follows "Source:" at the start of a line or a sentence, to the end of the line."""
    text = document.text
    for hit in hits["source-words.lines"]:
        sentence = sentences.at(hit.start)
        if sentence is None or zones[sentence.block] not in ("body", "front"):
            continue
        if text[sentence.start : hit.start].strip(" (*_[") == "":
            end = text.find("\n", hit.end)
            end = len(text) if end < 0 else end
            if target := text[hit.end : end].strip(" .*"):
                yield Citation("source-line", hit.start, end, sentence.block, target)
