"""Finds headings that stand twice over different text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.tokens import normalise
from healthlint.model.finding import Finding, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """There is nothing to set."""


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a heading that repeats an earlier one of the same level under the same heading."""
    blocks, sections = analysis.document.blocks, analysis.sections
    headings = [
        section.heading
        for section in sections.all
        if section.heading is not None and analysis.zones[section.heading] == "body"
    ]
    names = [normalise(analysis.text[slice(*blocks[heading].span)]) for heading in headings]
    titles = {normalise(detail.value) for detail in analysis.metadata.of("title")}  # HL905 looks after them
    first: dict[tuple[str, int | None, int], int] = {}
    for place, (heading, name) in enumerate(zip(headings, names, strict=True)):
        key = name, sections.of_block(heading).parent, blocks[heading].level
        earlier = first.setdefault(key, place)
        if name and name not in titles and earlier != place and not _is_form(names, earlier, place):
            yield Finding(blocks[heading].span, related=(Related("copy", blocks[headings[earlier]].span),))


def _is_form(names: list[str], earlier: int, later: int) -> bool:
    """Whether another heading beside it stands twice, too, as those of two recipes or two medicines do."""
    for step in (-1, 1):
        if earlier + step >= 0 and later + step < len(names):
            beside = names[later + step]
            if beside == names[earlier + step] and beside != names[later]:
                return True
    return False
