"""The articles that a command works on: the arguments that name them, and their settings."""

from __future__ import annotations

import gc
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint import __version__
from healthlint.engine.article import Article
from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.discover import SUFFIXES, find_files
from healthlint.engine.report import RunError
from healthlint.engine.settings import AllSettings
from healthlint.ruleset.load import Rules, digest_rules, load_rules

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from healthlint.cli._parser import Parser
    from healthlint.engine.article import Reach
    from healthlint.engine.library import Library
    from healthlint.ruleset.spec import RuleSet


class Work(NamedTuple):
    """What a command line asks for."""

    articles: tuple[Article, ...]
    errors: tuple[RunError, ...]  # paths that cannot be linted
    settings: AllSettings

    @property
    def ruleset(self) -> RuleSet:
        """All rules, whatever was chosen."""
        return _load()

    def library(self) -> Library:
        """The articles, to be read again."""
        from healthlint.engine.library import Library  # and all views of an article with it

        return Library({article.path: self.settings.of_file(article.path) for article in self.articles}, self.texts())

    def texts(self) -> dict[str, bytes]:
        """The articles that are not read from their files."""
        return {article.path: article.data for article in self.articles if article.data is not None}


def add_article_arguments(parser: Parser) -> None:
    """The arguments that say which articles, and which configuration holds for them."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="articles, folders and globs (default: .); - is standard input"
    )
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="what to call standard input; its suffix gives the format"
    )
    parser.add_argument(
        "--force-exclude", action="store_true", help="leave out excluded files even when they are named"
    )
    config = parser.add_mutually_exclusive_group()
    config.add_argument("--config", type=Path, metavar="FILE", help="use this configuration for all articles")
    config.add_argument("--isolated", action="store_true", help="use no configuration file at all")


def gather(args: Namespace, command: Layer | None = None) -> Work:
    """The articles and settings; `command` holds the settings of the command line. Raises HealthlintError.

    Where the command may use a cache, rules are not read before something is to be linted by them.
    """
    digest = "" if getattr(args, "no_cache", True) else f"{__version__} {digest_rules()}"
    settings = AllSettings(
        Rules(digest, _load), Configs(args.config, isolated=args.isolated), command or Layer(), date.today()
    )
    paths = list(dict.fromkeys(args.paths or ["."]))
    found = find_files([path for path in paths if path != "-"], settings, force_exclude=args.force_exclude)
    articles = [Article(path) for path in found.files]
    if "-" in paths:
        name = args.stdin_filename or "<stdin>"
        if not (args.force_exclude and settings.excludes(Path(name).absolute())):
            articles.insert(0, Article(name, sys.stdin.buffer.read()))
    errors = tuple(RunError(path, None, None, message) for path, message in found.missing)
    return Work(tuple(articles), errors, settings)


def reach_of(paths: Sequence[str]) -> Reach:
    """The rules that run. Articles are compared in folders, and not in lists of files, which hooks cut into batches."""
    return "both" if any(Path(path).is_dir() for path in paths or ["."]) else "each"


@cache
def _load() -> RuleSet:
    """All rules, read once a process."""
    ruleset = load_rules()
    gc.freeze()  # rules and modules are no garbage, see `main`
    gc.set_threshold(20_000, 20, 50)  # an article is some ten thousand small values, and hardly any hold each other
    gc.enable()
    return ruleset


def nothing_found(args: Namespace) -> str:
    """What to tell where the paths hold no article."""
    return f"no articles found in {', '.join(args.paths) or 'this folder'} (looked for {' '.join(sorted(SUFFIXES))})"
