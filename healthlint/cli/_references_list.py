"""`healthlint references list`: each entry of the reference lists, what it is, and where it is cited."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.source_tiers import tier_of, tier_of_name
from healthlint.cli._articles import add_article_arguments, gather
from healthlint.cli._output import emit
from healthlint.cli._sheets import Places, as_csv, collect, under_files

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.references import Reference
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
    rows, failed = collect(gather(args), _rows)
    emit(_FORMATS[args.format](rows), sys.stdout)
    return 2 if failed else 0


def _rows(path: str, analysis: Analysis) -> Iterator[Row]:
    if not analysis.references.entries:
        return
    places = Places(analysis.document)
    for entry, uses in zip(analysis.references.entries, analysis.reference_uses, strict=True):
        yield Row(
            path,
            *places.of(entry.start, entry.end),
            " ".join(analysis.text[entry.start : entry.end].split()),
            entry,
            tier_of(entry.url, entry.doi, analysis.knowledge) or tier_of_name(analysis.hits, entry.start, entry.end),
            tuple((use.how, *places.of(use.start, use.end)) for use in uses),
        )


def _record(row: Row) -> dict[str, Value]:
    """An entry as the documentation describes it for machines; what it does not tell is null."""
    entry = row.entry
    number = entry.number if entry.number is not None else entry.label or None
    return {
        "file": row.file,
        "start": row.start._asdict(),
        "end": row.end._asdict(),
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
        "cited": [{"how": how, "start": start._asdict(), "end": end._asdict()} for how, start, end in row.uses],
    }


def _as_json(rows: Sequence[Row]) -> str:
    import json

    report = {"schema_version": 1, "references": [_record(row) for row in rows]}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _as_csv(rows: Sequence[Row]) -> str:
    return as_csv(_COLUMNS, map(_cells, rows))


def _cells(row: Row) -> list[Value]:
    record = _record(row) | {
        "line": row.start.line,
        "authors": "; ".join(row.entry.authors),
        "cited": "; ".join(f"{start.line}:{start.column}" for _, start, _ in row.uses),
    }
    return ["" if record[column] is None else record[column] for column in _COLUMNS]


def _as_text(rows: Sequence[Row]) -> str:
    """A sheet for people: each entry as it is written, and under it what it is and where it is cited."""
    return under_files((row.file, _told(row)) for row in rows)


def _told(row: Row) -> list[str]:
    entry = row.entry
    identifiers = (("doi", entry.doi), ("pmid", entry.pmid), ("pmcid", entry.pmcid))
    known = [f"{name} {value}" for name, value in identifiers if value] or [entry.url or "no address"]
    places = ", ".join(f"{start.line}:{start.column}" for _, start, _ in row.uses)
    cited = f"cited at {places}" if places else "never cited"
    return [
        f"  {row.start.line}:{row.start.column}  {row.text}",
        "      " + " · ".join([*known, row.tier or "unknown kind", cited]),
    ]


_FORMATS = {"text": _as_text, "csv": _as_csv, "json": _as_json}
