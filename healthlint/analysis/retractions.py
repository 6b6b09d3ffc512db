"""What the user's database of retractions knows of a paper."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from healthlint.errors import ReadError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from healthlint.model.context import Retractions

SCHEMA = "1"  # of the database; another number is another form
Kind = Literal["retraction", "concern"]


class Retraction(NamedTuple):
    """A paper that was withdrawn, or that its journal warns of."""

    kind: Kind
    date: str  # of the notice, as 2026-01-31; empty where the list does not tell


class Edition(NamedTuple):
    """Which list a database was built from."""

    as_of: str  # the day of the list, as 2026-01-31
    works: int


def look_up(database: Retractions, papers: Iterable[str]) -> dict[str, Retraction]:
    """Those of the papers, named `doi:10.…` in lower case or `pmid:…`, that the database has. Raises ReadError."""
    wanted = iter(dict.fromkeys(papers))
    found: dict[str, Retraction] = {}
    connection = None
    while chunk := list(islice(wanted, _AT_ONCE)):
        connection = connection or _open(database)
        marks = ",".join("?" * len(chunk))
        asked = f"SELECT paper, kind, date FROM works WHERE paper IN ({marks})"  # nosec B608: question marks
        rows = connection.execute(asked, chunk)
        found.update({paper: Retraction(cast("Kind", kind), day) for paper, kind, day in rows})
    if connection:
        connection.close()
    return found


def edition_of(database: Retractions) -> Edition:
    """The list that a database was built from. Raises ReadError."""
    with closing(_open(database)) as connection:
        told = dict(connection.execute("SELECT key, value FROM about"))
    return Edition(told["as_of"], int(told["works"]))


def _open(database: Retractions) -> sqlite3.Connection:
    """The database, for reading only."""
    import sqlite3  # only articles with identifiers need it

    try:
        connection = sqlite3.connect(f"{Path(database.path).absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        schema = connection.execute("SELECT value FROM about WHERE key = 'schema'").fetchone()
    except sqlite3.Error as problem:
        raise ReadError(f"{_BROKEN} ({problem})", database.path) from None
    if schema != (SCHEMA,):
        connection.close()
        raise ReadError(_BROKEN, database.path)
    return connection


_AT_ONCE = 500  # papers in one question
_BROKEN = "is no database of retractions that this version can read; build it with `healthlint references update`"
