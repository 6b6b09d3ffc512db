"""Bytes -> text: what is assumed, and what is said of it."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from healthlint.errors import ReadError
from healthlint.readers import read
from healthlint.readers.decode import declared_encoding, decode


def test_utf8_needs_no_guess() -> None:
    assert decode("Vitamin D – 25 µg".encode()) == ("Vitamin D – 25 µg", "utf-8", False, ())


def test_a_utf8_byte_order_mark_is_no_text() -> None:
    decoded = decode(codecs.BOM_UTF8 + b"Sleep")
    assert (decoded.text, decoded.encoding, decoded.has_bom) == ("Sleep", "utf-8", True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_names_the_encoding(encoding: str) -> None:
    decoded = decode("\ufeffDrink water – often".encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.has_bom) == ("Drink water – often", encoding, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_text(encoding: str) -> None:
    assert decode("Sleep well – and long.".encode(encoding)).text == "Sleep well – and long."


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_windows_1252_is_read_with_one_problem_that_names_the_line() -> None:
    decoded = decode("First line\r\nA caf\xe9 and a na\xefve reader\n".encode("cp1252"))
    assert decoded.text == "First line\r\nA café and a naïve reader\n"
    assert decoded.encoding == "cp1252"
    (problem,) = decoded.problems
    assert "line 2" in problem.message
    assert "0xE9" in problem.message
    assert "Windows-1252" in problem.message
    assert decoded.text[slice(*problem.source)] == "é"


def test_one_bad_byte_does_not_spoil_the_utf8_around_it() -> None:
    decoded = decode("Crème ".encode() + b"br\xfbl\xe9e")
    assert decoded.text == "Crème brûlée"
    assert decoded.encoding == "utf-8"
    assert len(decoded.problems) == 1


def test_a_byte_that_windows_1252_lacks_becomes_a_replacement_character() -> None:
    assert decode(b"a \x81 b").text == "a \ufffd b"


def test_the_declared_encoding_counts_where_the_bytes_are_not_utf8() -> None:
    assert decode("Здоровье".encode("koi8-r"), "koi8-r") == ("Здоровье", "koi8-r", False, ())


def test_valid_utf8_wins_over_what_is_declared() -> None:
    assert decode("Crème".encode(), "iso-8859-1").text == "Crème"


def test_latin1_is_taken_for_windows_1252_as_browsers_do() -> None:
    assert decode("a “quote”".encode("cp1252"), "iso-8859-1").text == "a “quote”"


@pytest.mark.parametrize("declared", ["no-such-encoding", "hex", "utf-16", "undefined", ""])
def test_a_useless_declaration_does_no_harm(declared: str) -> None:
    assert decode(b"caf\xe9", declared).text == "café"


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (b'<head><meta charset="koi8-r">', "koi8-r"),
        (b"<META CHARSET=Windows-1251>", "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"/>', "iso-8859-2"),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><html>', "iso-8859-1"),
        (b"<p>charset=koi8-r</p>", None),
    ],
)
def test_an_html_page_names_its_encoding(page: bytes, encoding: str | None) -> None:
    assert declared_encoding(page) == encoding


def test_an_image_is_no_article() -> None:
    with pytest.raises(ReadError, match="binary") as caught:
        read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" * 20, "figure.txt")
    assert str(caught.value).startswith("figure.txt: ")


def test_a_pdf_is_no_article() -> None:
    with pytest.raises(ReadError, match="PDF"):
        decode(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")


def test_a_single_stray_nul_is_forgiven() -> None:
    assert decode(b"x" * 500 + b"\0").text.endswith("x\0")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, "koi8-r", "utf-7", "idna", "shift_jis", "utf-16", "punycode"]))
def test_any_bytes_give_text_or_a_read_error(data: bytes, declared: str | None) -> None:
    try:
        decoded = decode(data, declared)
    except ReadError:
        return
    assert all(problem.source.end <= len(decoded.text) + 1 for problem in decoded.problems)


def test_compressed_bytes_with_few_zeros_are_refused() -> None:
    with pytest.raises(ReadError, match="binary"):
        decode(bytes(range(256)) * 40)
