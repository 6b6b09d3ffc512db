"""The benchmarks run as their first lines say."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.conftest import ROOT


def test_pasted_passages_are_counted() -> None:
    command = [sys.executable, "benchmarks/copies.py", "--articles", "12", "--seed", "7"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr
    recall = re.search(r"^word for word +\d+ +\d+ +(\d\.\d+)$", run.stdout, re.M)
    assert recall is not None
    assert float(recall[1]) >= 0.9
    assert "untouched: 0 findings in 0 of 12 articles" in run.stdout


def test_the_most_expensive_stages_are_printed() -> None:
    command = [sys.executable, "benchmarks/stages.py", "examples", "--most", "3", "--runs", "1"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr
    assert len(run.stdout.splitlines()) == 5
