"""Findings -> diagnostics: the one crossing from places in the prose to places in the file."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from healthlint.engine.messages import fill
from healthlint.model.finding import Diagnostic, Fix, Location, RelatedLocation, SourceEdit
from healthlint.model.lines import LineIndex
from healthlint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Callable

    from healthlint.analysis import Analysis
    from healthlint.model.finding import Finding, Related, Suggestion
    from healthlint.model.span import Place
    from healthlint.ruleset.spec import Rule

_LONGEST_QUOTE, _LONGEST_EXCERPT = 60, 200
_FARTHEST = 1_000  # characters of a sentence without an end on either side of a finding


class Locator:
    """Finds and quotes places of one article; `others` gives the locator of another one by its file."""

    def __init__(self, analysis: Analysis, others: Callable[[str], Locator] | None = None) -> None:
        self._others = others
        self._analysis, self._document = analysis, analysis.document
        self._lines = LineIndex(self._document.source)
        self._text_starts = [block.span.start for block in self._document.blocks]
        self._source_starts = [block.source.start for block in self._document.blocks]

    def locate(self, rule: Rule, finding: Finding) -> Diagnostic:
        """A finding in the words of its rule, at its place in the file; its fingerprint is still the bare sentence."""
        file = rule.file
        variant = file.variants.get(finding.variant) if finding.variant else None
        words = {"match": _cut(self._quote(finding.place), _LONGEST_QUOTE), **finding.data}
        return Diagnostic(
            code=rule.code,
            name=file.name,
            topic=rule.topic,
            variant=finding.variant,
            severity=(variant and variant.severity) or rule.severity,
            confidence=finding.confidence or (variant and variant.confidence) or file.confidence,
            message=fill((variant and variant.message) or file.message, words),
            help_url=None,
            location=self._location(finding.place),
            excerpt=_cut(self._quote(finding.place), _LONGEST_EXCERPT),
            heading_path=self._analysis.sections.of_block(self._block_at(finding.place)).path,
            related=tuple(self._related(related, rule, words) for related in finding.related),
            fixes=tuple(self._fix(suggestion) for suggestion in finding.suggestions),
            fingerprint=self._sentences(finding.place),
            on_whole=finding.place is self._analysis.whole,
        )

    def in_text(self, place: Place) -> tuple[int, int]:
        """A place in coordinates of the prose; one in the markup counts as the block that it stands in or before."""
        if isinstance(place, TextSpan):
            return place
        return self._document.blocks[self._block_at(place)].span if self._text_starts else (0, 0)

    def whole_sentences(self, span: tuple[int, int]) -> tuple[int, int]:
        """The stretch of prose that the sentences at a span fill."""
        sentences = self._analysis.sentences
        first, last = sentences.at(span[0]), sentences.at(max(span[1] - 1, span[0]))
        return (min(first.start, span[0]) if first else span[0], max(last.end, span[1]) if last else span[1])

    def _related(self, related: Related, rule: Rule, words: dict[str, str | int]) -> RelatedLocation:
        message = rule.file.related.get(related.words or related.role, "")
        home = self._others(related.file) if self._others and related.file else self
        quote = {"match": _cut(home._quote(related.place), _LONGEST_QUOTE)}
        told = fill(message, {**words, **quote, **related.data})
        return RelatedLocation(related.role, told, home._location(related.place))

    def _fix(self, suggestion: Suggestion) -> Fix:
        """The suggestion with its edits placed; one that would tear markup apart is left as words."""
        edits = []
        for place, text in suggestion.edits:
            in_prose = isinstance(place, TextSpan) and place.start < place.end
            if in_prose and not self._document.source_map.is_contiguous(place):  # type: ignore[arg-type]
                return Fix(suggestion.message, False, ())
            location = self._location(place)
            edits.append(SourceEdit(location.start, location.end, text))
        return Fix(suggestion.message, suggestion.safe, tuple(edits))

    def _location(self, place: Place) -> Location:
        span = self._document.source_map.to_source(place) if isinstance(place, TextSpan) else place
        return Location(self._document.path, self._lines.position(span.start), self._lines.position(span.end))

    def _quote(self, place: Place) -> str:
        whole = self._document.text if isinstance(place, TextSpan) else self._document.source
        return " ".join(whole[place.start : place.end].split())

    def _sentences(self, place: Place) -> str:
        """The words that a fingerprint is made of: the whole sentences at the place, or as far as they can be one."""
        if isinstance(place, SourceSpan):
            return self._quote(place)
        start, end = self.whole_sentences(place)
        return self._quote(TextSpan(max(start, place.start - _FARTHEST), min(end, place.end + _FARTHEST)))

    def _block_at(self, place: Place) -> int:
        """The index of the last block that begins at or before a place."""
        starts = self._text_starts if isinstance(place, TextSpan) else self._source_starts
        return max(bisect_right(starts, place.start) - 1, 0)


def _cut(text: str, longest: int) -> str:
    """The text, or its beginning up to a word's end and an ellipsis."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
