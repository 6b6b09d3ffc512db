"""Finds lines of help that were closed or replaced, where the page does not give the one that took their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.contacts import is_given, numbers_in, places_of_contact
from healthlint.checks import LexiconName
from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`lines`: the table of retired lines. `past`: words of a sentence that tells of the line as a former one."""

    lines: str
    past: LexiconName


WORDS: tuple[str, ...] = ("service", "instead")
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a retired line, at the first place that gives it."""
    numbers = {*numbers_in(analysis.text)}
    for row in analysis.knowledge.facts[params.lines].rows:
        if not is_given(row["contact"], numbers, analysis.hits.folded):
            continue
        if any(is_given(each, numbers, analysis.hits.folded) for each in re.split(r" or ", row["instead"])):
            continue
        data = {"service": row["service"], "instead": f"{row['instead']} ({row['instead_service']})"}
        for place in places_of_contact(row["contact"], analysis.text):
            sentence = analysis.sentences.at(place.start)
            if sentence is None or analysis.zones[sentence.block] == "references":
                continue
            if analysis.document.blocks[sentence.block].kind in ("quote", "code"):
                continue
            if not analysis.hits.any_within(params.past, sentence.start, sentence.end):
                yield Finding(place, data)
                break
