"""`healthlint init`, and what the command line says of settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

Write = Callable[[str, str], Path]


def test_init_writes_a_configuration_that_can_be_used(cli: Cli, write: Write, tmp_path: Path) -> None:
    done = cli("init")
    assert (done.returncode, done.stderr) == (0, "wrote healthlint.yaml; now try: healthlint check\n")
    write("a.md", "Nothing but hocus pocus.\n")
    assert "spell" in cli("check", "a.md").stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [("healthlint.yaml", ""), (".healthlint.yaml", ""), ("pyproject.toml", '[tool.healthlint]\nregion = "uk"\n')],
)
def test_init_never_writes_over_a_configuration(cli: Cli, write: Write, tmp_path: Path, name: str, text: str) -> None:
    path = write(name, text)
    done = cli("init")
    assert (done.returncode, done.stderr) == (2, f"{name}: is there already, and was left as it is\n")
    assert path.read_text(encoding="utf-8") == text
    assert len(list(tmp_path.iterdir())) == 1


def test_init_into_a_folder_that_is_not_there_is_told(cli: Cli) -> None:
    done = cli("init", "nowhere")
    assert (done.returncode, done.stderr) == (
        2,
        "nowhere/healthlint.yaml: cannot be written: No such file or directory\n",
    )


def test_show_files_lists_what_would_be_linted(cli: Cli, write: Write) -> None:
    write("healthlint.yaml", "exclude: [old/]\n")
    for name in ("a.md", "old/b.md", "news/c.txt"):
        write(name, "hocus pocus\n")
    done = cli("check", "--show-files")
    assert (done.returncode, done.stdout, done.stderr) == (0, "a.md\nnews/c.txt\n", "")


def test_show_config_prints_what_holds_for_a_file(cli: Cli, write: Write) -> None:
    write("base.yaml", "region: uk\n")
    write("healthlint.yaml", "extends: base.yaml\nexclude: [old/]\nrules: {HL997: error}\nsite_author: true\n")
    write("old/a.md", "hocus pocus\n")
    lines = cli("check", "--show-config", "old/a.md", "--ignore", "HL998").stdout.splitlines()
    assert lines[:2] == ["# old/a.md: healthlint.yaml, base.yaml", "# left out of folders by exclude"]
    assert {'region: "uk"', "site_author: true", "  [HL996, HL997, HL999]", "  HL997: error"} <= set(lines)


def test_show_config_without_a_file_shows_the_defaults(cli: Cli, write: Write) -> None:
    write("a.md", "hocus pocus\n")
    assert cli("check", "--show-config", "a.md").stdout.startswith(
        "# a.md: no configuration file\nmin_severity: warning\n"
    )


def test_rules_can_be_added_and_confidence_asked_for(cli: Cli, write: Write) -> None:
    write("healthlint.yaml", "select: [HL996]\n")
    write("a.md", "abracadabra, hocus pocus\n")
    done = cli("check", "a.md", "--extend-select", "HL997", "--min-confidence", "high", "--format", "concise", "-q")
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["HL996", "HL997"]


def test_a_profile_that_is_not_there_is_told(cli: Cli, write: Write) -> None:
    write("a.md", "hocus pocus\n")
    done = cli("check", "a.md", "--profile", "editor")
    expected = 'healthlint: no profile is called "editor"; did you mean "editorial"? (there are '
    assert (done.returncode, done.stderr.startswith(expected)) == (2, True)


def test_suppressed_findings_are_counted_and_shown_when_asked_for(cli: Cli, write: Write) -> None:
    write("a.md", "<!-- healthlint-disable-next-line spell -- a play -->\n\nHocus pocus!\n")
    done = cli("check", "a.md")
    assert (done.stdout, done.stderr) == ("", "1 article checked: nothing found, 1 suppressed\n")
    assert "suppressed: a play" in cli("check", "a.md", "--show-suppressed").stdout
    assert (
        '"suppressed": {"kind": "comment", "reason": "a play"'
        in cli("check", "a.md", "--show-suppressed", "--format", "json").stdout
    )
