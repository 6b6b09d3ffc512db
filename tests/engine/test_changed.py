"""What git says of changes, and which findings they concern."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from healthlint.engine.changed import Lines, changes_since, staged_changes, staged_data
from healthlint.errors import ConfigError
from healthlint.model.finding import Diagnostic, Location, RelatedLocation, Role
from healthlint.model.span import Position

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "".join(f"line {number}\n" for number in range(1, 9))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "a.md").write_text(ARTICLE)
    commit(tmp_path)
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    person = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    subprocess.run(["git", *person, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "-m", "articles")


def place(path: Path, line: int) -> Location:
    return Location(str(path), Position(line, 1, 0), Position(line, 5, 4))


def diagnostic(where: Location, *related: tuple[Role, Location], on_whole: bool = False) -> Diagnostic:
    others = tuple(RelatedLocation(role, "", location) for role, location in related)
    return Diagnostic(
        "HL301", "", "", None, "error", "high", "", None, where, "", (), others, (), "aa:1", on_whole=on_whole
    )


def change(path: Path, line: int) -> None:
    lines = path.read_text().splitlines()
    lines[line - 1] += " and more"
    path.write_text("\n".join(lines) + "\n")


def test_a_finding_on_a_changed_line_counts_and_on_another_does_not(repository: Path) -> None:
    change(repository / "a.md", 3)
    changes = changes_since("HEAD", repository)
    assert changes.concern(diagnostic(place(repository / "a.md", 3)))
    assert not changes.concern(diagnostic(place(repository / "a.md", 4)))


@pytest.mark.parametrize(
    ("role", "counts"), [("copy", True), ("evidence", True), ("also", False), ("reference", False)]
)
def test_a_finding_counts_where_its_copy_or_evidence_changed(repository: Path, role: Role, counts: bool) -> None:
    change(repository / "a.md", 3)
    path = repository / "a.md"
    found = diagnostic(place(path, 7), (role, place(path, 3)))
    assert changes_since("HEAD", repository).concern(found) is counts


def test_a_finding_on_the_whole_article_counts_in_a_new_file_only(repository: Path) -> None:
    change(repository / "a.md", 1)
    (repository / "new.md").write_text(ARTICLE)
    changes = changes_since("HEAD", repository)
    assert changes.concern(diagnostic(place(repository / "new.md", 1), on_whole=True))
    assert not changes.concern(diagnostic(place(repository / "a.md", 1), on_whole=True))


def test_every_line_of_a_new_file_is_new(repository: Path) -> None:
    (repository / "new.md").write_text(ARTICLE)
    assert changes_since("HEAD", repository).of(str(repository / "new.md")) == Lines((), is_new=True)
    git(repository, "add", "new.md")
    assert staged_changes(repository).of(str(repository / "new.md")) == Lines(((1, 9),), is_new=True)


def test_a_renamed_file_is_not_new(repository: Path) -> None:
    git(repository, "mv", "a.md", "b.md")
    change(repository / "b.md", 2)
    git(repository, "add", "--all")
    assert staged_changes(repository).of(str(repository / "b.md")) == Lines(((2, 3),))


@pytest.mark.parametrize("name", ['quo"te.md', "tab\tnew\nline.md", "näher.md", "-dash.md"])
def test_a_file_may_have_any_name(repository: Path, name: str) -> None:
    path = repository / name
    path.write_text(ARTICLE)
    commit(repository)
    change(path, 5)
    assert changes_since("HEAD", repository).of(str(path)) == Lines(((5, 6),))


def test_what_others_did_on_the_main_branch_since_is_no_change_of_ours(repository: Path) -> None:
    git(repository, "switch", "-q", "-c", "mine")
    change(repository / "a.md", 2)
    commit(repository)
    git(repository, "switch", "-q", "main")
    change(repository / "a.md", 8)
    commit(repository)
    git(repository, "switch", "-q", "mine")
    assert changes_since("main", repository).of(str(repository / "a.md")) == Lines(((2, 3),))


def test_the_first_commit_stages_new_files(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "a.md").write_text(ARTICLE)
    git(tmp_path, "add", "a.md")
    lines = staged_changes(tmp_path).of(str(tmp_path / "a.md"))
    assert lines is not None
    assert lines.is_new


def test_of_a_file_that_went_on_changing_the_staged_version_is_read(repository: Path) -> None:
    change(repository / "a.md", 2)
    git(repository, "add", "a.md")
    staged = (repository / "a.md").read_bytes()
    change(repository / "a.md", 1)
    assert dict(staged_data(staged_changes(repository))) == {str(repository / "a.md"): staged}


def test_an_unknown_revision_is_named(repository: Path) -> None:
    with pytest.raises(ConfigError, match='git knows no revision "mian" here'):
        changes_since("mian", repository)


def test_a_folder_outside_of_git_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is in no git repository"):
        staged_changes(tmp_path)
