"""The shared views of one article. Each is computed once, on first use, from earlier ones only."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from healthlint.analysis.article import classify
from healthlint.analysis.attributions import find_attributions
from healthlint.analysis.citations import find_citations
from healthlint.analysis.claims import find_claims
from healthlint.analysis.claims.terms import Terms
from healthlint.analysis.copies import find_copies
from healthlint.analysis.evidence import keep_ledger
from healthlint.analysis.hits import scan
from healthlint.analysis.languages import find_language
from healthlint.analysis.metadata import read_metadata
from healthlint.analysis.numbers import read_numbers
from healthlint.analysis.passages import read_passages
from healthlint.analysis.reference_uses import find_uses
from healthlint.analysis.references import find_references
from healthlint.analysis.sections import find_sections
from healthlint.analysis.sentences import find_sentences
from healthlint.analysis.statistics import find_statistics
from healthlint.analysis.zones import find_zones
from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.analysis.article import Article
    from healthlint.analysis.attributions import Attributions
    from healthlint.analysis.citations import Citations
    from healthlint.analysis.claims import Claim
    from healthlint.analysis.copies import Copies
    from healthlint.analysis.evidence import Ledger
    from healthlint.analysis.hits import Hits
    from healthlint.analysis.languages import Language
    from healthlint.analysis.metadata import Metadata
    from healthlint.analysis.numbers import Numbers
    from healthlint.analysis.passages import Passage
    from healthlint.analysis.reading import ReadSentence
    from healthlint.analysis.reference_uses import Use
    from healthlint.analysis.references import References
    from healthlint.analysis.sections import Sections
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.analysis.signatures import Signature
    from healthlint.analysis.statistics import Statistics
    from healthlint.analysis.zones import Zone
    from healthlint.model.context import Knowledge, Policy, Vocabulary
    from healthlint.model.document import Document
    from healthlint.model.span import Place


class Analysis:
    """One document, what is known in general, what its publisher decided, and every view of it."""

    def __init__(self, document: Document, knowledge: Knowledge, policy: Policy) -> None:
        self.document, self.knowledge, self.policy = document, knowledge, policy

    @property
    def text(self) -> str:
        """The prose of the document."""
        return self.document.text

    @cached_property
    def hits(self) -> Hits:
        """Every term of every lexicon."""
        return scan(self.document.text, self.knowledge)

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of every block."""
        return find_sentences(self.document)

    @cached_property
    def sections(self) -> Sections:
        """The headings and what is under them."""
        return find_sections(self.document)

    @cached_property
    def metadata(self) -> Metadata:
        """Title, author, reviewer and dates."""
        return read_metadata(self.document, self.sections, self.hits)

    @cached_property
    def references(self) -> References:
        """The reference list."""
        return find_references(self.document, self.sections, self.hits)

    @cached_property
    def zones(self) -> tuple[Zone, ...]:
        """The zone of each block."""
        return find_zones(self.document, self.sections, self.metadata, self.references, self.hits)

    @cached_property
    def language(self) -> Language:
        """The language of the prose."""
        return find_language(self.document, self.zones, self.sentences, self.hits, self.knowledge)

    @cached_property
    def article(self) -> Article:
        """The kind of article."""
        return classify(self.document, self.policy, self.metadata, self.zones, self.language, self.sentences, self.hits)

    @cached_property
    def numbers(self) -> Numbers:
        """Every number with its kind."""
        return read_numbers(self.document.text)

    @cached_property
    def statistics(self) -> Statistics:
        """Every number that needs a source."""
        return find_statistics(self.numbers, self.sentences, self.hits)

    @cached_property
    def attributions(self) -> Attributions:
        """Every wording that calls on evidence or authority."""
        return find_attributions(self.sentences, self.hits)

    @cached_property
    def citations(self) -> Citations:
        """Every source named, with its scope."""
        return find_citations(
            self.document,
            self.knowledge,
            self.policy,
            self.sections,
            self.references,
            self.zones,
            self.article,
            self.sentences,
            self.hits,
        )

    @cached_property
    def reference_uses(self) -> tuple[tuple[Use, ...], ...]:
        """Where the text leads to each entry of the reference list."""
        return find_uses(self.document, self.zones, self.references, self.citations, self.hits)

    @cached_property
    def terms(self) -> Terms:
        """What claims can be about."""
        return Terms(self.hits)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim frame."""
        return find_claims(self.document, self.sections, self.zones, self.sentences, self.hits, self.terms)

    def claims_in(self, sentence: Sentence) -> Sequence[Claim]:
        """The claims of one sentence."""
        return self._claims_by_sentence.get(sentence, ())

    @cached_property
    def _claims_by_sentence(self) -> dict[Sentence, list[Claim]]:
        found: dict[Sentence, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.sentence, []).append(claim)
        return found

    @cached_property
    def evidence(self) -> Ledger:
        """What the article says about the evidence of its claims."""
        return keep_ledger(
            self.document,
            self.knowledge,
            self.zones,
            self.sentences,
            self.hits,
            self.terms,
            self.references,
            self.citations,
            self.claims,
        )

    @cached_property
    def passages(self) -> list[Passage]:
        """The paragraphs and list items that should not stand anywhere twice."""
        return read_passages(self.document, self.zones, self.sentences, self.hits, self.vocabulary)

    @cached_property
    def copies(self) -> Copies:
        """Every repetition."""
        return find_copies(self.document, self.sections, self.sentences, self.hits, self.vocabulary, self.passages)

    @cached_property
    def signature(self) -> Signature:
        """What other articles are compared with."""
        from healthlint.analysis.signatures import sign  # which only the comparison of articles needs

        return sign(
            self.document,
            self.policy,
            self.sections,
            self.metadata,
            self.language,
            self.article,
            self.hits,
            self.passages,
        )

    @cached_property
    def reading(self) -> tuple[ReadSentence, ...]:
        """How hard each sentence is to read."""
        from healthlint.analysis.reading import read_sentences  # which most runs do not ask for

        return read_sentences(self.document, self.zones, self.sentences, self.terms)

    @cached_property
    def whole(self) -> Place:
        """Where a finding on the whole article points: its title on the page or in the metadata, or its beginning."""
        if titles := self.metadata.of("title"):
            return titles[-1].place
        if self.document.blocks:
            first = self.document.blocks[0].span
            return TextSpan(first.start, min(first.end, first.start + 80))
        return SourceSpan(0, 0)

    @property
    def vocabulary(self) -> Vocabulary:
        """What the lexicons tell of words: which mean the same, which say little."""
        return self.knowledge.vocabulary
