"""`healthlint claims`: what the articles claim that one thing does to another, for the fact-checker."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from healthlint.cli._articles import add_article_arguments, gather
from healthlint.cli._output import emit, tell
from healthlint.cli._sheets import Places, as_csv, collect, under_files

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.claims import Claim
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
    rows, failed = collect(gather(args), _rows)
    emit(_FORMATS[args.format](rows), sys.stdout)
    return 2 if failed else 0


def _rows(path: str, analysis: Analysis) -> Iterator[Row]:
    if not analysis.language.is_english:
        tell(f"{path}: not in English, so its claims cannot be read")
        return
    if not analysis.claims:
        return
    places = Places(analysis.document)
    for claim in analysis.claims:
        sentence = claim.sentence
        ceiling = analysis.evidence.ceiling(claim)
        yield Row(
            path,
            *places.of(claim.start, claim.end),
            " ".join(analysis.text[sentence.start : sentence.end].split()),
            claim,
            tuple(citation.target for citation in analysis.citations.covering(sentence)),
            ceiling.level,
            ceiling.why,
            tuple((entry.kind, *places.of(entry.start, entry.end)) for entry in ceiling.evidence),
        )


def _record(row: Row) -> dict[str, Value]:
    """A claim as architecture and docs describe it for machines."""
    claim = row.claim
    return {
        "file": row.file,
        "start": row.start._asdict(),
        "end": row.end._asdict(),
        "text": row.text,
        "strength": claim.strength,
        "modal": claim.modal,
        "exposure": claim.exposure.key if claim.exposure else None,
        "relation": claim.verb,
        "outcome": claim.outcome.key if claim.outcome else None,
        "polarity": claim.polarity,
        "attribution": claim.attribution,
        "citations": list(row.citations),
        "ceiling": row.ceiling,
        "evidence": [
            {"kind": kind, "start": start._asdict(), "end": end._asdict()} for kind, start, end in row.evidence
        ],
    }


def _as_jsonl(rows: Sequence[Row]) -> str:
    import json

    return "".join(json.dumps(_record(row), ensure_ascii=False) + "\n" for row in rows)


def _as_json(rows: Sequence[Row]) -> str:
    import json

    return (
        json.dumps({"schema_version": 1, "claims": [_record(row) for row in rows]}, ensure_ascii=False, indent=1) + "\n"
    )


def _as_csv(rows: Sequence[Row]) -> str:
    records = (_record(row) | {"line": str(row.start.line), "citations": "; ".join(row.citations)} for row in rows)
    return as_csv(_COLUMNS, ([record[column] or "" for column in _COLUMNS] for record in records))


def _as_text(rows: Sequence[Row]) -> str:
    """A sheet for people: the sentence, and under it what it claims and what that rests on."""
    return under_files((row.file, _told(row)) for row in rows)


def _told(row: Row) -> list[str]:
    claim = row.claim
    strength = f"{claim.strength} (can)" if claim.modal else claim.strength
    pair = f"{_name(claim.exposure)} → {claim.verb} → {_name(claim.outcome)}"
    source = ", ".join(target for target in row.citations if target) or ("cited" if row.citations else "no source")
    return [
        f"  {row.start.line}:{row.start.column}  {strength}  {pair}",
        f"      {row.text}",
        f"      {source} · the article carries: {row.ceiling} ({row.why})",
    ]


def _name(term: object) -> str:
    return str(getattr(term, "key", "?"))


_FORMATS = {"text": _as_text, "csv": _as_csv, "json": _as_json, "jsonl": _as_jsonl}
