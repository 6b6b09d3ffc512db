"""`healthlint references update` as users run it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Cli


def test_the_list_is_counted_and_its_day_is_told(cli: Cli, write: Callable[[str, str], Path], tmp_path: Path) -> None:
    write("list.txt", "10.5555/a\n10.5555/b\n")
    done = cli("references", "update", "--from", "list.txt", "--as-of", "2025-04-05", "--database", "papers.sqlite")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "2 retractions, as of 2025-04-05: papers.sqlite\n"
    assert (tmp_path / "papers.sqlite").is_file()


def test_by_default_the_database_is_kept_for_the_user(
    cli: Cli, write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    write("list.txt", "10.5555/a\n")
    assert cli("references", "update", "--from", "list.txt", env={"XDG_DATA_HOME": str(tmp_path)}).returncode == 0
    assert (tmp_path / "healthlint" / "retractions.sqlite").is_file()


def test_a_column_that_is_missing_is_one_line(cli: Cli, write: Callable[[str, str], Path]) -> None:
    write("list.csv", "Title,OriginalPaperDOI\nHeels,10.5555/a\n")
    done = cli("references", "update", "--from", "list.csv", "--database", "papers.sqlite")
    assert done.returncode == 2
    assert done.stderr.startswith('list.csv:1: the column "OriginalPaperPubMedID" is missing')
    assert done.stderr.count("\n") == 1


def test_a_list_has_to_be_named(cli: Cli) -> None:
    done = cli("references", "update")
    assert done.returncode == 2
    assert "--from" in done.stderr


def test_a_day_that_is_none_is_told(cli: Cli, write: Callable[[str, str], Path]) -> None:
    write("list.txt", "10.5555/a\n")
    done = cli("references", "update", "--from", "list.txt", "--as-of", "soon")
    assert done.returncode == 2
    assert 'not "soon"' in done.stderr
