"""One article and the rules -> its diagnostics: run the checks, drop what is said twice, find the places."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from healthlint.analysis import Analysis
from healthlint.engine.fingerprint import Fingerprints
from healthlint.model.finding import Diagnostic, Fix, Location, RelatedLocation, SourceEdit
from healthlint.model.lines import LineIndex
from healthlint.model.span import SourceSpan, TextSpan, overlaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthlint.model.context import Policy
    from healthlint.model.document import Document
    from healthlint.model.finding import Finding, Suggestion
    from healthlint.model.span import Place
    from healthlint.ruleset.load import CheckModule
    from healthlint.ruleset.spec import Rule, RuleSet

_LONGEST_QUOTE, _LONGEST_EXCERPT = 60, 200


class Failure(NamedTuple):
    """A check that broke."""

    rule: str
    message: str


class LintResult(NamedTuple):
    """The diagnostics of one article in order of place, and the checks that broke on it."""

    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[Failure, ...] = ()


def lint(document: Document, ruleset: RuleSet, policy: Policy, known_as: str | None = None) -> LintResult:
    """What the rules say of one article, which fingerprints call `known_as` instead of its path."""
    analysis = Analysis(document, ruleset.knowledge, policy)
    found: list[tuple[Rule, Finding]] = []
    failures: list[Failure] = []
    for rule in ruleset.rules:
        if analysis.article.kind not in rule.file.articles:
            continue
        try:
            found.extend((rule, finding) for finding in _check_of(rule).check(analysis, rule.params))
        except Exception as problem:  # a broken check must not hide what the others found
            failures.append(Failure(rule.code, f"the check failed: {type(problem).__name__}: {problem}"))
    lines, fingerprints = LineIndex(document.source), Fingerprints(known_as or document.path)
    located = [locate(rule, finding, analysis, lines) for rule, finding in subsume(found, analysis)]
    located.sort(
        key=lambda diagnostic: (diagnostic.location.start.offset, diagnostic.code, diagnostic.location.end.offset)
    )
    return LintResult(tuple(fingerprints.stamp(diagnostic) for diagnostic in located), tuple(failures))


def subsume(found: Sequence[tuple[Rule, Finding]], analysis: Analysis) -> list[tuple[Rule, Finding]]:
    """The findings without those that a stronger one on the same ground covers (`covers` in its rule file)."""
    grounds = [(rule.file.covers, _ground(finding, analysis)) for rule, finding in found if rule.file.covers]
    return [
        (rule, finding)
        for rule, finding in found
        if not any(
            rule.code in covered and any(overlaps(_in_text(finding.place, analysis), part) for part in ground)
            for covered, ground in grounds
        )
    ]


def locate(rule: Rule, finding: Finding, analysis: Analysis, lines: LineIndex) -> Diagnostic:
    """A finding in the words of its rule, at its place in the file."""
    variant = rule.file.variants.get(finding.variant) if finding.variant else None
    words = _words(finding, analysis)
    return Diagnostic(
        code=rule.code,
        name=rule.file.name,
        topic=rule.topic,
        variant=finding.variant,
        severity=(variant and variant.severity) or rule.severity,
        confidence=finding.confidence or (variant and variant.confidence) or rule.file.confidence,
        message=((variant and variant.message) or rule.file.message).format_map(words),
        help_url=None,
        location=_location(finding.place, analysis, lines),
        excerpt=_cut(_quote(finding.place, analysis), _LONGEST_EXCERPT),
        heading_path=analysis.sections.of_block(_block_at(finding.place, analysis)).path,
        related=tuple(
            RelatedLocation(
                related.role,
                rule.file.related.get(related.words or related.role, "").format_map(
                    {**words, "match": _cut(_quote(related.place, analysis), _LONGEST_QUOTE)}
                ),
                _location(related.place, analysis, lines),
            )
            for related in finding.related
        ),
        fixes=tuple(_fix(suggestion, analysis, lines) for suggestion in finding.suggestions),
        fingerprint=_sentence_of(finding.place, analysis),
    )


def _check_of(rule: Rule) -> CheckModule:
    return cast("CheckModule", import_module(f"healthlint.checks.{rule.file.check.replace('-', '_')}"))


def _words(finding: Finding, analysis: Analysis) -> dict[str, str | int]:
    """What the placeholders of the rule's message stand for."""
    return {"match": _cut(_quote(finding.place, analysis), _LONGEST_QUOTE), **finding.data}


def _ground(finding: Finding, analysis: Analysis) -> list[tuple[int, int]]:
    """The prose that a finding speaks of: its sentence, or all of a longer passage, and the places of the same kind.

    What is wrong in the copy that is not reported (role `copy`) stays wrong when the other one is gone.
    """
    places = [finding.place, *(related.place for related in finding.related if related.role == "also")]
    return [_whole_sentences(_in_text(place, analysis), analysis) for place in places]


def _whole_sentences(span: tuple[int, int], analysis: Analysis) -> tuple[int, int]:
    first, last = analysis.sentences.at(span[0]), analysis.sentences.at(max(span[1] - 1, span[0]))
    return (min(first.start, span[0]) if first else span[0], max(last.end, span[1]) if last else span[1])


def _in_text(place: Place, analysis: Analysis) -> tuple[int, int]:
    """A place in coordinates of the prose; one in the markup counts as the block that it stands in or before."""
    if isinstance(place, TextSpan):
        return place
    return analysis.document.blocks[_block_at(place, analysis)].span if analysis.document.blocks else (0, 0)


def _block_at(place: Place, analysis: Analysis) -> int:
    """The index of the last block that begins at or before a place."""
    in_text, index = isinstance(place, TextSpan), 0
    for number, block in enumerate(analysis.document.blocks):
        if (block.span.start if in_text else block.source.start) > place.start:
            break
        index = number
    return index


def _quote(place: Place, analysis: Analysis) -> str:
    whole = analysis.text if isinstance(place, TextSpan) else analysis.document.source
    return " ".join(whole[place.start : place.end].split())


def _cut(text: str, longest: int) -> str:
    """The text, or its beginning up to a word's end and an ellipsis."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _sentence_of(place: Place, analysis: Analysis) -> str:
    """The words that a fingerprint is made of: the whole sentences at the place."""
    if isinstance(place, SourceSpan):
        return _quote(place, analysis)
    return _quote(TextSpan(*_whole_sentences(place, analysis)), analysis)


def _location(place: Place, analysis: Analysis, lines: LineIndex) -> Location:
    span = analysis.document.source_map.to_source(place) if isinstance(place, TextSpan) else place
    return Location(analysis.document.path, lines.position(span.start), lines.position(span.end))


def _fix(suggestion: Suggestion, analysis: Analysis, lines: LineIndex) -> Fix:
    """The suggestion with its edits placed; one that would tear markup apart is left as words."""
    source_map = analysis.document.source_map
    edits = []
    for place, text in suggestion.edits:
        if isinstance(place, TextSpan) and place.start < place.end and not source_map.is_contiguous(place):
            return Fix(suggestion.message, False, ())
        location = _location(place, analysis, lines)
        edits.append(SourceEdit(location.start, location.end, text))
    return Fix(suggestion.message, suggestion.safe, tuple(edits))
