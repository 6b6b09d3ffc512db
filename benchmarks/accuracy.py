"""How often the strength of a claim is read as people labelled it, written into docs/accuracy.md (`make accuracy`).

    python benchmarks/accuracy.py [--wrong]

benchmarks/accuracy/strength.csv holds sentences of our own with the strongest claim that each makes. A sentence is read
by itself, as an article of one line. `--wrong` prints those that were read otherwise.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from healthlint.analysis import Analysis
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from healthlint.model.context import Knowledge
    from healthlint.ruleset.spec import Rule

ROOT = Path(__file__).resolve().parents[1]
LABELS = ROOT / "benchmarks" / "accuracy" / "strength.csv"
PAGE = ROOT / "docs" / "accuracy.md"
STRENGTHS = ("none", "correlational", "conditional", "causal")
_POLICY = Policy(today=date(2026, 1, 15))


class Reading(NamedTuple):
    """A sentence, what it was labelled as and what it was read as."""

    sentence: str
    labelled: str
    read: str


class Score(NamedTuple):
    """How well one strength is told from the others."""

    labelled: int
    read: int
    both: int

    @property
    def precision(self) -> float:
        """Of the sentences read as this strength, the share that is labelled so."""
        return self.both / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Of the sentences labelled with this strength, the share that is read so."""
        return self.both / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """Both in one figure."""
        return 2 * self.both / (self.labelled + self.read) if self.labelled + self.read else 0.0


def main() -> int:
    """Bring the page up to date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="print the sentences that were read otherwise")
    args = parser.parse_args()
    ruleset = load_rules()
    readings = read_all(ruleset.knowledge)
    PAGE.write_text(fill(PAGE.read_text(encoding="utf-8"), readings, ruleset.rules), encoding="utf-8")
    if args.wrong:
        for each in readings:
            if each.labelled != each.read:
                print(f"{each.labelled} -> {each.read}: {each.sentence}")
    return 0


def read_all(knowledge: Knowledge) -> list[Reading]:
    """Every labelled sentence with its reading."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Reading(row["sentence"], row["strength"], _strongest(row["sentence"], knowledge)) for row in rows]


def score(readings: Iterable[Reading], strength: str) -> Score:
    """How well a strength is told from the others."""
    pairs = [(each.labelled == strength, each.read == strength) for each in readings]
    return Score(sum(one for one, _ in pairs), sum(other for _, other in pairs), sum(map(all, pairs)))


def fill(page: str, readings: Sequence[Reading], rules: Iterable[Rule]) -> str:
    """The page with its figures as they are now."""
    blocks = {"strength": _strength_table(readings), "mistakes": _mistakes(readings), "examples": _examples(rules)}
    for name, lines in blocks.items():
        mark = rf"(<!-- {name}: written by make accuracy -->\n).*?(<!-- end -->)"
        text = "\n" + "\n".join(lines) + "\n\n"
        page, count = re.subn(mark, lambda match, text=text: match[1] + text + match[2], page, flags=re.S)
        if count != 1:
            raise ValueError(f"{PAGE.name} has {count} places for the figures called {name}")
    return page


def _strongest(sentence: str, knowledge: Knowledge) -> str:
    article = Analysis(read(f"{sentence}\n".encode(), "sentence.txt"), knowledge, _POLICY)
    return max((claim.strength for claim in article.claims), key=STRENGTHS.index, default="none")


def _strength_table(readings: Sequence[Reading]) -> Iterator[str]:
    yield "| strength | sentences | precision | recall | F1 |"
    yield "|---|--:|--:|--:|--:|"
    for strength in STRENGTHS:
        mine = score(readings, strength)
        yield f"| {strength} | {mine.labelled} | {mine.precision:.3f} | {mine.recall:.3f} | {mine.f1:.3f} |"
    mean = sum(score(readings, strength).f1 for strength in STRENGTHS) / len(STRENGTHS)
    yield f"| **all, mean** | {len(readings)} | | | {mean:.3f} |"


def _mistakes(readings: Sequence[Reading]) -> Iterator[str]:
    counted = Counter((each.labelled, each.read) for each in readings)
    yield f"| labelled ↓ read → | {' | '.join(STRENGTHS)} |"
    yield f"|---|{'--:|' * len(STRENGTHS)}"
    for labelled in STRENGTHS:
        yield f"| {labelled} | {' | '.join(str(counted[labelled, found]) for found in STRENGTHS)} |"


def _examples(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| topic | rules | reported | not reported |"
    yield "|---|--:|--:|--:|"
    for topic, group in groupby(sorted(rules, key=_topic), _topic):
        mine = list(group)
        bad, good = sum(len(rule.examples.bad) for rule in mine), sum(len(rule.examples.good) for rule in mine)
        yield f"| {topic} | {len(mine)} | {bad} | {good} |"


def _topic(rule: Rule) -> str:
    return rule.topic


if __name__ == "__main__":
    sys.exit(main())
