"""On a terminal: colours, its width, and a bar while it takes long."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from healthlint.cli._progress import watched

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

BAD = "# Magic\n\nHe said abracadabra, " + "and then he said it again " * 20 + ".\n"


@pytest.fixture
def terminal(variables: dict[str, str], tmp_path: Path) -> Callable[..., str]:
    """Runs `healthlint check .` on a terminal of 60 columns and gives what it shows."""

    def run(*words: str, env: dict[str, str] | None = None) -> str:
        reading, writing = pty.openpty()
        import termios

        termios.tcsetwinsize(writing, (24, 60))
        command = [sys.executable, "-m", "healthlint", "check", ".", *words]
        with subprocess.Popen(
            command, cwd=tmp_path, env=variables | {"TERM": "xterm"} | (env or {}), stdout=writing, stderr=writing
        ):
            os.close(writing)
            shown = b""
            while chunk := _read(reading):
                shown += chunk
        os.close(reading)
        return shown.decode()

    return run


def _read(reading: int) -> bytes:
    """What the terminal shows next; nothing once the program has gone."""
    try:
        return os.read(reading, 65536)
    except OSError:
        return b""


def test_a_terminal_has_colours(terminal: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    assert "\x1b[1;31merror\x1b[0m" in terminal()


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_without_colours_gets_none(
    terminal: Callable[..., str], tmp_path: Path, env: dict[str, str]
) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    assert "\x1b" not in terminal("--no-progress", env=env)


def test_lines_fit_the_terminal(terminal: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    assert max(map(len, terminal("--color", "never").splitlines())) <= 60


class Screen(StringIO):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True


def test_a_long_run_draws_a_bar_and_wipes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Screen())
    assert list(watched("abc", 3, wanted=True, patience=0)) == ["a", "b", "c"]
    shown = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert shown == "\r[##########....................] 1 of 3 articles\r\x1b[K"


def test_a_short_run_draws_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Screen())
    assert list(watched("abc", 3, wanted=True)) == ["a", "b", "c"]
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]
