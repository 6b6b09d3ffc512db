"""Formats, files, counts and limits of `healthlint check`."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from healthlint.cli._step_summary import append_summary

Cli = Callable[..., CompletedProcess[str]]
Write = Callable[[str, str | bytes], Path]

BAD = "# Magic\n\nHe said abracadabra.\n"
DUBIOUS = "# Magic\n\nHe said hocus pocus.\n\nHocus pocus, she said.\n"


def test_several_formats_in_one_run(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.md", BAD)
    done = cli("check", "a.md", "--format", "sarif:out.sarif", "--format", "concise", "--format", "jsonl:out.jsonl")
    assert (done.returncode, done.stdout) == (1, "a.md:3:9: HL996 error “abracadabra” is no medicine\n")
    assert json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert sorted(path.name for path in tmp_path.glob("[!.]*")) == ["a.md", "out.jsonl", "out.sarif"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["--format", "text:a.txt", "--format", "json:./a.txt"],
            "a.txt: --format text and --format json both go to this file; give each its own",
        ),
        (
            ["--format", "text", "--format", "json"],
            "healthlint: --format text and --format json both go to standard output; give one a file: \
--format json:FILE",
        ),
        (
            ["--format", "text", "--format", "json:b.json", "-o", "a.txt"],
            "healthlint: -o is for a single format without a file; write --format FORMAT:FILE for each",
        ),
        (["--format", "json:"], "healthlint: --format json: lacks the name of the file after the colon"),
        (["--format", "json:no/a.json"], "no/a.json: cannot be written: there is no folder no"),
        (["--format", "json:."], ".: cannot be written: it is a folder"),
        (
            ["--statistics", "--format", "sarif"],
            "healthlint: --statistics cannot be had with --format sarif; add --format text or json or markdown",
        ),
    ],
)
def test_what_cannot_be_written_is_told_before_anything_is_linted(
    cli: Cli, write: Write, tmp_path: Path, words: list[str], message: str
) -> None:
    write("a.md", BAD)
    done = cli("check", "a.md", *words)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message + "\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no /dev/stdout")
def test_a_file_may_be_a_pipe(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    assert cli("check", "a.md", "--format", "concise", "-o", "/dev/stdout").stdout.startswith("a.md:3:9: HL996")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
def test_a_link_stays_a_link(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.md", BAD)
    target = write("reports/old.json", "old")
    (tmp_path / "out.json").symlink_to(target)
    cli("check", "a.md", "--format", "json:out.json", "--format", "text")
    assert (tmp_path / "out.json").is_symlink()
    assert len(json.loads(target.read_text(encoding="utf-8"))["findings"]) == 1


def test_a_file_has_neither_colours_nor_the_width_of_the_terminal(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.md", BAD)
    cli("check", "a.md", "--format", "text:out.txt", env={"FORCE_COLOR": "1", "COLUMNS": "40"})
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("a.md:3:9  error  HL996 big-spell\n  “abra")


@pytest.mark.parametrize("form", ["sarif", "github", "junit", "markdown", "grouped", "checkstyle", "rdjson", "gitlab"])
def test_no_format_fails_on_a_poor_terminal_or_an_odd_file_name(cli: Cli, write: Write, form: str) -> None:
    write("a\n“b”.md", BAD)
    done = cli("check", ".", "--format", form, env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 1
    assert "HL996" in done.stdout
    assert done.stdout.isascii()


def test_github_gets_a_summary_of_the_step(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    summary = write("summary.out", "Before\n")
    done = cli("check", "a.md", "--format", "github", env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert done.stdout.startswith("::error title=healthlint (HL996),file=a.md,line=3,col=9,")
    assert summary.read_text(encoding="utf-8").startswith("Before\n## healthlint: 1 error\n")


def test_a_long_summary_is_cut_between_findings(tmp_path: Path) -> None:
    summary = tmp_path / "summary.out"
    append_summary(summary, "## All\n\n" + "- one finding\n" * 100_000)
    text = summary.read_text(encoding="utf-8")
    assert 900_000 < len(text.encode()) < 1024 * 1024
    assert text.endswith("- one finding\n\nAnd more, which this summary has no room for.\n")


def test_other_formats_leave_the_summary_alone(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    summary = write("summary.out", "")
    cli("check", "a.md", "--format", "json", env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert summary.read_text(encoding="utf-8") == ""


def test_statistics_count_by_rule(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    write("b.md", DUBIOUS)
    done = cli("check", ".", "--statistics")
    assert (done.returncode, done.stderr) == (1, "2 articles checked: 1 error, 2 warnings\n")
    assert done.stdout == "2  HL997  spell      in 1 article\n1  HL996  big-spell  in 1 article\n"


def test_statistics_for_programs(cli: Cli, write: Write) -> None:
    write("b.md", DUBIOUS)
    assert json.loads(cli("check", ".", "--statistics", "--format", "json").stdout) == {
        "schema_version": 1,
        "statistics": [{"id": "HL997", "name": "spell", "findings": 2, "files": 1}],
    }


def test_statistics_of_nothing_are_empty(cli: Cli, write: Write) -> None:
    write("a.md", "# Magic\n")
    assert cli("check", ".", "--statistics").stdout == ""


def test_statistics_leave_files_their_findings(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.md", BAD)
    done = cli("check", "a.md", "--statistics", "--format", "json:out.json", "--format", "text")
    assert done.stdout == "1  HL996  big-spell  in 1 article\n"
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["findings"]) == 1


def test_findings_are_explained_to_those_who_ask(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    assert "why: Magic heals nobody." in cli("check", "a.md", "--explain-findings").stdout
    assert "Magic heals nobody." not in cli("check", "a.md").stdout


@pytest.mark.parametrize(("limit", "code"), [("0", 1), ("1", 1), ("2", 0)])
def test_too_many_warnings_fail_the_run(cli: Cli, write: Write, limit: str, code: int) -> None:
    write("a.md", DUBIOUS)
    assert cli("check", "a.md", "--max-warnings", limit).returncode == code


def test_too_many_warnings_are_told(cli: Cli, write: Write) -> None:
    write("healthlint.yaml", "max_warnings: 1")
    write("a.md", DUBIOUS)
    told = "2 warnings: more than the 1 that max_warnings in healthlint.yaml allows\n"
    assert cli("check", "a.md").stderr.endswith(told)
    assert cli("check", "a.md", "--exit-zero").returncode == 0
    assert cli("check", "a.md", "--max-warnings", "2").returncode == 0


def test_warnings_that_count_are_shown(cli: Cli, write: Write) -> None:
    write("a.md", DUBIOUS)
    done = cli("check", "a.md", "--max-warnings", "0", "--min-severity", "error")
    assert (done.returncode, "HL997" in done.stdout) == (1, True)


def test_each_configuration_has_a_limit_of_its_own(cli: Cli, write: Write) -> None:
    for folder in ("one", "two"):
        write(f"{folder}/healthlint.yaml", "max_warnings: 2")
        write(f"{folder}/a.md", DUBIOUS)
    assert cli("check", ".").returncode == 0
    assert cli("check", ".", "--max-warnings", "3").returncode == 1


@pytest.mark.parametrize("wrong", ["many", "-1", "yes"])
def test_a_limit_is_a_number(cli: Cli, write: Write, wrong: str) -> None:
    write("a.md", BAD)
    write("healthlint.yaml", f"preview: true\nmax_warnings: {wrong}\n")
    done = cli("check", "a.md")
    assert done.returncode == 2
    assert done.stderr.startswith("healthlint.yaml:2: max_warnings must be a number such as 0 or 10, not ")
