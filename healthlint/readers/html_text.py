"""The text between two tags -> prose: entities decoded, white space folded as a browser does."""

from __future__ import annotations

from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from healthlint.readers.prose import ProseWriter


def write_text(writer: ProseWriter, source: str, start: int, end: int) -> None:
    """Write `source[start:end]`, a run of white space as one space."""
    chunk = source[start:end]
    if "&" not in chunk:
        _write_plain(writer, chunk, start)
        return
    done = start
    for entity in _ENTITY.finditer(source, start, end):
        length = _length(entity[0])
        if not length:
            continue
        begin, stop = entity.start(), entity.start() + length
        _write_plain(writer, source[done:begin], done)
        decoded = unescape(source[begin:stop])
        if decoded in _BLANKS:
            writer.space(begin, stop)
        else:
            writer.write(decoded, begin, stop)
        done = stop
    _write_plain(writer, source[done:end], done)


def write_code(writer: ProseWriter, source: str, start: int, end: int) -> None:
    """Write `source[start:end]`, in which white space counts; any line end becomes LF."""
    for piece in _CODE_PIECE.finditer(source, start, end):
        text, begin = piece[0], piece.start()
        if text[0] == "&" and (length := _length(text)):
            writer.write_code(unescape(text[:length]), begin, begin + length)
            text, begin = text[length:], begin + length
        elif text in ("\r\n", "\r"):
            text = "\n"
        if text:
            writer.write_code(text, begin, piece.end())


_BLANKS = frozenset(" \t\r\n\f")
_ENTITY_FORM = r"&(?:#(?:[0-9]{1,9}|[xX][0-9a-fA-F]{1,8})|[A-Za-z][A-Za-z0-9]{1,31});?"
_ENTITY = lazy_pattern(_ENTITY_FORM)
_CODE_PIECE = lazy_pattern(rf"{_ENTITY_FORM}|\r\n|[^&\r]++|[&\r]")
_ODD_BLANKS = str.maketrans("\t\r\f", "   ")
_RUN = lazy_pattern(r"  +")


def _write_plain(writer: ProseWriter, chunk: str, start: int) -> None:
    """Write text without entities."""
    if "\n" in chunk:
        chunk = chunk.replace("\n", " ")
    if "\t" in chunk or "\r" in chunk or "\f" in chunk:
        chunk = chunk.translate(_ODD_BLANKS)
    if "  " not in chunk:
        if chunk == " ":
            writer.space(start, start + 1)
        elif chunk:
            writer.write(chunk, start, start + len(chunk))
        return
    done = 0
    for run in _RUN.finditer(chunk):
        begin = run.start()
        if begin > done:
            writer.write(chunk[done:begin], start + done, start + begin)
        done = run.end()
        writer.space(start + begin, start + done)
    if done < len(chunk):
        writer.write(chunk[done:], start + done, start + len(chunk))


def _length(entity: str) -> int:
    """How much of what looks like an entity is one: all of `&amp;`, four of `&lt3`, nothing of `&Co`."""
    if entity[1] == "#" or entity[1:] in html5:
        return len(entity)
    name = entity[1:].rstrip(";")
    return next((end + 1 for end in range(len(name), 1, -1) if name[:end] in html5), 0)
