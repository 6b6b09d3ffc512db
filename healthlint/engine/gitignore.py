"""What git ignores: the .gitignore files of a repository, the closest of which beats those above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from pathspec import GitIgnoreSpec


class _Folder(NamedTuple):
    """The .gitignore files that hold in a folder, from the top of its repository down."""

    in_repository: bool
    specs: tuple[tuple[Path, GitIgnoreSpec], ...] = ()


class GitIgnore:
    """The .gitignore files of all repositories that a run meets, each read once; outside of one they mean nothing."""

    def __init__(self) -> None:
        self._folders: dict[Path, _Folder] = {}

    def ignores(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether git ignores an absolute path, given that it does not ignore the folder that it is in."""
        for folder, spec in reversed(self._folder(path.parent).specs):
            verdict: bool | None = spec.check_file(path.relative_to(folder).as_posix() + "/" * is_folder).include
            if verdict is not None:
                return verdict
        return False

    def _folder(self, folder: Path) -> _Folder:
        if folder not in self._folders:
            is_top = (folder / ".git").exists() or folder.parent == folder
            above = _Folder((folder / ".git").exists()) if is_top else self._folder(folder.parent)
            spec = _read(folder / ".gitignore") if above.in_repository else None
            self._folders[folder] = above._replace(specs=(*above.specs, (folder, spec))) if spec else above
        return self._folders[folder]


def _read(path: Path) -> GitIgnoreSpec | None:
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec  # only repositories that ignore something pay for it

    return GitIgnoreSpec.from_lines(line for line in lines if _is_sound(line))


def _is_sound(line: str) -> bool:
    """Whether a line means something; git passes over those that do not, and so do we."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
