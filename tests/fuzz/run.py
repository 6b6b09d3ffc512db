"""Runs the fuzz targets one after the other: `python tests/fuzz/run.py SECONDS [TARGET …]`.

What breaks a target is left in tests/fuzz/found, which git does not keep; make a test of it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
TARGETS = ("markdown", "mdx", "html", "text", "frontmatter", "config", "rule")


def main(seconds: int, names: tuple[str, ...]) -> int:
    """Fuzz each target for so many seconds and give the exit code."""
    if find_spec("atheris") is None:
        print("not fuzzed: atheris has no wheel for this machine")
        return 0
    (HERE / "found").mkdir(exist_ok=True)
    return max([fuzz(name, seconds) for name in names])


def fuzz(name: str, seconds: int) -> int:
    """Fuzz one target and give 0, or 1 where something broke it."""
    with TemporaryDirectory() as fresh:  # inputs that reach new code, beside the kept ones
        limits = f"-max_total_time={seconds}", "-timeout=20", "-seed=1", "-rss_limit_mb=1000", "-max_len=4096"
        command = [sys.executable, HERE / "fuzz.py", name, fresh, HERE / "corpus" / name, *limits]
        done = subprocess.run([*command, f"-artifact_prefix={HERE}/found/{name}-"], stderr=subprocess.PIPE, check=False)
    told = done.stderr.decode(errors="replace")
    runs = re.search(r"Done (\d+) runs", told)
    covered = re.findall(r" cov: (\d+)", told)
    print(f"{name:12} {runs[1] if runs else 'BROKEN':>9} inputs, {covered[-1] if covered else 0} places of the code")
    if done.returncode:
        print(told[-3_000:])
    return int(done.returncode != 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), tuple(sys.argv[2:]) or TARGETS))
