"""Baselines, and what changed: findings that were there before are not told."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Cli, Write

OLD, NEW = "He said abracadabra.\n", "She said abracadabra.\n"  # HL996, an error
NAME = "healthlint-baseline.json"


def git(*arguments: str) -> None:
    person = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    subprocess.run(["git", *person, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write) -> Path:
    monkeypatch.chdir(tmp_path)
    write("healthlint.yaml", "respect_gitignore: true\n")
    write("a.md", OLD + "\nA second paragraph.\n")
    git("init", "-q")
    git("add", "--all")
    git("commit", "-q", "-m", "articles")
    return tmp_path


def test_what_the_baseline_has_is_not_told(cli: Cli, write: Write) -> None:
    write("a.md", OLD)
    assert cli("baseline").stderr == f"{NAME}: 1 finding accepted\n"
    write("a.md", NEW + "\n" + OLD)
    done = cli("check", "--format", "concise")
    assert (done.returncode, done.stdout.split(":")[:2]) == (1, ["a.md", "1"])
    assert done.stderr == "1 article checked: 1 error, 1 in the baseline\n"


def test_a_folder_without_articles_is_told(cli: Cli) -> None:
    done = cli("baseline")
    assert (done.returncode, done.stderr.split(" (")[0]) == (0, "no articles found in this folder")


def test_moving_an_article_to_a_folder_above_the_current_one_is_no_matter(cli: Cli, write: Write) -> None:
    (Path(write("a.md", OLD)).parent / "posts").mkdir()
    write("posts/b.md", OLD)
    cli("baseline")
    assert cli("check", "posts/b.md").returncode == 0


def test_a_baseline_keeps_what_it_has_of_other_articles(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.md", OLD)
    write("b.md", OLD)
    cli("baseline", "a.md")
    cli("baseline", "b.md")
    assert [*json.loads((tmp_path / NAME).read_text())["findings"]] == ["a.md", "b.md"]


def test_what_is_gone_is_told_and_can_be_pruned(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.md", OLD)
    write("b.md", OLD)
    cli("baseline")
    write("a.md", "He said nothing.\n")
    (tmp_path / "b.md").unlink()
    told = f"{NAME}: 2 entries have no finding any more; `healthlint baseline --prune` takes them out\n"
    assert cli("check").stderr.endswith(told)
    assert cli("baseline", "--prune").stderr == f"{NAME}: 0 findings accepted\n"
    assert "baseline" not in cli("check").stderr


def test_pruning_accepts_nothing_new(cli: Cli, write: Write) -> None:
    write("a.md", OLD)
    cli("baseline")
    write("a.md", OLD + "\n" + NEW)
    cli("baseline", "--prune")
    assert cli("check").returncode == 1


def test_a_rule_that_did_not_run_leaves_no_entry_stale(cli: Cli, write: Write) -> None:
    write("a.md", OLD)
    cli("baseline")
    assert cli("check", "--select", "HL997").stderr == "1 article checked: nothing found\n"


def test_another_baseline_can_be_named_or_none(cli: Cli, write: Write) -> None:
    write("a.md", OLD)
    cli("baseline", "--baseline", "old.json")
    assert cli("check").returncode == 1
    assert cli("check", "--baseline", "old.json").returncode == 0
    cli("baseline")
    assert cli("check", "--no-baseline").returncode == 1


def test_what_the_baseline_has_can_be_shown(cli: Cli, write: Write) -> None:
    write("a.md", OLD)
    cli("baseline")
    done = cli("check", "--show-suppressed", "--format", "json")
    assert [each["suppressed"]["kind"] for each in json.loads(done.stdout)["findings"]] == ["baseline"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("{", "is not JSON"), ('{"schema_version": 7, "findings": {}}', "has schema_version 7, not 1")],
)
def test_a_baseline_that_cannot_be_used_is_one_line(cli: Cli, write: Write, text: str, complaint: str) -> None:
    write("a.md", OLD)
    write(NAME, text)
    done = cli("check")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert complaint in done.stderr
    assert "write it anew with `healthlint baseline`" in done.stderr


def test_nothing_is_accepted_while_an_article_cannot_be_read(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.md", b"\x00\x01\x02\x03" * 50)
    assert cli("baseline").returncode == 2
    assert not (tmp_path / NAME).exists()


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("words", [("--changed-since", "HEAD"), ("--staged",)])
def test_only_what_changed_is_told(cli: Cli, write: Write, words: tuple[str, ...]) -> None:
    write("a.md", OLD + "\nA second paragraph.\n\n" + NEW)
    git("add", "a.md")
    done = cli("check", "a.md", "--format", "concise", *words)
    assert (done.returncode, [line.split(":")[1] for line in done.stdout.splitlines()]) == (1, ["5"])


@pytest.mark.usefixtures("repository")
def test_an_article_that_did_not_change_is_not_even_linted(cli: Cli) -> None:
    assert cli("check", "a.md", "--changed-since", "HEAD").stderr.startswith("no article")


@pytest.mark.usefixtures("repository")
def test_what_is_staged_is_linted_and_not_what_came_after(cli: Cli, write: Write) -> None:
    write("a.md", OLD + "\nA second paragraph.\n\n" + NEW)
    git("add", "a.md")
    write("a.md", "Something else.\n")
    assert cli("check", "a.md", "--staged").returncode == 1


@pytest.mark.usefixtures("repository")
def test_an_unknown_revision_is_one_line(cli: Cli) -> None:
    done = cli("check", "--changed-since", "nowhere")
    told = 'healthlint: git knows no revision "nowhere" here; `git branch --all` and `git tag` list the names\n'
    assert (done.returncode, done.stderr) == (2, told)


def test_without_a_repository_nothing_is_known_of_changes(cli: Cli, write: Write) -> None:
    write("a.md", OLD)
    done = cli("check", "a.md", "--staged")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
