"""Whatever is wrong with an article: what is mended is found no more, and nothing else has changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from healthlint.engine.article import Article
from healthlint.engine.assemble import assemble
from healthlint.engine.config import Configs
from healthlint.engine.config_keys import Layer
from healthlint.engine.fix import choose, mend
from healthlint.engine.runner import lint_one
from healthlint.engine.settings import AllSettings
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from healthlint.model.finding import Diagnostic

RULES = AllSettings(load_rules(), Configs(isolated=True), Layer(min_severity="info"), date(2026, 1, 15))
OPENING = "Whoever looks at a screen in the evening falls asleep later, since the light keeps them awake."
WORDS = st.sampled_from(
    [
        "Tea",
        "tea",
        "the",
        "and",
        "of",
        "to",
        "is",
        "in",
        "evening",
        "*drink*",
        "**bed**",
        "[link](a.html)",
        "people",
        "sleep.",
        "late,",
        "5%",
        "“now”",
    ]
)
FAULTS = st.sampled_from(
    [
        "the the",
        "of of of",
        "*and* and",
        "is\nis",
        "itâ€™s",
        "cafÃ©",
        "Ã¢â‚¬â„¢",
        "slow\u200bly",
        "\u200b",
        "so\u00adft",
        "\ufeff",
        "\u202e",
    ]
)
COMMENTS = st.sampled_from(
    [
        "<!-- healthlint-disable-next-line HL907 -- as it was said -->",
        "<!-- healthlint-disable-next-line HL301, HL907 -- as it was said -->",
        "<!-- healthlint-disable HL901 -- as it was written -->",
        "<!-- healthlint-enable HL901 -->",
        "Tea <!-- healthlint-disable-line HL907, HL902 -- here --> is is hot.",
    ]
)
PROSE = st.lists(st.one_of(WORDS, WORDS, WORDS, FAULTS), min_size=1, max_size=12).map(" ".join)
BLOCKS = st.one_of(
    PROSE,
    PROSE,
    PROSE.map("- {}".format),
    PROSE.map("## {}".format),
    PROSE.map("> {}".format),
    PROSE.map("<p>{}</p>".format),
    COMMENTS,
)
ARTICLES = st.lists(BLOCKS, min_size=1, max_size=8).map(lambda blocks: "\n\n".join(["# Tea", OPENING, *blocks, ""]))
NAMES = st.sampled_from(["a.md", "a.md", "a.html", "a.txt"])
ENDS = st.sampled_from(["\n", "\n", "\r\n", "\r"])


def standing(name: str, data: bytes) -> tuple[Diagnostic, ...]:
    """The findings that no comment silences."""
    return assemble([lint_one(Article(name, data), RULES)]).standing


@pytest.mark.parametrize("unsafe", [False, True])
@settings(max_examples=60, deadline=None)
@given(ARTICLES, NAMES, ENDS)
def test_what_is_mended_is_found_no_more(unsafe: bool, text: str, name: str, end: str) -> None:
    data = text.replace("\n", end).encode()
    once = mend(name, data, lambda now: standing(name, now), unsafe=unsafe)
    assert choose(standing(name, once.data), unsafe=unsafe) == []
    twice = mend(name, once.data, lambda now: standing(name, now), unsafe=unsafe)
    assert (twice.data, twice.codes) == (once.data, ())


@settings(max_examples=60, deadline=None)
@given(ARTICLES, NAMES, ENDS)
def test_what_is_not_mended_stays(text: str, name: str, end: str) -> None:
    data = text.replace("\n", end).encode()
    found = standing(name, data)
    edits = sorted(
        (edit.start.offset, edit.end.offset, edit.text) for _, fix in choose(found, unsafe=True) for edit in fix.edits
    )
    after = mend(name, data, lambda _: found, unsafe=True, passes=1).after
    source, at = read(data, name).source, 0
    for start, stop, words in [*edits, (len(source), len(source), "")]:
        kept, after = after[: start - at], after[start - at :]
        assert kept == source[at:start]
        words = words.replace("\n", end)
        assert after.startswith(words)
        after, at = after.removeprefix(words), stop
    assert after == ""
