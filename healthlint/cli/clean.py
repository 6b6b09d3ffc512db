"""`healthlint clean`: remove the cache."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.cli._output import tell
from healthlint.engine.cache import FOLDER, remove
from healthlint.engine.config import Configs
from healthlint.errors import ConfigError, HealthlintError

if TYPE_CHECKING:
    from argparse import Namespace

    from healthlint.cli._parser import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "clean",
        help="remove the cache",
        description=f"Remove the cache of earlier runs, {FOLDER}, from beside the configuration or from this folder.",
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="the configuration whose cache it is")


def run(args: Namespace) -> int:
    """Remove it; 0 even where there was none."""
    folders = {Path.cwd(), _folder_of(args.config)}
    removed = [folder for folder in sorted(folders) if _remove(folder)]
    for folder in removed:
        tell(f"removed {folder / FOLDER}")
    if not removed:
        tell("there is no cache here")
    return 0


def _folder_of(config: Path | None) -> Path:
    """The folder in which runs from here keep their cache; a broken configuration is no reason not to clean up."""
    if config:
        return config.absolute().parent
    try:
        return Configs().here()
    except ConfigError as problem:
        return Path(problem.path or "").absolute().parent


def _remove(folder: Path) -> bool:
    try:
        return remove(folder)
    except OSError as problem:
        raise HealthlintError(f"cannot be removed: {problem.strerror}", str(folder / FOLDER)) from None
