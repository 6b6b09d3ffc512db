"""The user's database of retractions: where it lies, and how it is built out of a list."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from healthlint.errors import ConfigError
from healthlint.model.context import Retractions
from healthlint.ruleset.compiled import user_folder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from healthlint.engine.settings import Settings


class Built(NamedTuple):
    """What was put into a database."""

    retractions: int
    concerns: int
    as_of: date


def find_database(path: Path | None = None) -> Retractions | None:
    """The database at a path, by default where the user's is kept; None where there is no file."""
    path = path or default_path()
    if path is None:
        return None
    try:
        state = path.stat()
    except OSError:
        return None
    return Retractions(str(path), f"{state.st_mtime_ns}-{state.st_size}")


def default_path() -> Path | None:
    """Where the database of this user is kept; None for a user without a home."""
    folder = user_folder("XDG_DATA_HOME", "~/Library/Application Support", "~/.local/share")
    return folder / "retractions.sqlite" if folder else None


def notes(settings: Iterable[Settings]) -> list[str]:
    """What HL510 goes by, in a line for each database or for the lack of one; nothing where the rule does not run."""
    running = [each.policy.retractions for each in settings if each.ruleset.find(_RULE)]
    return [_note(database) for database in dict.fromkeys(running)]


def _note(database: Retractions | None) -> str:
    if database is None:
        return f"{_RULE} looked up no retractions: build the database with `healthlint references update --from FILE`"
    from healthlint.analysis.retractions import edition_of  # and all views of an article with it

    edition = edition_of(database)
    return f"{_RULE} looked up retractions as of {edition.as_of} ({edition.works:,} papers): {database.path}"


def build(source: Path, target: Path, as_of: date | None = None) -> Built:
    """Build a database out of a list, in one step: until it is whole, the one that was there stays. Raises ConfigError.

    Its day is `as_of`, or that of the newest notice, or where the list tells no days, that of the file.
    """
    import sqlite3

    fresh = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        with closing(sqlite3.connect(fresh)) as connection:
            built = _fill(connection, source, as_of)
        fresh.replace(target)
    except (OSError, sqlite3.Error) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise ConfigError(f"cannot be written: {reason}", str(target)) from None
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return built


def _fill(connection: sqlite3.Connection, source: Path, as_of: date | None) -> Built:
    """Write all notices. Of several on one paper a retraction counts, unless it was taken back later."""
    from healthlint.analysis.retractions import SCHEMA  # which every run would pay for
    from healthlint.engine.retraction_lists import read_notices

    connection.executescript(_TABLES)
    newest = ""
    reinstated: list[tuple[str, str]] = []
    for notice in read_notices(source):
        newest = max(newest, notice.date)
        for paper in notice.papers:
            if notice.nature == "reinstatement":
                reinstated.append((paper, notice.date))
            else:
                connection.execute(_PUT[notice.nature], (paper, notice.nature, notice.date))
    connection.executemany("DELETE FROM works WHERE paper = ? AND date <= ?", reinstated)
    counts = dict(connection.execute("SELECT kind, count(*) FROM works GROUP BY kind"))
    if not counts:
        raise ConfigError("holds no retraction with a DOI or a PubMed number", str(source))
    day = as_of or (date.fromisoformat(newest) if newest else _day_of(source))
    about = {"schema": SCHEMA, "as_of": day.isoformat(), "works": str(sum(counts.values())), "source": source.name}
    connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
    connection.commit()
    return Built(counts.get("retraction", 0), counts.get("concern", 0), day)


def _day_of(source: Path) -> date:
    """The day on which a file was last written."""
    return datetime.fromtimestamp(source.stat().st_mtime, tz=UTC).date()


_RULE = "HL510"
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE works (paper TEXT PRIMARY KEY, kind TEXT NOT NULL, date TEXT NOT NULL) WITHOUT ROWID;
"""
_PUT = {
    "retraction": "INSERT INTO works VALUES (?, ?, ?) ON CONFLICT (paper) DO UPDATE SET kind = excluded.kind, "
    "date = max(date, excluded.date)",
    "concern": "INSERT INTO works VALUES (?, ?, ?) ON CONFLICT (paper) DO NOTHING",
}
