"""What every analysis is handed: the shipped knowledge, and the publisher's policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from healthlint.language.phrases import PhraseScanner


class Entry(NamedTuple):
    """One row of a lexicon: a term, every form in which it is looked for, and what the lexicon says of it."""

    term: str
    forms: tuple[str, ...]
    notes: Mapping[str, str] = {}  # further keys of the row, such as `preferred` or `key`


class Lexicon(NamedTuple):
    """A named list of words and phrases from `rules/lexicons/<name>.yaml`, or the phrases written in a rule."""

    name: str
    entries: tuple[Entry, ...]


Fact = dict[str, str]
"""One row of `rules/facts/<name>.yaml`, by column; a column that is missing is an empty string."""


class Knowledge(NamedTuple):
    """All that the shipped data and the user's own files say; built once a process by `ruleset`."""

    lexicons: Mapping[str, Lexicon]
    facts: Mapping[str, tuple[Fact, ...]]
    scanner: PhraseScanner


class Policy(NamedTuple):
    """What the publisher decided; built by `engine.config` for each article."""

    today: date
    region: str = "us"  # us, uk, eu, au or ca
    article: str | None = None  # the kind of article, where the publisher says it
    own_domains: tuple[str, ...] = ()
    site_author: bool = False  # the page template adds the author …
    site_reviewer: bool = False
    site_date: bool = False
    site_disclaimer: bool = False
    citation_scope: str = "paragraph"  # or sentence
    shared_blocks: tuple[str, ...] = ()  # text that may stand in many articles
    disclaimer_text: str = ""
