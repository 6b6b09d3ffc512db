"""Bytes -> text, with what had to be guessed on the way."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from healthlint.errors import ReadError
from healthlint.model.document import Problem
from healthlint.model.span import SourceSpan


class Decoded(NamedTuple):
    """The text of a file without its byte-order mark, line ends as they were."""

    text: str
    encoding: str
    has_bom: bool = False
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of a file; `declared` is the encoding that the file itself names. Raises ReadError for binary content.

    A byte-order mark decides; then UTF-8 where the bytes are valid UTF-8, then what is declared, then Windows-1252.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_wide(data[len(mark) :], encoding, has_bom=True)
    _refuse_binary(data)
    wide = _unmarked_utf16(data)
    if wide:
        return _decode_wide(data, wide, has_bom=False)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_declared(data, declared) or _decode_mixed(data, "utf-8", has_bom=False)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an HTML page names in a `meta` element or an XML declaration within its first 4,096 bytes."""
    found = re.search(
        rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", data[:4096], re.IGNORECASE
    )
    return found[1].decode("ascii").lower() if found and found[1].isascii() else None


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a browser takes these names to mean.
_WINDOWS = frozenset(
    ("iso-8859-1", "iso8859-1", "latin-1", "latin1", "l1", "ascii", "us-ascii", "windows-1252", "cp1252")
)
_SAMPLE = 8192
# Text has none of them but for an escape here and there; of what a JPEG holds they are a tenth.
_CONTROLS = bytes({*range(9), *range(14, 32)} - {27})


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    if sample.startswith(b"%PDF-"):
        raise ReadError("this is a PDF file; save its text as .txt, .md or .html")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls * 100 > len(sample) and not _unmarked_utf16(data):
        raise ReadError("this is a binary file, not text")


def _unmarked_utf16(data: bytes) -> str:
    """The byte order of UTF-16 text without a mark, where every second byte of what is mostly ASCII is zero."""
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    even, odd, half = sample[0::2].count(0), sample[1::2].count(0), len(sample) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else ""


def _decode_wide(data: bytes, encoding: str, *, has_bom: bool) -> Decoded:
    """Text whose encoding is certain; what does not fit becomes U+FFFD."""
    try:
        return Decoded(data.decode(encoding), encoding, has_bom)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return _decode_mixed(data, encoding, has_bom=has_bom)
        text = data.decode(encoding, "replace")
        at = max(text.find("\ufffd"), 0)
        message = f"line {_line(text, at)} is not valid {encoding.upper()}; what cannot be read is shown as �"
        return Decoded(text, encoding, has_bom, (Problem(message, SourceSpan(at, at + 1)),))


def _decode_declared(data: bytes, declared: str | None) -> Decoded | None:
    """The text in the encoding that the file names, or None where that is of no use."""
    if declared is None or declared in _WINDOWS or declared.replace("-", "") in ("utf8", "utf16", "utf16le", "utf16be"):
        return None
    try:
        return Decoded(data.decode(declared), declared)
    except (UnicodeError, LookupError, ValueError):  # not in it, or not the name of an encoding of text
        return None


def _decode_mixed(data: bytes, encoding: str, *, has_bom: bool) -> Decoded:
    """Text in which each byte that is not UTF-8 is read as Windows-1252: a file of the one, the other, or both."""
    escaped = data.decode("utf-8", "surrogateescape")
    first = re.search("[\udc80-\udcff]", escaped)
    at = first.start() if first else 0
    byte = ord(escaped[at]) - 0xDC00
    text = escaped.translate(_windows_table())
    windows = len(escaped) == len(data)  # not one longer UTF-8 sequence in it
    message = f"byte 0x{byte:02X} on line {_line(text, at)} is not UTF-8; it was read as Windows-1252 ({text[at]!r})"
    return Decoded(text, "cp1252" if windows else encoding, has_bom, (Problem(message, SourceSpan(at, at + 1)),))


def _windows_table() -> dict[int, str]:
    """Escaped bytes -> their characters in Windows-1252, or U+FFFD for the five that have none."""
    return {0xDC00 + byte: bytes((byte,)).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


def _line(text: str, at: int) -> int:
    """The number of the line that an offset is in; a line ends at LF, CRLF or CR."""
    return len(re.findall(r"\r\n|\r|\n", text[:at])) + 1
