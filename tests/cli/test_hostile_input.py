"""Files, folders and machines that mean no good: one line says what is wrong, and the rest is linted."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

Write = Callable[[str, str | bytes], Path]
BAD = "# Magic\n\nHe said abracadabra.\n"
DEEP = 100_000


@pytest.mark.hostile("a file of 100 MB", "one line in `errors`, exit code 2; no more than 10 MB of it are read")
def test_a_file_that_is_too_large_is_one_line(cli: Cli, write: Write) -> None:
    path = write("large.md", BAD)
    os.truncate(path, 100_000_000)
    write("a.md", BAD)
    done = cli("check", ".", "--format", "json")
    whole = json.loads(done.stdout)
    assert done.returncode == 2
    assert [each["message"] for each in whole["errors"]] == ["is larger than 10 MB (see max_file_size)"]
    assert [each["file"] for each in whole["findings"]] == ["a.md"]


@pytest.mark.parametrize("command", ["claims", "readability"])
def test_other_commands_do_not_read_it_either(cli: Cli, write: Write, command: str) -> None:
    os.truncate(write("large.md", BAD), 10_000_001)
    done = cli(command, "large.md")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "large.md: is larger than 10 MB (see max_file_size)"


@pytest.mark.hostile("a device without end", "one line, exit code 2")
@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_without_end_is_one_line(cli: Cli) -> None:
    done = cli("check", "/dev/zero")
    assert done.returncode == 2
    assert done.stderr.startswith("/dev/zero: is larger than 10 MB")


def test_the_largest_size_can_be_set(cli: Cli, write: Write) -> None:
    write("large.md", BAD + "a" * 1_000_000)
    assert cli("check", "large.md").returncode == 1
    write("healthlint.yaml", "max_file_size: 1\n")
    assert cli("check", "large.md").stderr.startswith("large.md: is larger than 1 MB")


@pytest.mark.slow
@pytest.mark.hostile("a folder of 50,000 files", "linted like any other")
def test_a_folder_may_have_fifty_thousand_files(cli: Cli, write: Write, tmp_path: Path) -> None:
    for number in range(50_000):
        (tmp_path / f"{number}.md").write_bytes(b"Nothing.\n")
    write("bad.md", BAD)
    done = cli("check", ".", "--format", "concise")
    assert done.returncode == 1
    assert done.stdout.count("\n") == 1
    assert "50001 articles checked" in done.stderr


@pytest.mark.slow
@pytest.mark.hostile("a million lines", "linted")
def test_a_file_may_have_a_million_lines(cli: Cli, write: Write) -> None:
    write("a.md", "I am in\n" * 1_000_000)
    done = cli("check", "a.md")
    assert (done.returncode, done.stderr) == (0, "1 article checked: nothing found\n")


@pytest.mark.slow
@pytest.mark.hostile("a line of 10 MB", "linted")
def test_a_line_may_have_ten_megabytes(cli: Cli, write: Write) -> None:
    write("a.md", "it was in the box " * 555_000 + "abracadabra")
    assert "a.md:1:9990001:" in cli("check", "a.md", "--format", "concise").stdout


@pytest.mark.hostile("unreadable files", "one line each, exit code 2")
@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="this system has no file that root cannot read")
def test_a_file_that_cannot_be_read_is_one_line(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    done = cli("check", "/proc/self/mem", "a.md", "--format", "concise")
    assert done.returncode == 2
    assert done.stderr.startswith("/proc/self/mem: cannot be read: Input/output error\n")
    assert "HL996" in done.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_one_line(cli: Cli, write: Write) -> None:
    write("a.md", BAD).chmod(0)
    done = cli("check", "a.md")
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "a.md: cannot be read: Permission denied")


@pytest.mark.hostile("file names with newlines, quotes and escapes", "one finding stays one line or one value")
@pytest.mark.parametrize("form", ["text", "concise", "github", "checkstyle"])
def test_a_file_name_cannot_add_lines(cli: Cli, write: Write, form: str) -> None:
    write("a\n::error::b'\"<c>\x1b[2J.md", BAD)
    out = cli("check", ".", "--format", form).stdout
    assert "\x1b" not in out
    assert not any(line.startswith("::error::b") for line in out.splitlines())


@pytest.mark.hostile("a configuration nested 100,000 levels deep", "one line, exit code 2")
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("c.yaml", "[" * DEEP),
        ("c.yaml", "a: {" * DEEP),
        ("c.yaml", "- " * DEEP),
        ("c.toml", "a = " + "[" * DEEP),
        ("c.toml", "a." * DEEP + "b = 1"),
    ],
)
def test_a_deep_configuration_is_one_line(cli: Cli, write: Write, name: str, text: str) -> None:
    write("a.md", BAD)
    write(name, text)
    done = cli("check", "a.md", "--config", name)
    assert done.returncode == 2
    assert done.stderr.endswith("too deeply nested\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.hostile("YAML bombs: anchors within anchors, or in themselves", "one line, exit code 2")
@pytest.mark.parametrize(
    "text",
    [
        "a0: &a0 [x]\n" + "".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(12)),
        "exclude: &a [*a]\n",
    ],
)
def test_a_bomb_of_anchors_does_not_go_off(cli: Cli, write: Write, text: str) -> None:
    write("c.yaml", text)
    done = cli("check", "--config", "c.yaml")
    assert (done.returncode, done.stderr) == (2, "c.yaml:1: too large or too deeply nested\n")


@pytest.mark.hostile("YAML tags that make objects", "text like any other; nothing is run")
@pytest.mark.parametrize("name", ["c.yaml", "a.md"])
def test_a_tag_makes_no_object(cli: Cli, write: Write, tmp_path: Path, name: str) -> None:
    yaml = f"select: !!python/object/apply:os.system ['touch {tmp_path}/pwned']\n"
    write(name, f"---\n{yaml}---\n\n{BAD}" if name == "a.md" else yaml)
    done = cli("check", *(["--config", name] if name == "c.yaml" else [name]))
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "pwned").exists()


@pytest.mark.hostile("numbers of 5,000 digits in a configuration", "one line, exit code 2")
@pytest.mark.parametrize(("name", "key"), [("c.yaml", "review_max_age: "), ("c.toml", "review_max_age = ")])
def test_a_number_may_not_be_endless(cli: Cli, write: Write, name: str, key: str) -> None:
    write(name, key + "9" * 5_000)
    done = cli("check", "--config", name)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(f"{name}: not valid ")


@pytest.mark.hostile("a disk that fills up while the output is written", "one line, exit code 2; the old file stays")
def test_a_disk_that_fills_up_leaves_the_old_file(variables: dict[str, str], write: Write, tmp_path: Path) -> None:
    write("a.md", BAD * 400)
    write("out.txt", "old")
    done = subprocess.run(
        [sys.executable, "-m", "healthlint", "check", "a.md", "--no-cache", "--format", "json", "-o", "out.txt"],
        cwd=tmp_path,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096)),
    )
    assert done.returncode == 2
    assert "out.txt: cannot be written: File too large" in done.stderr
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "out.txt"]
