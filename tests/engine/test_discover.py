"""Paths on the command line -> articles."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.discover import Found, find_files
from healthlint.engine.settings import AllSettings
from healthlint.ruleset.load import load_rules

RULES = load_rules()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, in which the tests stand."""
    for name in (
        "b.md", "a.HTML", "notes.txt", "guide.mdx", "photo.png", "LICENSE", ".hidden.md",
        "posts/one.md", "posts/deep/two.htm", "posts/two.markdown", ".git/x.md", "node_modules/pkg/readme.md",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def find(*paths: str, exclude: str = "", force: bool = False) -> Found:
    if exclude:
        Path("healthlint.yaml").write_text(f"exclude: [{exclude}]\n", encoding="utf-8")
    return find_files(paths, AllSettings(RULES, Configs(), Layer(), date(2026, 1, 15)), force_exclude=force)


@pytest.mark.usefixtures("site")
class TestFinding:
    def test_a_folder_gives_its_articles_in_the_order_of_their_paths(self) -> None:
        assert find(".").files == (
            "a.HTML", "b.md", "guide.mdx", "notes.txt", "posts/deep/two.htm", "posts/one.md", "posts/two.markdown"
        )  # fmt: skip

    def test_the_order_is_that_of_the_paths_whatever_the_arguments(self) -> None:
        assert find("posts", "b.md").files == find("b.md", "posts").files

    def test_a_file_is_found_once_however_often_it_is_named(self) -> None:
        assert find("b.md", "./b.md", str(Path("b.md").absolute()), "*.md").files == ("b.md",)

    def test_a_named_file_is_taken_whatever_its_suffix(self) -> None:
        assert find("LICENSE", ".hidden.md").files == (".hidden.md", "LICENSE")

    def test_a_glob_gives_articles(self) -> None:
        assert find("posts/**").files == ("posts/deep/two.htm", "posts/one.md", "posts/two.markdown")

    def test_a_glob_that_names_a_suffix_gives_files_with_it(self) -> None:
        assert find("*.png").files == ("photo.png",)

    def test_a_glob_that_fits_nothing_is_told(self) -> None:
        assert find("*.rst").missing == (("*.rst", "no file fits this pattern"),)

    def test_a_missing_path_is_told_with_the_nearest_name(self) -> None:
        assert find("psts").missing == (("psts", 'no such file or folder; did you mean "posts"?'),)

    def test_excluded_files_and_folders_are_left_out(self) -> None:
        assert find(".", exclude="posts/, '*.txt'").files == ("a.HTML", "b.md", "guide.mdx")

    def test_a_named_file_is_taken_though_excluded(self) -> None:
        assert find("posts/one.md", exclude="posts/").files == ("posts/one.md",)

    def test_force_exclude_leaves_out_a_named_file(self) -> None:
        assert find("posts/one.md", "b.md", exclude="posts/", force=True).files == ("b.md",)

    def test_force_exclude_leaves_out_hidden_folders(self) -> None:
        assert find(".git/x.md", "b.md", force=True).files == ("b.md",)

    def test_a_folder_that_is_excluded_further_up_is_not_entered(self) -> None:
        assert find("posts/**/*.htm", exclude="deep").files == ()

    @pytest.mark.hostile("links to folders in a circle", "not followed")
    def test_a_circle_of_links_ends(self) -> None:
        Path("posts/again").symlink_to(Path("posts").absolute())
        assert len(find("posts").files) == 3

    @pytest.mark.hostile("a link to nothing", "passed over")
    def test_a_link_to_nothing_is_passed_over(self) -> None:
        Path("posts/gone.md").symlink_to("nowhere.md")
        assert "posts/gone.md" not in find("posts").files

    @pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
    def test_a_folder_that_may_not_be_read_is_told(self) -> None:
        Path("posts/deep").chmod(0)
        found = find("posts")
        Path("posts/deep").chmod(0o755)
        assert found.missing == (("posts/deep", "cannot be read: Permission denied"),)


def test_a_folder_without_articles_gives_nothing(tmp_path: Path) -> None:
    assert find(str(tmp_path)) == Found(())
