"""The rules and what they know, out of the compiled file where that is up to date, else out of the rule folder."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.ruleset.compiled import keep_compiled, read_compiled, sources_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from healthlint.ruleset.spec import Folders, RuleSet

_READING = (
    "checks",
    "language",
    "model",
    "ruleset",
    "analysis",
    "engine",
    "readers",
)  # the code that results come from


class Rules(NamedTuple):
    """Rules that are not read before they are needed."""

    digest: str  # another one for each state of the rules and the code; empty where nothing is to be kept by it
    load: Callable[[], RuleSet]


def rules_dir() -> Path:
    """The folder of the shipped rules: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "rules"
    return shipped if shipped.is_dir() else package.parent / "rules"


def load_rules(folder: Path | None = None) -> RuleSet:
    """Every rule of the folder (by default the shipped one), whatever its status, in the order of the codes.

    Raises RuleError with file and line for the first mistake.
    """
    if folder is not None:
        return _read(folder)
    folder = rules_dir()
    sources = sources_of(folder)  # before the files are read: what changes meanwhile must not pass for compiled
    ruleset = read_compiled(folder, sources)
    if ruleset is None:
        ruleset = _read(folder)
        keep_compiled(ruleset, folder, sources)
    return ruleset


def load_own(shipped: Callable[[], RuleSet], own: Folders, *, keep: bool) -> RuleSet:
    """The shipped rules with those in a publisher's folders; a compiled copy is used and kept if `keep`.

    Raises RuleError with file and line for the first mistake.
    """
    folder = rules_dir()
    parts = [repr(own).encode(), sources_of(folder), *(sources_of(each, ()) for each in chain(*own))] if keep else []
    sources = b"\n".join(parts)
    ruleset = read_compiled(folder, sources, own) if keep else None
    if ruleset is None:
        from healthlint.ruleset.own import with_own

        ruleset = with_own(shipped(), own)
        if keep:
            keep_compiled(ruleset, folder, sources, own)
    return ruleset


def digest_rules() -> str:
    """Another word for each state of the shipped rules and of all code that reads articles by them."""
    from hashlib import blake2b

    return blake2b(sources_of(rules_dir(), _READING), digest_size=16).hexdigest()


def _read(folder: Path) -> RuleSet:
    from healthlint.ruleset.rule_files import read_rules  # and YAML with it: 50 ms that a compiled file saves

    return read_rules(folder)
