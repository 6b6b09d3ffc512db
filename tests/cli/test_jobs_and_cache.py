"""Processes and the cache change how long a run takes, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def many(write: Write) -> None:
    for number in range(30):
        twin = "The same long story about a spell that nobody should believe in any more today. " * (number < 2)
        write(f"{number:02}.md", f"# Tale {number}\n\n{twin}Abracadabra {number}, hocus pocus!\n\nSimsalabim.\n")


@pytest.mark.usefixtures("many")
def test_the_output_is_the_same_for_any_number_of_processes_and_out_of_the_cache(cli: Cli) -> None:
    plain = cli("check", ".", "--jobs", "1", "--no-cache")
    assert plain.returncode == 1
    for words in (["--jobs", "3", "--no-cache"], ["--jobs", "2"], ["--jobs", "1"]):
        other = cli("check", ".", *words)
        assert (other.stdout, other.stderr, other.returncode) == (plain.stdout, plain.stderr, 1)


def test_what_is_known_is_told_without_reading_articles(
    variables: dict[str, str], write: Write, tmp_path: Path
) -> None:
    for number in range(3):
        write(f"{number}.md", f"Hocus pocus {number}.")
    program = "import sys; from healthlint.cli.main import main; main(['check', '.', '-q']); print(*sys.modules)"
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=tmp_path, env=variables, capture_output=True, text=True, check=True
        )
    modules = set(done.stdout.splitlines()[-1].split())
    assert not modules & {"healthlint.analysis", "healthlint.readers.markdown", "pyromark", "yaml", "multiprocessing"}


def test_no_cache_leaves_nothing_behind(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.md", "Hocus pocus.")
    cli("check", "a.md", "--no-cache")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_the_cache_lies_beside_the_configuration(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("site/healthlint.yaml", "fail_on: warning\n")
    write("site/a.md", "Hocus pocus.")
    cli("check", "--config", "site/healthlint.yaml", "site/a.md")
    assert (tmp_path / "site/.healthlint_cache").is_dir()
    assert not (tmp_path / ".healthlint_cache").exists()


def test_clean_removes_the_cache(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.md", "Hocus pocus.")
    cli("check", "a.md")
    assert (tmp_path / ".healthlint_cache").is_dir()
    done = cli("clean")
    assert (done.returncode, done.stdout) == (0, "")
    assert not (tmp_path / ".healthlint_cache").exists()
    assert cli("clean").stderr == "there is no cache here\n"


def test_a_mistake_in_the_configuration_is_told_whatever_is_known(cli: Cli, write: Write) -> None:
    write("a.md", "Hocus pocus.")
    cli("check", "a.md")
    write("healthlint.yaml", "select: [HL12345]\n")
    done = cli("check", "a.md")
    assert done.returncode == 2
    assert "healthlint.yaml:1" in done.stderr


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_jobs_are_counted_from_one(cli: Cli, number: str) -> None:
    done = cli("check", f"--jobs={number}", ".")
    assert done.returncode == 2
    assert f'must be a number from 1, not "{number}"' in done.stderr


def test_duplicates_are_found_in_the_signatures_of_a_check(cli: Cli, write: Write) -> None:
    story = "\n\n".join(
        f"The {word} of the story is told in so many words that nobody can miss it, again and again."
        for word in ("start", "middle", "turn", "end")
    )
    for name in ("a", "b"):
        write(f"{name}.md", f"# A long story\n\n{story}\n")
    plain = cli("duplicates", ".", "--no-cache")
    cli("check", ".")
    cached = cli("duplicates", ".")
    assert "a.md" in cached.stdout
    assert (cached.stdout, cached.stderr) == (plain.stdout, plain.stderr)


@pytest.mark.hostile("a worker that is killed", "one line, exit code 2")
@pytest.mark.usefixtures("many")
def test_a_killed_worker_is_one_line(cli: Cli, write: Write) -> None:
    write("15.md", "nitroglycerin")
    done = cli("check", "--jobs", "2", "--no-progress", ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("healthlint: a worker was killed by SIGKILL")
    assert done.stderr.count("\n") == 1


@pytest.mark.hostile("Ctrl-C while workers run", "exit code 130; no process, no output and no word left")
@pytest.mark.usefixtures("many")
def test_an_interrupted_run_leaves_no_process_and_no_output(
    variables: dict[str, str], write: Write, tmp_path: Path
) -> None:
    for number in range(30):
        write(f"{number:02}.md", "tortoise")
    command = [sys.executable, "-m", "healthlint", "check", "--jobs", "2", ".", "-o", "out.txt"]
    run = subprocess.Popen(
        command, cwd=tmp_path, env=variables, stderr=subprocess.PIPE, start_new_session=True, text=True
    )
    deadline = time.monotonic() + 20
    while not (tmp_path / "started").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(run.pid, signal.SIGINT)
    assert run.communicate(timeout=20) == (None, "")
    assert run.returncode == 130
    assert not (tmp_path / "out.txt").exists()
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


@pytest.mark.hostile("two runs at once on one cache", "both say the same")
@pytest.mark.usefixtures("many")
def test_two_runs_at_once_say_the_same(variables: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "healthlint", "check", "--jobs", "1", ".", "--format", "json"]
    runs = [subprocess.Popen(command, cwd=tmp_path, env=variables, stdout=subprocess.PIPE) for _ in range(3)]
    first, *others = [run.communicate(timeout=60)[0] for run in runs]
    assert first
    assert others == [first, first]
