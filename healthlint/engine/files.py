"""Writes files whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that whoever reads it sees the old one or the new one; its mode stays, and so does a link to it.

    Raises OSError, for a file that nobody may write to as well.
    """
    if path.exists() and not path.is_file():  # a pipe, which has no path of its own, under the name of /dev/stdout
        path.write_bytes(data)
        return
    path = Path(os.path.realpath(path))  # the file itself is replaced, not the link that leads to it
    exists = path.exists()
    if exists and not path.stat().st_mode & 0o222:
        raise PermissionError(13, "it is read-only", str(path))
    fresh = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        fresh.write_bytes(data)
        if exists:
            fresh.chmod(path.stat().st_mode)
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
