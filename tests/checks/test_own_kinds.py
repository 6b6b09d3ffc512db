"""The kinds of checks that teams write their own rules with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest

from healthlint.engine.lint import lint
from healthlint.model.context import Lexicon, Policy
from healthlint.readers import read
from healthlint.ruleset.knowledge import assemble
from healthlint.ruleset.load import load_rules
from healthlint.ruleset.rule_files import load_rule
from healthlint.ruleset.spec import RuleSet

if TYPE_CHECKING:
    from pathlib import Path

    from healthlint.model.finding import Diagnostic

RULE = """\
code: XX001
name: own-rule
severity: warning
confidence: high
status: stable
articles: [advice, news, reference, other]
language: any
check: {check}
message: "“{{match}}”"
why: Because.
fix: Change it.
{scope}params: {params}
examples: {{bad: [⟦x⟧], good: [y]}}
"""


class Own(Protocol):
    """What a rule of a kind says of a text; `params` and `scope` are YAML."""

    def __call__(self, check: str, params: str, text: str, scope: str = "") -> list[Diagnostic]: ...


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """Runs a rule by itself, without the words that the shipped lexicons know, which take their time to load."""
    shipped = load_rules().knowledge

    def run(check: str, params: str, text: str, scope: str = "") -> list[Diagnostic]:
        path = tmp_path / "XX001-own-rule.yaml"
        path.write_text(RULE.format(check=check, params=params, scope=f"scope: {scope}\n" if scope else ""))
        lexicons = {name: Lexicon(name, ()) for name in shipped.lexicons}
        rule = load_rule(path, lexicons)
        ruleset = RuleSet((rule,), assemble(lexicons.values(), dict(shipped.facts)))
        result = lint(read(text.encode(), "a.md"), ruleset, Policy(date(2026, 1, 15)))
        assert not result.failures
        return list(result.diagnostics)

    return run


def words(found: list[Diagnostic]) -> list[str]:
    return [each.excerpt for each in found]


def offers(found: list[Diagnostic]) -> list[str]:
    return [edit.text for each in found for fix in each.fixes for edit in fix.edits]


@pytest.mark.parametrize(("text", "offer"), [("We utilize it.", "use"), ("UTILIZE it.", "USE"), ("Utilize it.", "Use")])
def test_a_substitution_has_the_capitals_of_what_it_replaces(own: Own, text: str, offer: str) -> None:
    assert offers(own("substitution", "{swap: {utilize: use}}", text)) == [offer]


def test_a_substitution_leaves_sentences_that_are_excused(own: Own) -> None:
    assert not own("substitution", "{swap: {utilize: use}, unless: [the word]}", "The word utilize is long.")


def test_the_hit_that_is_one_too_many_is_reported(own: Own) -> None:
    found = own("occurrence", "{phrases: [very], most: 1}", "Very good, very kind, very old.")
    assert [(each.location.start.column, len(each.related), each.variant) for each in found] == [(12, 2, "too-many")]


def test_what_is_lacking_is_reported_on_its_unit(own: Own) -> None:
    found = own("occurrence", "{phrases: [doctor], least: 1}", "One block.\n\nAsk a doctor.", "{unit: block}")
    assert words(found) == ["One block."]


def test_what_the_article_lacks_is_reported_on_the_article(own: Own) -> None:
    found = own("occurrence", "{phrases: [doctor], least: 1}", "# Iron\n\nOne block.", "{unit: article}")
    assert [each.on_whole for each in found] == [True]


def test_a_phrase_that_stands_again_is_reported_with_the_place_before(own: Own) -> None:
    found = own("repetition", "{phrases: [however]}", "However, no. However, yes.\n\nHowever, maybe.")
    assert [(each.location.start.column, each.related[0].location.start.column) for each in found] == [(14, 1)]


def test_the_rarer_way_of_writing_is_the_inconsistent_one(own: Own) -> None:
    groups = "{groups: [[health care, healthcare], [coeliac, celiac]]}"
    found = own("consistency", groups, "Healthcare costs. Healthcare helps. Health care is celiac.")
    assert (words(found), offers(found)) == (["Health care"], ["Healthcare"])


def test_a_phrase_before_what_has_to_come_first_is_reported_once(own: Own) -> None:
    params = "{when: [RLS], needs: [restless legs]}"
    assert words(own("conditional", params, "RLS is common. RLS hurts. Restless legs it is.")) == ["RLS"]
    assert not own("conditional", params, "Restless legs (RLS) are common. RLS hurts.")


def test_what_is_required_may_stand_a_sentence_away_if_that_is_allowed(own: Own) -> None:
    text = "Take iron. Ask a doctor."
    assert words(own("requires", "{when: [iron], needs: [doctor]}", text)) == ["iron"]
    assert not own("requires", "{when: [iron], needs: [doctor], sentences: 1}", text)


def test_what_is_required_may_stand_anywhere_in_the_section_if_that_is_allowed(own: Own) -> None:
    text = "# Dose\n\nTake iron.\n\nAsk a doctor.\n\n# Food\n\nIron is in lentils."
    assert words(own("requires", "{when: [iron], needs: [doctor], within: section}", text)) == ["Iron"]
    assert not own("requires", "{when: [iron], needs: [doctor], within: article}", text)


def test_phrases_are_near_only_with_few_words_between(own: Own) -> None:
    text = "Iron with your coffee. Iron is best taken an hour before the coffee."
    assert words(own("near", "{first: [iron], second: [coffee]}", text)) == ["Iron with your coffee"]


def test_phrases_are_near_in_their_order_unless_any_will_do(own: Own) -> None:
    assert not own("near", "{first: [iron], second: [coffee]}", "Coffee and iron.")
    assert words(own("near", "{first: [iron], second: [coffee], any_order: true}", "Coffee and iron.")) == [
        "Coffee and iron"
    ]


@pytest.mark.parametrize(
    ("style", "heading", "offer"),
    [
        ("sentence", "Who Should Not Take Iron", "Who should not take iron"),
        ("sentence", "Iron: What To Know About DNA", "Iron: What to know about DNA"),
        ("title", "who should not take iron with the tea", "Who Should Not Take Iron with the Tea"),
        ("upper", "Iron", "IRON"),
        ("lower", "Iron and Tea", "iron and tea"),
    ],
)
def test_headings_are_offered_in_the_style_of_the_house(own: Own, style: str, heading: str, offer: str) -> None:
    assert offers(own("capitalization", f"{{style: {style}}}", f"# {heading}\n\nText.", _HEADINGS)) == [offer]


def test_names_keep_their_capitals(own: Own) -> None:
    params = "{style: sentence, names: [Crohn's disease, Crohn]}"
    assert not own("capitalization", params, "# Living with Crohn\n\nText.", _HEADINGS)


def test_cited_sentences_can_be_left_aside(own: Own) -> None:
    text = "Iron helps ([trial](https://pubmed.ncbi.nlm.nih.gov/1/)).\n\nIron heals."
    assert [each.location.start.line for each in own("existence", "{phrases: [iron]}", text, "{cited: false}")] == [3]


_HEADINGS = "{unit: heading, zones: [front, body]}"
