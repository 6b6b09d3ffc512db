"""Pages that do not say who wrote them, who reviewed them, or when."""

from __future__ import annotations

from datetime import date

import pytest

from healthlint.analysis import Analysis
from healthlint.checks import detail
from healthlint.model.context import Policy
from healthlint.model.finding import Finding
from healthlint.model.span import SourceSpan, TextSpan
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

RULESET = load_rules()
POLICY = Policy(today=date(2026, 1, 15))
PROSE = "Honey eases a sore throat, and so does warm tea with a little salt in it, or so my aunt says. " * 10


def findings(code: str, text: str, policy: Policy = POLICY, path: str = "a.md") -> tuple[Analysis, list[Finding]]:
    rule = RULESET.find(code)
    assert rule is not None
    assert isinstance(rule.params, detail.Params)
    analysis = Analysis(read(text.encode(), path), RULESET.knowledge, policy)
    return analysis, list(detail.check(analysis, rule.params))


def test_a_handle_is_shown_where_readers_see_it() -> None:
    analysis, (found,) = findings("HL601", f"---\nauthor: admin\n---\n\n# Throats\n\nBy admin\n\n{PROSE}")
    assert isinstance(found.place, SourceSpan)
    analysis, (found,) = findings("HL601", f"---\nauthor: admin\n---\n\n# Throats\n\nAuthor: admin\n\n{PROSE}")
    assert isinstance(found.place, TextSpan)
    assert analysis.text[slice(*found.place)] == "admin"


@pytest.mark.parametrize("name", ["Throat Corner", "throatcorner", "The Throat Corner Editorial Team"])
def test_the_name_of_the_own_site_is_no_author(name: str) -> None:
    policy = POLICY._replace(own_domains=("www.throatcorner.example",))
    _, found = findings("HL601", f"---\nauthor: {name}\n---\n\n{PROSE}", policy)
    assert [each.variant for each in found] == ["handle"]


@pytest.mark.parametrize("name", ["Ines Kaur", "World Throat Union", "ines kaur", "李明"])
def test_persons_and_organisations_are_authors(name: str) -> None:
    policy = POLICY._replace(own_domains=("throatcorner.example",))
    assert findings("HL601", f"---\nauthor: {name}\n---\n\n{PROSE}", policy)[1] == []


def test_one_name_is_enough_beside_an_empty_label() -> None:
    text = f"---\nreviewed_by: Tomas Riva, MD\n---\n\n# Throats\n\nReviewed by\n\n## Honey\n\n{PROSE}"
    assert findings("HL602", text)[1] == []


def test_a_few_lines_need_no_byline_but_an_empty_label_is_a_mistake() -> None:
    assert findings("HL602", "Honey eases a sore throat.")[1] == []
    assert [each.variant for each in findings("HL602", "Medically reviewed by\n\nHoney eases a sore throat.")[1]] == [
        "empty"
    ]
