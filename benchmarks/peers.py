"""healthlint and other linters of prose on the same files, in turn: how much work each does, and how long it takes.

    python benchmarks/peers.py [FOLDER] [--runs 5]

FOLDER holds articles in Markdown; without it 60 are made of the sentences in the examples of the rules. The others are
installed into .venv/peers from PyPI and npm, and left out where they cannot be had. Writes benchmarks/results.md. A
machine does not take the same time twice: trust the ratios.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpus import articles
from benchmarks.measure import ROOT, Run, measure, medians

HOME = ROOT / ".venv" / "peers"
RESULTS = ROOT / "benchmarks" / "results.md"
NPM = {
    "write-good": ["write-good"],
    "textlint": ["textlint", "--no-textlintrc", "--rule", "write-good"],
    "alex": ["alex", "--quiet"],
    "markdownlint-cli2": ["markdownlint-cli2"],
}
OURS = [
    sys.executable,
    "-m",
    "healthlint",
    "check",
    "--isolated",
    "--no-cache",
    "--jobs",
    "1",
    "--exit-zero",
    "--quiet",
]


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="articles in Markdown")
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    tools, missing = install()
    with TemporaryDirectory() as scratch:
        files = articles(args.folder, Path(scratch))
        page = table(tools, missing, [str(file) for file in files], args.runs)
    RESULTS.write_text(page, encoding="utf-8")
    print(page)


def install() -> tuple[dict[str, list[str]], list[str]]:
    """The command of each tool that can be had, and those that cannot."""
    tools, missing = {"healthlint": OURS}, []
    program = HOME / "bin" / "proselint"
    if not program.exists():
        venv.create(HOME, with_pip=True)
        subprocess.run([HOME / "bin" / "pip", "install", "--quiet", "proselint"], check=False)
    if program.exists():
        tools["proselint"] = [str(program), "check"]
    else:
        missing.append("proselint")
    binaries = HOME / "node_modules" / ".bin"
    if shutil.which("npm") and not all((binaries / name).exists() for name in NPM):
        packages = [*NPM, "textlint-rule-write-good"]
        subprocess.run(
            ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", HOME, *packages], check=False
        )
    for name, (program_name, *words) in NPM.items():
        if (binaries / name).exists():
            tools[name] = [str(binaries / program_name), *words]
        else:
            missing.append(name)
    return tools, missing


def table(tools: dict[str, list[str]], missing: list[str], files: list[str], runs: int) -> str:
    """The page of results."""
    measured: dict[str, list[Run]] = {name: [] for name in tools}
    starts: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(runs):
        for name, command in tools.items():  # in turn: a busy minute hits all alike
            measured[name].append(measure([*command, *files]))
            starts[name].append(measure([*command, files[0]]).wall)
    size = sum(os.path.getsize(file) for file in files) / 1e6  # noqa: PTH202
    ours = medians(measured["healthlint"])
    about = (
        f"{len(files)} articles, {size:.2f} MB; medians of {runs} runs in turn, one process each, no cache; "
        f"{os.cpu_count()} cores, Python {platform.python_version()}. Written by `make bench`.\n"
    )
    lines = [
        "# Speed beside other linters\n",
        about,
        "| tool | CPU s | MB/s of CPU | wall s | memory MB | one article, wall s | CPU, healthlint = 1 |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, found in measured.items():
        cpu, wall, memory, _ = medians(found)
        start, ratio = median(starts[name]), cpu / ours.cpu
        lines.append(
            f"| {name} | {cpu:.2f} | {size / cpu:.3f} | {wall:.2f} | {memory:.0f} | {start:.2f} | {ratio:.1f} |"
        )
    lines += [f"\nNot to be had here: {', '.join(missing)}."] if missing else []
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
