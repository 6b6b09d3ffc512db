"""Risks that are compared without a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Findings

LIST = """Some are at risk:

- Gout is more common in men.
- Beer raises the risk of gout.
- Old people are at higher risk of gout{}.
"""


def test_a_list_of_comparisons_is_one_warning(findings: Findings) -> None:
    assert findings("HL303", LIST.format(""), severity="warning") == ["more common in"]
    assert findings("HL303", LIST.format(""), severity="info") == []


def test_a_list_with_a_source_in_it_is_read_line_by_line(findings: Findings) -> None:
    text = LIST.format(" ([Osei](https://example.org/1))")
    assert findings("HL303", text, severity="info") == ["more common in", "raises the risk"]


@pytest.mark.parametrize(
    "text",
    [
        "Books are more common in towns.",
        "Gout may be more common in men.",
        "Beer might slow the healing of toes and increase the risk of gout.",
        "If you are at higher risk of gout, ask.",
        "Is gout more common in men?",
        "## Gout is more common in men\n\nNobody knows why.",
        "Gout is more common in men, says the CDC.",
    ],
)
def test_what_compares_no_illness_or_asserts_nothing_is_no_fault(findings: Findings, text: str) -> None:
    assert findings("HL303", text) == []
