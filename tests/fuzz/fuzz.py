"""Feeds what nobody wrote to one reader, found by coverage: `python tests/fuzz/fuzz.py markdown -max_total_time=600`.

An error of ours (`HealthlintError`) is an answer; anything else, and any span outside its text, ends the run and leaves
the input in a file. `make fuzz` runs all targets. Needs atheris, which has wheels for Linux.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = str(ROOT), str(ROOT / "tests" / "readers")  # the checkout, whatever is installed

with atheris.instrument_imports(include=["healthlint", "soundness"]):
    from soundness import assert_exact, assert_sound

    from healthlint.engine.config import read_config
    from healthlint.errors import HealthlintError
    from healthlint.readers import read
    from healthlint.readers.frontmatter import read_front_matter
    from healthlint.ruleset.rule_files import load_rule

    for name in ("html", "json_ld", "markdown", "mdx", "plain", "toml_fields", "yaml_fields"):
        import_module(f"healthlint.readers.{name}")  # which would be imported later, and not be watched

if TYPE_CHECKING:
    from collections.abc import Callable


def read_file(suffix: str) -> Callable[[bytes], None]:
    """Reads an article; all its spans must lie where they say."""

    def fuzz(data: bytes) -> None:
        with suppress(HealthlintError):
            document = read(data, f"a{suffix}")
            assert_sound(document)
            if "\N{REPLACEMENT CHARACTER}" not in document.source:
                assert_exact(document)

    return fuzz


def read_head(data: bytes) -> None:
    """Reads front matter of YAML or TOML."""
    fence, text = ("---", data) if data[:1] < b"\x80" else ("+++", data[1:])
    read_front_matter(f"{fence}\n{text.decode('utf-8', 'replace')}\n{fence}\n")


def read_configuration(folder: Path) -> Callable[[bytes], None]:
    """Reads a configuration of YAML or TOML, written into a folder."""

    def fuzz(data: bytes) -> None:
        path = folder / ("healthlint.yaml" if data[:1] < b"\x80" else "healthlint.toml")
        path.write_bytes(data[1:])
        with suppress(HealthlintError):
            read_config(path)

    return fuzz


def read_rule(folder: Path) -> Callable[[bytes], None]:
    """Reads a rule file, written into a folder."""
    path = folder / "HL999-fuzz.yaml"

    def fuzz(data: bytes) -> None:
        path.write_bytes(data)
        with suppress(HealthlintError):
            load_rule(path, {})

    return fuzz


def targets(folder: Path) -> dict[str, Callable[[bytes], None]]:
    """All targets by name."""
    return {
        "markdown": read_file(".md"),
        "mdx": read_file(".mdx"),
        "html": read_file(".html"),
        "text": read_file(".txt"),
        "frontmatter": read_head,
        "config": read_configuration(folder),
        "rule": read_rule(folder),
    }


if __name__ == "__main__":
    with TemporaryDirectory() as scratch:
        target = targets(Path(scratch))[sys.argv.pop(1)]
        atheris.Setup(sys.argv, target)
        atheris.Fuzz()
