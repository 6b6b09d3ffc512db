"""The findings that a team has agreed to live with for now: a file of their fingerprints."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.engine.config import BASELINE
from healthlint.engine.files import write_whole
from healthlint.engine.report import Stale
from healthlint.errors import ConfigError
from healthlint.model.finding import Suppression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from healthlint.model.finding import Diagnostic

_VERSION = 1


class Accepted(NamedTuple):
    """One finding of a baseline; the excerpt is for the people who read the file."""

    id: str
    fingerprint: str
    excerpt: str


class Judged(NamedTuple):
    """The diagnostics of a file, of which those that are known say so, and the entries that no finding answers to."""

    diagnostics: list[Diagnostic]
    left: list[Accepted]


class Baseline(NamedTuple):
    """The accepted findings by file, as fingerprints name it."""

    path: Path
    files: Mapping[str, Sequence[Accepted]]

    def judge(self, file: str, diagnostics: Iterable[Diagnostic]) -> Judged:
        """The diagnostics of a file held against its entries. What somebody suppressed needs no baseline."""
        accepted = {entry.fingerprint: entry for entry in self.files.get(file, ())}
        judged = [
            each if each.suppressed or not accepted.pop(each.fingerprint, None) else each._replace(suppressed=_KNOWN)
            for each in diagnostics
        ]
        return Judged(judged, [*accepted.values()])


class Baselines:
    """The baseline beside each configuration, or the one that is given for all articles."""

    def __init__(self, given: Path | None = None) -> None:
        """Raises ConfigError for one that is given and cannot be read."""
        self._given = read_baseline(given) if given else None
        self._found: dict[Path, Baseline | None] = {}

    def of(self, folder: Path) -> Baseline | None:
        """The baseline of the articles whose fingerprints name them as seen from a folder. Raises ConfigError."""
        if folder not in self._found:
            path = folder / BASELINE
            self._found[folder] = self._given or (read_baseline(path) if path.is_file() else None)
        return self._found[folder]

    def used(self) -> list[Baseline]:
        """The baselines that were asked for and are there, each once."""
        return [*{baseline.path: baseline for baseline in self._found.values() if baseline}.values()]

    def orphans(self) -> Iterator[Stale]:
        """The entries for files that are no more."""
        for baseline in self.used():
            folders = [folder for folder, mine in self._found.items() if mine == baseline]
            for file, entries in baseline.files.items():
                if not any((folder / file).exists() for folder in folders):
                    yield from (Stale(baseline.path, file, entry) for entry in entries)


def read_baseline(path: Path) -> Baseline:
    """A baseline by its path. Raises ConfigError."""
    import json  # which runs without a baseline do not pay for

    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise ConfigError(f"cannot be read: {problem.strerror}", str(path)) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8 text; write it anew with `healthlint baseline`", str(path)) from None
    except (ValueError, RecursionError) as problem:  # of numbers and of nesting beyond all measure, too
        told, line = (
            (problem.msg, problem.lineno) if isinstance(problem, json.JSONDecodeError) else (str(problem), None)
        )
        raise ConfigError(f"is not JSON ({told}); write it anew with `healthlint baseline`", str(path), line) from None
    version = data.get("schema_version") if isinstance(data, dict) else None
    if version != _VERSION:
        found = "has no schema_version" if version is None else f"has schema_version {version}, not {_VERSION}"
        raise ConfigError(f"{found}; write it anew with `healthlint baseline`", str(path))
    try:
        files = {file: tuple(Accepted(**entry) for entry in entries) for file, entries in data["findings"].items()}
    except (KeyError, TypeError, AttributeError):
        message = (
            "does not hold findings by file with id, fingerprint and excerpt; write it anew with `healthlint baseline`"
        )
        raise ConfigError(message, str(path)) from None
    return Baseline(path, files)


def write_baseline(baseline: Baseline) -> None:
    """Write a baseline, a line for each finding, so that changes to it are easy to review. Raises ConfigError."""
    import json

    blocks = [
        f"  {json.dumps(file, ensure_ascii=False)}: [\n"
        + ",\n".join(f"   {json.dumps(entry._asdict(), ensure_ascii=False)}" for entry in sorted(entries))
        + "\n  ]"
        for file, entries in sorted(baseline.files.items())
        if entries
    ]
    inside = "\n" + ",\n".join(blocks) + "\n " if blocks else ""
    text = f'{{\n "schema_version": {_VERSION},\n "findings": {{{inside}}}\n}}\n'
    try:
        write_whole(baseline.path, text.encode("utf-8", "replace"))
    except OSError as problem:
        raise ConfigError(f"cannot be written: {problem.strerror}", str(baseline.path)) from None


def accept(diagnostics: Iterable[Diagnostic]) -> tuple[Accepted, ...]:
    """The entries of a file's diagnostics."""
    return tuple(Accepted(each.code, each.fingerprint, each.excerpt[:_EXCERPT]) for each in diagnostics)


_EXCERPT = 80  # characters
_KNOWN = Suppression("baseline", "in the baseline")
