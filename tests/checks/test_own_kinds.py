"""The kinds of checks that teams write their own rules with."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest

from healthlint.engine.lint import lint
from healthlint.errors import RuleError
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
message: "{message}"
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
        message = "{count}" if check == "metric" else "“{match}”"
        path.write_text(
            RULE.format(check=check, message=message, params=params, scope=f"scope: {scope}\n" if scope else "")
        )
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


def test_a_pattern_is_found_in_either_case_and_with_the_phrases_in_order(own: Own) -> None:
    found = own("existence", "{pattern: '\\bgrade [ab]\\b', phrases: [evidence]}", "Naïve: Grade A evidence, grade C.")
    assert words(found) == ["Grade A", "evidence"]


def test_a_pattern_may_ask_for_capitals(own: Own) -> None:
    assert words(own("existence", "{pattern: '(?-i)COVID'}", "Covid and COVID.")) == ["COVID"]


def test_a_pattern_that_would_take_other_engines_forever_is_run(own: Own) -> None:
    assert not own("existence", "{pattern: '(a+)+b'}", f"It is {'a' * 5000}.")


def test_a_pattern_that_cannot_be_run_in_linear_time_is_refused(own: Own) -> None:
    with pytest.raises(
        RuleError, match=r"params.pattern is no regular expression of RE2: invalid perl operator: \(\?="
    ):
        own("existence", "{pattern: 'a(?=b)'}", "")


def test_a_pattern_without_its_library_is_told_in_one_line(own: Own, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re2", None)
    with pytest.raises(RuleError, match=r"yaml:12: params.pattern needs google-re2: pip install 'healthlint\[regex\]'"):
        own("existence", "{pattern: 'never compiled before'}", "")


@pytest.mark.parametrize(
    ("check", "params", "problem"),
    [
        ("existence", "{most: 1}", "phrases or pattern is missing"),
        ("metric", "{of: words}", "most or least is missing"),
        ("readability", "{formula: smog_index}", "most or least is missing"),
        ("occurrence", "{phrases: [a]}", "most or least is missing"),
    ],
)
def test_parameters_that_ask_for_nothing_are_told(own: Own, check: str, params: str, problem: str) -> None:
    with pytest.raises(RuleError, match=f"yaml:12: params: {problem}"):
        own(check, params, "")


ARTICLE = """\
# Iron

Iron carries oxygen. See [the leaflet](https://example.org/a) and ![a spoon](b.png).

- Eat lentils.
- Eat beans.

## Tea

Tea can wait.
"""


@pytest.mark.parametrize(
    ("count", "number"),
    [
        ("words", "15"),
        ("sentences", "5"),
        ("paragraphs", "4"),
        ("headings", "1"),
        ("links", "1"),
        ("images", "1"),
        ("words-per-sentence", "2.8"),
        ("words-per-paragraph", "3.5"),
        ("sentences-per-paragraph", "1.2"),
    ],
)
def test_what_can_be_counted_is(own: Own, count: str, number: str) -> None:
    (found,) = own("metric", f"{{of: {count}, most: 0}}", ARTICLE)
    assert (found.message, found.variant, found.on_whole) == (number, "too-many", True)


def test_a_section_that_lacks_something_is_reported_at_its_heading(own: Own) -> None:
    (found,) = own("metric", "{of: links, least: 1}", ARTICLE, "{unit: section, zones: [front, body]}")
    assert (found.excerpt, found.message, found.variant) == ("Tea", "0", "too-few")


def test_an_average_of_nothing_is_neither_much_nor_little(own: Own) -> None:
    assert not own("metric", "{of: words-per-sentence, least: 9}", "# Iron\n")


def test_the_score_of_each_section_is_measured(own: Own) -> None:
    text = "# Easy\n\nTea can wait. Eat it hot.\n\n# Hard\n\nPharmacological interventions necessitate supervision.\n"
    params = "{formula: flesch_kincaid_grade, most: 12, words: 3}"
    (found,) = own("readability", params, text, "{unit: section}")
    assert (found.excerpt, found.variant) == ("Hard", "too-high")
    assert not own("readability", params.replace("words: 3", "words: 30"), text)


def test_a_text_may_not_be_easy_enough(own: Own) -> None:
    params = "{formula: flesch_reading_ease, least: 60, words: 3}"
    (found,) = own("readability", params, "Pharmacological interventions necessitate supervision.")
    assert (found.variant, found.on_whole) == ("too-low", True)


def test_a_statement_can_be_asked_for_in_any_of_some_wordings(own: Own) -> None:
    params = "{wording: [ask your pharmacist, [talk, doctor]], when: [tablets], words: 0}"
    assert [each.on_whole for each in own("absence", params, "Take two tablets.")] == [True]
    for text in ("Take no pills.", "Tablets? Ask your pharmacist.", "Tablets. You should talk to a doctor."):
        assert not own("absence", params, text)


_HEADINGS = "{unit: heading, zones: [front, body]}"
