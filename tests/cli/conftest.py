"""The command as users run it: a process of its own, with a handful of rules that no one else changes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

RULE = """\
code: {code}
name: {name}
severity: {severity}
confidence: high
status: stable
articles: [advice, news, reference, other]
check: {check}
message: "“{{match}}” is no medicine"
why: Magic heals nobody.
fix: Leave it out.
scope: {{zones: [front, body, references, chrome]}}
params: {{phrases: [{phrase}]}}
examples: {{bad: ["He said ⟦{phrase}⟧."], good: ["He said nothing."]}}
"""

EXPLODING = """\
import os, pathlib, time
from healthlint.checks.existence import Params, VARIANTS, WORDS
def check(analysis, params):
    if "dynamite" in analysis.text:
        raise ZeroDivisionError("boom")
    if "nitroglycerin" in analysis.text:
        os.kill(os.getpid(), 9)
    if "tortoise" in analysis.text:
        pathlib.Path("started").touch()
        time.sleep(60)
    return iter(())
"""

Result = subprocess.CompletedProcess[str]
Cli = Callable[..., Result]


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with rules of its own: an error, a warning, an info, and one whose check breaks."""
    folder = tmp_path_factory.mktemp("installation")
    shutil.copytree(ROOT / "healthlint", folder / "healthlint", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "rules", folder / "rules", ignore=shutil.ignore_patterns("HL*.yaml"))
    (folder / "healthlint" / "checks" / "exploding.py").write_text(EXPLODING, encoding="utf-8")
    (folder / "rules" / "language").mkdir(exist_ok=True)
    for code, name, severity, phrase, check in (
        ("HL996", "big-spell", "error", "abracadabra", "existence"),
        ("HL997", "spell", "warning", "hocus pocus", "existence"),
        ("HL998", "small-spell", "info", "simsalabim", "existence"),
        ("HL999", "explosion", "warning", "bang", "exploding"),
    ):
        text = RULE.format(code=code, name=name, severity=severity, phrase=phrase, check=check)
        (folder / "rules" / "language" / f"{code}-{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def variables(installation: Path) -> dict[str, str]:
    """The variables of a process that runs the installation and keeps its cache there."""
    caches = installation / "caches"
    return {"PYTHONPATH": str(installation), "PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(caches)}


@pytest.fixture
def cli(variables: dict[str, str], tmp_path: Path) -> Cli:
    """Runs `healthlint` with some words in an empty folder of the test's own."""

    def run(*words: str, stdin: str | bytes = b"", env: dict[str, str] | None = None) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "healthlint", *words],
            cwd=tmp_path,
            env=variables | {"PYTHONIOENCODING": "utf-8"} | (env or {}),
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            check=False,
        )
        out, err = (stream.decode(errors="surrogateescape") for stream in (done.stdout, done.stderr))
        return Result(done.args, done.returncode, out, err)

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file into the folder of the test."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
