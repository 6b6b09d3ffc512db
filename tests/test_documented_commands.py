"""Every page of the documentation can be followed: its files are valid, its commands run, its output is true."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from healthlint.engine.config import read_config
from tests.conftest import ROOT
from tests.walkthrough import Block, Project, blocks

if TYPE_CHECKING:
    from pathlib import Path

# docs/own-rules.md has a test of its own, and docs/rules/ holds texts that rules speak about.
PAGES = [ROOT / "README.md", *(page for page in sorted((ROOT / "docs").glob("*.md")) if page.name != "own-rules.md")]
PINNED = re.compile(r"uses: (\S+)@([0-9a-f]{40}) # (v[\d.]+)$", re.M)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_page_can_be_followed(page: Path, tmp_path: Path) -> None:
    project = Project(tmp_path, "examples" if page.name == "README.md" else "articles")
    for block in blocks(page):
        if block.title:
            project.write(block.title, block.text)
        if not block.is_run:
            continue
        if block.kind == "sh":
            _run(project, block)
        elif block.kind == "text" and block.text.startswith("$ "):
            command, _, shown = block.text.removeprefix("$ ").partition("\n")
            done = project.run(command)
            assert _lines(done.stdout + done.stderr) == _lines(shown)
        elif block.kind == "python":
            done = project.run(f"python - <<'END'\n{block.text}\nEND")
            assert done.returncode == 0, done.stderr
        elif block.kind in ("yaml", "toml"):
            _validate(project, block, tmp_path)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().split("\n")]


def _run(project: Project, block: Block) -> None:
    *before, last = block.commands
    for command, code in (*((each, 0) for each in before), (last, block.code)):
        done = project.run(command)
        assert done.returncode == code, f"{command}\n{done.stdout}{done.stderr}"


def _validate(project: Project, block: Block, folder: Path) -> None:
    """A configuration must be one that the program that reads it can use."""
    match block.title.rpartition("/")[2]:
        case ".pre-commit-config.yaml":
            command = f"{sys.executable} -m pre_commit validate-config .pre-commit-config.yaml"
            assert project.run(command).returncode == 0
            hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
            assert {hook["id"] for repo in yaml.safe_load(block.text)["repos"] for hook in repo["hooks"]} <= hooks
        case "articles.yml":
            _validate_workflow(block.text)
        case ".gitlab-ci.yml":
            (job,) = yaml.safe_load(block.text).values()
            for command in job["script"]:
                if not command.startswith("pip install "):
                    done = project.run(command)
                    assert done.returncode in (0, 1), done.stderr
            reports = (*job["artifacts"]["reports"].values(), *job["artifacts"].get("paths", ()))
            assert all((project.folder / name).exists() for name in reports)
        case name:
            path = folder / (name or ("pyproject.toml" if block.kind == "toml" else "healthlint.yaml"))
            path.write_text(block.text, encoding="utf-8")
            read_config(path)


def _validate_workflow(text: str) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    (job,) = yaml.safe_load(text)["jobs"].values()
    steps = [step for step in job["steps"] if "healthlint" in step["uses"]]
    assert steps
    assert all(step.get("with", {}).keys() <= action["inputs"].keys() for step in steps)


def test_actions_are_pinned_to_the_commits_that_were_looked_up(shared: Path) -> None:
    known = (shared / "data" / "facts" / "pins.csv").read_text(encoding="utf-8")
    used = [
        found
        for page in (ROOT / "action.yml", *PAGES)
        for found in PINNED.findall(page.read_text(encoding="utf-8"))
        if "healthlint" not in found[0]
    ]
    assert used
    assert [each for each in used if f"{each[0]},{each[2]},{each[1]}" not in known] == []


def test_a_comment_that_excuses_a_command_gives_a_reason() -> None:
    excused = [block.note for page in PAGES for block in blocks(page) if not block.is_run]
    assert all(len(note.removeprefix("not run: ").split()) >= 3 for note in excused)


def test_every_command_of_the_program_is_documented() -> None:
    program = subprocess.run(
        [sys.executable, "-m", "healthlint", "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    commands = re.findall(r"^    (\w[\w-]+) ", program.stdout, re.M)
    pages = "\n".join(page.read_text(encoding="utf-8") for page in [*PAGES, *(ROOT / "docs").glob("own-rules.md")])
    assert "check" in commands
    assert [command for command in commands if f"healthlint {command}" not in pages] == []
