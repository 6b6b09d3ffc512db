"""Articles that are indented as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

PROSE = "Wax protects the skin of the ear from water.\n"


def test_prose_that_is_indented_is_told_once(findings: Findings) -> None:
    article = "# Ears\n\n" + f"    {PROSE}\n" * 3 + "## Nose\n\n" + f"    {PROSE}\n" * 3
    assert len(findings("HL911", article)) == 1


def test_an_article_with_some_indented_prose_is_not(findings: Findings) -> None:
    assert findings("HL911", "# Ears\n\n" + f"{PROSE}\n" * 2 + f"    {PROSE}\n" * 3) == []


def test_fenced_code_is_meant(findings: Findings) -> None:
    assert findings("HL911", f"```\n{PROSE * 4}```\n") == []


def test_plain_text_may_be_indented(findings: Findings) -> None:
    assert findings("HL911", f"    {PROSE}\n" * 4, "a.txt") == []
