"""The shipped rules in one file of plain values, which is read many times faster than the YAML that it was made from.

The file lies in the wheel, or else in the user's cache. It begins with the names, sizes and checksums of all files that
it was made from, code included, and holds only as long as these are the same. Nothing in it is ever executed.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from io import FileIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, cast
from zlib import crc32

from healthlint.language.phrases import PhraseIndex, PhraseScanner
from healthlint.model.context import FactTable, Knowledge, Vocabulary
from healthlint.ruleset.lazy import FORMAT, LazyLexicons, LazyOwners, Tables, tabulate
from healthlint.ruleset.spec import SHIPPED_CODES, Later, Rule, RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from healthlint.model.finding import Severity
    from healthlint.ruleset.spec import Examples, Folders, RuleFile

SHIPPED = "rules.compiled"  # the name of the file in the package
_PACKAGE = Path(__file__).resolve().parents[1]
_OLD = 60 * 24 * 3600  # seconds
_CODE = ("checks", "language", "model", "ruleset")  # the packages that make rules out of files


def read_compiled(folder: Path, sources: bytes, own: Folders | None = None) -> RuleSet | None:
    """The rule set of a folder, with a publisher's own, whose files are still `sources`.

    None where no compiled file holds it.
    """
    for path in (None if own else _PACKAGE / SHIPPED, _cached_at(folder, own)):
        with suppress(OSError):
            if path and (ruleset := from_bytes(path.read_bytes(), folder, sources)):
                return ruleset
    return None


def keep_compiled(ruleset: RuleSet, folder: Path, sources: bytes, own: Folders | None = None) -> None:
    """Write the compiled file into the user's cache, in one step, or do without it where that cannot be."""
    path = _cached_at(folder, own)
    if path is None:
        return
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(to_bytes(ruleset, sources))
        fresh.replace(path)
        _sweep(path.parent)
    except OSError:
        with suppress(OSError):
            fresh.unlink()


def _sweep(caches: Path) -> None:
    """Take out what was written long ago: folders of rules come and go, and each leaves some megabytes behind."""
    for path in caches.glob("rules-*"):
        if time.time() - path.stat().st_mtime > _OLD:
            path.unlink()


def sources_of(folder: Path, code: Sequence[str] = _CODE) -> bytes:
    """The names, sizes and checksums of the files of a rule folder and of the code that reads them."""
    lines = []
    for top, suffix in ((folder, ".yaml"), *((_PACKAGE / name, ".py") for name in code)):
        for path in sorted(_files_in(top, suffix)):
            with FileIO(path) as file:
                data = file.readall()
            lines.append(f"{path.removeprefix(str(top))} {len(data)} {crc32(data)}\n")
    return "".join(lines).encode()


def cache_folder() -> Path | None:
    """Where this user keeps what can be made again; None for a user without a home."""
    return user_folder("XDG_CACHE_HOME", "~/Library/Caches", "~/.cache")


def user_folder(variable: str, mac: str, other: str) -> Path | None:
    """Our folder where an environment variable or the platform says; None for a user without a home."""
    if configured := os.environ.get(variable):
        folder = configured
    elif sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA", "~/AppData/Local")
    else:
        folder = mac if sys.platform == "darwin" else other
    with suppress(RuntimeError):
        return Path(folder).expanduser() / "healthlint"
    return None


def _cached_at(folder: Path, own: Folders | None) -> Path | None:
    """Where the compiled file of a rule folder, or of that and own ones, is kept for this user."""
    caches = cache_folder()
    folders = [folder, *(each.resolve() for each in chain(*(own or ())))]
    return caches / f"rules-{crc32(b' '.join(map(os.fsencode, folders))):08x}" if caches else None


def _files_in(folder: Path | str, suffix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files_in(entry.path, suffix)
            elif entry.name.endswith(suffix):
                yield entry.path


def to_bytes(ruleset: RuleSet, sources: bytes) -> bytes:
    """A rule set as a compiled file."""
    knowledge = ruleset.knowledge
    values = (
        tuple(_rule_row(rule) for rule in ruleset.rules),
        tuple(tabulate(knowledge)),
        tuple(cast("PhraseScanner", knowledge.scanner).index),
        {name: table.rows for name, table in knowledge.facts.items()},
    )
    body = marshal.dumps(values, FORMAT)  # type: ignore[arg-type]
    return b"%s\0%08x%s" % (sources, crc32(body), body)


def from_bytes(data: bytes, folder: Path, sources: bytes) -> RuleSet | None:
    """The rule set in a compiled file; None where it is damaged or was made from other files."""
    head = sources + b"\0"
    body = memoryview(data)[len(head) + 8 :]
    if not data.startswith(b"%s%08x" % (head, crc32(body))):
        return None
    rules, plain, index, facts = marshal.loads(body)  # nosec B302: our own file
    tables = Tables(*plain)
    lexicons = LazyLexicons(tables)
    knowledge = Knowledge(
        lexicons,
        {name: FactTable(rows) for name, rows in facts.items()},
        PhraseScanner(PhraseIndex(*index)),
        LazyOwners(tables, lexicons),
        Vocabulary(lexicons),
    )
    return RuleSet(tuple(_rule(folder, *row) for row in rules), knowledge)


def _rule_row(rule: Rule) -> tuple[object, ...]:
    path = "" if rule.code.startswith(SHIPPED_CODES) else rule.path
    examples = marshal.dumps(_plain(rule.examples), FORMAT)  # type: ignore[arg-type]
    return _plain(rule.file), rule.topic, path, _plain(rule.params), rule.severity, examples


def _rule(
    folder: Path, file: object, topic: str, path: str, params: object, severity: Severity, examples: bytes
) -> Rule:
    said = cast("RuleFile", _typed(file))
    path = path or str(folder / topic / f"{said.code}-{said.name}.yaml")
    return Rule(said, topic, path, severity, Later(partial(_typed, params)), Later(partial(_examples, examples)))


def _examples(data: bytes) -> Examples:
    return cast("Examples", _typed(marshal.loads(data)))  # nosec B302: part of our own file


def _plain(value: object) -> object:
    """A value without its types: a record is a list that begins with their name, a list one that begins with `""`."""
    if isinstance(value, tuple):
        plain = [_plain(item) for item in value]
        return [_name(type(value)), *plain] if hasattr(value, "_fields") else tuple(plain)
    if isinstance(value, list):
        return ["", *map(_plain, value)]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _typed(value: object) -> object:
    """The value that `_plain` was given."""
    if isinstance(value, list):
        items = [_typed(item) for item in value[1:]]
        return _record(value[0])(*items) if value[0] else items
    if isinstance(value, tuple):
        return tuple([_typed(item) for item in value])
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    return value


def _name(record: type) -> str:
    return f"{record.__module__.removeprefix('healthlint.')}.{record.__name__}"


@cache
def _record(name: str) -> type:
    """The record with this name, such as `checks.existence.Params`; there are none but those of this package."""
    module, _, kind = name.rpartition(".")
    return cast("type", getattr(import_module(f"healthlint.{module}"), kind))
