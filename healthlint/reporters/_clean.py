"""Text for the formats of programs: nothing in it that their encodings cannot hold."""

from __future__ import annotations

import os
import re
from urllib.parse import quote

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def unicode(text: str) -> str:
    """The text without halves of characters, which come from file names that are no text and which no parser takes."""
    return _SURROGATES.sub(_UNKNOWN, text)


def without_controls(text: str) -> str:
    """The text without control characters, too, which XML cannot hold, however they are escaped."""
    return _CONTROLS.sub(_UNKNOWN, text)


def from_root(file: str, variable: str) -> str:
    """A path as seen from the folder of the project, with slashes: the one that a CI service names in a variable.

    Elsewhere, and where the file lies outside, the path is as the user wrote it.
    """
    root = os.environ.get(variable)
    path = os.path.relpath(file, root) if root else os.path.normpath(file)
    if path.startswith(os.pardir) and root:
        path = os.path.normpath(file)
    return path.replace(os.sep, "/")


def uri(path: str) -> str:
    """A path as the reference to a file, relative where the path is."""
    encoded = quote(os.fsencode(path))
    return f"file://{encoded}" if path.startswith("/") else encoded
