"""`healthlint references check`: ask whether the sources of articles still answer. Nothing else uses the network."""

from __future__ import annotations

import json
import sys
import time
from argparse import ArgumentTypeError
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from healthlint.analysis.sources import find_sources
from healthlint.cli._articles import add_article_arguments, gather
from healthlint.cli._output import emit, tell
from healthlint.cli._sheets import as_csv, collect
from healthlint.engine.link_check import Limits, Memory, check_links
from healthlint.engine.web import Answer, Manners
from healthlint.model.lines import LineIndex
from healthlint.model.span import TextSpan
from healthlint.reporters._cells import printable
from healthlint.ruleset.compiled import cache_folder

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from healthlint.analysis import Analysis
    from healthlint.analysis.sources import Source
    from healthlint.cli._parser import Subparsers
    from healthlint.model.span import Position

_EXIT_CODES = (
    "Exit code: 0 every source answered or turned programs away; 1 one is gone or did not answer; 2 wrong usage."
)


class Row(NamedTuple):
    """One source, where it stands, and what its address answered; None: it was not asked."""

    file: str
    start: Position
    url: str
    answer: Answer | None


def add_parser(subparsers: Subparsers) -> None:
    """Describe the action."""
    parser = subparsers.add_parser(
        "check",
        help="ask whether the sources still answer (the only command that uses the network)",
        description="Ask the address of each source whether it still answers: a HEAD request, no page is loaded.",
        epilog=_EXIT_CODES,
    )
    add_article_arguments(parser)
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text", help="(default: text)")
    parser.add_argument("--all", action="store_true", help="also print the sources that answered (text)")
    limits = parser.add_argument_group("limits")
    limits.add_argument("--timeout", type=_seconds, default=10.0, metavar="SECONDS", help="(default: 10)")
    limits.add_argument("--retries", type=_number, default=2, metavar="N", help="(default: 2)")
    limits.add_argument(
        "--delay", type=_seconds, default=0.5, metavar="SECONDS", help="between two questions to a host"
    )
    limits.add_argument("--max-links", type=_number, default=500, metavar="N", help="ask no more (default: 500)")
    limits.add_argument("--no-cache", action="store_true", help="ask again what answered in the last seven days")


def run(args: Namespace) -> int:
    """Ask and print."""
    found, failed = collect(gather(args), _addresses)
    answers = _answers(args, [url for _, _, url in found])
    rows = [Row(file, start, url, answers[url]) for file, start, url in found]
    emit(_FORMATS[args.format](rows, all_=args.all), sys.stdout)
    if args.format == "text":
        tell(_summary(rows))
    is_dead = any(row.answer and row.answer.state in ("gone", "unreachable") for row in rows)
    return 2 if failed else int(is_dead)


def _answers(args: Namespace, urls: Sequence[str]) -> dict[str, Answer | None]:
    folder = None if args.no_cache else cache_folder()
    memory = Memory(folder / "links.json" if folder else None, time.time())
    limits = Limits(most=args.max_links, delay=args.delay)
    return dict(check_links(urls, Manners(args.timeout, args.retries), limits, memory))


def _addresses(path: str, analysis: Analysis) -> Iterator[tuple[str, Position, str]]:
    """Each address of an article where it stands first."""
    document = analysis.document
    lines = LineIndex(document.source)
    seen: set[str] = set()
    for source in find_sources(document, analysis.references, analysis.citations, analysis.hits):
        url = _url_of(source)
        if url and url not in seen:
            seen.add(url)
            place = source.place
            at = document.source_map.to_source(place) if isinstance(place, TextSpan) else place
            yield path, lines.position(at.start), url


def _url_of(source: Source) -> str:
    """The address of a source, or that under which its identifier is found."""
    if source.url.lower().startswith(("http://", "https://")):
        return source.url
    if source.doi:
        return f"https://doi.org/{source.doi}"
    return f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/" if source.pmid else ""


def _as_text(rows: Sequence[Row], *, all_: bool) -> str:
    shown = [row for row in rows if all_ or row.answer is None or row.answer.state != "ok"]
    return "".join(
        printable(f"{row.file}:{row.start.line}:{row.start.column}: {row.url}: {_words(row.answer)}") + "\n"
        for row in shown
    )


def _words(answer: Answer | None) -> str:
    if answer is None:
        return "not asked (--max-links)"
    if answer.state == "moved":
        return f"moved for good to {answer.note}"
    told = " ".join(str(part) for part in (answer.status or "", answer.note) if part)
    return f"{answer.state} ({told})" if told else answer.state


def _summary(rows: Sequence[Row]) -> str:
    states = [row.answer.state if row.answer else "not asked" for row in rows]
    counts = ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(states))
    return f"{len(rows)} source{'' if len(rows) == 1 else 's'} checked{': ' if counts else ''}{counts}"


def _as_csv(rows: Sequence[Row], *, all_: bool) -> str:
    del all_  # for machines every source is told
    return as_csv(("file", "line", "column", "url", "state", "status", "note"), map(_cells, rows))


def _cells(row: Row) -> tuple[object, ...]:
    answer = row.answer or Answer("ok")
    state = row.answer.state if row.answer else ""
    return (row.file, row.start.line, row.start.column, row.url, state, answer.status or "", answer.note)


def _as_json(rows: Sequence[Row], *, all_: bool) -> str:
    del all_
    links = [
        {
            "file": row.file,
            "start": row.start._asdict(),
            "url": row.url,
            "state": row.answer.state if row.answer else None,
            "status": (row.answer.status or None) if row.answer else None,
            "note": (row.answer.note or None) if row.answer else None,
        }
        for row in rows
    ]
    return json.dumps({"schema_version": 1, "links": links}, ensure_ascii=False, indent=1) + "\n"


def _seconds(written: str) -> float:
    with suppress(ValueError):
        if 0 <= (value := float(written)) < _LONGEST:
            return value
    raise ArgumentTypeError(f"not a number of seconds: {written}")


def _number(written: str) -> int:
    if written.isdecimal() and len(written) < _DIGITS:
        return int(written)
    raise ArgumentTypeError(f"not a number: {written}")


_LONGEST = 3600  # seconds
_DIGITS = 8
_FORMATS = {"text": _as_text, "csv": _as_csv, "json": _as_json}
