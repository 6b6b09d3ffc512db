"""The summary of a step that GitHub Actions shows on the page of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthlint.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 1_000_000  # bytes; GitHub drops one of more than 1 MiB
_MORE = b"\n\nAnd more, which this summary has no room for.\n"


def append_summary(summary: Path, text: str) -> None:
    """Add a page in Markdown to the summary, as much of it as GitHub takes. Raises ConfigError."""
    data = text.encode("utf-8", "replace")
    if len(data) > _LONGEST:
        end = max(data.rfind(sign, 0, _LONGEST) for sign in (b"\n\n", b"\n- "))  # before a file or a finding
        data = data[:end] + _MORE
    try:
        with summary.open("ab") as file:
            file.write(data)
    except OSError as problem:
        raise ConfigError(f"cannot be written: {problem.strerror}", str(summary)) from None
