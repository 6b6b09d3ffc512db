"""What has changed in the articles according to git."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.errors import ConfigError
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from healthlint.model.finding import Diagnostic, Location


class Lines(NamedTuple):
    """The lines of a file that are new or different, as ranges with an exclusive end."""

    ranges: tuple[tuple[int, int], ...]
    is_new: bool = False  # the file; then every line of it is

    def meet(self, place: Location) -> bool:
        """Whether a place stands on one of them."""
        first, last = place.start.line, place.end.line
        return self.is_new or any(start <= last and first < end for start, end in self.ranges)


class Changes(NamedTuple):
    """The changed files by their real path."""

    folder: Path  # of the repository
    files: dict[str, Lines]

    def of(self, path: str) -> Lines | None:
        """What has changed in a file; None where nothing has."""
        return self.files.get(str(Path(path).resolve()))

    def concern(self, diagnostic: Diagnostic) -> bool:
        """Whether what changed has to do with a diagnostic: its place, or what it is a copy of or at odds with.

        One on the whole article concerns whoever adds the article, not whoever mends a sentence of it.
        """
        here = self.of(diagnostic.location.file)
        if diagnostic.on_whole:
            return here is not None and here.is_new
        places = [diagnostic.location]
        places += (related.location for related in diagnostic.related if related.role in ("copy", "evidence"))
        return any((lines := self.of(place.file)) is not None and lines.meet(place) for place in places)


def changes_since(revision: str, folder: Path) -> Changes:
    """What the files of a repository hold that they did not where a revision branched off. Raises ConfigError."""
    top = _top(folder)
    if _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") is None:
        raise ConfigError(f'git knows no revision "{revision}" here; `git branch --all` and `git tag` list the names')
    base = (_git(top, "merge-base", revision, "HEAD") or revision.encode()).decode().strip()
    files = _differences(top, base)
    untracked = _git(top, "ls-files", "--others", "--exclude-standard", "-z") or b""
    files.update((str(top / name), Lines((), is_new=True)) for name in _names(untracked))
    return Changes(top, files)


def staged_changes(folder: Path) -> Changes:
    """What the next commit would change. Raises ConfigError."""
    top = _top(folder)
    return Changes(top, _differences(top, "--cached"))


def staged_data(changes: Changes) -> Iterator[tuple[str, bytes]]:
    """The files, by real path, whose staged version is not the one on disk, with the staged one."""
    for name in _names(_git(changes.folder, "diff", "--name-only", "-z") or b""):
        path = str(changes.folder / name)
        if path in changes.files and (data := _git(changes.folder, "show", f":{name}")) is not None:
            yield path, data


def _differences(top: Path, against: str) -> dict[str, Lines]:
    arguments = (
        "diff",
        against,
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--ignore-submodules",
        "-M",
        "--diff-filter=ACMR",
    )
    listed = _git(top, *arguments, "--name-status", "-z") or b""
    sections = _SECTION.split((_git(top, *arguments, "--unified=0") or b"").decode("utf-8", "replace"))[1:]
    # Both list the same files in the same order, and only the first spells every name plainly.
    return {
        str((top / name).resolve()): Lines(tuple(_ranges(section)), status == "A")
        for (status, name), section in zip(_statuses(listed), sections, strict=True)
    }


def _statuses(listed: bytes) -> Iterator[tuple[str, str]]:
    """The letter of each status and the name that the file has now."""
    fields = iter(_names(listed))
    for status in fields:
        name = next(fields)
        yield status[0], next(fields) if status[0] in "RC" else name


def _ranges(section: str) -> Iterator[tuple[int, int]]:
    for hunk in _HUNK.finditer(section):
        start, count = int(hunk["start"]), int(hunk["count"] or 1)
        if count:
            yield start, start + count


def _names(listed: bytes) -> Iterable[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _top(folder: Path) -> Path:
    found = _git(folder, "rev-parse", "--show-toplevel")
    if found is None:
        raise ConfigError(f"{folder} is in no git repository, so that nothing is known of changes")
    return Path(found.decode("utf-8", "surrogateescape").rstrip("\n")).resolve()


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git answers; None where it fails. Raises ConfigError where there is no git."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise ConfigError("git was not found, and without it nothing is known of changes") from None
    return done.stdout if done.returncode == 0 else None


_SECTION = lazy_pattern(r"^diff --git .*\n", re.MULTILINE)
_HUNK = lazy_pattern(r"^@@ -\S+ \+(?P<start>\d+)(?:,(?P<count>\d+))? @@", re.MULTILINE)
