"""The articles of a run that are compared with each other, to be read again where they may be alike."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis import Analysis
from healthlint.engine.article import Article, content_of
from healthlint.engine.config import relative_to
from healthlint.engine.locate import Locator
from healthlint.errors import ReadError
from healthlint.readers import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from healthlint.analysis.signatures import Signature
    from healthlint.engine.settings import Settings

_KEPT_OPEN = 64  # articles


class Signed(NamedTuple):
    """An article to compare with others, and the settings that hold for it."""

    signature: Signature
    settings: Settings


def settings_of(articles: Iterable[Signed]) -> dict[str, Settings]:
    """The settings of each article, by file."""
    return {signed.signature.file: signed.settings for signed in articles}


class Library:
    """Articles that can be read again, by file; some are kept open."""

    def __init__(self, settings: Mapping[str, Settings], texts: Mapping[str, bytes] | None = None) -> None:
        """`settings` are those of each article; `texts` holds the articles that are not to be read from their files."""
        self._settings = settings
        self._texts = texts or {}
        self.open = lru_cache(_KEPT_OPEN)(self._open)
        self.locator = lru_cache(_KEPT_OPEN)(self._locator)

    @property
    def files(self) -> Collection[str]:
        """The articles."""
        return self._settings.keys()

    def name_of(self, file: str) -> str:
        """What fingerprints call an article."""
        return relative_to(Path(file).absolute(), self._settings[file].folder)

    def _open(self, file: str) -> Analysis | None:
        """An article; None where it cannot be read any more."""
        settings = self._settings[file]
        try:
            data = content_of(Article(file, self._texts.get(file)), settings)
            return Analysis(read(data, file, settings.format_of(file)), settings.ruleset.knowledge, settings.policy)
        except (OSError, ReadError):
            return None

    def _locator(self, file: str) -> Locator:
        analysis = self.open(file)
        if analysis is None:
            raise ReadError("cannot be read any more", file)
        return Locator(analysis, self.locator)
