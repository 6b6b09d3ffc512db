"""All rules on prose that is none: no check breaks, and twice as much of it is twice as much work."""

from __future__ import annotations

import time
from datetime import date

import pytest

from healthlint.engine.lint import lint
from healthlint.model.context import Policy
from healthlint.model.document import Document
from healthlint.readers import read
from healthlint.ruleset.load import load_rules
from tests.work import steps

RULESET, POLICY = load_rules(), Policy(today=date(2026, 1, 15), article="advice")
ENGLISH = "Whoever looks at a screen in the evening falls asleep later, since the light keeps them awake. " * 14
SHAPES = {
    "one sentence": "low zinc may cause hay fever and people with asthma should see a doctor since salt raises a risk ",
    "claims": "zinc causes migraine ",
    "doubled words": "of the of the ",
    "one word": "not ",
    "numbers": "5% of 40 people, ",
    "named people": "says Dr. Ines Marlow ",
    "explained words": "Restless Legs (RL) ",
    "reported numbers": "Half of all men have 3 colds a year, studies show. ",
    "years": "(Odell 2021) and in 2020 ",
    "links": "[zinc](https://example.org/a) ",
    "open brackets": "([“ zinc causes ",
    "items": "\n- zinc causes hay fever",
    "headings": "\n\n## Zinc causes migraine\n\n",
    "headings that are links": "\n\n## [Zinc causes migraine](b)\n\n",
    "labels without values": "\n- Zinc:",
}


def article(shape: str, words: int) -> Document:
    unit = SHAPES[shape]
    return read(f"# Zinc\n\n{ENGLISH}\n\n{unit * (words // len(unit.split()))}\n".encode(), "a.md")


@pytest.mark.parametrize("shape", SHAPES)
def test_no_check_breaks(shape: str) -> None:
    assert lint(article(shape, 4_000), RULESET, POLICY).failures == ()


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_is_twice_the_work(shape: str) -> None:
    lint(article(shape, 20), RULESET, POLICY)  # what is loaded once
    once, twice, four_times = (article(shape, words) for words in (300, 600, 1_200))
    first = steps(lambda: lint(once, RULESET, POLICY))
    second = steps(lambda: lint(twice, RULESET, POLICY))
    third = steps(lambda: lint(four_times, RULESET, POLICY))
    assert third - second < 2.5 * (second - first)


@pytest.mark.hostile("a line of 100,000 bars", "linted at once")
def test_a_line_of_bars_is_read_once() -> None:
    document = read(b"|a" * 100_000, "a.md")
    begin = time.process_time()
    assert lint(document, RULESET, POLICY).failures == ()
    assert time.process_time() - begin < 5  # half a minute where an expression tries each bar with each other one
