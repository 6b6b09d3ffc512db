"""Linting from Python: one article, no files written, nothing printed."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.engine.article import Article
from healthlint.engine.assemble import assemble
from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.runner import lint_one
from healthlint.engine.settings import AllSettings
from healthlint.errors import ReadError
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from healthlint.model.finding import Diagnostic
    from healthlint.ruleset.spec import RuleSet


def lint_text(text: str, filename: str = "article.md", *, config: str | Path | None = None) -> tuple[Diagnostic, ...]:
    """What the rules say of a text, in order of place, `info` included; the suffix of `filename` gives its format.

    Without `config` no configuration file is read. Raises HealthlintError.
    """
    configs = Configs(Path(config) if config else None, isolated=True)
    return _lint(Article(filename, text.encode("utf-8", "surrogatepass")), configs)


def lint_file(path: str | Path, *, config: str | Path | None = None) -> tuple[Diagnostic, ...]:
    """What the rules say of a file, by the given configuration or the one that is closest to it.

    Raises HealthlintError.
    """
    return _lint(Article(str(path)), Configs(Path(config) if config else None))


def _lint(article: Article, configs: Configs) -> tuple[Diagnostic, ...]:
    settings = AllSettings(_shipped_rules(), configs, Layer(min_severity="info"), date.today())
    result, mine = lint_one(article, settings)
    if result.errors:
        raise ReadError(result.errors[0].message, article.path, result.errors[0].line)
    return assemble([(result, mine)]).diagnostics


@cache
def _shipped_rules() -> RuleSet:
    """The rules, read once a process."""
    return load_rules()
