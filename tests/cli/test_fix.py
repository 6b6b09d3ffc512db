"""`--fix`, `--unsafe-fixes` and `--diff`, with the shipped rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TWICE = "# Tea in the evening\n\nTea is the the drink that many people have in the evening.\n"  # HL907, a safe fix
ONCE = TWICE.replace("the the", "the")
HYPE = "# Tea\n\n" + "Tea is a drink. " * 5 + "Her uncle committed suicide in May.\n"

Done = subprocess.CompletedProcess[bytes]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check(*words: str, stdin: bytes = b"") -> Done:
    command = [sys.executable, "-m", "healthlint", "check", "--isolated", "--no-cache", *words]
    return subprocess.run(command, input=stdin, capture_output=True, check=False)


def test_safe_fixes_are_applied_and_the_rest_is_told() -> None:
    Path("a.md").write_text(TWICE)
    done = check("--fix", "a.md")
    assert (Path("a.md").read_text(), done.returncode) == (ONCE, 0)
    assert done.stderr.decode().splitlines() == ["1 finding mended", "1 article checked: nothing found"]


def test_a_second_run_changes_nothing() -> None:
    Path("a.md").write_text(TWICE.replace("the the", "the the the"))
    check("--fix", "a.md")
    once = Path("a.md").stat()
    check("--fix", "a.md")
    again = Path("a.md").stat()
    assert (once.st_ino, once.st_mtime_ns) == (again.st_ino, again.st_mtime_ns)


def test_a_difference_is_printed_and_nothing_is_written() -> None:
    Path("a.md").write_text(TWICE)
    done = check("--diff", "a.md")
    assert (Path("a.md").read_text(), done.returncode) == (TWICE, 1)
    assert b"-Tea is the the drink" in done.stdout
    assert done.stderr == b"1 finding would be mended\n"


def test_a_difference_can_be_applied_by_patch() -> None:
    Path("a.md").write_bytes(TWICE.replace("\n", "\r\n").encode())
    Path("a.diff").write_bytes(check("--diff", "a.md").stdout)
    subprocess.run(["git", "apply", "-p0", "a.diff"], check=True, capture_output=True)
    assert Path("a.md").read_bytes() == ONCE.replace("\n", "\r\n").encode()


def test_without_anything_to_mend_a_difference_is_empty() -> None:
    Path("a.md").write_text(ONCE)
    done = check("--diff", "a.md")
    assert (done.returncode, done.stdout) == (0, b"")


def test_standard_input_goes_to_standard_output() -> None:
    done = check("--fix", "-", stdin=TWICE.encode())
    assert (done.returncode, done.stdout) == (0, ONCE.encode())
    assert check("--fix", "-", stdin=ONCE.encode()).stdout == ONCE.encode()


def test_an_unsafe_fix_is_applied_only_when_asked_for() -> None:
    Path("a.md").write_text(HYPE)
    check("--fix", "--select", "HL8", "a.md")
    assert Path("a.md").read_text() == HYPE
    check("--fix", "--unsafe-fixes", "--select", "HL8", "a.md")
    assert "committed suicide" not in Path("a.md").read_text()


def test_a_read_only_file_is_told_and_left_alone() -> None:
    path = Path("a.md")
    path.write_text(TWICE)
    path.chmod(0o444)
    done = check("--fix", "a.md")
    assert (done.returncode, path.read_text()) == (2, TWICE)
    assert b"a.md: cannot be written: it is read-only" in done.stderr


def test_a_file_of_mixed_encodings_is_told_and_left_alone() -> None:
    data = TWICE.encode() + "Café".encode() + b" na\xefve\n"
    Path("a.md").write_bytes(data)
    done = check("--fix", "a.md")
    assert (done.returncode, Path("a.md").read_bytes()) == (2, data)
    assert b"would change more than the fixes" in done.stderr
