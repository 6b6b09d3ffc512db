"""What earlier runs found is found again as long as it holds, and never longer."""

from __future__ import annotations

import os
import pickle
import re
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from healthlint.engine.article import Article, Reach
from healthlint.engine.cache import FOLDER, Cache, remove
from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.report import FileResult
from healthlint.engine.runner import lint_one
from healthlint.engine.settings import AllSettings
from healthlint.ruleset.load import Rules, load_rules

PACKAGE = Path(__file__).parents[2] / "healthlint"
DAY = date(2026, 1, 15)
TEXT = """\
# Sour cherries and sleep

Last updated: 3 March 2019

Cherry juice cures sleeplessness within a week. <!-- healthlint-disable-line HL805 -- a quotation follows -->

Cherry juice – twice a day – cures sleeplessness within a week, and it has always done so in every house we know of.

Cherry juice – twice a day – cures sleeplessness within a week, and it has always done so in every house we know of.
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(TEXT, encoding="utf-8")


def settings(config: str = "article: advice", digest: str = "rules", today: date = DAY) -> AllSettings:
    Path("healthlint.yaml").write_text(config, encoding="utf-8")
    return AllSettings(Rules(digest, load_rules), Configs(), Layer(), today)


def lint(path: str, by: AllSettings, reach: Reach = "both") -> FileResult:
    """The result of a run with a cache, which finds nothing in it."""
    cache = Cache(Path.cwd())
    known, seen = cache.find(path, by.of_file(path), reach)
    assert known is None
    assert seen is not None
    result = lint_one(Article(path), by, reach)[0]
    cache.keep(seen, by.of_file(path), reach, result)
    cache.close()
    return result


def find(path: str, by: AllSettings, reach: Reach = "both") -> FileResult | None:
    """What another run finds in the cache."""
    cache = Cache(Path.cwd())
    known = cache.find(path, by.of_file(path), reach)[0]
    cache.close()
    return known


def test_what_was_found_is_found_again_to_the_last_word() -> None:
    result = lint("a.md", settings())
    assert len(result.diagnostics) > 2
    assert any(each.related for each in result.diagnostics)
    assert result.waivers
    assert find("a.md", settings()) == result


def test_other_content_is_linted_afresh() -> None:
    lint("a.md", settings())
    Path("a.md").write_text(TEXT + "\nNothing else helps.\n", encoding="utf-8")
    assert find("a.md", settings()) is None


def test_other_content_of_the_same_size_and_time_is_linted_afresh() -> None:
    before = Path("a.md").stat()
    lint("a.md", settings())
    Path("a.md").write_text(TEXT.replace("week", "year"), encoding="utf-8")
    os.utime("a.md", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert Path("a.md").stat().st_size == before.st_size
    assert find("a.md", settings()) is None


def test_a_file_with_a_new_time_and_the_old_content_is_known() -> None:
    lint("a.md", settings())
    os.utime("a.md", (1_700_000_000, 1_700_000_000))
    assert find("a.md", settings()) is not None


@pytest.mark.parametrize(
    "config",
    [
        "article: news",
        "article: advice\nregion: uk",
        "article: advice\nrules: {HL606: error}",
        "article: advice\nignore: [HL101]",
        "article: advice\nsite_author: true",
        "article: advice\ntoday: 2026-01-16",
        "article: advice\noverrides: [{files: ['b.md'], region: uk}]",
    ],
)
def test_another_configuration_is_another_result(config: str) -> None:
    lint("a.md", settings())
    assert find("a.md", settings(config)) is None


def test_what_makes_a_run_fail_is_no_matter_of_the_cache() -> None:
    lint("a.md", settings())
    assert find("a.md", settings("article: advice\nmin_severity: error\nfail_on: warning")) is not None


def test_remarks_that_were_not_asked_for_are_not_in_the_cache() -> None:
    lint("a.md", settings())
    assert find("a.md", settings("article: advice\nmin_severity: info")) is None


def test_other_rules_are_another_result() -> None:
    lint("a.md", settings())
    assert find("a.md", settings(digest="other rules")) is None


def test_a_changed_file_of_own_words_is_another_result() -> None:
    (own := Path("words")).mkdir()
    (own / "hype.yaml").write_text("about: Ours.\nreviewer: Ana Ruiz\nterms: [wonderful]\n", encoding="utf-8")
    config = "article: advice\nlexicons: [words]"
    key = settings(config).of_file("a.md").key
    (own / "hype.yaml").write_text("about: Ours.\nreviewer: Ana Ruiz\nterms: [marvellous]\n", encoding="utf-8")
    assert settings(config).of_file("a.md").key != key


def test_another_day_counts_where_a_rule_looks_at_the_calendar() -> None:
    tomorrow = date(2026, 1, 16)
    lint("a.md", settings("select: [HL606]"))
    assert find("a.md", settings("select: [HL606]", today=tomorrow)) is None
    lint("a.md", settings("select: [HL101]"))
    assert find("a.md", settings("select: [HL101]", today=tomorrow)) is not None


def test_every_check_that_reads_the_calendar_says_so() -> None:
    reading = {path.stem for path in PACKAGE.glob("checks/*.py") if "policy.today" in path.read_text(encoding="utf-8")}
    saying = {
        path.stem
        for path in PACKAGE.glob("checks/*.py")
        if re.search(r"^USES_TODAY = True$", path.read_text(encoding="utf-8"), re.M)
    }
    assert reading - {"__init__"} == saying
    assert not [path for path in PACKAGE.glob("analysis/**/*.py") if ".today" in path.read_text(encoding="utf-8")]


def test_a_moved_file_is_linted_afresh_because_fingerprints_name_it() -> None:
    lint("a.md", settings())
    Path("a.md").rename("b.md")
    assert find("b.md", settings()) is None


def test_a_file_by_another_path_is_known_under_its_new_name() -> None:
    by = settings()
    lint("a.md", by)
    whole = str(Path("a.md").absolute())
    assert find(whole, by) == lint_one(Article(whole), by, "both")[0]


def test_what_compares_articles_and_what_reads_each_are_kept_side_by_side() -> None:
    by = settings()
    lint("a.md", by, "each")
    lint("a.md", by, "folder")
    assert find("a.md", by) == lint_one(Article("a.md"), by, "both")[0]
    assert find("a.md", by, "folder") == lint_one(Article("a.md"), by, "folder")[0]


def test_a_signature_of_other_content_is_not_kept() -> None:
    by = settings()
    lint("a.md", by)
    Path("a.md").write_text("# Plums\n\nEat them ripe.\n", encoding="utf-8")
    lint("a.md", by, "each")
    assert find("a.md", by, "folder") is None


def test_what_went_wrong_is_tried_again() -> None:
    by = settings()
    Path("a.md").unlink()
    Path("a.md").mkdir()
    assert lint("a.md", by).errors
    assert find("a.md", by) is None


@pytest.mark.hostile("a damaged cache", "made anew without a word")
@pytest.mark.parametrize("damage", [b"", b"no database at all " * 99])
def test_a_damaged_cache_is_made_anew(damage: bytes) -> None:
    by = settings()
    result = lint("a.md", by)
    (file,) = Path(FOLDER).glob("*.sqlite")
    file.write_bytes(damage)
    lint("a.md", by)
    assert find("a.md", by) == result


def test_a_damaged_page_gives_no_wrong_result() -> None:
    by = settings()
    result = lint("a.md", by)
    (file,) = Path(FOLDER).glob("*.sqlite")
    whole = file.read_bytes()
    for start in range(0, len(whole), 512):
        file.write_bytes(whole[:start] + bytes(byte ^ 1 for byte in whole[start : start + 64]) + whole[start + 64 :])
        assert find("a.md", by) in (None, result)


def test_without_a_folder_to_write_to_there_is_no_cache() -> None:
    Path(FOLDER).write_text("a file", encoding="utf-8")
    lint("a.md", settings())
    assert find("a.md", settings()) is None


@pytest.mark.hostile("a link in the place of the cache", "not followed")
def test_a_link_is_not_followed_to_somebody_elses_file(tmp_path: Path) -> None:
    Path(FOLDER).mkdir()
    (target := tmp_path / "mine.sqlite").write_bytes(b"")
    (Path(FOLDER) / "results-1.sqlite").symlink_to(target)
    lint("a.md", settings())
    assert target.read_bytes() == b""


def test_two_runs_at_once_keep_what_both_found() -> None:
    Path("b.md").write_text("# Plums\n\nEat them ripe.\n", encoding="utf-8")
    by = settings()
    caches = {path: Cache(Path.cwd()) for path in ("a.md", "b.md")}
    for path, cache in caches.items():
        seen = cache.find(path, by.of_file(path), "both")[1]
        assert seen is not None
        cache.keep(seen, by.of_file(path), "both", lint_one(Article(path), by, "both")[0])
    for cache in caches.values():
        cache.close()
    assert find("a.md", by) is not None
    assert find("b.md", by) is not None


def test_files_that_are_gone_are_forgotten() -> None:
    by = settings()
    lint("a.md", by)
    (file,) = Path(FOLDER).glob("*.sqlite")
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 1")  # the day of the last sweep
    connection.close()
    Path("a.md").rename("b.md")
    lint("b.md", by)
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT name FROM articles").fetchall() == [(b"b.md",)]
    connection.close()


def test_git_passes_the_cache_over() -> None:
    lint("a.md", settings())
    assert (Path(FOLDER) / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_nothing_but_the_cache_is_removed_with_it() -> None:
    lint("a.md", settings())
    mine = Path(FOLDER) / "notes.txt"
    mine.write_text("mine", encoding="utf-8")
    assert remove(Path.cwd())
    assert [path.name for path in Path(FOLDER).iterdir()] == ["notes.txt"]


def test_settings_are_the_same_in_another_process() -> None:
    by = settings()
    other: AllSettings = pickle.loads(pickle.dumps(by))
    assert other.of_file("a.md").key == by.of_file("a.md").key
    assert lint_one(Article("a.md"), other)[0] == lint_one(Article("a.md"), by)[0]
