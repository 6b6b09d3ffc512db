"""What earlier runs found, in one SQLite file: a file that has not changed is not linted again.

A row holds what the rules say of one file before anything is suppressed, under the file's name and the key of its
settings. It is good as long as the content is the same and, where a rule looked at the calendar, for the same day. A
file whose size, times and number are those of the last run is not even read. The cache is never more than a help: what
cannot be read or written is done without, and what is damaged is made anew.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from healthlint.engine.article import digest_of
from healthlint.engine.cache_rows import pack, pack_found, pack_waivers, unpack, unpack_compared

if TYPE_CHECKING:
    from healthlint.engine.article import Reach
    from healthlint.engine.report import Compared, FileResult
    from healthlint.engine.settings import Settings

FOLDER = ".healthlint_cache"


class Seen(NamedTuple):
    """A file as it was before it was read; `state` is empty where it changed so lately that it may change unnoticed."""

    name: str
    state: str


class Cache:
    """The results of earlier runs on files below a folder, and elsewhere."""

    def __init__(self, folder: Path) -> None:
        """Open the cache of a folder, or make it."""
        self._top = str(folder) + os.sep
        self._path = folder / FOLDER / _NAME
        self._rows: list[tuple[object, ...]] = []  # to be written
        self._states: list[tuple[object, ...]] = []
        self._comparisons: list[tuple[object, ...]] = []
        self._keys: set[str] = set()  # of settings
        self._connection = _open(self._path)

    def find(self, path: str, settings: Settings, reach: Reach) -> tuple[FileResult | None, Seen | None]:
        """What is known of a file, and as what to `keep` what will be; None for a file that is not there."""
        try:
            seen = self._look_at(path)
        except OSError:
            return None, None
        if self._connection is None:
            return None, seen
        try:
            return self._find(path, seen, settings, reach, self._connection), seen
        except (sqlite3.Error, ValueError, TypeError, OSError) as problem:
            self._recover(problem)
        return None, seen

    def keep(self, seen: Seen, settings: Settings, reach: Reach, result: FileResult) -> None:
        """Remember what was found in a file, unless something went wrong there."""
        if not result.errors and self._connection:
            waivers = _seal(pack_waivers(result))
            found = None if reach == "folder" else _seal(pack_found(result))
            signature = None if reach == "each" else _seal(result.signature)
            self._keys.add(settings.key)
            name = os.fsencode(seen.name)
            self._rows.append((name, settings.key, seen.state, result.content, result.day, waivers, found, signature))
            if len(self._rows) >= _OFTEN:
                self.save()

    def comparison(self, key: str) -> Compared | None:
        """What is known of articles side by side."""
        if self._connection:
            try:
                row = self._connection.execute("SELECT found FROM comparisons WHERE key = ?", (key,)).fetchone()
                packed = _unseal(row[0]) if row else None
                return None if packed is None else unpack_compared(packed)
            except (sqlite3.Error, ValueError, TypeError) as problem:
                self._recover(problem)
        return None

    def keep_comparison(self, key: str, compared: Compared) -> None:
        """Remember what comparing gave, unless something went wrong there."""
        if not compared.errors:
            self._comparisons.append((key, _seal(pack(compared))))

    def save(self) -> None:
        """Write what was found out since the last time, which other runs know from then on."""
        if self._connection and (self._rows or self._states or self._comparisons):
            try:
                self._write(self._connection)
            except sqlite3.Error as problem:
                self._recover(problem)
        self._rows, self._states, self._comparisons = [], [], []

    def close(self) -> None:
        """Save, and let go of the file."""
        self.save()
        if self._connection:
            self._connection.close()
        self._connection = None

    def _look_at(self, path: str) -> Seen:
        status, now = os.stat(path), time.time_ns()
        is_settled = max(status.st_mtime_ns, status.st_ctime_ns) + _TICK < now
        state = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}" if is_settled else ""
        return Seen(os.path.abspath(path).removeprefix(self._top), state)

    def _find(
        self, path: str, seen: Seen, settings: Settings, reach: Reach, connection: sqlite3.Connection
    ) -> FileResult | None:
        key = os.fsencode(seen.name), settings.key
        row = connection.execute(_FIND[reach], key).fetchone()
        if row is None:
            return None
        state, content, day, *sealed = row
        if day and day != settings.policy.today.isoformat():
            return None
        if not state or state != seen.state:
            with open(path, "rb") as file:
                if digest_of(file.read()) != content:
                    return None
            if seen.state:
                self._states.append((seen.state, *key))
        waivers, found, signature = map(_unseal, sealed)
        if waivers is None or found is None or signature is None:
            return None
        self._keys.add(settings.key)
        return unpack(found, waivers, path)._replace(content=content, day=day, signature=signature)

    def _write(self, connection: sqlite3.Connection) -> None:
        """All in one step: a run that is killed meanwhile leaves the cache as it was."""
        today = date.today()
        with connection:
            connection.executemany(_KEEP, self._rows)
            connection.executemany("UPDATE articles SET state = ? WHERE name = ? AND settings = ?", self._states)
            connection.executemany("INSERT OR REPLACE INTO comparisons VALUES (?, ?)", self._comparisons)
            connection.execute(_DROP_COMPARISONS)
            used = ((key, today.isoformat()) for key in sorted(self._keys))
            connection.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", used)
            if connection.execute("PRAGMA user_version").fetchone()[0] != today.toordinal():
                connection.execute(f"PRAGMA user_version = {today.toordinal()}")
                self._sweep(connection, today)

    def _sweep(self, connection: sqlite3.Connection, today: date) -> None:
        """Drop, once a day, what was found by settings that nobody uses and in files that are gone."""
        oldest = (today - _UNUSED).isoformat()
        connection.execute("DELETE FROM settings WHERE used < ?", (oldest,))
        connection.execute("DELETE FROM articles WHERE settings NOT IN (SELECT key FROM settings)")
        names = connection.execute("SELECT DISTINCT name FROM articles").fetchall()
        gone = [row for row in names if not os.path.exists(os.path.join(os.fsencode(self._top), row[0]))]
        connection.executemany("DELETE FROM articles WHERE name = ?", gone)

    def _recover(self, problem: Exception) -> None:
        """Go on without the cache where it cannot be used now; one that is damaged is made anew."""
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        if isinstance(problem, sqlite3.Error) and _is_passing(problem):
            return
        for name in (_NAME, f"{_NAME}-journal"):
            with suppress(OSError):
                self._path.with_name(name).unlink(missing_ok=True)
        self._connection = _open(self._path)


def remove(folder: Path) -> bool:
    """Remove the cache of a folder; whether there was one. Nothing but the cache's own files is touched."""
    home = folder / FOLDER
    if home.is_symlink() or not home.is_dir():
        return False
    for path in home.iterdir():
        if path.name == ".gitignore" or path.name.startswith(_STEM):
            path.unlink()
    with suppress(OSError):  # there is something of the user's in it
        home.rmdir()
    return True


