"""`healthlint explain FILE:LINE`: what is found on a line, and which of your own rows has a part in it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis import Analysis
from healthlint.engine.article import Article, content_of
from healthlint.engine.config import Config, Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.lint import lint_analysis
from healthlint.engine.settings import AllSettings
from healthlint.errors import ConfigError
from healthlint.language.phrases import fold
from healthlint.model.lines import LineIndex
from healthlint.readers import read
from healthlint.reporters._cells import printable
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.engine.settings import Settings
    from healthlint.model.context import Knowledge
    from healthlint.model.document import Document
    from healthlint.model.finding import Diagnostic


class Line(NamedTuple):
    """A line of an article, by its number."""

    path: Path
    number: int


def line_of(word: str) -> Line | None:
    """The line that a word such as `a.md:12` names; None where there is no such file."""
    named = re.fullmatch(r"(.+):(\d+)", word)
    return Line(Path(named[1]), int(named[2])) if named and Path(named[1]).is_file() else None


def explain_line(line: Line) -> Iterator[str]:
    """What is found on a line with your own rows, what would be without them, and the rows. Raises HealthlintError."""
    ruleset, today = load_rules(), date.today()
    ours = AllSettings(ruleset, Configs(), Layer(), today).of(line.path.absolute())
    theirs = AllSettings(ruleset, _Shipped(), Layer(), today).of(line.path.absolute())
    path = str(line.path)
    document = read(content_of(Article(path), ours), path, ours.format_of(path))
    index = LineIndex(document.source)
    if not 0 < line.number <= len(index):
        raise ConfigError(f"there is no line {line.number}; the file has {len(index)}", str(line.path))
    with_rows, without = (_found(document, settings, line.number) for settings in (ours, theirs))
    raised = [each for key, each in with_rows.items() if key not in without]
    silenced = [each for key, each in without.items() if key not in with_rows]
    yield f"{printable(str(line.path))}:{line.number}"
    yield from (f"  found: {_said(each)}" for key, each in with_rows.items() if key in without)
    yield from (f"  found because of your own rows: {_said(each)}" for each in raised)
    yield from (f"  not found because of your own rows: {_said(each)}" for each in silenced)
    if not (with_rows or without):
        yield "  nothing is found here"
    text = _prose(document, index.begin(line.number), index.begin(line.number) + len(index.line(line.number)))
    yield from _rows(text, ours.ruleset.knowledge, theirs.ruleset.knowledge)


class _Shipped(Configs):
    """The configurations without their own lexicons and facts."""

    def of(self, path: Path) -> Config:
        """The configuration of an absolute path."""
        config = super().of(path)
        return config._replace(own=config.own._replace(lexicons=(), facts=()))


def _found(document: Document, settings: Settings, number: int) -> dict[tuple[str, int, int], Diagnostic]:
    """The diagnostics that begin on a line, by what makes them the same."""
    analysis = Analysis(document, settings.ruleset.knowledge, settings.policy)
    result = lint_analysis(analysis, settings.ruleset, document.path)
    return {
        (each.code, each.location.start.offset, each.location.end.offset): each
        for each in result.diagnostics
        if each.location.start.line == number
    }


def _said(diagnostic: Diagnostic) -> str:
    return printable(f"{diagnostic.code} {diagnostic.name}: {diagnostic.message}")


def _prose(document: Document, start: int, end: int) -> str:
    """The words of the paragraphs that a stretch of the source touches."""
    touched = [block for block in document.blocks if block.source.start <= end and start <= block.source.end]
    return "\n".join(document.text[slice(*block.span)] for block in touched)


def _rows(text: str, ours: Knowledge, theirs: Knowledge) -> Iterator[str]:
    """The own rows whose words stand in a text, and the shipped ones that were taken out."""
    told = set()
    for number, _, _ in ours.scanner.scan(fold(text)):
        for owner in ours.owners[number]:
            if "own_place" in owner.entry.notes:
                told.add(_row(f"{owner.lexicon}: {owner.entry.term}", dict(owner.entry.notes)))
    for number, _, _ in theirs.scanner.scan(fold(text)):
        for owner in theirs.owners[number]:
            kept = ours.lexicons.get(owner.lexicon)
            if kept and owner.entry.term not in {entry.term for entry in kept.entries}:
                told.add(f"  taken out: {owner.lexicon}: {owner.entry.term}")
    folded = fold(text)
    for name, table in ours.facts.items():
        for fact in table.rows:
            cells = [value for key, value in fact.items() if not key.startswith(("own_", "source_"))]
            if "own_place" in fact and any(_stands_in(cell, folded) for cell in cells):
                told.add(_row(f"{name}: {', '.join(filter(None, cells[:-1]))}", fact))
    yield from sorted(told)


def _row(what: str, notes: dict[str, str]) -> str:
    source = f"; {notes['own_source']}" if notes["own_source"] else ""
    return printable(f"  own row: {what} ({notes['own_place']}, reviewed by {notes['own_reviewer']}{source})")


def _stands_in(cell: str, folded: str) -> bool:
    return any(re.search(rf"\b{re.escape(fold(word))}\b", folded) for word in cell.split("|") if len(word) > 3)
