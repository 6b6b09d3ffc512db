"""The formulas: textstat's results from textstat's counts."""

from __future__ import annotations

import pytest
import textstat

from healthlint.language.readability import FORMULAS, Counts, count, flesch_kincaid_grade, total
from healthlint.ruleset.load import load_rules


def _articles() -> list[str]:
    """The twenty longest articles among the examples of our rules."""
    texts = {
        e.text for rule in load_rules().rules for e in (*rule.examples.bad, *rule.examples.good) if e.as_ != "html"
    }
    return sorted(texts, key=len)[-20:]


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_gives_what_textstat_gives(name: str) -> None:
    articles = _articles()
    assert len(articles) == 20
    for text in articles:
        assert FORMULAS[name](_counts_of_textstat(text)) == pytest.approx(getattr(textstat, name)(text))


def _counts_of_textstat(text: str) -> Counts:
    return Counts(
        textstat.sentence_count(text),
        textstat.lexicon_count(text),
        textstat.syllable_count(text),
        textstat.polysyllabcount(text),
    )


@pytest.mark.parametrize("name", FORMULAS)
def test_no_text_has_no_grade(name: str) -> None:
    assert FORMULAS[name](Counts()) == 0


def test_what_is_counted_in_a_sentence() -> None:
    text = "Sit. The physician’s follow-up takes 20 minutes."
    assert count(text, 5, len(text)) == Counts(sentences=1, words=6, syllables=11, long_words=2)


def test_counts_add_up() -> None:
    short, long = count("Sit down.", 0, 9), count("Rehabilitation necessitates perseverance.", 0, 41)
    assert total([short, long]).words == 5
    assert flesch_kincaid_grade(short) < flesch_kincaid_grade(total([short, long])) < flesch_kincaid_grade(long)


def test_nothing_adds_up_to_nothing() -> None:
    assert total([]) == Counts()
