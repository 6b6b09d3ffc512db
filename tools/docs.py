"""Writes docs/rules/: a page for each rule, made from its rule file, and a list of all (`make docs`)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.reporters._rule_page import page, table
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.ruleset.spec import RuleSet

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"


def main() -> int:
    """Bring the folder up to date."""
    written = pages(load_rules())
    FOLDER.mkdir(parents=True, exist_ok=True)
    for stale in {path.name for path in FOLDER.glob("*.md")} - written.keys():
        (FOLDER / stale).unlink()
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def pages(ruleset: RuleSet) -> dict[str, str]:
    """The text of every page by the name of its file."""
    found = {f"{rule.code}.md": "\n".join(page(rule, ruleset.knowledge)) + "\n" for rule in ruleset.rules}
    return {"README.md": "\n".join(_index(ruleset)) + "\n", **found}


def _index(ruleset: RuleSet) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "Made from the files in `rules/` by `make docs`. Rules on trial run only with `--preview` or when selected."
    yield from table(ruleset.rules, linked=True)


if __name__ == "__main__":
    sys.exit(main())
