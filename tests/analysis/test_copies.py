"""Passages that an article says twice: which are found, how they are paired, and what may be repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from healthlint.analysis.copies import find_copies
from healthlint.analysis.passages import index_passages, read_passages
from healthlint.analysis.sections import find_sections
from healthlint.analysis.sentences import find_sentences
from healthlint.model.context import Vocabulary
from healthlint.ruleset.knowledge import load_lexicons
from healthlint.ruleset.load import rules_dir

if TYPE_CHECKING:
    from healthlint.analysis.copies import Copies, Pair
    from healthlint.model.document import Document
    from tests.analysis.conftest import ReadFrame

INSOLES = "A pair of cushioned insoles spreads the load over the whole sole and lets the heel pad recover overnight."
BOTTLE = "Rolling the arch over a cold bottle for five minutes may calm the small muscles that hold the foot in shape."
LACES = "Loosen the laces at lunch, because feet swell in the course of the day and tight shoes slow the blood flow."
SOCKS = "Woollen socks keep the skin dry on a long walk, and dry skin rubs less against the seam of the boot."
TOES = "Toes that are bent up and down ten times before breakfast warm the tendons on the back of the foot."
LAMP = (
    "Reading by a dim lamp tires the eyes because the pupils open wide and the picture loses depth. "
    "It does no lasting harm, and after a night of sleep the ache behind the forehead is gone."
)
LAMP_AGAIN = (
    "Why do eyes tire by a dim lamp? Wide open pupils cost the picture its depth while we read. "
    "After a night of sleep the forehead no longer aches, and lasting harm has not been done."
)
LAMP_ANSWER = (
    "Wide pupils lose depth while somebody is reading, and that tires both eyes. "
    "The forehead may ache for a night, but nobody has yet gone blind by one lamp that was dim."
)

VOCABULARY = Vocabulary(load_lexicons(rules_dir() / "lexicons"))


class Found(NamedTuple):
    """The copies in an article, and its words."""

    copies: Copies
    document: Document

    @property
    def kinds(self) -> list[str]:
        """The kinds of the single pairs."""
        return [pair.kind for pair in self.copies.pairs]

    def words(self, pair: Pair) -> tuple[str, str]:
        """The earlier and the later words of a pair."""
        text = self.document.text
        return text[slice(*pair.earlier_part)], text[slice(*pair.later_part)]


def find(frame: ReadFrame, *paragraphs: str, path: str = "a.md") -> Found:
    article = frame("# Feet\n\n" + "\n\n".join(paragraphs), path)
    document = article.document
    sections, sentences = find_sections(document), find_sentences(document)
    passages = read_passages(document, article.zones, sentences, article.hits, VOCABULARY)
    return Found(find_copies(document, sections, sentences, article.hits, VOCABULARY, passages), document)


def test_a_draft_pasted_below_another_is_one_chain(frame: ReadFrame) -> None:
    found = find(frame, INSOLES, BOTTLE, LACES, SOCKS, INSOLES, BOTTLE, LACES)
    (chain,) = found.copies.chains
    assert [found.words(pair) for pair in chain.pairs] == [(text, text) for text in (INSOLES, BOTTLE, LACES)]
    assert found.copies.pairs == ()


def test_two_pairs_are_no_chain(frame: ReadFrame) -> None:
    found = find(frame, INSOLES, BOTTLE, LACES, INSOLES, BOTTLE)
    assert found.copies.chains == ()
    assert found.kinds == ["exact", "exact"]


def test_a_chain_has_the_headings_over_it(frame: ReadFrame) -> None:
    found = find(frame, "## What helps", INSOLES, BOTTLE, LACES, "## What may help", INSOLES, BOTTLE, LACES)
    (chain,) = found.copies.chains
    assert chain.pairs[0].kind == "heading"
    assert found.words(chain.pairs[0]) == ("What helps", "What may help")


def test_a_chain_goes_on_over_the_same_short_lines(frame: ReadFrame) -> None:
    draft = [INSOLES, BOTTLE, LACES, "Rest.", "Sleep."]
    found = find(frame, *draft, SOCKS, *draft)
    (chain,) = found.copies.chains
    assert found.words(chain.pairs[-1]) == ("Sleep.", "Sleep.")


def test_a_chain_leaps_over_what_one_copy_has_more(frame: ReadFrame) -> None:
    found = find(frame, INSOLES, BOTTLE, LACES, TOES, INSOLES, BOTTLE, SOCKS, LACES, TOES)
    (chain,) = found.copies.chains
    assert len(chain.pairs) == 4


def test_a_third_draft_is_a_copy_of_the_second(frame: ReadFrame) -> None:
    draft = [INSOLES, BOTTLE, LACES]
    found = find(frame, *draft, *draft, *draft)
    first, second = found.copies.chains
    assert [pair.later for pair in first.pairs] == [pair.earlier for pair in second.pairs]


def test_reworded_paragraphs_are_links_of_a_chain(frame: ReadFrame) -> None:
    found = find(
        frame,
        INSOLES,
        BOTTLE,
        LACES,
        INSOLES.replace("spreads", "may spread").replace("lets", "let"),
        BOTTLE.replace("five minutes may calm", "a few minutes calms"),
        LACES,
    )
    (chain,) = found.copies.chains
    assert [pair.kind for pair in chain.pairs] == ["near", "near", "exact"]


def test_lists_of_like_steps_are_no_chain(frame: ReadFrame) -> None:
    steps = (
        "1. Sit on the {0} and count the breaths until the {0} feels warm to you.\n"
        "2. Turn the {0} to the left side and wait until the {1} stops its beep.\n"
        "3. Leave the {0} slowly and write the number of the {1} into the little book."
    )
    found = find(frame, steps.format("bicycle", "counter"), "## Rowing", steps.format("rower", "display"))
    assert found.copies.chains == ()


def test_a_paragraph_twice_is_a_pair(frame: ReadFrame) -> None:
    found = find(frame, INSOLES, LACES, INSOLES)
    (pair,) = found.copies.pairs
    assert pair.kind == "exact"
    assert found.words(pair) == (INSOLES, INSOLES)


def test_marks_and_citations_make_no_difference(frame: ReadFrame) -> None:
    found = find(
        frame, INSOLES, LACES, INSOLES.replace("insoles", "**insoles**").replace("overnight.", "overnight [2]!")
    )
    assert found.kinds == ["exact"]


def test_a_changed_word_leaves_a_near_copy(frame: ReadFrame) -> None:
    found = find(frame, INSOLES, LACES, INSOLES.replace("cushioned", "padded"))
    assert found.kinds == ["near"]


def test_sentences_in_another_order_are_a_near_copy(frame: ReadFrame) -> None:
    found = find(frame, f"{INSOLES} {BOTTLE} {LACES}", SOCKS, f"{LACES} {INSOLES} {BOTTLE}")
    assert found.kinds == ["near"]


def test_the_same_in_other_words_is_reworded(frame: ReadFrame) -> None:
    found = find(frame, LAMP, INSOLES, BOTTLE, LACES, SOCKS, LAMP_AGAIN)
    (pair,) = found.copies.pairs
    assert pair.kind == "reworded"
    assert found.words(pair) == (LAMP, LAMP_AGAIN)


def test_a_copy_inside_a_longer_paragraph_is_placed_on_its_sentences(frame: ReadFrame) -> None:
    later = f"{TOES} {SOCKS} {BOTTLE} {LACES} {INSOLES} {TOES[:60]} and more. {LAMP}"
    found = find(frame, LAMP, "A short walk settles the stomach after a heavy dinner with friends.", later)
    (pair,) = found.copies.pairs
    assert found.words(pair) == (LAMP, LAMP)
    assert pair.kind == "exact"


@pytest.mark.parametrize(
    "text",
    [
        "Rest for a day and drink some water.",
        "Ask your doctor or pharmacist before you take anything new for it.",
        "This page is for educational purposes only and is not a substitute for advice from your doctor.",
        "“We were surprised by how quickly all the volunteers went to sleep after the warm bath.”",
        "Upper body: 10-15 reps, 3-4 sets, 60-90 sec rest, 2-3 times",
        "    steps.groupby(day).sum().plot() draws the number of steps for each day of the month",
        "[Read our guide to insoles for people who stand all day and walk home](insoles.md)",
        "| A pair of cushioned insoles spreads the load over the whole sole of the foot |\n|---|\n| x |",
    ],
)
def test_some_things_may_stand_twice(frame: ReadFrame, text: str) -> None:
    assert find(frame, text, INSOLES, text).kinds == []


def test_references_may_stand_twice(frame: ReadFrame) -> None:
    entry = "1. Osei A, Lind B. Cushioned insoles and the heel pad in people who stand. J Invented Med. 2021;4:11-19."
    assert find(frame, INSOLES, "## References", entry, "## Sources", entry).kinds == []


def test_numbers_tell_two_short_entries_apart(frame: ReadFrame) -> None:
    entry = "Take {} drops of the bitter syrup in a glass of water after each meal of the day."
    assert find(frame, "## Adults", entry.format(12), "## Children", entry.format(4)).kinds == []


def test_entries_of_a_form_are_no_copies(frame: ReadFrame) -> None:
    gel = "Best for: people who stand all day on a hard floor and want a soft sole under the heel of the foot."
    cork = "Best for: people who stand on a soft floor all day and want a hard heel under the sole of the shoe."
    felt = "Best for: people who walk to work in winter and want a warm lining."
    assert find(frame, "## Gel", gel, "## Cork", cork, "## Felt", felt).kinds == []


def test_two_passages_with_one_label_are_no_form(frame: ReadFrame) -> None:
    tip = "Tip: rub the soles with chalk, so that the wet leather dries over night without a crack in it."
    again = "Tip: rub both soles with chalk, so that wet leather dries over night without any crack in it."
    assert find(frame, tip, INSOLES, LACES, again).kinds == ["near"]


def test_synonyms_make_no_difference(frame: ReadFrame) -> None:
    text = "Doctors often recommend warm baths, because heat relieves sore calves and reduces cramps at night."
    again = "Clinicians commonly suggest warm baths, since heat soothes sore calves and lessens night-time cramps."
    assert find(frame, text, INSOLES, LACES, again).kinds == ["near"]


def test_a_short_copy_needs_its_telling_words(frame: ReadFrame) -> None:
    text = "Herring is an oily fish that is rich in vitamin D and keeps in a tin for years."
    other = "Liver is a cheap meat that is rich in vitamin A and stays in a fridge for days."
    assert find(frame, text, INSOLES, LACES, other).kinds == []


def test_an_answer_may_say_it_again_in_its_own_words(frame: ReadFrame) -> None:
    question = "## Does a dim lamp do harm?"
    assert find(frame, LAMP, INSOLES, BOTTLE, LACES, SOCKS, question, LAMP_ANSWER).kinds == []
    assert find(frame, LAMP, INSOLES, BOTTLE, LACES, SOCKS, "## More on lamps", LAMP_ANSWER).kinds == ["reworded"]


def test_an_answer_must_not_copy_the_article(frame: ReadFrame) -> None:
    answer = f"It does not. {LAMP.split('. ')[0].replace('tires the eyes', 'makes eyes tired')}, which passes."
    assert find(frame, LAMP, INSOLES, BOTTLE, LACES, "## FAQ", "### Does it do harm?", answer).kinds != []


def test_short_points_of_two_lists_may_be_alike(frame: ReadFrame) -> None:
    adults = "- Chest pain that does not pass when you sit down and rest for a while.\n- Sleep."
    children = "- Chest pain that does not pass when a small child sits and rests.\n- Food."
    assert find(frame, "## Adults", adults, "## Children", children).kinds == []


def test_questions_are_no_form(frame: ReadFrame) -> None:
    answer = "A: Most people may walk on the same day, and they should stop as soon as the heel begins to hurt again."
    again = answer.replace("walk", "run").replace("as soon as", "when").replace("begins", "starts")
    others = ["Q: How long?", "A: About a week, says the one trial that has counted the days so far with care."]
    assert find(frame, "Q: May I walk?", answer, *others, INSOLES, "Q: May I run?", again).kinds == ["near"]


def test_a_pull_quote_may_stand_in_the_text(frame: ReadFrame) -> None:
    said = "I was surprised by how quickly all the volunteers went to sleep after a bath of ten minutes"
    quote, box = f"“{said},” says Odell, who has led the trial.", f"{said}."
    assert find(frame, quote, INSOLES, LACES, box).kinds == []
    assert find(frame, quote, INSOLES, LACES, quote.replace("quickly", "fast")).kinds == ["near"]


def test_descriptions_of_two_trials_are_no_copies(frame: ReadFrame) -> None:
    trial = (
        "The trial {} followed {} volunteers who wore the insoles for {} weeks, and {} of them said in a phone call at "
        "the end that the heel hurt less in the morning than it had done before they were given a pair."
    )
    first, second = trial.format("Carrow", 90, 12, 43), trial.format("Marlow", 91, 8, 28)
    assert find(frame, first, INSOLES, LACES, second).kinds == []
    assert find(frame, first, INSOLES, LACES, first.replace("43", "34")).kinds == ["near"]


def test_far_fewer_words_are_a_summary(frame: ReadFrame) -> None:
    long = f"{LAMP} {TOES} {SOCKS} Children who read under the blanket squint, and squinting for an hour hurts."
    short = "A dim lamp costs the picture its depth and tires wide open eyes; the forehead aches until the night."
    assert find(frame, long, INSOLES, BOTTLE, LACES, short).kinds == []


def test_key_takeaways_may_say_it_again_in_other_words(frame: ReadFrame) -> None:
    assert find(frame, "## Key takeaways", LAMP_AGAIN, "## Light", INSOLES, BOTTLE, LAMP).kinds == []


def test_paragraphs_on_one_topic_are_no_copies(frame: ReadFrame) -> None:
    assert find(frame, INSOLES, BOTTLE, LACES, SOCKS, TOES).kinds == []


@pytest.mark.parametrize("text", ["", "# A\n\n## B\n\n### C", "| a | b |\n|---|---|\n| c | d |", "word " * 5000])
def test_articles_with_little_in_them_hold_no_copies(frame: ReadFrame, text: str) -> None:
    assert find(frame, text).copies == ((), ())


def test_the_pairs_to_compare_grow_no_faster_than_the_article(frame: ReadFrame) -> None:
    def likely(size: int) -> int:
        rows = [
            f"Group {n} walked {n * 7} steps to the lake number {n % 9} and slept well in tent {n % 11}."
            for n in range(size)
        ]
        article = frame("# Steps\n\n" + "\n\n".join(rows))
        sentences = find_sentences(article.document)
        passages = read_passages(article.document, article.zones, sentences, article.hits, VOCABULARY)
        assert len(passages) == size
        return len(index_passages(passages, len(sentences.all), VOCABULARY.light).likely)

    assert likely(800) <= 8 * 800


def test_the_same_in_plain_text_and_html(frame: ReadFrame) -> None:
    draft = [INSOLES, BOTTLE, LACES]
    plain = find(frame, *draft, *draft, path="a.txt")
    page = find(frame, *(f"<p>{text}</p>" for text in (*draft, *draft)), path="a.html")
    assert [len(chain.pairs) for chain in plain.copies.chains] == [3]
    assert [len(chain.pairs) for chain in page.copies.chains] == [3]
