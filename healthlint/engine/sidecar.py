"""Suppressions that a configuration holds for articles that have no room for comments, such as plain text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from healthlint.engine.config import Globs, globs_of
from healthlint.engine.config_keys import SuppressionKeys
from healthlint.ruleset.located import Located

if TYPE_CHECKING:
    from pathlib import Path

    from healthlint.ruleset.decode import Decoder


class Sidecar(NamedTuple):
    """One of the `suppressions`."""

    files: Globs
    rules: tuple[Located, ...]
    reason: str
    reviewer: str
    until: str
    words: str
    path: str  # of the configuration
    line: int


def read_sidecar(located: Located, folder: Path, decoder: Decoder) -> Sidecar:
    """One entry of the list. Raises ConfigError."""
    if not isinstance(located.value, dict):
        raise decoder.fail("a suppression is a mapping with `files`, `rules` and `reason`", located.line)
    value = {key.replace("-", "_"): item for key, item in located.value.items()}
    keys = decoder.decode(Located(value, located.line), SuppressionKeys, "suppressions")
    if not keys.reason.strip():
        raise decoder.fail("suppressions.reason must say why; it is empty", value["reason"].line)
    if keys.until:
        try:
            date.fromisoformat(str(keys.until.value))
        except ValueError:
            message = f'suppressions.until must be a date like 2027-03-01, not "{keys.until.value}"'
            raise decoder.fail(message, keys.until.line) from None
    return Sidecar(
        globs_of(keys.files, folder, value["files"], decoder),
        keys.rules,
        keys.reason,
        keys.reviewed_by,
        str(keys.until.value) if keys.until else "",
        " ".join(keys.words.lower().split()),
        decoder.path,
        located.line,
    )
