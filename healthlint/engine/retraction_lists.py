"""Lists of retracted papers, read row by row: the CSV of Retraction Watch, JSON with DOIs, or DOIs line by line."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zlib
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.errors import ConfigError, did_you_mean
from healthlint.language.identifiers import clean_doi, is_pmid
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

Nature = Literal["retraction", "concern", "reinstatement"]


class Notice(NamedTuple):
    """One row of a list: what a journal says of a paper, and when."""

    papers: tuple[str, ...]  # `doi:10.…` and `pmid:…`, different names of one paper
    nature: Nature
    date: str  # 2026-01-31; empty where the list does not tell


def read_notices(path: Path) -> Iterator[Notice]:
    """The notices of a file, be it packed with gzip or not. Raises ConfigError with the line that cannot be used."""
    with _opened(path) as lines:
        start = lines.read(_PEEK)
        lines.seek(0)
        if start.lstrip().startswith(("{", "[")):
            yield from _json(lines, path)
        elif "," in start.partition("\n")[0] or path.name.removesuffix(".gz").endswith(".csv"):
            yield from _csv(lines, path)
        else:
            yield from _lines(lines, path)


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """The text of a file without a byte-order mark."""
    try:
        with path.open("rb") as raw:
            head = raw.read(2)
            raw.seek(0)
            if head in (b"\xff\xfe", b"\xfe\xff"):
                raise ConfigError("is UTF-16; save it as UTF-8", str(path))
            data = gzip.GzipFile(fileobj=raw) if head == b"\x1f\x8b" else raw
            yield io.TextIOWrapper(data, encoding="utf-8-sig", errors="replace", newline="")
    except (OSError, EOFError, zlib.error) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise ConfigError(f"cannot be read: {reason}", str(path)) from None


def _csv(lines: TextIO, path: Path) -> Iterator[Notice]:
    reader = csv.reader(lines)
    try:
        header = [name.strip() for name in next(reader, [])]
        places = {name: _place_of(name, header, path) for name in _COLUMNS}
        for row in reader:
            cells = {name: row[place].strip() if place < len(row) else "" for name, place in places.items()}
            nature = _NATURES.get(cells["RetractionNature"].lower())
            papers = _papers(cells["OriginalPaperDOI"], cells["OriginalPaperPubMedID"])
            if nature and papers:
                yield Notice(papers, nature, _day(cells["RetractionDate"]))
    except csv.Error as problem:
        raise ConfigError(f"is no CSV from here on: {problem}", str(path), reader.line_num) from None


def _place_of(name: str, header: list[str], path: Path) -> int:
    if name not in header:
        hint = did_you_mean(name, header)
        raise ConfigError(f'the column "{name}" is missing; a list of Retraction Watch has it{hint}', str(path), 1)
    return header.index(name)


def _json(lines: TextIO, path: Path) -> Iterator[Notice]:
    """`["10.…", …]`, or `{"retractions": ["10.…", …], "concerns": {"10.…": its notice, …}}`."""
    try:
        tree = json.load(lines)
    except (ValueError, RecursionError) as problem:
        raise ConfigError(f"is no JSON: {problem}", str(path), getattr(problem, "lineno", None)) from None
    groups = tree if isinstance(tree, dict) else {"retractions": tree}
    for key, papers in groups.items():
        if key not in _GROUPS or not isinstance(papers, list | dict):
            message = f'"{key}" is not expected here: DOIs are listed under the keys retractions and concerns'
            raise ConfigError(message, str(path))
        for written in papers:
            if names := _papers(str(written), ""):
                yield Notice(names, _GROUPS[key], "")


def _lines(lines: TextIO, path: Path) -> Iterator[Notice]:
    """A DOI or `PMID 123` on each line; `#` begins a comment."""
    for number, line in enumerate(lines, 1):
        words = line.partition("#")[0].strip()
        if not words:
            continue
        pmid = _PMID.fullmatch(words)
        papers = _papers(words, "") or (_papers("", pmid[1]) if pmid else ())
        if not papers:
            shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
            message = f'"{shown}" is neither a DOI nor a PubMed number; nor is this the CSV of Retraction Watch'
            raise ConfigError(message, str(path), number)
        yield Notice(papers, "retraction", "")


def _papers(doi: str, pmid: str) -> tuple[str, ...]:
    """The names of a paper; `unavailable` and `0` are none."""
    names = (f"doi:{clean}" if (clean := clean_doi(doi)) else "", f"pmid:{pmid}" if is_pmid(pmid or "0") else "")
    return tuple(name for name in names if name)


def _day(written: str) -> str:
    """`11/22/2021 0:00` -> `2021-11-22`; empty where no day can be read."""
    if match := _AMERICAN.match(written):
        year, month, day = int(match[3]), int(match[1]), int(match[2])
    elif match := _ISO.match(written):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    else:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


_PEEK = 4096  # characters
_SHOWN = 40
_COLUMNS = ("OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "RetractionDate")
_NATURES: dict[str, Nature] = {
    "retraction": "retraction",
    "expression of concern": "concern",
    "reinstatement": "reinstatement",
}
_GROUPS: dict[str, Nature] = {"retractions": "retraction", "concerns": "concern"}
_AMERICAN = lazy_pattern(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
_ISO = lazy_pattern(r"(\d{4})-(\d{2})-(\d{2})\b")
_PMID = lazy_pattern(r"(?:PMID:?\s?)?(\d+)", re.IGNORECASE)
