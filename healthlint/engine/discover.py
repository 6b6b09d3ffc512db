"""Command-line paths -> the articles to lint."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from healthlint.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

SUFFIXES = frozenset((".md", ".markdown", ".mdx", ".html", ".htm", ".txt"))


class Choosing(Protocol):
    """What the configuration says of absolute paths."""

    def excludes(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether it leaves a file or a folder out."""

    def ignores(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether git ignores it, and that counts."""

    def suffixes(self, folder: Path) -> Collection[str]:
        """The suffixes of further articles in a folder."""


class Missing(NamedTuple):
    """A path that cannot be linted, and why."""

    path: str
    message: str


class Found(NamedTuple):
    """The files to lint in the order of their paths, each once, and what was not found."""

    files: tuple[str, ...]
    missing: tuple[Missing, ...] = ()


def find_files(paths: Sequence[str], choosing: Choosing, *, force_exclude: bool = False) -> Found:
    """The articles that the paths mean: files, folders and globs.

    A file that is named itself is linted whatever its suffix, and whatever is excluded unless `force_exclude`.
    """
    finder = _Finder(choosing, force_exclude)
    for path in paths:
        finder.add(path)
    files = sorted(finder.found.values(), key=lambda path: path.split(os.sep))
    return Found(tuple(files), tuple(finder.missing))


class _Finder:
    def __init__(self, choosing: Choosing, force_exclude: bool) -> None:
        self._choosing, self._excludes, self._force_exclude = choosing, choosing.excludes, force_exclude
        self.found: dict[str, str] = {}  # absolute path -> as the user wrote it
        self.missing: list[Missing] = []

    def add(self, path: str) -> None:
        if os.path.isdir(path):
            self._add_all(self._walk(path))
        elif os.path.exists(path):
            if not (self._force_exclude and self._is_left_out(path)):
                self._add_all((path,))
        elif any(char in path for char in "*?["):
            self._add_glob(path)
        else:
            self.missing.append(Missing(path, f"no such file or folder{_nearest(path)}"))

    def _add_glob(self, pattern: str) -> None:
        from glob import iglob

        has_suffix = os.path.splitext(pattern)[1][1:].isalnum()  # `*.text` says what it wants, `posts/**` does not
        matched = False
        for path in iglob(pattern, recursive=True):
            matched = True
            if os.path.isdir(path):
                if not pattern.endswith("**"):  # which names the files in the folder already
                    self._add_all(self._walk(path))
            elif (has_suffix or self._is_article(path)) and not self._is_left_out(path):
                self._add_all((path,))
        if not matched:
            self.missing.append(Missing(pattern, "no file fits this pattern"))

    def _is_article(self, path: str) -> bool:
        return _is_article(path, self._choosing.suffixes(Path(os.path.dirname(os.path.abspath(path)))))

    def _add_all(self, paths: Iterable[str]) -> None:
        for path in paths:
            plain = os.path.normpath(path)
            self.found.setdefault(os.path.abspath(plain), plain)

    def _walk(self, top: str) -> Iterator[str]:
        """The articles below a folder. Links to folders are not followed: a circle of them has no end."""
        for folder, folders, names in os.walk(top, onerror=self._unreadable):
            base = Path(os.path.abspath(folder))
            folders[:] = [
                name for name in folders if not _is_hidden(name) and not self._passes_over(base / name, is_folder=True)
            ]
            further = self._choosing.suffixes(base)
            for name in names:
                if _is_article(name, further) and not _is_hidden(name) and not self._passes_over(base / name):
                    path = os.path.join(folder, name)
                    if os.path.isfile(path):
                        yield path

    def _passes_over(self, path: Path, *, is_folder: bool = False) -> bool:
        return self._excludes(path, is_folder=is_folder) or self._choosing.ignores(path, is_folder=is_folder)

    def _unreadable(self, problem: OSError) -> None:
        self.missing.append(Missing(str(problem.filename), f"cannot be read: {problem.strerror}"))

    def _is_left_out(self, path: str) -> bool:
        """Whether a walk from the current folder would pass the file over."""
        whole = Path(os.path.abspath(path))
        here = Path.cwd()
        inside = whole.relative_to(here).parts if whole.is_relative_to(here) else ()
        return (
            any(map(_is_hidden, inside))
            or self._excludes(whole)
            or any(self._excludes(folder, is_folder=True) for folder in whole.parents)
        )


def _is_article(name: str, further: Collection[str] = ()) -> bool:
    suffix = os.path.splitext(name)[1].lower()
    return suffix in SUFFIXES or suffix in further


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name == "node_modules"


def _nearest(path: str) -> str:
    """A file or folder of nearly the same name beside a missing one."""
    folder, name = os.path.split(path)
    try:
        return did_you_mean(name, os.listdir(folder or os.curdir))
    except OSError:
        return ""
