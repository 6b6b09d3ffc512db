"""`--timings` tells what takes the time."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from healthlint.engine.article import Article
from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.settings import AllSettings
from healthlint.engine.timings import Timings, time_stages
from healthlint.ruleset.load import load_rules

TEXT = "# Tea\n\nTea is the the drink that many people have in the evening. It lowers the risk of colds by 30%.\n"


@pytest.fixture(scope="module")
def timings() -> Timings:
    settings = AllSettings(load_rules(), Configs(isolated=True), Layer(), date(2026, 1, 15))
    articles = [Article("a.md", TEXT.encode()), Article("gone.md"), Article("b.md", TEXT.encode())]
    return time_stages(articles, settings)


def test_each_view_and_each_rule_is_a_stage(timings: Timings) -> None:
    assert {"read the file", "parse", "sentences", "phrase scan", "view claims", "rule HL907", "locate"} <= set(
        timings.stages
    )


def test_an_article_that_cannot_be_read_is_left_out(timings: Timings) -> None:
    assert (timings.articles, timings.size) == (2, 2 * len(TEXT))


def test_a_stage_is_not_charged_for_what_it_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(10_000))
    monkeypatch.setattr("healthlint.engine.timings.process_time", lambda: float(next(ticks)))
    settings = AllSettings(load_rules(), Configs(isolated=True), Layer(), date(2026, 1, 15))
    found = time_stages([Article("a.md", TEXT.encode())], settings)
    assert found.stages["phrase scan"] == 1.0
    assert found.stages["view metadata"] > 1.0  # before, between and after the views that it asks for


def test_the_ten_most_expensive_are_printed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    command = [sys.executable, "-m", "healthlint", "check", "--isolated", "--timings", "a.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    first, _, *stages = done.stdout.splitlines()
    assert first.startswith("1 article, 0.00 MB, ")
    assert (done.returncode, len(stages)) == (0, 10)
