"""Whatever is wrong is told in one line, and no traceback reaches a user."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Cli = Callable[..., CompletedProcess[str]]
Write = Callable[[str, str | bytes], Path]

BAD = "# Magic\n\nHe said abracadabra.\n"


def refused(done: CompletedProcess[str]) -> str:
    """The one line on standard error of a run that ended with 2."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    return done.stderr.rstrip("\n")


def test_a_missing_path_is_told_with_the_nearest_name(cli: Cli, write: Write) -> None:
    write("article.md", BAD)
    done = cli("check", "artcle.md", "--quiet")
    assert refused(done) == 'artcle.md: no such file or folder; did you mean "article.md"?'


def test_a_missing_path_does_not_hide_the_others(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    done = cli("check", "b.md", "a.md", "--format", "json")
    whole = json.loads(done.stdout)
    assert (done.returncode, len(whole["findings"])) == (2, 1)
    assert whole["errors"][0]["file"] == "b.md"


def test_an_unknown_rule_is_told_with_the_nearest(cli: Cli) -> None:
    done = cli("check", ".", "--select", "HL9966")
    assert refused(done) == 'healthlint: no rule, topic or prefix is called "HL9966"; did you mean "HL996"?'


def test_a_broken_configuration_is_told_with_its_line(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    write("posts/healthlint.yaml", "exclude: []\nignroe: [HL996]\n")
    write("posts/a.md", BAD)
    assert refused(cli("check", ".")) == 'posts/healthlint.yaml:2: unknown key "ignroe"; did you mean "ignore"?'


def test_a_broken_rule_file_is_told_with_its_line(installation: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(installation, broken)
    path = broken / "rules" / "language" / "HL996-big-spell.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("why:", "whi:"), encoding="utf-8")
    command = [sys.executable, "-m", "healthlint", "check", "."]
    done = subprocess.run(command, cwd=broken, capture_output=True, text=True, check=False)
    assert refused(done) == f'{path}:9: unknown key "whi"; did you mean "why"?'


@pytest.mark.hostile("a check that breaks", "one line with rule and file, exit code 2; other rules go on")
def test_a_check_that_breaks_is_told_with_rule_and_file(cli: Cli, write: Write) -> None:
    write("a.md", BAD + "\nAnd then dynamite.\n")
    done = cli("check", "a.md", "--quiet", "--format", "concise")
    assert done.returncode == 2
    assert "HL996" in done.stdout
    assert done.stderr == "a.md: HL999: the check failed: ZeroDivisionError: boom\n"


@pytest.mark.hostile("an image that is called `.md`", "one line in `errors`, exit code 2")
def test_a_binary_file_is_an_error_of_its_own(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    write("photo.md", bytes(range(256)) * 40)
    done = cli("check", ".", "--format", "json")
    whole = json.loads(done.stdout)
    assert done.returncode == 2
    assert [error["file"] for error in whole["errors"]] == ["photo.md"]
    assert [found["file"] for found in whole["findings"]] == ["a.md"]


def test_text_that_is_not_utf_8_is_linted_as_far_as_possible(cli: Cli, write: Write) -> None:
    write("a.md", "# Café\n\nHe said abracadabra.\n".encode("latin-1"))
    done = cli("check", "a.md", "--format", "json")
    assert "HL996" in [found["id"] for found in json.loads(done.stdout)["findings"]]
    assert "Traceback" not in done.stderr


@pytest.mark.hostile("an empty file", "nothing found")
@pytest.mark.parametrize("name", ["empty.md", "empty.html", "empty.txt"])
def test_an_empty_file_is_no_crash(cli: Cli, write: Write, name: str) -> None:
    write(name, "")
    done = cli("check", name)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_folder_without_articles_is_noted(cli: Cli, write: Write) -> None:
    write("photos/a.png", b"\x89PNG")
    done = cli("check", "photos")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("no articles found in photos (looked for .htm .html")


def test_a_terminal_without_curly_quotes_gets_straight_ones(cli: Cli, write: Write) -> None:
    write("a.md", "# Magie\n\nIl dit “abracadabra” à 5 € …\n")
    done = cli("check", "a.md", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 1
    assert '"abracadabra" is no medicine' in done.stdout
    assert 'Il dit "abracadabra" ? 5 ? ~' in done.stdout


@pytest.mark.hostile("file names that are no text", "linted")
def test_a_file_name_that_is_no_text_is_no_crash(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.md")).write_bytes(BAD.encode())
    for form in ("text", "concise", "json"):
        done = cli("check", ".", "--format", form)
        assert done.returncode == 1
        assert "HL996" in done.stdout


@pytest.mark.hostile("a broken pipe", "no error")
def test_a_reader_who_goes_away_is_no_error(variables: dict[str, str], write: Write, tmp_path: Path) -> None:
    write("a.md", BAD * 2000)
    command = f"{sys.executable} -m healthlint check a.md --format json | head -c 10"
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, env=variables, capture_output=True, text=True, check=False
    )
    assert done.stdout == '{"schema_v'
    assert done.stderr == "1 article checked: 2000 errors\n"


@pytest.mark.hostile("a full disk (`/dev/full`)", "one line, exit code 2")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    assert refused(cli("check", "a.md", "-o", "/dev/full")) == "/dev/full: cannot be written: No space left on device"


def test_an_output_in_a_folder_that_does_not_exist_is_told(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    assert refused(cli("check", "a.md", "-o", "no/out.txt")) == "no/out.txt: cannot be written: there is no folder no"


@pytest.mark.hostile("Ctrl-C", "exit code 130, and no word")
def test_an_interrupted_run_ends_with_130(variables: dict[str, str]) -> None:
    command = [sys.executable, "-m", "healthlint", "check", "-"]
    with subprocess.Popen(command, env=variables, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write(b"# Magic\n" * 20_000)  # more than a pipe holds: it reads already
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert process.returncode == 130
    assert errors == b""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["chekc"], 'healthlint: no command is called "chekc"; did you mean "check"? (see healthlint --help)'),
        (["check", "--formt", "json"], 'healthlint check: no option is called --formt; did you mean "--format"?'),
        (["check", "--format", "sarf"], 'healthlint: no format is called "sarf"; did you mean "sarif"?'),
        (["explain", "HL9966"], 'healthlint: no rule is called "HL9966"; did you mean "HL996"?'),
        (["rules", "magic"], 'healthlint: no rule, topic or prefix is called "magic"'),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(cli: Cli, words: list[str], message: str) -> None:
    assert refused(cli(*words)).startswith(message)


def test_an_article_instead_of_a_command_is_understood(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    assert refused(cli("a.md")).startswith(
        'healthlint: no command is called "a.md"; did you mean `healthlint check a.md`?'
    )
