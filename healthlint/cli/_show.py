"""What `check` prints instead of findings: `--show-files`, `--show-config FILE` and `--timings`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.cli._output import emit, tell
from healthlint.reporters._cells import printable, wrap

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from healthlint.cli._articles import Work
    from healthlint.engine.settings import Settings

_WIDTH = 100


def show(args: Namespace, work: Work) -> int:
    """Print what is asked for, and give the exit code."""
    if args.show_config:
        return show_config(args.show_config, work)
    return show_timings(work) if args.timings else show_files(work)


def show_files(work: Work) -> int:
    """Print the articles, one a line, and give the exit code."""
    emit("".join(f"{printable(article.path)}\n" for article in work.articles), sys.stdout)
    return _tell_errors(work)


def show_timings(work: Work) -> int:
    """Lint the articles, print the stages that took the most time, and give the exit code."""
    from healthlint.engine.timings import table, time_stages  # which nothing else asks for

    emit(table(time_stages(work.articles, work.settings)), sys.stdout)
    return _tell_errors(work)


def show_config(path: Path, work: Work) -> int:
    """Print the settings of a file as YAML, and give the exit code."""
    whole = path.absolute()
    settings = work.settings.of(whole)
    emit("".join(f"{line}\n" for line in _page(path, whole, work, settings)), sys.stdout)
    return _tell_errors(work)


def _page(path: Path, whole: Path, work: Work, settings: Settings) -> Iterator[str]:
    config = work.settings.config_of(whole)
    origins = dict.fromkeys(layer.origin for layer in config.layers_for(whole) if layer.origin)
    yield f"# {printable(str(path))}: {', '.join(map(printable, reversed(origins))) or 'no configuration file'}"
    if any(config.excludes(each, is_folder=each != whole) for each in (whole, *whole.parents)):
        yield "# left out of folders by exclude"
    elif work.settings.ignores(whole):
        yield "# left out of folders by .gitignore"
    yield f"min_severity: {settings.min_severity}"
    yield f"min_confidence: {settings.min_confidence}"
    yield f"fail_on: {settings.fail_on}"
    if settings.limit:
        yield f"max_warnings: {settings.limit.warnings}"
    for key, value in settings.policy._asdict().items():
        yield f"{key}: {_value(value)}"
    codes = ", ".join(rule.code for rule in settings.ruleset.rules)
    yield "select:"
    yield from (f"  {line}" for line in wrap(f"[{codes}]", _WIDTH))
    shipped = {rule.code: rule.severity for rule in settings.known}
    changed = [
        f"  {rule.code}: {rule.severity}" for rule in settings.ruleset.rules if rule.severity != shipped[rule.code]
    ]
    if changed:
        yield "rules:"
        yield from changed


def _value(value: object) -> str:
    """A value as YAML writes it."""
    import json

    match value:
        case None:
            return "null"
        case tuple() if hasattr(value, "path"):
            return json.dumps(value.path)
        case tuple() | str() | bool() | int():
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def _tell_errors(work: Work) -> int:
    """Tell which paths cannot be linted, and give the exit code."""
    for error in work.errors:
        tell(printable(f"{error.file}: {error.message}"))
    return 2 if work.errors else 0
