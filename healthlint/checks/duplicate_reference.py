"""Finds works that stand in the reference list twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.reference_uses import address_key
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.references import Reference


class Params(NamedTuple):
    """`title`: how many words a title needs so that no two works share it."""

    title: int = 4


WORDS: tuple[str, ...] = ()
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding for each entry of which there is an earlier one."""
    first: dict[str, Reference] = {}
    for entry in analysis.references.entries:
        keys = list(_keys(entry, analysis.text, params))
        earlier = next((first[key] for key in keys if key in first), None)
        if earlier is not None and not _differ(earlier, entry):
            copy = Related("copy", TextSpan(earlier.start, earlier.end))
            yield Finding(TextSpan(entry.start, entry.end), related=(copy,))
        for key in keys:
            first.setdefault(key, entry)


def _keys(entry: Reference, text: str, params: Params) -> Iterator[str]:
    """What another entry for the same work would share. Footnotes repeat a work with other pages: all their words."""
    if entry.kind == "footnotes":
        yield f"words {_plain(text[entry.start : entry.end])}"
        return
    yield from (f"id {identifier.lower()}" for identifier in (entry.doi, entry.pmid, entry.pmcid) if identifier)
    key = address_key(entry.url)
    if not entry.doi and "/" in key:
        yield f"url {key}"
    title = _plain(entry.title)
    if len(title.split()) >= params.title:
        yield f"title {title}"


def _differ(one: Reference, other: Reference) -> bool:
    """Whether two entries with the same title are of different years, or of different works with identifiers."""
    if one.doi and other.doi:
        return one.doi.lower() != other.doi.lower()
    return None not in (one.year, other.year) and one.year != other.year


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
