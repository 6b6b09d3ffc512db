"""The documentation as something to do: the files, commands and output that a page shows, in order."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK = re.compile(
    r"^(?:(?P<pad> *)<!-- (?P<note>(?:exits with|not run:) .*?) -->\n+)?"
    r"(?P<fence> *```)(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^(?P=fence)$",
    re.M | re.S,
)


class Block(NamedTuple):
    """A block of code of a page. `title` is the file that it is, `note` what a comment before it says to the tests."""

    kind: str
    title: str
    note: str
    text: str

    @property
    def commands(self) -> list[str]:
        """The commands of a block of shell, each with the lines that it goes on in."""
        return [line for line in re.split(r"(?<!\\)\n", self.text) if line.strip() and not line.startswith("#")]

    @property
    def code(self) -> int:
        """The exit code that the last command must have; all others must have 0."""
        return int(self.note.removeprefix("exits with ")) if self.note.startswith("exits with ") else 0

    @property
    def is_run(self) -> bool:
        """False for commands that a comment excuses."""
        return not self.note.startswith("not run: ")


def blocks(page: Path) -> list[Block]:
    """The blocks of code of a page, in order."""
    found = _BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [Block(each["kind"], each["title"] or "", each["note"] or "", dedent(each["text"])) for each in found]


class Project:
    """A publisher's git repository with the articles of examples/, where `healthlint` can be called."""

    def __init__(self, home: Path, articles: str = "articles") -> None:
        """Set it up in an empty folder; `articles` is the name of the folder with the articles."""
        self.folder = home / "project"
        self._home = home
        (home / "bin").mkdir()
        program = home / "bin" / "healthlint"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m healthlint "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        (self.folder / articles).mkdir(parents=True)
        for article in (ROOT / "examples").iterdir():
            (self.folder / articles / article.name).write_bytes(article.read_bytes())
        for words in ("init -q -b main", "add --all", "commit -q -m articles"):
            done = self.run(f"git {words}")
            assert done.returncode == 0, done.stderr

    def write(self, name: str, text: str) -> None:
        """Make or replace a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """What a command of the shell does there."""
        words = ["bash", "-c", command]
        return subprocess.run(words, cwd=self.folder, env=self._env(), capture_output=True, text=True, check=False)

    def _env(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_", "XDG_"))}
        person = {
            f"GIT_{who}_{what}": "writer@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        path = os.pathsep.join((str(self._home / "bin"), os.path.dirname(sys.executable), os.environ["PATH"]))  # noqa: PTH120
        ours = {
            "HOME": str(self._home),
            "PATH": path,
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "COLUMNS": "80",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        return kept | person | ours
