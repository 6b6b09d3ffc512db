"""How far a citation reaches: the sentences that it covers besides its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from healthlint.analysis.article import Article
    from healthlint.analysis.citation_marks import Citation
    from healthlint.analysis.hits import Hit, Hits
    from healthlint.analysis.sections import Sections
    from healthlint.analysis.sentences import Sentence, Sentences
    from healthlint.analysis.zones import Zone
    from healthlint.model.context import Policy
    from healthlint.model.document import Document

    Key = tuple[int, int]  # a sentence by its block and its order there
    Covered = dict[Key, tuple[Citation, ...]]

_LEXICONS = (
    "source-words.back",
    "source-words.background",
    "source-words.gathering",
    "source-words.others",
    "source-words.spoken",
    "study-nouns.study",
)
_SHORT_PARAGRAPH = 3  # sentences that one citation covers, even if a remark follows it
_LONGEST_PARAGRAPH = 5  # sentences that one citation at the end can cover
_PAST = lazy_pattern(
    r"\b(?:was|were|had|did|found|saw|took|fell|rose|grew|got|lost|gave|made|came|became|began|felt|spent|kept|led|cut"
    r"|ate|drank|slept|went|ran|died|(?!need|speed|breed|indeed|exceed|bleed|feed)[a-z]{3,}ed)\b"
)
_QUOTES = ('"', "“", "'", "‘")
_FRAGMENT = 60  # characters that a line without a full stop has at most
_LEAD = 4  # blocks of body text at the head of a news story that tell what is new, its title among them
_OPENING = 24  # characters at the start of a sentence in which it can refer back


class Scope:
    """Works out once, rule by rule, what covers each sentence. Each rule adds only where nothing covers yet."""

    def __init__(
        self,
        document: Document,
        policy: Policy,
        sections: Sections,
        zones: tuple[Zone, ...],
        article: Article,
        sentences: Sentences,
        hits: Hits,
        own: Mapping[Key, Sequence[Citation]],
        studies: Iterable[Citation],
    ) -> None:
        self._document, self._sections, self._zones = document, sections, zones
        self._sentences, self._hits = sentences, hits
        self._own = own
        self.studies = {study.start: study for study in studies}
        self._back, self._background, self._gathering, self._others, self._spoken, self._study = (
            _sentences_with(hits[lexicon], sentences) for lexicon in _LEXICONS
        )
        researchers = [hit for hit in hits["vague-authorities.people"] if hit.entry.notes.get("calling") == "research"]
        own_study = [hit for hit in hits["study-nouns.study"] if hit.inflection != "plural"]
        self._research = _sentences_with(own_study, sentences) | _sentences_with(researchers, sentences)
        self._opening = frozenset([index for index, zone in enumerate(zones) if zone == "body"][:_LEAD])
        self.covered: Covered = {}  # by a citation of its own, or one that expressly reaches it
        self.continued: Covered = {}  # by a citation before it in the same paragraph
        self.running: dict[int, Citation] = {}  # block -> where the study that it is about is named
        self._introduced: dict[int, Sentence] = {}  # block of a list -> the sentence that introduces the list
        self._is_news = article.kind == "news"
        for key, row in own.items():
            if resolved := tuple(citation for citation in row if citation.resolved):
                self.covered[key] = resolved
        if policy.citation_scope == "sentence":
            return
        self._cover_quotations()
        body = [index for index, zone in enumerate(zones) if zone in ("body", "front")]
        for block in body:
            self._cover_paragraph(block)
        self._cover_lists_and_tables(body)
        self._cover_above_source_lines()
        self._follow_studies(body)

    def _cover(self, sentence: Sentence, by: Sequence[Citation]) -> None:
        if by:
            self.covered.setdefault((sentence.block, sentence.order), tuple(by))

    def _of(self, sentence: Sentence) -> tuple[Citation, ...]:
        return self.covered.get((sentence.block, sentence.order), ())

    def _cover_paragraph(self, block: int) -> None:
        """A source covers what follows it in its paragraph, and one at its end covers the paragraph before it."""
        row = self._sentences.of_block(block)
        cited = [sentence for sentence in row if self._of(sentence)]
        if not cited:
            return
        last = cited[-1]
        is_last = last is row[-1] or len(row) <= _SHORT_PARAGRAPH
        if is_last and len(row) <= _LONGEST_PARAGRAPH and len(cited) == 1 and _is_marked(self._of(last)):
            for sentence in row[: last.order]:
                self._cover(sentence, self._of(last))
        if last.order > 0 and self._refers_back(last):  # "These figures come from …"
            self._cover(row[last.order - 1], self._of(last))
        source: tuple[Citation, ...] = ()
        for sentence in row:
            if source and not self._of(sentence):
                self.continued[block, sentence.order] = source
            source = self._of(sentence) or source

    def _refers_back(self, sentence: Sentence) -> bool:
        """Whether a sentence begins with words for what was said before it: "These figures …"."""
        if (sentence.block, sentence.order) not in self._back:
            return False
        return self._hits.any_within("source-words.back", sentence.start, min(sentence.end, sentence.start + _OPENING))

    def _cover_lists_and_tables(self, body: Sequence[int]) -> None:
        """A cited line that ends in a colon covers the list under it; a cited caption or row covers its cells."""
        blocks, text = self._document.blocks, self._document.text
        intro: Sentence | None = None
        before: int | None = None
        for index in body:
            block = blocks[index]
            if block.kind in ("item", "cell") and block.group:
                if before is None or blocks[before].group != block.group:
                    intro = self._introduction(before, text)
                if intro is not None:
                    self._introduced[index] = intro
                    for sentence in self._sentences.of_block(index):
                        self._cover(sentence, self._of(intro))
            before = index
        self._cover_tables(body)

    def _introduction(self, before: int | None, text: str) -> Sentence | None:
        """The sentence that introduces a list or a table."""
        if before is None:
            return None
        block, row = self._document.blocks[before], self._sentences.of_block(before)
        if not row or block.kind in ("heading", "item", "cell"):
            return None
        is_open = block.kind == "caption" or text[block.span.start : block.span.end].rstrip(" *_").endswith(":")
        return row[-1] if is_open or _is_marked(self._of(row[-1])) else None

    def _cover_tables(self, body: Sequence[int]) -> None:
        blocks = self._document.blocks
        by_row: dict[tuple[int, int], tuple[Citation, ...]] = {}
        captions: dict[int, tuple[Citation, ...]] = {}
        for index in body:
            block = blocks[index]
            cited = tuple(citation for each in self._sentences.of_block(index) for citation in self._of(each))
            if cited and block.kind == "cell":
                by_row.setdefault((block.group, block.row), cited)
            elif cited and block.kind == "caption":
                for near in (index - 1, index + 1):
                    if 0 <= near < len(blocks) and blocks[near].group:
                        captions.setdefault(blocks[near].group, cited)
                if block.group:
                    captions.setdefault(block.group, cited)
        for index in body:
            block = blocks[index]
            if block.kind == "cell":
                by = by_row.get((block.group, block.row)) or captions.get(block.group, ())
                for sentence in self._sentences.of_block(index):
                    self._cover(sentence, by)

    def _cover_above_source_lines(self) -> None:
        """A line "Source: …" covers what stands above it, up to the heading or the source line before."""
        for row in list(self._own.values()):
            for citation in row:
                if citation.kind != "source-line":
                    continue
                for index in range(citation.block, self._sections.of_block(citation.block).first - 1, -1):
                    if index < citation.block and any(
                        each.kind == "source-line" for each in self._own.get((index, 0), ())
                    ):
                        break
                    for sentence in self._sentences.of_block(index):
                        self._cover(sentence, (citation,))

    def _cover_quotations(self) -> None:
        """What is said in quotation marks, or by "she said", comes from the person who was named last."""
        speaker: Citation | None = None
        text, blocks = self._document.text, self._document.blocks
        if not any(citation.kind == "named" for row in self._own.values() for citation in row):
            return
        for index, block in enumerate(blocks):
            if self._zones[index] not in ("body", "front") or block.kind == "code":
                continue
            row = self._sentences.of_block(index)
            named = [
                citation
                for sentence in row
                for citation in self._own.get((index, sentence.order), ())
                if citation.kind == "named"
            ]
            speaker = named[0] if named else speaker
            if speaker is None:
                continue
            is_open = False
            for sentence in row:
                words = text[sentence.start : sentence.end]
                marks = words.count('"') + words.count("“") + words.count("”")
                if is_open or (index, sentence.order) in self._spoken or words[:1] in _QUOTES:
                    self._cover(sentence, (speaker,))
                is_open ^= marks % 2 == 1
            speaker = named[-1] if named else speaker

    def _follow_studies(self, body: Sequence[int]) -> None:
        """Note which study each block is about: in a news story it is one throughout, else one in its section."""
        by_block: dict[int, Citation] = {}
        for study in self.studies.values():
            by_block.setdefault(study.block, study)
        for key, row in self._own.items():
            if key in self._study:
                for citation in row:
                    if citation.kind != "named" and citation.resolved:
                        by_block.setdefault(key[0], citation)
        if not by_block:
            return
        running = by_block[min(by_block)] if self._is_news else None
        for index in body:
            if not self._is_news and self._document.blocks[index].kind == "heading":
                running = None
            running = by_block.get(index, running)
            if running is None:
                continue
            self.running[index] = running

    def tells_of_study(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on about the running study: it says so, or it is a result in a news story.

        A result is told in the past; "affects 3 million Americans" is background that has a source of its own.
        """
        key = (sentence.block, sentence.order)
        if key in self._back:
            return True
        if not self._is_news or key in self._others:
            return False
        if key in self._background and key not in self._gathering and key not in self._research:
            return False
        if sentence.block in self._opening and (
            key in self._research or self._document.blocks[sentence.block].kind == "item"
        ):
            return True  # "Scientists say they can tell …" in the lead is the news itself
        if _PAST.search(self._hits.folded, sentence.start, sentence.end):
            return True
        before = self._introduced.get(sentence.block) or self._sentences.next_to(sentence, -1)
        if before is None and sentence.block:
            row = self._sentences.of_block(sentence.block - 1)
            if row and (self._is_fragment(sentence) or self._is_open(row[-1])):
                before = row[-1]
        return before is not None and self.tells_of_study(before)

    def _is_open(self, sentence: Sentence) -> bool:
        """Whether a sentence announces what follows: "There was a reduction, including:"."""
        return self._document.text[sentence.start : sentence.end].rstrip(" *_").endswith(":")

    def _is_fragment(self, sentence: Sentence) -> bool:
        """Whether a block only goes on with the one before it: "a 22 percent lower risk of stroke,"."""
        words = self._document.text[sentence.start : sentence.end]
        return words[:1].islower() or (len(words) < _FRAGMENT and not words.endswith((".", "!", "?")))


def _sentences_with(hits: Sequence[Hit], sentences: Sentences) -> set[Key]:
    """The sentences in which some hits stand."""
    found = (sentences.at(hit.start) for hit in hits)
    return {(sentence.block, sentence.order) for sentence in found if sentence is not None}


def _is_marked(citations: Sequence[Citation]) -> bool:
    """Whether one of them leads out of the text; a name in passing does not cover what was said before it."""
    return any(citation.kind != "named" for citation in citations)
