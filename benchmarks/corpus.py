"""The articles that the benchmarks of speed run on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.copies import made_up

if TYPE_CHECKING:
    from pathlib import Path


def articles(given: Path | None, scratch: Path, number: int = 60) -> list[Path]:
    """The Markdown files of a folder, or made-up articles, written into another one."""
    if given:
        return sorted(given.rglob("*.md"))
    return [written(scratch / f"{at:04}.md", document.source) for at, document in enumerate(made_up(number, 1))]


def written(path: Path, text: str) -> Path:
    """A file with a text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
