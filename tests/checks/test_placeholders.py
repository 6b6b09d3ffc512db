"""What templates leave behind, and what only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rest.\n\n[gallery ids=1,2]\n\nSleep.", "[gallery ids=1,2]"),
        ("Rest.\n\n[contact_form]\n\nSleep.", "[contact_form]"),
        ("# Untitled\n\nRest.", "Untitled"),
        ("Call [insert number of the clinic] today.", "[insert number of the clinic]"),
        ("Rest for <%= days %> days.", "<%= days %>"),
        ("Rest for %%days%% days.", "%%days%%"),
        ("Rest for ${days} days.", "${days}"),
        ("Your text here. Rest.", "Your text here"),
        ("About TK percent of us snore.", "TK percent"),
        ("# Soups\n\n## Reviews\n\nNo reviews yet.", "No reviews yet."),
        ("<!-- article-template.html -->\n\nRest.", "<!-- article-template.html -->"),
    ],
)
def test_a_left_over_is_found(findings: Findings, text: str, words: str) -> None:
    assert findings("HL902", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "He said that “[it] works” [sic] and slept [2, 3].",
        "[The doctor] slept well, and the nurse [laughs] did too.",
        "[gallery]: https://example.org/pictures",
        "<!-- more -->\n\nRest.\n\n<!-- Table of contents -->",
        "`{{ name }}` and `[signup]` are commands.",
        "```html\n<!-- insert title here -->\n```",
        "{% include share.html %} {{ site.url }} {{content}}",
        "<Box style={{ color: 'red' }}>Rest.</Box>",
        "No doctors slept. No pain, no gain!",
        "Salt costs $5 and {two} of three sleep 100% well.",
        "Ms. TK Osei said: the TODOS market sells insert soles here.",
        "---\ndescription: Sleep and rest; what helps\n---\n\nRest.",
    ],
)
def test_what_only_looks_like_one_is_not(findings: Findings, text: str) -> None:
    assert findings("HL902", text) == []


def test_a_nothing_found_line_needs_a_list_that_it_speaks_of(findings: Findings) -> None:
    assert findings("HL902", "# Sleep\n\n## Tips\n\nNo screens!\n\nRest.") == []


def test_the_same_left_over_is_told_once(findings: Findings) -> None:
    assert findings("HL902", "Rest.\n\n[signup]\n\nEat.\n\n[signup]\n\nSleep.") == ["[signup]"]


def test_a_page_that_shows_its_own_words_is_left_alone(findings: Findings) -> None:
    assert findings("HL902", "Click “Your text here” and type.") == []
