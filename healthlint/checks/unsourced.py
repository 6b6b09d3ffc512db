"""Finds articles that assert much and name no source at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`least` sentences of claims, statistics or talk of research need a source; `fields` of metadata may list it."""

    least: int = 3
    words: int = 150
    fields: tuple[str, ...] = ()


WORDS: tuple[str, ...] = ("count",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding on the whole article. A name dropped in passing is no source that readers can follow."""
    if analysis.article.words < params.words or analysis.references.entries or _has_field(analysis, params):
        return
    if any(citation.kind not in _NAMES for citation in analysis.citations.all):
        return
    count = _assertions(analysis)
    if count >= params.least:
        yield Finding(analysis.whole, {"count": count})


_NAMES = ("named", "source-line")


def _has_field(analysis: Analysis, params: Params) -> bool:
    keys = (re.sub(r"[\W_]+", "", field.key.partition(".")[0]) for field in analysis.document.fields if field.value)
    return any(key in params.fields for key in keys)


def _assertions(analysis: Analysis) -> int:
    """The number of sentences of the body that say something for which readers want a source."""
    sentences = {claim.sentence for claim in analysis.claims}
    sentences.update(sentence for sentence, _ in analysis.statistics.items())
    attributions = analysis.attributions
    sentences.update(sentence for sentence in attributions.candidates if attributions.of(sentence))
    return sum(analysis.zones[sentence.block] == "body" for sentence in sentences)
