"""Finds articles that stand in a folder twice."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis.folder import Folder
    from healthlint.analysis.likeness import Likeness


class Params(NamedTuple):
    """Nothing can be set."""


WORDS: tuple[str, ...] = ("percent", "file")
VARIANTS: tuple[str, ...] = ("title", "name")


def check_all(folder: Folder, params: Params) -> Iterator[Finding]:
    """One finding an article that another makes needless; `copy` is that one."""
    for likeness in folder.duplicates:
        yield from _report(likeness, folder, None)
    for likeness in folder.namesakes:
        yield from _report(likeness, folder, "name" if _is_copied_name(likeness) else "title")


def _report(likeness: Likeness, folder: Folder, variant: str | None) -> Iterator[Finding]:
    article, keep = folder.open(likeness.article.file), folder.open(likeness.keep.file)
    if article and keep:
        data: dict[str, str | int] = {"percent": round(likeness.share * 100), "file": likeness.keep.file}
        related = Related("copy", keep.whole, file=likeness.keep.file)
        yield Finding(article.whole, data, (related,), variant=variant, file=likeness.article.file)


def _is_copied_name(likeness: Likeness) -> bool:
    """Whether one file is named as a copy of the other: `knees (1).md` of `knees.md`."""
    from healthlint.analysis.folder import COPIED_NAME  # and with it what only the comparison of articles needs

    one, other = (PurePath(signature.file) for signature in (likeness.article, likeness.keep))
    if one.parent != other.parent or one.suffix != other.suffix:
        return False
    return one.stem == COPIED_NAME.sub("", other.stem) or other.stem == COPIED_NAME.sub("", one.stem)
