"""What is written to the terminal: findings to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from healthlint.errors import HealthlintError

if TYPE_CHECKING:
    from healthlint.reporters import Screen

_NARROWEST, _WIDEST, _PIPED = 40, 120, 80

# One character for one, so that what is underlined stays underlined.
_SUBSTITUTES = str.maketrans("“”„‘’‚–—−…·•×│\u00a0\N{REPLACEMENT CHARACTER}", "\"\"\"'''---~**x| ?")


def emit(text: str, stream: TextIO | None) -> None:
    """Write text as far as the stream can show it. A reader who has gone away is no error; a full disk is."""
    if stream is None or not text:  # closed by the caller: `>&-`
        return
    try:
        stream.write(_encodable(text, stream.encoding or "ascii"))
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as problem:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise HealthlintError(f"the output cannot be written: {problem.strerror}") from None


def tell(line: str) -> None:
    """Write a line to standard error."""
    emit(line + "\n", sys.stderr)


def screen(stream: TextIO | None, colour: str) -> Screen:
    """What the stream is like; `colour` is always, never or auto."""
    from healthlint.reporters import Screen

    return Screen(width(stream), is_colourful(stream, colour))


def is_terminal(stream: TextIO | None) -> bool:
    """Whether someone may be looking."""
    return stream is not None and stream.isatty()


def is_colourful(stream: TextIO | None, colour: str) -> bool:
    """Whether to write in colours: as the user says, else as NO_COLOR and FORCE_COLOR say, else on a terminal."""
    if colour != "auto":
        return colour == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def width(stream: TextIO | None) -> int:
    """The cells of a line."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and int(wanted):
        return max(int(wanted), _NARROWEST)
    if stream is None or not is_terminal(stream):
        return _PIPED
    try:
        return min(max(os.get_terminal_size(stream.fileno()).columns, _NARROWEST), _WIDEST)
    except OSError:
        return _PIPED


def _encodable(text: str, encoding: str) -> str:
    """The text with substitutes for what the encoding lacks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_missing(encoding)).encode(encoding, "replace").decode(encoding)
    return text


def _missing(encoding: str) -> dict[int, int]:
    """The substitutes for characters that the encoding lacks."""
    return {code: other for code, other in _SUBSTITUTES.items() if not _can_encode(chr(code), encoding)}


def _can_encode(char: str, encoding: str) -> bool:
    try:
        return bool(char.encode(encoding))
    except UnicodeEncodeError:
        return False
