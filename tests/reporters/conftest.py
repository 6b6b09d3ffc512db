"""Reports to print, made of places given by words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from healthlint.engine.report import Report
from healthlint.model.finding import Diagnostic, Fix, Location, RelatedLocation
from healthlint.model.lines import LineIndex

Make = Callable[..., Diagnostic]


class Article:
    """An article of which findings are made."""

    def __init__(self, text: str, file: str = "articles/iron.md") -> None:
        self.text, self.file, self.index = text, file, LineIndex(text)
        self.found: list[Diagnostic] = []

    def place(self, words: str) -> Location:
        start = self.text.index(words)
        return Location(self.file, self.index.position(start), self.index.position(start + len(words)))

    def find(
        self,
        words: str,
        message: str = "“Iron cures” is more than anyone knows",
        related: tuple[tuple[str, str, str], ...] = (),
        fixes: tuple[Fix, ...] = (),
        code: str = "HL201",
        severity: str = "error",
    ) -> Diagnostic:
        """Add a finding on some words; `related` are role, message and words."""
        self.found.append(
            Diagnostic(
                code=code,
                name="causal-contradicts-own-evidence",
                topic="causality",
                variant=None,
                severity=severity,  # type: ignore[arg-type]
                confidence="high",
                message=message,
                help_url=None,
                location=self.place(words),
                excerpt=words,
                heading_path=("Iron",),
                related=tuple(RelatedLocation(role, said, self.place(at)) for role, said, at in related),  # type: ignore[arg-type]
                fixes=fixes,
                fingerprint=f"{len(self.found):016x}:1",
            )
        )
        return self.found[-1]

    def report(self) -> Report:
        lines = {number: self.index.line(number) for number in range(1, len(self.index) + 1)}
        return Report(1, tuple(self.found), (), len(self.found), 0, {self.file: lines})


@pytest.fixture
def article() -> type[Article]:
    """The class, to be called with a text."""
    return Article
