"""Broken encoding is found by runs of characters; right Greek, Cyrillic and French is left alone."""

from __future__ import annotations

import pytest

from healthlint.language.mojibake import Damage, find_damage


def repaired(text: str) -> str:
    """The text with all certain repairs made and `?` for what is lost."""
    for damage in reversed(find_damage(text)):
        text = text[: damage.start] + ("?" if damage.repaired is None else damage.repaired) + text[damage.end :]
    return text


def misread(text: str, page: str) -> str:
    """The UTF-8 bytes of a text as a program reads them that takes them for `page`."""
    read = ""
    for byte in text.encode():
        one = bytes([byte])
        readings = (one.decode(name, "replace") for name in (page, "cp1252", "latin-1"))
        read += next(reading for reading in readings if reading != "\ufffd")
    return read


PAGES = ["cp1252", "cp1253", "cp1251", "cp1250", "cp1254", "cp1257", "latin-1", "mac-roman", "cp437", "cp850"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("sign", list("é’—“”…ñńąłüßαβ≥→½°®™•👋") + ["\u00a0"])
def test_what_a_wrong_code_page_broke_is_repaired(page: str, sign: str) -> None:
    text = f"The clinic{sign}s own words"
    assert repaired(misread(text, page)) == text


@pytest.mark.parametrize(
    "text",
    [
        "TNF-α and β-carotene",
        "Β-vitamins typed with a Greek letter",
        "vitamin Β\u00a012 typed with a Greek letter",
        "5 µg and 20\u202f°C",
        "≥ 5 or ≈±5 units",
        "Δ9-THC and Δ–9",
        "the receptor PPARΔ’s role",
        "Ω–3 fats",
        "the “β” — a letter",
        "“café”… and “É” and “Ü”",
        "l’été, —Énfasis, «É»",
        "Η βιταμίνη Β\u00a0και ο ύπνος",
        "В\u00a0доме было тепло. Её сон",
        "2√π and χ²=3",
        "Łukaszkiewicz and Ångström",
        "½–¾ of a cup…”",
        "a wave 👋🏽 and a dash — here",
        "R&D; and AT&T; and fish & chips;",
        "naïve—à la carte",
        "group Γ… and “Δ”",
        "“Ω–3” and “Β” —",
        "┌─┬─┐ and ├─┤",
        "costs Å€5",
    ],
)
def test_right_text_beyond_ascii_is_left_alone(text: str) -> None:
    assert find_damage(text) == []


def test_a_broken_letter_beside_a_right_one_is_found_alone() -> None:
    text = "Łucja KowalczyΕ„ska"
    assert find_damage(text) == [Damage(14, 16, "ń")]
    assert text[14:16] == "Ε„"


def test_a_broken_apostrophe_after_a_right_accent_is_found_alone() -> None:
    assert repaired("the clichéâ€™s charm") == "the cliché’s charm"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("text", ["“the café of Zoë”", "“½ cup”", "— TNF-α —", "(5 µg)…", "5 °C…"])
def test_right_quotation_marks_beside_a_broken_letter_stay(page: str, text: str) -> None:
    broken = text[0] + misread(text[1:-1], page) + text[-1]
    assert repaired(broken) == text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("text", ["À la carte", "lamb à la carte", "Mr Århus", "from İzmir", "Énergie"])
def test_a_broken_letter_at_the_edge_of_a_word_is_repaired(page: str, text: str) -> None:
    assert repaired(misread(text, page)) == text


def test_no_capital_is_put_into_a_word_of_small_letters() -> None:
    assert repaired("the cafĂŠ") == "the café"


def test_damage_done_twice_is_undone_twice() -> None:
    assert repaired(misread(misread("don’t", "cp1252"), "cp1252")) == "don’t"


def test_the_rest_of_a_no_break_space_goes() -> None:
    assert repaired("Sleep well. Â Then rest.") == "Sleep well.  Then rest."


def test_a_byte_order_mark_in_the_text_goes() -> None:
    assert repaired("ï»¿Sleep well") == "Sleep well"


def test_an_entity_that_was_escaped_twice_is_the_character_it_names() -> None:
    assert repaired("salt &amp; pepper&nbsp;– 5&#8217;s") == "salt & pepper\u00a0– 5’s"


@pytest.mark.parametrize("text", ["the doctor\ufffds note", "the doctorï¿½s note", "a quotationâ€ ends"])
def test_lost_characters_are_reported_without_a_repair(text: str) -> None:
    assert [damage.repaired for damage in find_damage(text)] == [None]


def test_neighbours_that_are_lost_are_one_finding() -> None:
    assert find_damage("a \ufffd\ufffd\ufffd b") == [Damage(2, 5, None)]
