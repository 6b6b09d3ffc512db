"""`healthlint claims`: what the articles claim that one thing does to another, for the fact-checker."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis import Analysis
from healthlint.cli._articles import add_article_arguments, gather
from healthlint.cli._output import emit, tell
from healthlint.errors import ReadError
from healthlint.model.lines import LineIndex
from healthlint.model.span import TextSpan
from healthlint.readers import read

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from healthlint.analysis.claims import Claim
    from healthlint.cli._articles import Work
    from healthlint.cli._parser import Subparsers
    from healthlint.model.span import Position

    Value = str | Sequence[object] | dict[str, int] | None

_COLUMNS = (
    "file", "line", "strength", "modal", "exposure", "relation", "outcome", "polarity", "attribution", "citations",
    "ceiling", "text",
)  # fmt: skip


class Row(NamedTuple):
    """One claim with all that the article says about it."""

    file: str
    start: Position
    end: Position
    text: str
    claim: Claim
    citations: tuple[str, ...]
    ceiling: str
    why: str
    evidence: tuple[tuple[str, Position, Position], ...]


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "claims",
        help="list the causal and other claims of articles",
        description="List what articles claim that one thing does to another: a sheet for the fact-checker.",
    )
    add_article_arguments(parser)
    parser.add_argument("--format", choices=("text", "csv", "json", "jsonl"), default="text", help="(default: text)")


def run(args: Namespace) -> int:
    """Print the claims; 0 unless an article could not be read."""
    work = gather(args)
    rows: list[Row] = []
    failed = [error.message for error in work.errors]
    for error in work.errors:
        tell(f"{error.file}: {error.message}")
    for article in work.articles:
        try:
            data = Path(article.path).read_bytes() if article.data is None else article.data
            rows += _rows(article.path, data, work)
        except (ReadError, OSError) as problem:
            failed.append(str(problem))
            tell(f"{article.path}: {problem}")
    emit(_FORMATS[args.format](rows), sys.stdout)
    return 2 if failed else 0


def _rows(path: str, data: bytes, work: Work) -> Iterator[Row]:
    settings = work.settings.of(Path(path).absolute())
    document = read(data, path)
    analysis = Analysis(document, work.ruleset.knowledge, settings.policy)
    if not analysis.language.is_english:
        tell(f"{path}: not in English, so its claims cannot be read")
        return
    if not analysis.claims:
        return
    lines = LineIndex(document.source)

    def positions(start: int, end: int) -> tuple[Position, Position]:
        place = document.source_map.to_source(TextSpan(start, end))
        return lines.position(place.start), lines.position(place.end)

    for claim in analysis.claims:
        sentence = claim.sentence
        ceiling = analysis.evidence.ceiling(claim)
        yield Row(
            path,
            *positions(claim.start, claim.end),
            " ".join(document.text[sentence.start : sentence.end].split()),
            claim,
            tuple(citation.target for citation in analysis.citations.covering(sentence)),
            ceiling.level,
            ceiling.why,
            tuple((entry.kind, *positions(entry.start, entry.end)) for entry in ceiling.evidence),
        )


def _record(row: Row) -> dict[str, Value]:
    """A claim as architecture and docs describe it for machines."""
    claim = row.claim
    return {
        "file": row.file,
        "start": _point(row.start),
        "end": _point(row.end),
        "text": row.text,
        "strength": claim.strength,
        "modal": claim.modal,
        "exposure": claim.exposure.key if claim.exposure else None,
        "relation": claim.relation,
        "outcome": claim.outcome.key if claim.outcome else None,
        "polarity": claim.polarity,
        "attribution": claim.attribution,
        "citations": list(row.citations),
        "ceiling": row.ceiling,
        "evidence": [{"kind": kind, "start": _point(start), "end": _point(end)} for kind, start, end in row.evidence],
    }


def _point(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column, "offset": position.offset}


def _as_jsonl(rows: Sequence[Row]) -> str:
    import json

    return "".join(json.dumps(_record(row), ensure_ascii=False) + "\n" for row in rows)


def _as_json(rows: Sequence[Row]) -> str:
    import json

    return (
        json.dumps({"schema_version": 1, "claims": [_record(row) for row in rows]}, ensure_ascii=False, indent=1) + "\n"
    )


def _as_csv(rows: Sequence[Row]) -> str:
    import csv
    from io import StringIO

    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        record = _record(row) | {"line": str(row.start.line), "citations": "; ".join(row.citations)}
        writer.writerow([record[column] or "" for column in _COLUMNS])
    return out.getvalue()


def _as_text(rows: Sequence[Row]) -> str:
    """A sheet for people: the sentence, and under it what it claims and what that rests on."""
    lines: list[str] = []
    file = ""
    for row in rows:
        if row.file != file:
            lines += ([""] if lines else []) + [row.file]
            file = row.file
        claim = row.claim
        strength = f"{claim.strength} (can)" if claim.modal else claim.strength
        pair = f"{_name(claim.exposure)} → {claim.relation} → {_name(claim.outcome)}"
        source = ", ".join(target for target in row.citations if target) or ("cited" if row.citations else "no source")
        lines.append(f"  {row.start.line}:{row.start.column}  {strength}  {pair}")
        lines.append(f"      {row.text}")
        lines.append(f"      {source} · the article carries: {row.ceiling} ({row.why})")
    return "".join(f"{line}\n" for line in lines)


def _name(term: object) -> str:
    return str(getattr(term, "key", "?"))


_FORMATS = {"text": _as_text, "csv": _as_csv, "json": _as_json, "jsonl": _as_jsonl}
