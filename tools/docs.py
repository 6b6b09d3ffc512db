"""Writes docs/rules/: a page for each rule, made from its rule file, and a list of all (`make docs`)."""

from __future__ import annotations

import re
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.cli.explain import parameters
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.ruleset.spec import Example, Rule, RuleSet

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
    found = {f"{rule.code}.md": "\n".join(_page(rule)) + "\n" for rule in ruleset.rules}
    return {"README.md": "\n".join(_index(ruleset)) + "\n", **found}


def _index(ruleset: RuleSet) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "Made from the files in `rules/` by `make docs`. Rules on trial run only with `--preview` or when selected."
    for topic, rules in groupby(sorted(ruleset.rules, key=lambda rule: (rule.code[:3], rule.topic)), _family):
        yield ""
        yield f"## {topic.capitalize()}"
        yield ""
        yield "| code | name | severity | confidence | |"
        yield "|---|---|---|---|---|"
        for rule in rules:
            trial = "on trial" if rule.file.status == "preview" else ""
            row = (f"[{rule.code}]({rule.code}.md)", rule.file.name, rule.file.severity, rule.file.confidence, trial)
            yield f"| {' | '.join(row)} |"


def _family(rule: Rule) -> str:
    return rule.topic


def _page(rule: Rule) -> Iterator[str]:
    file = rule.file
    yield f"# {rule.code} {file.name}"
    yield ""
    trial = (
        " On trial: it runs only with `--preview` or when it is selected by its code."
        if file.status != "stable"
        else ""
    )
    yield f"{file.severity.capitalize()}, {file.confidence} confidence, topic {rule.topic}.{trial}"
    language = ", in any language" if file.language == "any" else ""
    yield f"It speaks on articles of these kinds: {', '.join(file.articles)}{language}."
    yield from _section("What it says", [_prose(file.message)])
    if file.variants:
        yield ""
        yield "| case | severity | message |"
        yield "|---|---|---|"
        for name, variant in file.variants.items():
            yield f"| {name} | {variant.severity or file.severity} | {_prose(variant.message or file.message)} |"
    yield from _section("Why it matters", [_prose(file.why)])
    yield from _section("What to do", [_prose(file.fix)])
    yield from _examples("Reported", "The marks ⟦ ⟧ enclose what is pointed at.", rule.examples.bad)
    yield from _examples("Not reported", "", rule.examples.good)
    if given := list(parameters(rule)):
        yield from _section("Parameters", [f"- `{name}`: {_prose(value)}" for name, value in given], together=True)
    if file.sources:
        yield from _section("Sources", [f"- {_source(each.title, each.url)}" for each in file.sources], together=True)


def _section(title: str, paragraphs: list[str], *, together: bool = False) -> Iterator[str]:
    yield from ("", f"## {title}")
    if paragraphs:
        yield from ("", ("\n" if together else "\n\n").join(paragraphs))


def _examples(title: str, about: str, examples: tuple[Example, ...]) -> Iterator[str]:
    if not examples:
        return
    yield from _section(title, [about] if about else [])
    for example in examples:
        for name, text in (example.files or {"": example.text}).items():
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`{3,}", text)), 3)
            notes = [note for note in (name, _settings(example)) if note]
            yield from ("", *(f"{note}:" for note in notes), *([""] if notes else []))
            kind = name.rpartition(".")[2] or example.as_
            yield from (f"{fence}{'text' if kind == 'txt' else kind}", text.strip(), fence)


def _settings(example: Example) -> str:
    """What an example supposes."""
    settings = [f"`{key}: {str(value).lower()}`" for key, value in example.config.items()]
    around = [f"the rest of an ordinary article ({example.wrap})"] if example.wrap else []
    return f"With {', '.join((*settings, *around))}" if settings or around else ""


def _source(title: str, url: str) -> str:
    return f"[{_prose(title)}]({url})" if url else _prose(title)


def _prose(text: str) -> str:
    """Text on one line with nothing in it that Markdown would read as markup."""
    return re.sub(r"([\\`*_{}<>|\[\]])", r"\\\1", " ".join(text.split()))


if __name__ == "__main__":
    sys.exit(main())
