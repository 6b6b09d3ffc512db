"""The tutorial for rules of one's own: its files and commands do what the page says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "own-rules.md").read_text(encoding="utf-8")
FILE = re.compile(r"^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$|^```text\n(\$ .*?)^```$", re.M | re.S)
KINDS = [
    [cell.strip() for cell in line.split("|")[1:-1]]
    for line in PAGE.partition("| kind |")[2].splitlines()
    if line.startswith("| `")
]


def test_the_steps_do_what_the_page_says(tmp_path: Path) -> None:
    environment = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(tmp_path / "caches")}
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[1])
    steps = list(FILE.finditer(PAGE))
    assert len(steps) == 11
    for name, text, transcript in (step.groups() for step in steps):
        if name:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            continue
        said = ""
        for command in re.findall(r"^\$ healthlint (.*)$", transcript, re.M):
            run = [sys.executable, "-m", "healthlint", *command.split()]
            done = subprocess.run(run, cwd=tmp_path, capture_output=True, check=False, env=environment)
            assert done.returncode in (0, 1), done.stderr
            said += f"$ healthlint {command}\n{done.stdout.decode()}"
        assert said.rstrip() == transcript.rstrip()


def test_the_table_names_every_kind_that_is_made_for_own_rules() -> None:
    assert len(KINDS) == 12


@pytest.mark.parametrize("row", KINDS, ids=[row[0].strip("`") for row in KINDS])
def test_the_table_of_kinds_is_true(row: list[str]) -> None:
    kind, _, params, words, cases = row
    module = import_module(f"healthlint.checks.{kind.strip('`')}")
    items = params.split("; ")
    assert [re.findall(r"`(\w+)`", item)[0] for item in items] == [
        name for name in module.Params._fields if name != "scope"
    ]
    for name, item in zip(module.Params._fields, items, strict=False):
        if name in module.Params._field_defaults:
            default = module.Params._field_defaults[name]
            shown = str(default).lower() if isinstance(default, bool | int) else default or "none"
            assert item.endswith(f"({shown})")
        else:
            assert not item.endswith(")")
    assert (tuple(re.findall(r"[\w-]+", words)), tuple(re.findall(r"[\w-]+", cases))) == (module.WORDS, module.VARIANTS)
