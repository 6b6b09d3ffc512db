"""The layers of the package hold: import-linter's contracts are in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_imports_go_down_only() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_version_is_told_before_anything_is_imported() -> None:
    program = "import sys; from healthlint.cli.main import main; main(['--version']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    version, modules = done.stdout.split("\n", 1)
    ours = {name for name in modules.split() if name.startswith("healthlint")}
    assert version.startswith("healthlint ")
    assert ours == {"healthlint", "healthlint.cli", "healthlint.cli.main"}
    assert not {"argparse", "yaml"} & set(modules.split())
