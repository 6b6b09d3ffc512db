"""Finds that an article lacks a statement that it needs, in whatever words it could be made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.analysis.wordings import has_component, is_said
from healthlint.checks import LexiconName
from healthlint.model.finding import Edit, Finding, Suggestion
from healthlint.model.span import SourceSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.hits import Hit


class Params(NamedTuple):
    """What satisfies, and when it is needed.

    `wording`: lists of lexicons; a sentence, anywhere on the page, that has a term of each of one list says it.
    `components`: parts of the names of template elements and of metadata keys that stand for it.
    `when`: the article needs it if one of these stands in the body, in articles of at least `words` words, or if its
    metadata or template names something with one of the parts in `marked`.
    `subjects`, `fewest`: it is needed only where so many different terms of these stand in a body that speaks to its
    `readers`, or where a body is full of these and of what goes `beside` them; what `goals` name is none of them.
    `site`: the setting by which a publisher says that the page template adds it; `text`: what is offered as the
    statement where the publisher has no `disclaimer_text` of his own.
    """

    wording: tuple[tuple[LexiconName, ...], ...]
    components: tuple[str, ...] = ()
    when: LexiconName | None = None
    marked: tuple[str, ...] = ()
    words: int = 150
    subjects: tuple[LexiconName, ...] = ()
    beside: tuple[LexiconName, ...] = ()
    goals: LexiconName | None = None
    fewest: int = 0
    readers: LexiconName | None = None
    site: Literal["", "site_disclaimer"] = ""
    text: str = ""


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding on the whole article."""
    if analysis.article.words < params.words or (params.site and getattr(analysis.policy, params.site)):
        return
    if (params.when or params.marked) and not _is_called_for(analysis, params):
        return
    if params.subjects and not _is_about(analysis, params):
        return
    if has_component(analysis.document, params.components) or is_said(analysis, params.wording):
        return
    yield Finding(analysis.whole, suggestions=_offer(analysis, params))


def _is_called_for(analysis: Analysis, params: Params) -> bool:
    if params.when and any(_in_body(analysis, params.when)):
        return True
    return has_component(analysis.document, params.marked)


def _offer(analysis: Analysis, params: Params) -> tuple[Suggestion, ...]:
    """The statement, to be put behind the body; in words only where a paragraph cannot simply follow."""
    text = analysis.policy.disclaimer_text or params.text
    if not params.text:
        return ()
    document = analysis.document
    body = [block for block, zone in zip(document.blocks, analysis.zones, strict=True) if zone == "body"]
    edits: tuple[Edit, ...] = ()
    if body and body[-1].kind in ("paragraph", "item") and document.format != "html":
        end = body[-1].source.end
        edits = (Edit(SourceSpan(end, end), f"\n\n{text}"),)
    return (Suggestion(f"Add at the end: “{text}”", edits),)


def _is_about(analysis: Analysis, params: Params) -> bool:
    """Whether the body is full of the subject and of what goes with it, or speaks to readers of much of it."""
    hits = [hit for lexicon in params.subjects for hit in _in_body(analysis, lexicon)]
    starts = {hit.start for hit in analysis.hits[params.goals]} if params.goals else set()
    goals = {hit.entry.term for hit in hits if hit.start in starts}
    ills = [hit for hit in hits if hit.entry.term not in goals]
    beside = [hit for lexicon in params.beside for hit in _in_body(analysis, lexicon)]
    if len(ills) >= _SOME and len(ills) + len(beside) >= _FULL * analysis.article.words:
        return True
    is_spoken_to = params.readers is None or any(_in_body(analysis, params.readers))
    return is_spoken_to and len({hit.entry.term for hit in ills}) >= params.fewest


def _in_body(analysis: Analysis, lexicon: LexiconName) -> Iterator[Hit]:
    """The hits of a lexicon in the body."""
    for hit in analysis.hits[lexicon]:
        sentence = analysis.sentences.at(hit.start)
        if sentence is not None and analysis.zones[sentence.block] == "body":
            yield hit


_SOME = 5  # hits
_FULL = 0.045  # hits a word
