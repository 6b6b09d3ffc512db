"""The built wheel works on its own: installed into a fresh environment, it lints an article by the rules inside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

ARTICLE = "# Iron and sleep\n\nSign up below: {{ newsletter_form }}\n"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment in which nothing is installed but the wheel that was made from the source distribution.

    The libraries that it needs are those of the environment of the tests, which pip is not asked to fetch again.
    """
    folder = tmp_path_factory.mktemp("packaging")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")], check=True)
    python = folder / "venv" / "bin" / "python"
    install = ["-m", "pip", "--python", str(python), "install", "--quiet", "--no-index", "--no-deps", str(wheel)]
    subprocess.run([sys.executable, *install], check=True)
    purelib = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    (Path(purelib.stdout.strip()) / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "venv"


def run(environment: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    clean["XDG_CACHE_HOME"] = str(folder / "caches")
    return subprocess.run(words, cwd=folder, env=clean, capture_output=True, text=True, check=False)


def test_the_installed_command_lints_an_article(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "iron.md").write_text(ARTICLE, encoding="utf-8")
    command = str(environment / "bin" / "healthlint")
    done = run(
        environment, tmp_path, command, "check", "iron.md", "--isolated", "--select", "HL902", "--format", "json"
    )
    assert done.returncode == 1, done.stderr
    (found,) = json.loads(done.stdout)["findings"]
    assert (found["id"], found["start"]["line"]) == ("HL902", 3)


def test_the_page_for_editors_brings_its_design_along(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "iron.md").write_text(ARTICLE, encoding="utf-8")
    command = str(environment / "bin" / "healthlint")
    done = run(environment, tmp_path, command, "check", "iron.md", "--isolated", "--format", "html")
    assert "color-scheme: light dark" in done.stdout
    assert '"use strict";' in done.stdout


def test_the_rules_are_those_of_the_wheel(environment: Path, tmp_path: Path) -> None:
    program = "from healthlint.ruleset.load import rules_dir; print(rules_dir())"
    done = run(environment, tmp_path, str(environment / "bin" / "python"), "-c", program)
    folder = Path(done.stdout.strip())
    assert folder.is_relative_to(environment)
    shipped = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    assert shipped == {path.relative_to(ROOT / "rules") for path in (ROOT / "rules").rglob("*") if path.is_file()}


def test_the_wheel_carries_its_rules_compiled(environment: Path, tmp_path: Path) -> None:
    program = "import sys; from healthlint import load_rules; print(len(load_rules().rules), 'yaml' in sys.modules)"
    done = run(environment, tmp_path, str(environment / "bin" / "python"), "-c", program)
    assert done.stdout.split() == [str(len([*(ROOT / "rules").glob("*/HL*.yaml")])), "False"]
