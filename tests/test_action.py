"""The GitHub action: its scripts as the runner calls them, and what its file says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = (ROOT / "examples" / "uncited-statistic.md").read_text()  # HL301 on line 16

Done = subprocess.CompletedProcess[str]


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """The variables that the runner sets, with healthlint on the path."""
    program = tmp_path / "bin" / "healthlint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m healthlint "$@"\n')
    program.chmod(0o755)
    (tmp_path / "temp").mkdir()
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "tea.md").write_text(ARTICLE)
    return {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_PATH": str(tmp_path / "path"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "GITHUB_WORKSPACE": str(tmp_path / "work"),
        "GITHUB_ACTION_PATH": str(ROOT),
    }


def run(script: str, variables: dict[str, str]) -> Done:
    command = ["bash", str(ROOT / "action" / script)]
    return subprocess.run(
        command, cwd=variables["GITHUB_WORKSPACE"], env=variables, capture_output=True, text=True, check=False
    )


def output(variables: dict[str, str]) -> dict[str, str]:
    lines = Path(variables["GITHUB_OUTPUT"]).read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)


def test_findings_become_annotations_a_summary_and_sarif(runner: dict[str, str]) -> None:
    done = run("lint.sh", runner)
    assert (done.returncode, output(runner)["exit-code"]) == (0, "1")
    assert "::error title=healthlint (HL301),file=tea.md,line=16" in done.stdout
    assert "HL301" in Path(runner["GITHUB_STEP_SUMMARY"]).read_text()
    sarif = json.loads(Path(output(runner)["sarif-file"]).read_text())
    assert "HL301" in [result["ruleId"] for result in sarif["runs"][0]["results"]]


def test_findings_need_not_fail_the_step(runner: dict[str, str]) -> None:
    run("lint.sh", runner | {"HEALTHLINT_FAIL_ON": "never"})
    assert output(runner)["exit-code"] == "0"


def test_wrong_usage_is_told_and_leaves_no_sarif(runner: dict[str, str]) -> None:
    done = run("lint.sh", runner | {"HEALTHLINT_CONFIG": "none.yaml"})
    assert output(runner) == {"exit-code": "2"}
    assert "none.yaml" in done.stderr


@pytest.mark.parametrize("path", ["--version", "$(touch pwned)", "`touch pwned`", "; touch pwned", "a b.md"])
def test_a_path_is_a_path_whatever_it_looks_like(runner: dict[str, str], path: str) -> None:
    done = run("lint.sh", runner | {"HEALTHLINT_PATHS": path})
    assert output(runner)["exit-code"] == "2"
    assert f"{path}: no such file or folder" in done.stderr
    assert not (Path(runner["GITHUB_WORKSPACE"]) / "pwned").exists()


def test_each_line_is_a_path(runner: dict[str, str]) -> None:
    (Path(runner["GITHUB_WORKSPACE"]) / "green tea.md").write_text(ARTICLE)
    done = run("lint.sh", runner | {"HEALTHLINT_PATHS": "\n  tea.md\n  green tea.md \n"})
    assert "file=green tea.md" in done.stdout
    assert "2 articles checked" in done.stderr


def test_in_a_pull_request_what_was_there_before_is_not_told(runner: dict[str, str]) -> None:
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "."),
        ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-q", "-m", "tea"),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
    ):
        subprocess.run(["git", *words], cwd=runner["GITHUB_WORKSPACE"], check=True)
    run("lint.sh", runner | {"HEALTHLINT_CHANGED_SINCE": "auto", "GITHUB_BASE_REF": "main"})
    assert output(runner)["exit-code"] == "0"


def test_a_base_that_was_not_checked_out_is_told(runner: dict[str, str]) -> None:
    subprocess.run(["git", "init", "-q"], cwd=runner["GITHUB_WORKSPACE"], check=True)
    done = run("lint.sh", runner | {"HEALTHLINT_CHANGED_SINCE": "auto", "GITHUB_BASE_REF": "main"})
    assert "::notice::The base branch was not checked out" in done.stdout
    assert output(runner)["exit-code"] == "1"


@pytest.mark.parametrize("version", ["1.0; touch pwned", "--pre", ">=1", "git+https://example.org/x", "1.0 2.0"])
def test_a_version_is_a_release_and_nothing_else(runner: dict[str, str], version: str) -> None:
    done = run("install.sh", runner | {"HEALTHLINT_VERSION": version})
    assert done.returncode == 2
    assert "::error::version must be a release" in done.stdout
    assert not Path(runner["GITHUB_PATH"]).exists()


def test_no_input_is_written_into_a_script() -> None:
    steps = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    scripts = [step["run"] for step in steps if "run" in step]
    assert scripts
    assert all("${{" not in script for script in scripts)
    assert all(step["shell"] == "bash" for step in steps if "run" in step)


def test_foreign_actions_are_pinned_to_commits() -> None:
    steps = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in used)


def test_the_pins_are_those_that_were_looked_up(shared: Path) -> None:
    pins = (shared / "data" / "facts" / "pins.csv").read_text()
    assert all(commit in pins for commit in re.findall(r"@([0-9a-f]{40})", (ROOT / "action.yml").read_text()))
