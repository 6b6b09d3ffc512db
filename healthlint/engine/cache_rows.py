"""Results as rows of plain values and back: what a cache holds. Nothing in a row is ever executed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple, cast

from healthlint.engine.report import Compared, FileResult
from healthlint.engine.waivers import Selector, Stretch, Waiver, Waivers
from healthlint.model.finding import Diagnostic, Fix, Location, RelatedLocation, SourceEdit
from healthlint.model.span import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Read = Callable[[list[object]], object]


def pack(values: tuple[object, ...]) -> bytes:
    """Records, lists and mappings as JSON; a record is a list of its values."""
    return json.dumps(values, separators=(",", ":")).encode()


def pack_found(result: FileResult) -> bytes:
    """What was found in a file."""
    return pack((result.file, result.diagnostics, result.lines))


def pack_waivers(result: FileResult) -> bytes:
    """What the author of a file says is not to be reported, with the lines where this stands."""
    return pack((result.waivers, result.lines if result.waivers and result.waivers.items else {}))


def unpack(found: bytes, waivers: bytes, file: str) -> FileResult:
    """The result of a file, which may have another name than before. Raises ValueError or TypeError for nonsense.

    `found` is empty where the articles are only to be compared.
    """
    name, rows, lines = json.loads(found) if found else (file, (), {})
    diagnostics = tuple(map(_diagnostic, rows))
    if name != file:
        diagnostics = tuple(_renamed(each, file) for each in diagnostics)
    told, more_lines = json.loads(waivers)
    told = cast("Waivers", _read_waivers(told))._replace(read_alone=bool(found))
    return FileResult(file, diagnostics, lines=_numbered({**lines, **more_lines}), waivers=told)


def unpack_compared(packed: bytes) -> Compared:
    """What comparing gave. Raises ValueError or TypeError for nonsense."""
    found, _, lines = json.loads(packed)
    return Compared(
        {file: tuple(map(_diagnostic, rows)) for file, rows in found.items()},
        lines={file: _numbered(rows) for file, rows in lines.items()},
    )


def _diagnostic(row: list[object]) -> Diagnostic:
    return cast("Diagnostic", _read_diagnostic(row))


def _renamed(diagnostic: Diagnostic, file: str) -> Diagnostic:
    """The diagnostic under another name of its file, in which all of its places are."""
    related = tuple(each._replace(location=each.location._replace(file=file)) for each in diagnostic.related)
    return diagnostic._replace(location=diagnostic.location._replace(file=file), related=related)


def _numbered(lines: Mapping[str, str]) -> dict[int, str]:
    return {int(number): line for number, line in lines.items()}


def _reader(record: type[NamedTuple], **readers: Read) -> Read:
    """What makes a record of a row; `readers` are those of its fields that are no plain values."""
    fields, make = record._fields, record._make
    at = [(fields.index(name), read) for name, read in readers.items()]

    def read_record(row: list[object]) -> object:
        for index, read in at:
            row[index] = read(row[index])  # type: ignore[arg-type]
        return make(row)

    return read_record


def _each(read: Read) -> Read:
    return lambda rows: tuple(map(read, cast("Iterable[list[object]]", rows)))


_read_location = _reader(Location, start=Position._make, end=Position._make)
_read_edit = _reader(SourceEdit, start=Position._make, end=Position._make)
_read_diagnostic = _reader(
    Diagnostic,
    location=_read_location,
    heading_path=tuple,
    related=_each(_reader(RelatedLocation, location=_read_location)),
    fixes=_each(_reader(Fix, edits=_each(_read_edit))),
)
_read_stretch = _reader(Stretch, start=Position._make, end=Position._make)
_read_waiver = _reader(
    Waiver,
    selectors=_each(_reader(Selector, place=_read_stretch)),
    scope=tuple,
    place=_read_stretch,
    cut=lambda row: row and _read_stretch(row),
)
_read_waivers = _reader(Waivers, items=_each(_read_waiver))
