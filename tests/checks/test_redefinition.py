"""Definitions that come twice: how they begin, how alike they are, and where they may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

FIRST = "Migraine is a disease of the brain with throbbing pain on one side of the head."
SECOND = "Migraine is a common brain disease that makes one side of the head throb with pain."
BETWEEN = "Rest in a dark room for an hour, and put a cold cloth on the neck if that feels good."


def told(findings: Findings, first: str, second: str, heading: str = "## At work") -> list[str]:
    return findings("HL109", f"# Headache\n\n{first}\n\n{BETWEEN}\n\n{heading}\n\n{second}", article="advice")


@pytest.mark.parametrize(
    "second",
    [
        SECOND,
        "The disease known as migraine is defined by throbbing pain on one side of the head.",
        "Migraine (a kind of headache) is characterized by throbbing pain on one side of the head.",
        "Migraine, also called hemicrania, is a disease of the brain with pain on one side of the head.",
        "Migraine is an illness of the brain with throbbing aches on one side of the head and pain.",
    ],
)
def test_the_second_definition_is_told(findings: Findings, second: str) -> None:
    assert told(findings, FIRST, second) == [second]


@pytest.mark.parametrize(
    "second",
    [
        "Migraine is common in some families, and it is worst in the second week of the month.",
        "Chronic migraine is a disease of the brain with throbbing pain on fifteen days a month.",
        "Cluster headache is a disease of the brain with throbbing pain on one side of the head.",
        "Migraine is one of the conditions that keep people from work most often in this country.",
    ],
)
def test_another_thing_or_another_fact_is_no_second_definition(findings: Findings, second: str) -> None:
    assert told(findings, FIRST, second) == []


@pytest.mark.parametrize("heading", ["## What is migraine?", "## FAQ", "## Key takeaways", "## Glossary"])
def test_answers_summaries_and_glossaries_may_define_again(findings: Findings, heading: str) -> None:
    assert told(findings, FIRST, SECOND, heading) == []


def test_one_paragraph_may_go_on_defining(findings: Findings) -> None:
    assert findings("HL109", f"# Headache\n\n{FIRST} {SECOND}", article="advice") == []