def _open(path: Path) -> sqlite3.Connection | None:
    """The cache at a path, made where there is none; None where that cannot be."""
    if path.is_symlink() or path.parent.is_symlink():  # somebody else's file, which is not ours to write
        return None
    try:
        if not path.parent.is_dir():
            path.parent.mkdir()
            (path.parent / ".gitignore").write_text("*\n", encoding="utf-8")
        connection = sqlite3.connect(path, timeout=_PATIENCE)
    except (OSError, sqlite3.Error):
        return None
    try:
        for statement in _TABLES:
            connection.execute(statement)
    except sqlite3.Error as problem:
        connection.close()
        if _is_passing(problem):
            return None
        path.unlink()
        return _open(path)
    return connection


def _is_passing(problem: sqlite3.Error) -> bool:
    """Whether an error says that the cache cannot be used now, and not that it is damaged."""
    return getattr(problem, "sqlite_errorname", "").startswith(_PASSING)


def _seal(data: bytes) -> bytes:
    return crc32(data).to_bytes(4, "little") + data


def _unseal(sealed: bytes | None) -> bytes | None:
    """What was sealed; None where there is nothing, or it is not as it was. Empty where it was not asked for."""
    if not sealed:
        return sealed
    data = sealed[4:]
    return data if crc32(data).to_bytes(4, "little") == sealed[:4] else None


_STEM = "results-1"  # the number of the tables' form
_NAME = f"{_STEM}.sqlite"
_TICK = 2_000_000_000  # nanoseconds, within which some file systems give two changes the same time
_OFTEN = 500  # results that are held back at most
_PATIENCE = 5.0  # seconds to wait for another run that is writing
_UNUSED = timedelta(days=30)
_PASSING = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_READONLY", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN")
_TABLES = (
    "PRAGMA synchronous = OFF",  # what a power failure leaves half-written is found by its checksum
    """CREATE TABLE IF NOT EXISTS articles (
    name BLOB, settings TEXT, state TEXT, content TEXT, day TEXT, waivers BLOB, found BLOB, signature BLOB,
    PRIMARY KEY (name, settings))""",
    "CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, used TEXT)",
    "CREATE TABLE IF NOT EXISTS comparisons (key TEXT PRIMARY KEY, found BLOB)",
)
_WANTED: dict[Reach, str] = {
    "each": "day, waivers, found, x''",
    "folder": "'', waivers, x'', signature",
    "both": "day, waivers, found, signature",
}
_FIND = {
    reach: f"SELECT state, content, {columns} FROM articles WHERE name = ? AND settings = ?"  # nosec B608: our own words
    for reach, columns in _WANTED.items()
}
_KEEP = """
INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name, settings) DO UPDATE SET
state = excluded.state, content = excluded.content, waivers = excluded.waivers,
day = iif(excluded.found IS NULL, day, excluded.day),
found = coalesce(excluded.found, iif(content = excluded.content, found, NULL)),
signature = coalesce(excluded.signature, iif(content = excluded.content, signature, NULL))
"""
_DROP_COMPARISONS = """
DELETE FROM comparisons WHERE rowid NOT IN (SELECT rowid FROM comparisons ORDER BY rowid DESC LIMIT 8)
"""
