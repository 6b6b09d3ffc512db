"""The format of one line a finding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from healthlint.reporters import Screen, formats, render
from healthlint.ruleset.load import load_rules


def test_a_finding_is_one_line(article: Any, tmp_path: Path) -> None:
    iron = article("Iron cures\nlegs.")
    iron.find("cures\nlegs", "“cures\nlegs” is too much", severity="warning")
    shown = render("concise", iron.report(), load_rules(tmp_path), Screen())
    assert shown == "articles/iron.md:1:6: HL201 warning “cures legs” is too much\n"


def test_formats_are_the_modules_of_the_package() -> None:
    assert {"text", "concise", "json"} <= set(formats())
