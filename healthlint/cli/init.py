"""`healthlint init`: a configuration to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.cli._output import tell
from healthlint.errors import ConfigError

if TYPE_CHECKING:
    from argparse import Namespace

    from healthlint.cli._parser import Subparsers

_NAME = "healthlint.yaml"

TEMPLATE = """\
# What healthlint goes by. Everything here is optional; docs/configuration.md lists all keys.

# What kind of publisher this is: editorial, commerce (sells what it writes about) or clinical (patient information).
profile: editorial

# Whose emergency numbers, crisis lines and units: us, uk, eu, au or ca.
region: us

# Your own sites. Links to them are no sources.
own_domains: []

# What the page template adds to every article, so that no article has to say it.
site_author: false
site_reviewer: false
site_date: false
site_disclaimer: false

# What is not an article.
exclude: []

# Rules that you do not want, by code, prefix, name or topic; `healthlint rules` lists them all.
ignore: []

# How much a rule weighs: error, warning, info or off.
# rules:
#   HL301: warning

# What is shown, and what makes the exit code 1.
min_severity: warning
fail_on: error

# What holds for some files only.
# overrides:
#   - files: [news/**]
#     article: news
"""


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "init", help=f"write a {_NAME} to begin with", description=f"Write a commented {_NAME}; never over an old one."
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="FOLDER", help="(default: .)")


def run(args: Namespace) -> int:
    """Write the file."""
    from healthlint.engine.config import configuration_in

    if found := configuration_in(args.folder):
        raise ConfigError("is there already, and was left as it is", str(found))
    path = args.folder / _NAME
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(TEMPLATE)
    except OSError as problem:
        raise ConfigError(f"cannot be written: {problem.strerror}", str(path)) from None
    tell(f"wrote {path}; now try: healthlint check")
    return 0
