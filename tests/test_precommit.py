"""The pre-commit hook, installed for real from a git repository: it stops a bad article and lets a good one pass."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

BAD = "# Iron and sleep\n\nSign up below: {{ newsletter_form }}\n"
GOOD = "# Iron and sleep\n\nThe shop opens at nine and closes at five.\n"


@cache
def _can_install() -> bool:
    """Whether pip can fetch what the hook's own environment needs."""
    ask = [sys.executable, "-m", "pip", "index", "versions", "hatchling"]
    return subprocess.run(ask, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variables of a process that knows no configuration of git but ours, and shares no hooks with anyone."""
    if not _can_install():
        pytest.skip("pip reaches no package index from here, so that pre-commit cannot install the hook")
    folder = tmp_path_factory.mktemp("home")
    person = {
        f"GIT_{who}_{what}": "tester@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    ours = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(folder),
        "PIP_NO_COMPILE": "1",
        **person,
    }
    return {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))} | ours


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory, home: dict[str, str]) -> Path:
    """A git repository that holds this project as it stands."""
    folder = tmp_path_factory.mktemp("hook")
    for name in ("healthlint", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)
    commit_all(folder, home)
    return folder


@pytest.fixture
def site(tmp_path: Path, home: dict[str, str]) -> Path:
    """A git repository of articles."""
    for name, text in (("bad.md", BAD), ("good.md", GOOD), ("bad.txt", BAD), ("requirements.txt", BAD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    commit_all(tmp_path, home)
    return tmp_path


def commit_all(folder: Path, home: dict[str, str]) -> None:
    for words in (["init", "-q"], ["add", "--all"], ["commit", "-q", "-m", "all"]):
        subprocess.run(["git", *words], cwd=folder, env=home, check=True, capture_output=True)


def pre_commit(site: Path, home: dict[str, str], *words: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "pre_commit", *words]
    done = subprocess.run(command, cwd=site, env=home, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def use(hook: Path, site: Path, home: dict[str, str], hooks: str) -> None:
    """Let a repository use hooks of ours."""
    ask = ["git", "rev-parse", "HEAD"]
    revision = subprocess.run(ask, cwd=hook, env=home, check=True, capture_output=True, text=True).stdout.strip()
    config = f"repos:\n  - repo: {hook}\n    rev: {revision}\n    hooks:\n{hooks}"
    (site / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")


def test_try_repo_stops_a_bad_article(hook: Path, site: Path, home: dict[str, str]) -> None:
    code, output = pre_commit(site, home, "try-repo", str(hook), "healthlint", "--files", "bad.md", "good.md")
    assert code == 1, output
    assert "bad.md:3:" in output
    assert "HL902" in output
    assert "good.md" not in output


def test_try_repo_lets_a_good_article_pass(hook: Path, site: Path, home: dict[str, str]) -> None:
    code, output = pre_commit(site, home, "try-repo", str(hook), "healthlint", "--files", "good.md")
    assert code == 0, output
    assert "Passed" in output


def test_the_recipe_for_plain_text_passes_over_requirements(hook: Path, site: Path, home: dict[str, str]) -> None:
    page = (ROOT / "docs" / "hooks-and-ci.md").read_text(encoding="utf-8")
    recipe = re.search(r"^( +- id: healthlint\n +types_or: .*?)^ +- id: healthlint-project", page, re.M | re.S)
    assert recipe
    use(hook, site, home, recipe[1])
    code, output = pre_commit(site, home, "run", "--files", "bad.txt", "requirements.txt")
    assert code == 1, output
    assert "bad.txt:3:" in output
    assert "requirements.txt" not in output
    assert pre_commit(site, home, "run", "--files", "requirements.txt")[0] == 0


@pytest.mark.parametrize(("added", "code"), [("Tea is warm.\n", 0), ("{{ second_form }} goes here.\n", 1)])
def test_with_staged_the_hook_goes_by_what_the_commit_adds(
    hook: Path, site: Path, home: dict[str, str], added: str, code: int
) -> None:
    use(hook, site, home, "      - id: healthlint\n        args: [--staged]\n")
    with (site / "bad.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{added}")
    subprocess.run(["git", "add", "bad.md"], cwd=site, env=home, check=True)
    found, output = pre_commit(site, home, "run")
    assert found == code, output
    assert "bad.md:3:" not in output


def test_the_hook_for_a_project_compares_its_articles(hook: Path, site: Path, home: dict[str, str]) -> None:
    paragraph = "Most people who wake at night fall asleep again within minutes, and few of them remember it. " * 3
    for name in ("one.md", "two.md"):
        words = [f"# Sleep, article {name}", *(f"{paragraph}{number} times over." for number in range(6))]
        (site / name).write_text("\n\n".join(words) + "\n", encoding="utf-8")
    (site / "healthlint.yaml").write_text("article: advice\nfail_on: warning\n", encoding="utf-8")
    use(hook, site, home, "      - id: healthlint-project\n")
    code, output = pre_commit(site, home, "run", "--all-files")
    assert code == 1, output
    assert "HL108" in output or "HL107" in output
    assert "HL902" not in output


def test_the_manifest_is_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command, check=False).returncode == 0
