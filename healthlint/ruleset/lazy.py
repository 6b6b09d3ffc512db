"""Lexicons as rows of plain values, each of which is made into an entry when somebody asks for it: most never are."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from marshal import dumps, loads
from typing import TYPE_CHECKING, Any, NamedTuple

from healthlint.model.context import Entry, Form, Lexicon, Owner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from healthlint.model.context import Knowledge

FORMAT = 4  # of `marshal`: the newest that all supported versions of Python read


class Rows(NamedTuple):
    """Values one behind the other, to be read one by one."""

    starts: bytes  # four bytes for the place of each
    values: bytes

    def read(self, number: int) -> Any:
        """The value with this number."""
        start = int.from_bytes(self.starts[number * 4 : number * 4 + 4], "little")
        return loads(memoryview(self.values)[start:])  # nosec B302: part of our own file


def rows_of(values: Iterable[object]) -> Rows:
    """Plain values as rows."""
    packed = [dumps(value, FORMAT) for value in values]  # type: ignore[arg-type]
    starts = accumulate(map(len, packed), initial=0)
    return Rows(b"".join(start.to_bytes(4, "little") for start in starts), b"".join(packed))


class Tables(NamedTuple):
    """Lexicons and the owners of phrases as plain values."""

    lexicons: dict[str, tuple[int, int, dict[bytes, bytes]]]  # the rows of its entries, from and to, and `lookup`
    entries: tuple[bytes, bytes]
    owners: tuple[bytes, bytes]  # those of each phrase, with the row of the entry instead of the entry


def tabulate(knowledge: Knowledge) -> Tables:
    """What knowledge holds, as tables."""
    numbers: dict[int, int] = {}
    lexicons: dict[str, tuple[int, int, dict[bytes, bytes]]] = {}
    entries: list[object] = []
    for name, lexicon in knowledge.lexicons.items():
        first = len(entries)
        for entry in lexicon.entries:
            numbers[id(entry)] = len(entries)
            entries.append((entry.term, [tuple(form) for form in entry.forms], dict(entry.notes), entry.exact))
        lexicons[name] = first, len(entries), dict(lexicon.lookup)
    owners = (
        [(owner.lexicon, numbers[id(owner.entry)], owner.inflection, owner.exact) for owner in knowledge.owners[phrase]]
        for phrase in range(len(knowledge.scanner.phrases))
    )
    return Tables(lexicons, (*rows_of(entries),), (*rows_of(owners),))


class LazyLexicons(Mapping[str, Lexicon]):
    """The lexicons of some tables."""

    def __init__(self, tables: Tables) -> None:
        self._tables, self._rows = tables.lexicons, Rows(*tables.entries)
        self._lexicons: dict[str, Lexicon] = {}
        self._entries: dict[int, Entry] = {}

    def __getitem__(self, name: str) -> Lexicon:
        if name not in self._lexicons:
            first, last, lookup = self._tables[name]
            self._lexicons[name] = Lexicon(name, tuple(map(self.entry, range(first, last))), lookup)
        return self._lexicons[name]

    def __contains__(self, name: object) -> bool:
        return name in self._tables

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def entry(self, number: int) -> Entry:
        """The entry of a row; the same one each time."""
        if number not in self._entries:
            term, forms, notes, exact = self._rows.read(number)
            self._entries[number] = Entry(term, tuple(Form(*form) for form in forms), notes, exact)
        return self._entries[number]


class LazyOwners(dict[int, tuple[Owner, ...]]):
    """The owners of each phrase of some tables."""

    def __init__(self, tables: Tables, lexicons: LazyLexicons) -> None:
        super().__init__()
        self._rows, self._lexicons = Rows(*tables.owners), lexicons

    def __missing__(self, phrase: int) -> tuple[Owner, ...]:
        owners = self[phrase] = tuple(
            Owner(name, self._lexicons.entry(number), inflection, exact)
            for name, number, inflection, exact in self._rows.read(phrase)
        )
        return owners
