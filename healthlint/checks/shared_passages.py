"""Finds articles that share passages with others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.model.finding import Finding, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis.folder import Folder
    from healthlint.analysis.likeness import Likeness, Match


class Params(NamedTuple):
    """How much two articles must have in common: so many paragraphs, or such a part of the one that is reported."""

    paragraphs: int = 2
    percent: int = 15


WORDS: tuple[str, ...] = ("paragraphs", "percent", "file")
VARIANTS: tuple[str, ...] = ("one",)
_MOST_LISTED = 20  # passages of two articles


def check_all(folder: Folder, params: Params) -> Iterator[Finding]:
    """One finding for two articles, in the older or shorter one; `copy` is in the other, `also` in the same."""
    for likeness in folder.sharing(params.paragraphs, params.percent / 100):
        places = [place for match in likeness.matches[:_MOST_LISTED] for place in _places(match, likeness, folder)]
        if places:
            data: dict[str, str | int] = {
                "paragraphs": len(likeness.matches),
                "percent": round(likeness.share * 100),
                "file": likeness.keep.file,
            }
            variant = "one" if len(likeness.matches) == 1 else None
            yield Finding(places[0].place, data, tuple(places[1:]), variant=variant, file=likeness.article.file)


def _places(match: Match, likeness: Likeness, folder: Folder) -> Iterator[Related]:
    """A passage here and its twin there."""
    here = folder.place_of(likeness.article, match.passage)
    there = folder.place_of(likeness.keep, match.twin)
    if here and there:
        words = "same" if match.shared == 1 else "reworded"
        yield Related("also", here)
        yield Related("copy", there, words, file=likeness.keep.file)
