"""How fast healthlint is, beside what it should reach and what it was: writes docs/performance.md.

    python benchmarks/speed.py [FOLDER] [--before REVISION] [--runs 5] [--note WORDS]

FOLDER holds articles in Markdown; without it 300 are made of the sentences in the examples of the rules. The revision
is taken from git and measured in turn with the code of today: trust the ratio of the two columns more than either.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING, NamedTuple

import pyromark

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpus import articles, written
from benchmarks.measure import ROOT, Run, measure, medians

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PAGE = ROOT / "docs" / "performance.md"
BEFORE = "20eefb5"  # the first revision with workers and a cache
CHECK = ["check", "--isolated", "--exit-zero", "--quiet", "--no-progress"]
ALONE = [*CHECK, "--no-cache", "--jobs", "1"]
SHORT, EVERY = 600, 5  # bytes of a file in the folders that grow; one article of so many is made dense
GROWTH = (2_000, 5_000, 10_000)
HEAD = """\
# Performance

How fast healthlint is with all default rules, beside what it is meant to reach. Written by `make bench CORPUS=FOLDER`.

"""
TAIL = """
What takes the time with articles of your own:

```sh
healthlint check --timings articles
```

It lints in one process and prints the ten stages that take the most: reading, parsing, the phrase scan, each view of
an article and each rule, each without what it asks others for. (`--profile` names the profile of a publisher.)
`benchmarks/stages.py` prints the same without the time that the first article spends on imports;
`benchmarks/results.md` has other linters beside this one.
"""


class Corpus(NamedTuple):
    """The files to be linted, all in one folder."""

    folder: Path
    plain: list[Path]
    dense: list[Path]
    html: list[Path]
    article: Path  # of 4 KB
    large: Path  # of 1 MB


class Row(NamedTuple):
    """One line of the table: what is told of a run, beside what it should be."""

    name: str
    reach: str
    tell: Callable[[Run], str]


class Trial(NamedTuple):
    """A command, how often to run it, and what is told of it."""

    words: Sequence[str]
    rows: Sequence[Row] = ()
    runs: int = 1


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="articles in Markdown")
    parser.add_argument("--before", default=BEFORE, metavar="REVISION", help="what to compare with")
    parser.add_argument("--runs", type=int, default=5, help="of what takes less than a second")
    parser.add_argument("--note", default="", help="what to tell of the machine")
    args = parser.parse_args()
    with TemporaryDirectory() as scratch:
        corpus = gather(args.folder, Path(scratch))
        versions = {"now": ROOT}
        if old := export(args.before, Path(scratch) / "before"):
            versions = {f"before ({args.before})": old, **versions}
        page = (
            HEAD
            + about(corpus, args.note)
            + "".join(table(corpus, versions, args.runs))
            + growth(Path(scratch), corpus)
        )
    PAGE.write_text(page + TAIL, encoding="utf-8")
    print(page)


def gather(given: Path | None, scratch: Path) -> Corpus:
    """The articles, and what is made of them, in one folder."""
    folder = scratch / "corpus"
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in articles(given, scratch / "made", 300)]
    dense = [thicken(text) for text in texts[::EVERY]]
    whole = "\n\n".join(texts)
    return Corpus(
        folder,
        [written(folder / "plain" / f"{number:05}.md", text) for number, text in enumerate(texts)],
        [written(folder / "dense" / f"{number:05}.md", text) for number, text in enumerate(dense)],
        [written(folder / "html" / f"{number:05}.html", pyromark.html(text)) for number, text in enumerate(dense)],
        written(folder / "article.md", min(texts, key=lambda text: abs(len(text.encode()) - 4_000))),
        written(folder / "large.md", (whole * (1 + 1_000_000 // len(whole)))[:1_000_000]),
    )


def thicken(text: str) -> str:
    """The article with marks on many of its words, and every other paragraph as an item."""
    blocks = text.split("\n\n")
    for number, block in enumerate(blocks):
        if block.startswith(("#", "---", "|", "<")):
            continue
        words = block.split()
        words[::7] = [f"**{word}**" for word in words[::7]]
        words[3::11] = [f"[{word}](https://example.org/{place})" for place, word in enumerate(words[3::11])]
        blocks[number] = ("- " if number % 2 else "") + " ".join(words)
    return "\n\n".join(blocks)


def export(revision: str, folder: Path) -> Path | None:
    """The package and the rules of a revision; None where git does not know it."""
    folder.mkdir()
    command = ["git", "-C", str(ROOT), "archive", revision, "healthlint", "rules"]
    packed = subprocess.run(command, capture_output=True, check=False)
    if packed.returncode:
        return None
    subprocess.run(["tar", "-x", "-C", str(folder)], input=packed.stdout, check=True)
    return folder


def about(corpus: Corpus, note: str) -> str:
    """What was measured, and where."""
    number, size = len(corpus.plain), megabytes(corpus.plain)
    on = f"{number:,} articles in Markdown, {size:.1f} MB, with {os.cpu_count()} cores and Python"
    return f"Measured on {on} {platform.python_version()}. {note}".rstrip() + "\n\n"


def table(corpus: Corpus, versions: dict[str, Path], runs: int) -> Iterator[str]:
    """The lines of the table; a version that does not know a command has a dash."""
    names = [*versions]
    homes = {name: Path(mkdtemp(dir=corpus.folder)) for name in names}  # for the cache of each
    yield f"| what | reach | {' | '.join(names)} |\n|---|---|{'---|' * len(names)}\n"
    for trial in trials(corpus, runs):
        found: dict[str, list[Run]] = {name: [] for name in names}
        for _ in range(trial.runs):
            for name, root in versions.items():  # in turn: a busy minute hits all alike
                found[name].append(measure([sys.executable, "-m", "healthlint", *trial.words], root, homes[name]))
        for row in trial.rows:
            told = [row.tell(run) if run.code == 0 else "–" for run in map(medians, found.values())]
            yield f"| {row.name} | {row.reach} | {' | '.join(told)} |\n"


def trials(corpus: Corpus, runs: int) -> Iterator[Trial]:
    """What is measured."""
    plain, dense, html = (_rate(files) for files in (corpus.plain, corpus.dense, corpus.html))
    memory = Row("the same, peak memory", f"≤ {80 + 0.003 * len(corpus.plain):.0f} MB", _memory)
    both = [*CHECK, "--jobs", "2", "../plain"]
    yield Trial(["--version"])  # Python keeps what it compiles
    yield Trial([*ALONE, "../article.md"])  # and healthlint its rules
    yield Trial(
        [*ALONE, "../plain"], [Row("plain Markdown, one process, per second of CPU", "≥ 1.5 MB/s", plain), memory]
    )
    yield Trial([*ALONE, "../dense"], [Row("dense Markdown, per second of CPU", "≥ 1.2 MB/s", dense)])
    yield Trial([*ALONE, "../html"], [Row("HTML, per second of CPU", "≥ 1.2 MB/s", html)])
    yield Trial(both, [Row("all articles, `--jobs 2`, nothing in the cache", "≤ 4 s for 9 MB", _wall)])
    yield Trial(both, [Row("all articles, `--jobs 2`, all in the cache", "≤ 0.3 s for 9 MB", _wall)], runs)
    yield Trial(
        [*ALONE, "../article.md"], [Row("one article of 4 KB, whole command, no cache", "≤ 0.12 s", _wall)], runs
    )
    yield Trial(["--version"], [Row("`healthlint --version`", "≤ 0.05 s", _wall)], runs)
    yield Trial([*ALONE, "../large.md"], [Row("one file of 1 MB", "≤ 1 s", _wall)])


def _rate(files: list[Path]) -> Callable[[Run], str]:
    return lambda run: f"{megabytes(files) / run.cpu:.2f} MB/s"


def _wall(run: Run) -> str:
    return f"{run.wall:.2f} s"


def _memory(run: Run) -> str:
    return f"{run.memory:.0f} MB"


def growth(scratch: Path, corpus: Corpus) -> str:
    """A table of folders with more and more files."""
    texts = [path.read_text(encoding="utf-8")[:SHORT] for path in corpus.plain]
    lines = [
        f"\nA folder that grows, of files of {SHORT} characters, `--jobs 2`, no cache:\n\n",
        "| files | wall | CPU per 1,000 files | peak memory of a process |\n|---|---|---|---|\n",
    ]
    for number in GROWTH:
        folder = scratch / f"files{number}"
        for place in range(number):
            written(folder / f"{place:05}.md", f"{texts[place % len(texts)]}\n\nPage {place}.\n")
        run = measure(
            [sys.executable, "-m", "healthlint", *CHECK, "--no-cache", "--jobs", "2", str(folder)], ROOT, folder
        )
        lines.append(f"| {number:,} | {run.wall:.1f} s | {run.cpu / number * 1e3:.2f} s | {run.memory:.0f} MB |\n")
    return "".join(lines)


def megabytes(files: list[Path]) -> float:
    """The size of all files together."""
    return sum(path.stat().st_size for path in files) / 1e6


if __name__ == "__main__":
    main()
