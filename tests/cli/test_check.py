"""`healthlint check`: what is printed where, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Cli = Callable[..., CompletedProcess[str]]
Write = Callable[[str, str | bytes], Path]

BAD = "# Magic\n\nHe said abracadabra.\n"
DUBIOUS = "# Magic\n\nHe said hocus pocus.\n"
ODD = "# Magic\n\nHe said simsalabim.\n"
GOOD = "# Magic\n\nHe said nothing.\n"


def test_findings_go_to_standard_output_and_the_summary_to_standard_error(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    done = cli("check", "a.md", "--format", "concise")
    assert done.stdout == "a.md:3:9: HL996 error “abracadabra” is no medicine\n"
    assert done.stderr == "1 article checked: 1 error\n"


@pytest.mark.parametrize(
    ("text", "flags", "code"),
    [
        (GOOD, [], 0),
        (BAD, [], 1),
        (BAD, ["--exit-zero"], 0),
        (BAD, ["--ignore", "HL996"], 0),
        (BAD, ["--select", "HL997"], 0),
        (BAD, ["--select", "big-spell,HL997"], 1),
        (DUBIOUS, [], 0),
        (DUBIOUS, ["--fail-on", "warning"], 1),
        (DUBIOUS, ["--fail-on", "warning", "--format", "json"], 1),
        (ODD, ["--fail-on", "info"], 1),
    ],
)
def test_the_exit_code(cli: Cli, write: Write, text: str, flags: list[str], code: int) -> None:
    write("a.md", text)
    assert cli("check", "a.md", *flags).returncode == code


def test_info_is_shown_to_those_who_ask(cli: Cli, write: Write) -> None:
    write("a.md", ODD)
    assert cli("check", "a.md").stdout == ""
    assert "HL998" in cli("check", "a.md", "--min-severity", "info").stdout


def test_what_is_hidden_is_counted(cli: Cli, write: Write) -> None:
    write("a.md", ODD)
    told = "1 article checked: nothing found (1 finding below --min-severity not shown)\n"
    assert cli("check", "a.md", "--select", "HL998").stderr == told


def test_rules_whose_findings_could_not_be_shown_do_not_run(cli: Cli, write: Write) -> None:
    write("a.md", ODD)
    assert cli("check", "a.md").stderr == "1 article checked: nothing found\n"
    assert "HL998" in cli("check", "a.md", "--min-severity", "info").stdout


def test_what_makes_the_run_fail_is_shown(cli: Cli, write: Write) -> None:
    write("a.md", ODD)
    done = cli("check", "a.md", "--fail-on", "info")
    assert (done.returncode, "HL998" in done.stdout) == (1, True)


def test_quiet_prints_findings_alone(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    done = cli("check", "a.md", "--quiet")
    assert "HL996" in done.stdout
    assert done.stderr == ""


def test_the_current_folder_is_the_default(cli: Cli, write: Write) -> None:
    write("posts/a.md", BAD)
    assert cli("check", "--format", "concise").stdout.startswith("posts/a.md:3:9:")


def test_findings_are_in_the_order_of_paths_then_places(cli: Cli, write: Write) -> None:
    write("b.md", BAD)
    write("a.md", BAD + "\nHocus pocus and abracadabra.\n")
    done = cli("check", "b.md", "a.md", "--format", "concise")
    assert [line.rsplit(":", 1)[0] for line in done.stdout.splitlines()] == [
        "a.md:3:9",
        "a.md:5:1",
        "a.md:5:17",
        "b.md:3:9",
    ]


def test_standard_input_is_markdown_by_default(cli: Cli) -> None:
    done = cli("check", "-", "--format", "json", stdin="He *said* abracadabra.")
    (found,) = json.loads(done.stdout)["findings"]
    assert (found["file"], found["start"]["column"]) == ("<stdin>", 11)


def test_standard_input_has_the_name_and_format_that_is_given(cli: Cli) -> None:
    done = cli(
        "check", "-", "--stdin-filename", "page.html", "--format", "json", stdin="<p>He said abra<b>cadabra</b>."
    )
    (found,) = json.loads(done.stdout)["findings"]
    assert (found["file"], found["start"]["column"], found["end"]["column"]) == ("page.html", 12, 26)


def test_the_configuration_beside_the_stdin_filename_holds(cli: Cli, write: Write) -> None:
    write("posts/healthlint.yaml", "ignore: [HL996]")
    assert cli("check", "-", "--stdin-filename", "posts/a.md", stdin=BAD).returncode == 0
    assert cli("check", "-", stdin=BAD).returncode == 1


def test_the_closest_configuration_holds_for_each_file(cli: Cli, write: Write) -> None:
    write("healthlint.yaml", "rules: {HL996: {severity: warning}}")
    write("posts/healthlint.yaml", "ignore: [HL996]")
    write("a.md", BAD)
    write("posts/b.md", BAD)
    assert cli("check", "--format", "concise").stdout == "a.md:3:9: HL996 warning “abracadabra” is no medicine\n"


def test_isolated_and_config_name_the_configuration(cli: Cli, write: Write) -> None:
    write("healthlint.yaml", "ignore: [HL996]")
    write("strict.yaml", "fail_on: warning")
    write("a.md", DUBIOUS + BAD)
    assert cli("check", "a.md").returncode == 0
    assert cli("check", "a.md", "--isolated").returncode == 1
    assert cli("check", "a.md", "--config", "strict.yaml", "--ignore", "HL996").returncode == 1


def test_thresholds_of_the_configuration_hold_for_its_files(cli: Cli, write: Write) -> None:
    write("strict/healthlint.yaml", "fail_on: info")
    write("strict/a.md", ODD)
    write("loose/a.md", ODD)
    assert cli("check", "loose").returncode == 0
    assert cli("check", "strict").returncode == 1


def test_force_exclude_holds_for_named_files(cli: Cli, write: Write) -> None:
    write("healthlint.yaml", "exclude: [drafts/]")
    write("drafts/a.md", BAD)
    assert cli("check", "drafts/a.md").returncode == 1
    assert cli("check", "drafts/a.md", "--force-exclude").returncode == 0


def test_output_goes_to_a_file_and_the_exit_code_stays(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.md", BAD)
    done = cli("check", "a.md", "-o", "out.txt", "--format", "concise", env={"FORCE_COLOR": "1"})
    assert (done.returncode, done.stdout) == (1, "")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "a.md:3:9: HL996 error “abracadabra” is no medicine\n"


def test_fingerprints_do_not_depend_on_where_one_stands(cli: Cli, write: Write) -> None:
    write("site/healthlint.yaml", "")
    path = write("site/posts/a.md", BAD)
    relative, absolute = (cli("check", name, "--format", "json").stdout for name in ("site", str(path)))
    first, second = (json.loads(text)["findings"][0] for text in (relative, absolute))
    assert first["file"] != second["file"]
    assert first["fingerprint"] == second["fingerprint"]


def test_project_runs_only_the_rules_that_compare_articles(cli: Cli, write: Write) -> None:
    write("a.md", BAD)
    done = cli("check", "--project", "--no-cache", "--no-progress", ".")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 article checked: nothing found\n")


@pytest.mark.parametrize(
    ("env", "flags", "coloured"),
    [
        ({}, [], False),  # a pipe is no terminal
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
def test_colours(cli: Cli, write: Write, env: dict[str, str], flags: list[str], coloured: bool) -> None:
    write("a.md", BAD)
    assert ("\x1b[" in cli("check", "a.md", *flags, env=env).stdout) is coloured
