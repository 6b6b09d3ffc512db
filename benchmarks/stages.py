"""How long each stage of linting takes: reading, parsing, the phrase scan, each view and each rule.

    python benchmarks/stages.py [FOLDER] [--most 10] [--runs 3]

FOLDER holds articles in Markdown; without it 60 are made of the sentences in the examples of the rules. The first run
also imports and compiles, so that the fastest of the runs is shown. `healthlint check --timings` shows the first.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpus import articles
from healthlint.engine.article import Article
from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.settings import AllSettings
from healthlint.engine.timings import table, time_stages
from healthlint.ruleset.load import load_rules


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="articles in Markdown")
    parser.add_argument("--most", type=int, default=10, help="how many stages to print")
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    settings = AllSettings(load_rules(), Configs(isolated=True), Layer(), date.today())
    with TemporaryDirectory() as scratch:
        files = [Article(str(path)) for path in articles(args.folder, Path(scratch))]
        runs = [time_stages(files, settings) for _ in range(args.runs)]
    print(table(min(runs, key=lambda run: run.total), args.most), end="")


if __name__ == "__main__":
    main()
