"""What a command takes: time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[1]


class Run(NamedTuple):
    """What one run took."""

    cpu: float
    wall: float
    memory: float  # MB, of the largest process
    code: int = 0


def measure(command: Sequence[str], root: Path = ROOT, folder: Path | None = None) -> Run:
    """What a command takes in a folder, with all processes that it starts and waits for; `root` holds healthlint."""
    begin = time.perf_counter()
    variables = os.environ | {"PYTHONPATH": str(root)}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=variables, cwd=folder)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)  # it is gone already
    unit = 1e6 if sys.platform == "darwin" else 1e3
    wall = time.perf_counter() - begin
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / unit, process.returncode)


def medians(runs: Sequence[Run]) -> Run:
    """Of each figure its median."""
    cpu, wall, memory = (median(figures) for figures in zip(*(run[:3] for run in runs), strict=True))
    return Run(cpu, wall, memory, max(run.code for run in runs))
