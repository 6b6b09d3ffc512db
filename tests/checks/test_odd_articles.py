"""Articles that safety and language rules must not stumble over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from healthlint.ruleset.load import load_rules

if TYPE_CHECKING:
    from tests.checks.conftest import Findings

CODES = [rule.code for rule in load_rules().rules if rule.topic in ("safety", "language")]
GERMAN = """# Schlechter Schlaf

Viele Menschen schlafen schlecht. Nehmen Sie 0,5 mg Melatonin oder 10 000 IE Vitamin D am Abend ein. Antidepressiva
können Schlaflosigkeit verursachen, und wer an Suizid denkt, soll nicht allein bleiben. Das Mittel ist ein Wunder!
"""
JAPANESE = (
    "# 睡眠\n\n毎日ビタミンＤを１０，０００ IU 飲んでください。自殺を考えたら電話を。メラトニン０．５ mg を飲む。\n"
)
ITEMS = """# Sore knees

- Knees hurt after long walks, and arthritis makes it worse.
- Take 400 mg of magnesium at night.
- Take 0,5 mg of melatonin before bed.
1. Turmeric is a miracle for arthritis.
2. If you have chest pain, rest.
"""


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("text", [GERMAN, JAPANESE], ids=["german", "japanese"])
def test_an_article_in_another_language_gets_no_findings(findings: Findings, code: str, text: str) -> None:
    assert findings(code, text) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("HL403", ["Take 400 mg of magnesium"]),
        ("HL406", ["If you have chest pain"]),
        ("HL412", ["Take 400 mg of magnesium", "Take 0,5 mg of melatonin"]),
        ("HL805", ["miracle"]),
    ],
)
def test_a_list_is_read_item_by_item(findings: Findings, code: str, found: list[str]) -> None:
    assert findings(code, ITEMS, article="advice") == found
