"""Write rules/facts/established-pairs.yaml from a looked-up table.

usage: python tools/facts.py established_pairs.csv

The table has the columns exposure, direction, outcome, max_strength, population, source_title, source_url,
source_year_or_reviewed and looked_up. A row that was not looked up, or whose source has no public address, is written
as `verified: false`: it may silence a finding and never causes one.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "rules/facts/established-pairs.yaml"
ABOUT = (
    "Causes and effects that medicine has settled, so that saying so is no overstatement. max_strength is a ceiling: "
    "causal, or can (may cause, side effect, risk factor). Pairs are never transitive. Written by tools/facts.py."
)
COLUMNS = ("exposure", "direction", "outcome", "max_strength", "population")


def main() -> None:
    """Read the table named on the command line and write the facts."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    sources: dict[str, dict[str, str]] = {}
    ids: dict[str, str] = {}
    facts = []
    for row in rows:
        fact: dict[str, object] = {column: row[column] for column in COLUMNS if row[column] not in ("", "general")}
        url = row["source_url"]
        if row["looked_up"] == "yes" and url.startswith("http"):
            if url not in ids:
                ids[url] = source_id(row["source_title"], sources)
                sources[ids[url]] = {"title": row["source_title"], "url": url, "date": row["source_year_or_reviewed"]}
            fact["source"] = ids[url]
        else:
            fact["verified"] = False
        facts.append(fact)
    lines = [f"about: {yaml.safe_dump(ABOUT, width=10**6).strip()}", f"columns: [{', '.join(COLUMNS)}]", "sources:"]
    lines += [f"  {name}: {flow(source)}" for name, source in sources.items()]
    lines += ["rows:", *(f"  - {flow(fact)}" for fact in facts)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(facts)} rows, {len(sources)} sources")


def source_id(title: str, taken: dict[str, dict[str, str]]) -> str:
    """A short name for a source that no other has."""
    words = re.findall(r"[a-z0-9]+", title.lower())[:5]
    name = "-".join(words) or "source"
    number = 2
    unique = name
    while unique in taken:
        unique, number = f"{name}-{number}", number + 1
    return unique


def flow(mapping: dict[str, object] | dict[str, str]) -> str:
    """A mapping on one line of YAML."""
    return yaml.safe_dump(mapping, default_flow_style=True, sort_keys=False, width=10**6, allow_unicode=True).strip()


if __name__ == "__main__":
    main()
