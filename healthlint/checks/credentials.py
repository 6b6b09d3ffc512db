"""Finds authors and reviewers of whom readers do not learn what makes them fit to write on health."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.byline_parts import NAME, DetailKind
from healthlint.checks import LexiconName
from healthlint.model.finding import Finding
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.byline_parts import Detail


class Params(NamedTuple):
    """`kinds` of people who need one; `letters`, `titles` and `roles` are what they may carry.

    `teams` and `bodies` are words in the names of those who are no persons.
    """

    kinds: tuple[DetailKind, ...]
    letters: LexiconName
    titles: LexiconName
    roles: LexiconName
    teams: LexiconName
    bodies: LexiconName


WORDS: tuple[str, ...] = ("name",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding for each person, wherever on the page or in the metadata the name stands first."""
    people = [detail for kind in params.kinds for detail in analysis.metadata.of(kind) if _is_person(detail)]
    bodies = _declared_bodies(analysis)
    told = {_key(detail) for detail in people if _is_told(analysis, params, detail) or detail.label in bodies}
    for detail in people:
        if (key := _key(detail)) not in told:
            told.add(key)
            yield Finding(detail.place, {"name": detail.value})


def _is_person(detail: Detail) -> bool:
    """Whether a value looks like the names of one person, two words or more with capitals."""
    name = NAME.match(detail.value)
    return name is not None and 1 <= name[0].count(" ") <= _MOST_SPACES


def _declared_bodies(analysis: Analysis) -> frozenset[str]:
    """The keys of metadata whose values are names of organisations, as the type beside them says."""
    types = [field for field in analysis.document.fields if field.key.endswith("@type")]
    return frozenset(
        field.key.removesuffix("@type") + "name"
        for field in types
        if field.value.endswith(("Organization", "Hospital"))
    )


def _key(detail: Detail) -> str:
    """A person's name without what follows it: "Jo Poe, MD" and "Jo Poe" are the same."""
    return re.sub(r"\W+", " ", re.split(r",|\(| - ", detail.value)[0]).strip().lower()


def _is_told(analysis: Analysis, params: Params, detail: Detail) -> bool:
    """Whether letters, title or role stand in the name, or near it on the page; or it is the name of a body."""
    lexicons = (params.letters, params.titles, params.roles, params.teams, params.bodies)
    if any(_has_term(detail.value, analysis, lexicon) for lexicon in lexicons):
        return True
    for start, end in _mentions(analysis, detail):
        around = start - _BEFORE, end + _BEHIND
        if any(analysis.hits.any_within(each, *around) for each in (params.letters, params.titles, params.roles)):
            return True
    return False


def _mentions(analysis: Analysis, detail: Detail) -> Iterator[tuple[int, int]]:
    """Where the name stands on the page: in the byline, and in the note on the author."""
    name = re.split(r",|\(| - ", detail.value)[0].strip()
    at = analysis.text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = analysis.text.find(name, at + len(name))
    if isinstance(detail.place, TextSpan):
        yield detail.place


def _has_term(value: str, analysis: Analysis, lexicon: LexiconName) -> bool:
    words = re.sub(r"[^\w./]+", " ", value.lower())
    padded = f" {words.replace('. ', ' ').rstrip('.')} "
    return any(
        f" {form.text.lower().rstrip('.')} " in padded
        for entry in analysis.knowledge.lexicons[lexicon].entries
        for form in entry.forms
    )


_MOST_SPACES = 4
_BEFORE, _BEHIND = 12, 200  # characters around a name in which its title or role stands
