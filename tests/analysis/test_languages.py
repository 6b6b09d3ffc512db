"""In which language an article is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Protocol

import pytest

from healthlint.analysis import Analysis
from healthlint.analysis.languages import Language
from healthlint.model.context import Policy
from healthlint.readers import read
from healthlint.ruleset.load import load_rules

TEXTS = Path(__file__).parents[1] / "fixtures" / "languages"
# Languages with a script that others share, and one that is in no lexicon.
NAMELESS = ["arabic", "chinese", "estonian", "greek", "hebrew", "hindi", "japanese", "korean", "russian", "thai"]
NAMED = sorted(path.stem for path in TEXTS.glob("*.md") if path.stem not in NAMELESS)
ENGLISH = (
    "Whoever looks at a screen late in the evening often falls asleep later. The light keeps the body awake, and the "
    "thoughts do not settle. Put the telephone away an hour before you go to bed, and let some air into the room. "
)


class Find(Protocol):
    """Finds the language of an article; of a fixture by its name."""

    def __call__(self, text: str, path: str = "a.md") -> Language: ...


@pytest.fixture(scope="module")
def language() -> Find:
    """The language view of a text."""
    knowledge = load_rules().knowledge

    def find(text: str, path: str = "a.md") -> Language:
        return Analysis(read(text.encode(), path), knowledge, Policy(today=date(2026, 1, 15))).language

    return find


def text_in(name: str) -> str:
    return (TEXTS / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMED)
def test_a_language_is_known_by_its_small_words(language: Find, name: str) -> None:
    assert language(text_in(name)).name == name


@pytest.mark.parametrize("name", NAMELESS)
def test_a_text_may_be_foreign_without_a_name_for_it(language: Find, name: str) -> None:
    assert language(text_in(name)).name == ""


def test_it_points_at_the_first_words_that_are_not_english(language: Find) -> None:
    text = "Read this first, and then the rest.\n\n" + text_in("german")
    place = language(text, "a.txt").place
    assert place is not None
    assert text[slice(*place)] == "Wer abends lange auf den Bildschirm schaut, schläft oft schlechter ein."


def test_a_paragraph_of_english_is_english(language: Find) -> None:
    assert language(ENGLISH).is_english


@pytest.mark.parametrize("name", ["german", "spanish", "vietnamese"])
def test_an_english_article_may_quote_as_much_again_in_another_language(language: Find, name: str) -> None:
    assert language(ENGLISH + "\n\n> " + text_in(name).partition("\n\n")[2]).is_english


def test_an_english_article_may_give_the_original_in_another_script(language: Find) -> None:
    assert language(ENGLISH + "\n\n" + text_in("russian").partition("\n\n")[2][:150]).is_english


def test_a_few_words_are_taken_for_english(language: Find) -> None:
    assert language("Trinken Sie viel Wasser und schlafen Sie genug, wenn Sie Fieber haben.").is_english


def test_a_list_of_ingredients_tells_nothing(language: Find) -> None:
    names = (
        "aqua, glycerinum, cera alba, oleum amygdalae, parfum, citronellol, linaloolum, tocopherolum, sodium benzoate"
    )
    assert language(f"# Cream\n\nIngredients: {names}, {names}, {names}.").is_english


def test_a_table_of_words_tells_nothing(language: Find) -> None:
    rows = "\n".join("| der Kopf und die Stirn tun mir weh | my head hurts |" for _ in range(20))
    assert language(f"# Words\n\n| German | English |\n|---|---|\n{rows}\n").is_english


def test_addresses_are_no_words(language: Find) -> None:
    assert language("\n".join(f"- https://example.org/der/die/das/und/{n}" for n in range(40))).is_english


def test_dummy_text_is_no_language(language: Find) -> None:
    assert language("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed eiusmod tempor. " * 20).is_english


def test_telegrams_are_english(language: Find) -> None:
    steps = "- Eat fast carbs (juice, jellybeans, glucose tablets).\n- Wait fifteen minutes, recheck blood sugar.\n"
    assert language(f"# Hypo\n\n{steps * 3}- Carry glucose everywhere you go.\n").is_english


def test_declared_metadata_is_a_hint_where_the_words_tell_little(language: Find) -> None:
    text = text_in("estonian")[:520]
    assert language(text).is_english
    assert not language(f"---\nlang: et\n---\n\n{text}").is_english


def test_a_wrong_declaration_makes_no_english_text_foreign(language: Find) -> None:
    assert language(f"---\nlang: de\n---\n\n{ENGLISH}").is_english


def test_references_in_english_do_not_make_an_article_english(language: Find) -> None:
    entry = "1. Odell R, Marlow P. Screens and sleep in the evening: a survey of what adults do. J Invent. 2020;1:2.\n"
    assert language(text_in("german") + "\n## References\n\n" + entry * 8).name == "german"
