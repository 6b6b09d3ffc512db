"""`healthlint explain`, `healthlint rules`, `healthlint --help` and `--version`."""

from __future__ import annotations

import json
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from healthlint import __version__

Cli = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize("word", ["HL997", "hl997", "spell"])
def test_explain_tells_why_and_what_to_do(cli: Cli, word: str) -> None:
    done = cli("explain", word)
    assert done.returncode == 0
    for words in ("HL997 spell", "Magic heals nobody.", "Leave it out.", "He said ⟦hocus pocus⟧.", "He said nothing."):
        assert words in done.stdout


def test_explain_takes_several_rules(cli: Cli) -> None:
    done = cli("explain", "HL996", "HL997")
    assert "HL996 big-spell" in done.stdout
    assert "HL997 spell" in done.stdout


def test_rules_is_a_table(cli: Cli) -> None:
    assert cli("rules").stdout.splitlines()[:2] == [
        "HL996  big-spell    error    language",
        "HL997  spell        warning  language",
    ]


def test_rules_can_be_chosen(cli: Cli) -> None:
    assert cli("rules", "HL998").stdout == "HL998  small-spell  info  language\n"


def test_rules_as_json(cli: Cli) -> None:
    whole = json.loads(cli("rules", "--format", "json").stdout)
    assert whole["rules"][0]["code"] == "HL996"
    assert whole["rules"][0]["topic"] == "language"


def test_the_version(cli: Cli) -> None:
    assert cli("--version").stdout == f"healthlint {__version__}\n"


def test_help_lists_the_commands(cli: Cli) -> None:
    done = cli("--help")
    assert done.returncode == 0
    for command in ("check", "explain", "rules"):
        assert f"\n    {command} " in done.stdout


def test_without_a_command_the_help_goes_to_standard_error(cli: Cli) -> None:
    done = cli()
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: healthlint" in done.stderr


def test_a_rule_in_full_for_programs(cli: Cli) -> None:
    (rule,) = json.loads(cli("explain", "HL997", "--format", "json").stdout)["rules"]
    assert (rule["code"], rule["fix"]) == ("HL997", "Leave it out.")
    assert rule["parameters"]["phrases"] == "hocus pocus"
    assert [example["text"] for example in rule["examples"]["bad"]] == ["He said ⟦hocus pocus⟧."]


def test_a_rule_as_a_page(cli: Cli) -> None:
    page = cli("explain", "HL997", "HL998", "--format", "markdown").stdout
    assert page.startswith("# HL997 spell\n")
    assert "\n\n# HL998 small-spell\n" in page
    assert "```md\nHe said ⟦hocus pocus⟧.\n```" in page


def test_rules_as_a_page(cli: Cli) -> None:
    page = cli("rules", "HL99", "--format", "markdown").stdout
    assert page.startswith("## Language\n\n| code |")
    assert "| HL996 | big-spell | error | high |  |\n" in page
