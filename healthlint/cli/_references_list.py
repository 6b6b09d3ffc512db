"""`healthlint references list`: each entry of the reference lists, what it is, and where it is cited."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis import Analysis
from healthlint.analysis.source_tiers import tier_of, tier_of_name
from healthlint.cli._articles import add_article_arguments, gather
from healthlint.cli._output import emit, tell
from healthlint.errors import ReadError
from healthlint.model.lines import LineIndex
from healthlint.model.span import TextSpan
from healthlint.readers import read

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.references import Reference
    from healthlint.cli._articles import Work
    from healthlint.cli._parser import Subparsers
    from healthlint.model.span import Position

    Value = str | int | None | Sequence[object] | dict[str, int]

_COLUMNS = (
    "file", "line", "number", "list", "authors", "year", "title", "venue", "url", "doi", "pmid", "pmcid", "tier",
    "cited", "text",
)  # fmt: skip


class Row(NamedTuple):
    """One entry of a reference list, and the places that lead to it."""

    file: str
    start: Position
    end: Position
    text: str
    entry: Reference
    tier: str
    uses: tuple[tuple[str, Position, Position], ...]


def add_parser(subparsers: Subparsers) -> None:
    """Describe the action."""
    parser = subparsers.add_parser(
        "list",
        help="list every reference and where it is cited",
        description="List every reference of articles: its parts, its identifiers, what kind of source it is, where \
it is cited.",
    )
    add_article_arguments(parser)
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text", help="(default: text)")


def run(args: Namespace) -> int:
    """Print the references; 0 unless an article could not be read."""
    work = gather(args)
    rows: list[Row] = []
    failed = bool(work.errors)
    for error in work.errors:
        tell(f"{error.file}: {error.message}")
    for article in work.articles:
        try:
            data = Path(article.path).read_bytes() if article.data is None else article.data
            rows += _rows(article.path, data, work)
        except (ReadError, OSError) as problem:
            failed = True
            tell(f"{article.path}: {problem}")
    emit(_FORMATS[args.format](rows), sys.stdout)
    return 2 if failed else 0


def _rows(path: str, data: bytes, work: Work) -> Iterator[Row]:
    settings = work.settings.of(Path(path).absolute())
    document = read(data, path)
    analysis = Analysis(document, work.ruleset.knowledge, settings.policy)
    if not analysis.references.entries:
        return
    lines = LineIndex(document.source)

    def positions(start: int, end: int) -> tuple[Position, Position]:
        place = document.source_map.to_source(TextSpan(start, end))
        return lines.position(place.start), lines.position(place.end)

    for entry, uses in zip(analysis.references.entries, analysis.reference_uses, strict=True):
        yield Row(
            path,
            *positions(entry.start, entry.end),
            " ".join(document.text[entry.start : entry.end].split()),
            entry,
            tier_of(entry.url, entry.doi, work.ruleset.knowledge)
            or tier_of_name(analysis.hits, entry.start, entry.end),
            tuple((use.how, *positions(use.start, use.end)) for use in uses),
        )


def _record(row: Row) -> dict[str, Value]:
    """An entry as the documentation describes it for machines; what it does not tell is null."""
    entry = row.entry
    number = entry.number if entry.number is not None else entry.label or None
    return {
        "file": row.file,
        "start": _point(row.start),
        "end": _point(row.end),
        "text": row.text,
        "list": entry.kind,
        "number": number,
        "authors": list(entry.authors),
        "year": entry.year,
        "title": entry.title or None,
        "venue": entry.venue or None,
        "url": entry.url or None,
        "doi": entry.doi or None,
        "pmid": entry.pmid or None,
        "pmcid": entry.pmcid or None,
        "tier": row.tier or None,
        "cited": [{"how": how, "start": _point(start), "end": _point(end)} for how, start, end in row.uses],
    }


def _point(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column, "offset": position.offset}


def _as_json(rows: Sequence[Row]) -> str:
    import json

    report = {"schema_version": 1, "references": [_record(row) for row in rows]}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _as_csv(rows: Sequence[Row]) -> str:
    import csv
    from io import StringIO

    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        record = _record(row) | {
            "line": row.start.line,
            "authors": "; ".join(row.entry.authors),
            "cited": "; ".join(f"{start.line}:{start.column}" for _, start, _ in row.uses),
        }
        writer.writerow(["" if record[column] is None else record[column] for column in _COLUMNS])
    return out.getvalue()


def _as_text(rows: Sequence[Row]) -> str:
    """A sheet for people: each entry as it is written, and under it what it is and where it is cited."""
    lines: list[str] = []
    file = ""
    for row in rows:
        if row.file != file:
            lines += ([""] if lines else []) + [row.file]
            file = row.file
        entry = row.entry
        identifiers = (("doi", entry.doi), ("pmid", entry.pmid), ("pmcid", entry.pmcid))
        known = [f"{name} {value}" for name, value in identifiers if value] or [entry.url or "no address"]
        places = ", ".join(f"{start.line}:{start.column}" for _, start, _ in row.uses)
        lines.append(f"  {row.start.line}:{row.start.column}  {row.text}")
        lines.append("      " + " · ".join([*known, row.tier or "unknown kind", _cited(places)]))
    return "".join(f"{line}\n" for line in lines)


def _cited(places: str) -> str:
    return f"cited at {places}" if places else "never cited"


_FORMATS = {"text": _as_text, "csv": _as_csv, "json": _as_json}
