"""What is compared when, and `healthlint duplicates`, with the shipped rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from healthlint.cli.main import main

TEXT = """\
# Cramps at night

A cramp in the calf lets go when you pull the toes towards the knee and breathe out slowly for a while.

## Afterwards

Walk a few steps on your heels afterwards, and rub the muscle with both hands until it feels warm again.

Stretch both legs against a wall before you go to bed on days on which you have stood more than usual.
"""
CHANGED = TEXT.replace("at night", "while you sleep").replace("feels warm", "is soft and warm").replace("usual", "ever")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("posts").mkdir()
    Path("posts/a.md").write_text(TEXT, encoding="utf-8")
    Path("posts/b.md").write_text(CHANGED, encoding="utf-8")
    Path("healthlint.yaml").write_text("article: advice\nselect: [HL107, HL108]\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ([], ["HL108"]),
        (["posts"], ["HL108"]),
        (["posts/a.md", "posts"], ["HL108"]),
        (["posts/a.md", "posts/b.md"], []),
        (["posts/*.md"], []),
        (["--project", "posts/a.md", "posts/b.md"], ["HL108"]),
        (["--project"], ["HL108"]),
        (["--project", "posts/a.md"], []),
    ],
)
def test_articles_are_compared_in_folders_and_where_it_is_asked(
    words: list[str], codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--no-progress", "--format", "json", *words]) == 0
    assert [each["id"] for each in json.loads(capsys.readouterr().out)["findings"]] == codes


def test_the_finding_can_be_read_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--no-progress", "--fail-on", "warning", "posts"]) == 1
    shown = capsys.readouterr().out
    assert "posts/a.md:1:3  warning  HL108 duplicate-article" in shown
    assert "copy, line 1 of posts/b.md: the one to keep" in shown
    assert "# Cramps while you sleep" in shown


def test_the_words_that_differ_are_marked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duplicates", "--no-progress", "--color", "never"]) == 0
    shown, told = capsys.readouterr()
    assert (
        shown
        == """\
cluster 1: 2 articles
  posts/a.md  (63 words, cramps at night)
  posts/b.md  (65 words, cramps while you sleep)

  posts/a.md <> posts/b.md
    3 paragraphs in common, 100% of the first
    lines 3 <> 3, the same: A cramp in the calf lets go when …
    lines 7 <> 7, 90% alike:
      … both hands until it [-feels-] {+is soft and+} warm again.
    lines 9 <> 9, 95% alike:
      … have stood more than [-usual.-] {+ever.+}

[-…-] stands only in the first of two articles, {+…+} only in the second
"""
    )
    assert told == "2 articles compared: 1 cluster\n"


def test_marks_are_coloured_word_by_word(capsys: pytest.CaptureFixture[str]) -> None:
    main(["duplicates", "--no-progress", "--color", "always"])
    assert "\x1b[31m[-feels-]\x1b[0m \x1b[32m{+is\x1b[0m \x1b[32msoft\x1b[0m" in capsys.readouterr().out


def test_programs_get_every_place_and_difference(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duplicates", "--no-progress", "--format", "json"]) == 0
    (cluster,) = json.loads(capsys.readouterr().out)["clusters"]
    assert [each["file"] for each in cluster["articles"]] == ["posts/a.md", "posts/b.md"]
    (pair,) = cluster["pairs"]
    assert (pair["file"], pair["keep"], pair["share"]) == ("posts/a.md", "posts/b.md", 1.0)
    last = pair["paragraphs"][-1]
    here, there = ((last[side]["start"]["offset"], last[side]["end"]["offset"]) for side in ("here", "there"))
    assert TEXT[slice(*here)] == TEXT.splitlines()[-1]
    assert CHANGED[slice(*there)] == CHANGED.splitlines()[-1]
    assert last["here"]["heading_path"] == ["Cramps at night", "Afterwards"]
    assert [each["text"] for each in last["diff"] if each["change"] != "same"] == ["usual.", "ever."]


def test_clusters_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    other = " ".join(f"word{number}" for number in range(80))
    for name in ("c.md", "d.md", "e.md"):
        Path(name).write_text(f"# Words\n\n{other}\n", encoding="utf-8")
    main(["duplicates", "--no-progress", "--format", "json"])
    clusters = json.loads(capsys.readouterr().out)["clusters"]
    assert [[each["file"] for each in cluster["articles"]] for cluster in clusters] == [
        ["c.md", "d.md", "e.md"],
        ["posts/a.md", "posts/b.md"],
    ]


def test_links_and_empty_files_have_no_copies(capsys: pytest.CaptureFixture[str]) -> None:
    Path("posts/b.md").unlink()
    Path("posts/link.md").symlink_to("a.md")
    for name in ("empty.md", "nothing.md"):
        Path(name).write_text("", encoding="utf-8")
    assert main(["duplicates", "--no-progress"]) == 0
    assert capsys.readouterr() == ("", "4 articles compared: no clusters\n")


def test_what_cannot_be_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duplicates", "--no-progress", "posts", "missing.md"]) == 2
    assert "missing.md: no such file or folder" in capsys.readouterr().err
