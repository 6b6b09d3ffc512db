"""What it costs to compare articles with each other, by their number.

    python benchmarks/across.py FOLDER [--sizes 2000,5000,10000] [--seed 1]

FOLDER holds articles in Markdown, HTML or plain text. Where a size is larger than their number, further ones are made
of them: most have half of their words exchanged, so that they are different articles with the same vocabulary, one in
twenty shares three paragraphs with another, and one in fifty is a copy with every twentieth word changed. Each size is
measured in a process of its own, from signatures to all findings, with the reading again of likely pairs.
"""

from __future__ import annotations

import argparse
import pickle
import random
import resource
import subprocess
import sys
import tempfile
from datetime import date
from functools import lru_cache
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from healthlint.analysis import Analysis
from healthlint.analysis.folder import Folder
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

SUFFIXES = (".md", ".mdx", ".html", ".htm", ".txt")
POLICY = Policy(date(2026, 1, 15))
SHARING, COPIES = 20, 50  # one in so many of the articles that are made
SHARED_PARAGRAPHS = 3
_MADE = "made/"  # the folder of those articles, which is nowhere


class Articles:
    """The articles of a folder by number, and as many more as are asked for; the same seed makes the same ones."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.paths = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())
        self._seed = seed
        self._knowledge = load_rules().knowledge

    def analyse(self, file: str) -> Analysis:
        """An article by its file, which is its number for those that are made."""
        made = file.startswith(_MADE)
        data = (
            self._make(int(file.removeprefix(_MADE).removesuffix(".md"))).encode() if made else Path(file).read_bytes()
        )
        return Analysis(read(data, file), self._knowledge, POLICY)

    def file(self, number: int) -> str:
        """The file of an article by its number."""
        return str(self.paths[number]) if number < len(self.paths) else f"{_MADE}{number}.md"

    def _make(self, number: int) -> str:
        """An article made of another one."""
        chance = random.Random(f"{self._seed} {number}")
        paragraphs = self._paragraphs(number % len(self.paths))
        words = " ".join(paragraphs).split() or ["word"]
        changed = 0.05 if number % COPIES == 0 else 0.5
        made = [
            " ".join(chance.choice(words) if chance.random() < changed else word for word in paragraph.split())
            for paragraph in paragraphs
        ]
        if number % SHARING == 1:
            lent = self._paragraphs(chance.randrange(len(self.paths)))[:SHARED_PARAGRAPHS]
            made[len(made) // 2 : len(made) // 2] = lent
        return f"# Article {number}\n\n" + "\n\n".join(made)

    def _paragraphs(self, number: int) -> list[str]:
        document = read(self.paths[number].read_bytes(), str(self.paths[number]))
        return [document.text[slice(*block.span)] for block in document.blocks if block.kind == "paragraph"]


def measure(folder: Path, seed: int, size: int, signed: Path) -> str:
    """One row of the table, measured in this process."""
    articles = Articles(folder, seed)
    with signed.open("rb") as file:
        signatures = [pickle.load(file) for _ in range(size)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = process_time()
    compared = Folder(signatures, lru_cache(64)(articles.analyse))
    whole, sharing = len(compared.duplicates), sum(1 for _ in compared.sharing(2, 0.15))
    seconds = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    each = sum(len(one.records) + len(one.runs) for one in signatures) / size
    return (
        f"{size:>9} {seconds:>9.2f} {seconds / size * 1000:>11.3f} {before / 1024:>11.0f} {peak / 1024:>9.0f}"
        f" {each:>12.0f} {whole:>7} {sharing:>8}"
    )


def main() -> int:
    """Sign the articles once, then measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", default="1000,2000,4000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure", nargs=2, metavar=("SIZE", "SIGNED"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(measure(args.folder, args.seed, int(args.measure[0]), Path(args.measure[1])))
        return 0
    sizes = [int(size) for size in args.sizes.split(",")]
    articles = Articles(args.folder, args.seed)
    with tempfile.NamedTemporaryFile(suffix=".signed") as file:
        for number in range(max(sizes)):
            pickle.dump(articles.analyse(articles.file(number)).signature, file)
        file.flush()
        print(" articles     CPU s  ms/article  MB (signed)   MB peak  bytes/sign.  copies  sharing")
        for size in sizes:
            command = [sys.executable, __file__, str(args.folder), "--seed", str(args.seed), "--measure", str(size)]
            done = subprocess.run([*command, file.name], stdout=subprocess.PIPE, text=True, check=True)
            print(done.stdout, end="", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
