"""What the commands that print a sheet of articles have in common: reading the articles, naming places, CSV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.analysis import Analysis
from healthlint.cli._output import tell
from healthlint.engine.article import content_of
from healthlint.errors import ReadError
from healthlint.model.lines import LineIndex
from healthlint.model.span import TextSpan
from healthlint.readers import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeVar

    from healthlint.cli._articles import Work
    from healthlint.model.document import Document
    from healthlint.model.span import Position

    Row = TypeVar("Row")


def collect(work: Work, rows_of: Callable[[str, Analysis], Iterable[Row]]) -> tuple[list[Row], bool]:
    """The rows of all articles, and whether one of them could not be read, which is told on standard error."""
    rows: list[Row] = []
    failed = bool(work.errors)
    for error in work.errors:
        tell(f"{error.file}: {error.message}")
    for article in work.articles:
        try:
            settings = work.settings.of(Path(article.path).absolute())
            document = read(content_of(article, settings), article.path, settings.format_of(article.path))
            rows += rows_of(article.path, Analysis(document, settings.ruleset.knowledge, settings.policy))
        except ReadError as problem:
            failed = True
            tell(str(problem))
        except OSError as problem:
            failed = True
            tell(f"{article.path}: cannot be read: {problem.strerror}")
    return rows, failed


class Places:
    """Where stretches of the prose of a document stand in its source."""

    __slots__ = ("_document", "_lines")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = LineIndex(document.source)

    def of(self, start: int, end: int) -> tuple[Position, Position]:
        """The first place of a stretch of prose and the one after its last."""
        place = self._document.source_map.to_source(TextSpan(start, end))
        return self._lines.position(place.start), self._lines.position(place.end)


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with a header."""
    import csv
    from io import StringIO

    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def under_files(entries: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Lines of text, those of one file under its name."""
    lines: list[str] = []
    file = ""
    for path, told in entries:
        if path != file:
            lines += ([""] if lines else []) + [path]
            file = path
        lines += told
    return "".join(f"{line}\n" for line in lines)
