"""What every analysis is handed: the shipped knowledge, and the publisher's policy."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


Inflection = Literal["", "plural", "third", "past", "participle", "gerund"]


class Form(NamedTuple):
    """One way in which a term is written. A participle that is spelled like the past tense counts as `past`."""

    text: str
    inflection: Inflection = ""


class Entry(NamedTuple):
    """One row of a lexicon: a term, every form in which it is looked for, and what the lexicon says of it."""

    term: str
    forms: tuple[Form, ...]
    notes: Mapping[str, str] = {}  # further columns of the row, such as `preferred` or `key`
    exact: bool = False  # only in the case in which it is written: `WHO`, `US`

    def base_of(self, text: str) -> str:
        """The base form of one of the forms: `upset` of “upsets”, though the row may begin with `irritate`."""
        base = self.term
        for form in self.forms:
            if not form.inflection:
                base = form.text
            if form.text == text:
                return base
        return self.term


class Owner(NamedTuple):
    """Where a phrase of the scanner comes from."""

    lexicon: str
    entry: Entry
    inflection: Inflection
    exact: str  # how it must be written; empty where any case will do


class Lexicon(NamedTuple):
    """A named list of words and phrases from `rules/lexicons/<name>.yaml`, or the phrases written in a rule."""

    name: str
    entries: tuple[Entry, ...]
    lookup: Mapping[bytes, bytes] = {}  # the term of each form, where words are looked up in it instead of scanned for


Fact = dict[str, str]
"""One row of `rules/facts/<name>.yaml`, by column; a column that is missing is an empty string."""


class FactTable:
    """The rows of `rules/facts/<name>.yaml`."""

    __slots__ = ("_groups", "rows")

    def __init__(self, rows: tuple[Fact, ...] = ()) -> None:
        self.rows = rows
        self._groups: dict[str, dict[str, list[Fact]]] = {}

    def by(self, column: str) -> Mapping[str, list[Fact]]:
        """The rows by their value in a column; grouped once for all articles."""
        if column not in self._groups:
            groups = self._groups[column] = {}
            for row in self.rows:
                groups.setdefault(row[column], []).append(row)
        return self._groups[column]

    def by_each(self, column: str) -> Mapping[str, list[Fact]]:
        """The rows by each of the values that their cell in a column lists, as in `tea|coffee`."""
        key = f"{column}|"
        if key not in self._groups:
            groups = self._groups[key] = {}
            for row in self.rows:
                for value in row[column].split("|"):
                    groups.setdefault(value, []).append(row)
        return self._groups[key]


class Vocabulary:
    """What `rewording.yaml` tells of words when passages are compared."""

    def __init__(self, lexicons: Mapping[str, Lexicon]) -> None:
        self._lexicons = lexicons

    @cached_property
    def terms(self) -> Mapping[bytes, bytes]:
        """For each word that another may replace in a rewrite the one under which both count."""
        others, nouns, verbs = (self._lexicons[f"rewording.{group}"].lookup for group in ("others", "nouns", "verbs"))
        return {**others, **nouns, **verbs}

    @cached_property
    def light(self) -> frozenset[bytes]:
        """Terms that two passages on anything may have in common."""
        return frozenset(self.terms.get(word, word) for word in self._lexicons["rewording.light"].lookup)


class Scanner(Protocol):
    """What finds phrases in a text: `language.phrases.PhraseScanner`, which is no affair of the model's."""

    @property
    def phrases(self) -> tuple[str, ...]:
        """What it looks for, by number."""

    def scan(self, folded: str) -> list[tuple[int, int, int]]:
        """(number of the phrase, start, end) of every hit in a folded text, by start; of these the longest first."""


class Owners(Protocol):
    """Where each phrase of the scanner comes from, by its number."""

    def __getitem__(self, phrase: int, /) -> tuple[Owner, ...]: ...


class Knowledge(NamedTuple):
    """All that the shipped data and the user's own files say; built once a process by `ruleset`."""

    lexicons: Mapping[str, Lexicon]
    facts: Mapping[str, FactTable]
    scanner: Scanner
    owners: Owners
    vocabulary: Vocabulary


class Retractions(NamedTuple):
    """The user's database of retracted papers, as `healthlint references update` built it."""

    path: str
    stamp: str = ""  # another one for each state of the file: what was found in it holds no longer


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
    review_max_age: int = 36  # months
    citation_scope: str = "paragraph"  # or sentence
    retractions: Retractions | None = None  # None: none was built, and nothing is looked up
    shared_blocks: tuple[str, ...] = ()  # text that may stand in many articles
    disclaimer_text: str = ""
