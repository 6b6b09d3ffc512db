"""The keys of a configuration file."""

from __future__ import annotations

from typing import Literal, NamedTuple

from healthlint.model.document import Format
from healthlint.model.finding import Confidence, Severity
from healthlint.ruleset.located import Located
from healthlint.ruleset.spec import ArticleKind


class Layer(NamedTuple):
    """The keys that may stand both at the top of a file and in each of its overrides; None: not said.

    Those that `Policy` has too are what the checks are told.
    """

    select: tuple[Located, ...] | None = None
    extend_select: tuple[Located, ...] = ()
    ignore: tuple[Located, ...] = ()
    rules: dict[str, Located] = {}
    preview: bool | None = None
    fail_on: Severity | None = None
    min_severity: Severity | None = None
    max_warnings: Located | None = None
    min_confidence: Confidence | None = None
    profile: Located | None = None  # the name of a file in rules/profiles
    article: ArticleKind | None = None
    region: Literal["us", "uk", "eu", "au", "ca"] | None = None
    today: Located | None = None
    own_domains: tuple[str, ...] | None = None
    site_author: bool | None = None
    site_reviewer: bool | None = None
    site_date: bool | None = None
    site_disclaimer: bool | None = None
    review_max_age: int | None = None
    max_file_size: int | None = None  # in MB
    retractions: Located | None = None  # the path of a database, or false
    citation_scope: Literal["paragraph", "sentence"] | None = None
    shared_blocks: tuple[str, ...] | None = None
    disclaimer_text: str | None = None
    origin: str | None = None  # no key: the file that says all this; None: the command line


class TopKeys(NamedTuple):
    """The keys that stand only at the top."""

    extends: tuple[Located, ...] = ()  # other configurations, whose keys this one's beat
    required_version: Located | None = None  # such as ">=0.2,<1"
    exclude: tuple[str, ...] = ()  # patterns as in .gitignore, relative to the file's folder
    respect_gitignore: bool | None = None
    extensions: dict[str, Format] = {}  # further suffixes of articles: `.njk: html`
    overrides: tuple[Located, ...] = ()
    suppressions: tuple[Located, ...] = ()
    own_rules: tuple[Located, ...] = ()  # folders, relative to this file
    lexicons: tuple[Located, ...] = ()
    facts: tuple[Located, ...] = ()


class SuppressionKeys(NamedTuple):
    """The keys of one of the `suppressions`, which stand here for what has no room for comments."""

    files: tuple[str, ...]
    rules: tuple[Located, ...]
    reason: str
    reviewed_by: str = ""
    until: Located | None = None
    words: str = ""  # only findings in whose words these stand


class OverrideKeys(NamedTuple):
    """The keys that stand only in an override."""

    files: tuple[str, ...]
