"""Broken encoding: UTF-8 that was read in another code page, and entities that were escaped twice."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Damage(NamedTuple):
    """Characters that were not meant, and those that were; `repaired` is None where they are lost."""

    start: int
    end: int
    repaired: str | None


def find_damage(text: str) -> list[Damage]:
    """Every broken run of characters in order; a repair is certain, and shorter than what it repairs."""
    found = list(_escaped_twice(text)) if "&" in text else []
    if not text.isascii():
        for run in _RUN.finditer(text):
            found += _damage_in_run(text, run.start(), run.end())
    return sorted(found)


# Read as the page on the left, the two bytes of "é" are "Ã©" (cp1252), "Γ©" (cp1253), "√©" (mac-roman) …
_PAGES = (
    "cp1252",
    "cp1253",
    "cp1251",
    "cp1250",
    "cp1254",
    "cp1257",
    "latin-1",
    "mac-roman",
    "iso8859-2",
    "iso8859-7",
    "iso8859-15",
    "cp437",
    "cp850",
)
_DOS = ("cp437", "cp850")  # where the first bytes are the lines of boxes
_FIRST = frozenset((*range(0xC2, 0xE0), 0xE2, 0xEF, 0xF0))  # the bytes with which what is repaired here begins
_NEXT = frozenset(range(0x80, 0xC0))
_RUN = lazy_pattern(r"[^\x00-\x7f]+")
_ENTITY = lazy_pattern(r"&(?:[a-z]{2,8}\d{0,2}|[A-Z][a-z]{3,7}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")
_LONGEST = 4  # bytes of a character in UTF-8
_NEAR = 30  # characters within which a word in Greek or Cyrillic shows that such letters are meant


def _escaped_twice(text: str) -> Iterator[Damage]:
    """Entities that readers would see as such: `&amp;nbsp;` in the source is "&nbsp;" on the page."""
    from html import unescape  # 2 ms that only an ampersand should cost

    for entity in _ENTITY.finditer(text):
        character = unescape(entity[0])
        if character != entity[0]:
            yield Damage(entity.start(), entity.end(), character)


def _damage_in_run(text: str, start: int, end: int) -> list[Damage]:
    """What is broken in one run of characters beyond ASCII."""
    run = text[start:end]
    if end - start == 1:
        return _damage_of_one(text, start)
    whole = _decode(run, text, start)
    if whole is not None:
        return [Damage(start, end, _repeat(whole, text, start, end))]
    found = []
    at = 0
    while at < len(run):
        size, character = 0, ""
        if run[at] in _signs(_FIRST) and run[at + 1 : at + 2] in _signs(_NEXT):
            size, character = _strong_sequence(run[at : at + _LONGEST])
            if not size:
                size, character = _letter_sequence(run, at, text, start)
        if size:
            found.append(Damage(start + at, start + at + size, None if character == "\ufffd" else character))
        elif run[at] == "\ufffd" or run.startswith("â€", at):  # what closed a quotation lost its last byte
            size = 1 if run[at] == "\ufffd" else 2
            found.append(Damage(start + at, start + at + size, None))
        at += size or 1
    return _joined(found)


def _damage_of_one(text: str, at: int) -> list[Damage]:
    """A lost character, or the "Â" that is left where a no-break space was made a plain one."""
    if text[at] == "\ufffd":
        return [Damage(at, at + 1, None)]
    if text[at] == "Â" and text[at + 1 : at + 2] in ("", " ", "\n") and text[at - 1 : at] not in ("", "\n"):
        return [Damage(at, at + 1, "")]
    return []


def _repeat(decoded: str, text: str, start: int, end: int) -> str | None:
    """The characters meant, where the damage was done two or three times over; None where they are lost."""
    around = text[:start][-_NEAR:]
    for _ in range(2):
        if len(decoded) < 2 or decoded.isascii():
            break
        again = _decode(decoded, around + decoded + text[end : end + _NEAR], len(around))
        if again is None:
            break
        decoded = again
    return None if "\ufffd" in decoded else decoded.replace("\ufeff", "")


def _decode(run: str, text: str, start: int) -> str | None:
    """What a run was before it was read in the wrong page, or None where it is right as it is."""
    for page, decoded in _readings_of_pair(run) if len(run) == 2 else _readings(run):
        if _is_broken(run, decoded, page, text, start):
            return decoded
    return None


@lru_cache(10_000)
def _readings_of_pair(pair: str) -> tuple[tuple[str, str], ...]:
    """The same for two characters, which are asked for at every place of a longer run."""
    return tuple(_readings(pair))


def _readings(run: str) -> Iterator[tuple[str, str]]:
    """The pages in which a run may have been read, and what it was before."""
    for page in _PAGES:
        table = _byte_of(page)
        try:
            decoded = bytes([table[char] for char in run]).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            continue
        if all(map(_is_likely, decoded)):
            yield page, decoded


@cache
def _byte_of(page: str) -> Mapping[str, int]:
    """The byte that a page reads as each character; what it leaves undefined it reads as cp1252 or latin-1 would."""
    table = {}
    for value in range(0x80, 0x100):
        readings = (bytes([value]).decode(name, "replace") for name in (page, "cp1252", "latin-1"))
        table[next(reading for reading in readings if reading != "\ufffd")] = value
    return table


@cache
def _signs(values: frozenset[int]) -> frozenset[str]:
    """The characters that stand for these bytes in any of the pages."""
    return frozenset(char for page in _PAGES for char, byte in _byte_of(page).items() if byte in values)


def _is_likely(character: str) -> bool:
    """Whether articles use a character: `é”…` in a French quotation is no Chinese sign."""
    code = ord(character)
    return (
        0xA0 <= code < 0x180
        or 0x370 <= code < 0x500
        or 0x1E00 <= code < 0x2028
        or 0x202A <= code < 0x2500
        or 0x2580 <= code < 0x2C00
        or 0xFB00 <= code < 0xFB07
        or code in (0x192, 0x218, 0x219, 0x21A, 0x21B, 0x2BC, 0x2C6, 0x2DC, 0x301, 0x308, 0xFE0F, 0xFEFF, 0xFFFD)
        or code >= 0x1F000
    )


def _is_broken(run: str, decoded: str, page: str, text: str, start: int) -> bool:
    """Whether a run that could be broken is: `Ω–3` and `“É”` are not."""
    first = run[0]
    if len(decoded) == 1 and decoded.isupper() and text[max(start - 1, 0) : start].islower():
        return False  # "cafĂŠ" is no "cafÊ": another page makes it "café"
    if len(decoded) == 1 and len(run) == 2 and first not in "ÂÃ":
        before, after = text[start - 1 : start] if start else "", text[start + 2 : start + 4]
        if decoded == "\xa0" and (not before or before.isspace()):
            return False  # a Greek "Β" before a no-break space: "vitamin Β 12"
        if decoded.isalpha() and not _is_letter_in_word(run[1], before, after, decoded):
            return False
    if page in _DOS and any("\u0400" <= letter < "\u0500" for letter in decoded):
        return False
    if page == "mac-roman" and first not in "¬√Œœ‚ƒ≈∆\uf8ff":
        return False  # "—É", "’é": a dash or a quotation mark and a letter
    return not _is_among_its_own(first, text, start, start + len(run))


def _is_letter_in_word(second: str, before: str, after: str, decoded: str) -> bool:
    """Whether two characters that may stand for one letter stand where a letter would; `after` are two characters."""
    following, next_after = after[:1], after[1:]
    begins_word = not before.isalnum() and len(after) == 2 and after.isascii() and after.isalpha() and after.islower()
    if decoded.isupper() and decoded < "\u0180" and second not in "’”" and begins_word:
        return True  # "Γ…rsta"
    if decoded in "Àà" and second in "€\xa0†áЂÄÇ":  # a word of its own: "Γ€ la carte", "√† la carte"
        return following in ("", " ") or before.isalpha()
    if second in "’‘“”–—…":  # may be meant as they are: "PPARΔ’s"
        possessive = second == "’" and following == "s" and not next_after.isalpha()
        return before.isalpha() and following.isalpha() and not possessive
    return "\u0370" <= decoded < "\u0400" or before.isalpha() or (following.isalpha() and second not in "π°±")


def _is_among_its_own(letter: str, text: str, start: int, end: int) -> bool:
    """Whether whole words in the Greek or Cyrillic of this letter stand nearby."""
    script = unicodedata.name(letter, "").split(" ")[0]
    if script not in ("GREEK", "CYRILLIC"):
        return False
    near = text[max(start - _NEAR, 0) : start] + " " + text[end : end + _NEAR]
    return any(
        len(word) > 2 and word[1:].islower() and all(unicodedata.name(char, "").startswith(script) for char in word)
        for word in re.findall(r"[^\W\d_]+", near)
    )


@lru_cache(10_000)
def _strong_sequence(run: str) -> tuple[int, str]:
    """The length and meaning of broken characters that nobody writes, such as "â€™", at the beginning of a few."""
    for page in _PAGES:
        table = _byte_of(page)
        lead, second = table.get(run[0], 0), table.get(run[1], 0) if len(run) > 1 else 0
        size = 0
        if (lead, second) == (0xF0, 0x9F):
            size = 4
        elif (lead == 0xE2 and second in (0x80, 0x82, 0x84, 0x86, 0x89)) or (lead, second) == (0xEF, 0xBF):
            size = 3
        elif lead in (0xC2, 0xC3) and run[0] in "ÂÃ":
            size = 2
        if 0 < size <= len(run):
            try:
                character = bytes([table[char] for char in run[:size]]).decode("utf-8")
            except (KeyError, UnicodeDecodeError):
                continue
            if _is_likely(character):
                return size, character
    return 0, ""


def _letter_sequence(run: str, at: int, text: str, start: int) -> tuple[int, str]:
    """Two and the letter that they stand for, where right characters stand beside them: "Γ©" in "cafΓ©”"."""
    pair = run[at : at + 2]
    if sum("\u2500" <= sign < "\u25a0" for sign in run[max(at - 1, 0) : at + 3]) > 2:
        return 0, ""  # a drawing: "┌─┬─┐"
    decoded = _decode(pair, text, start + at) if len(pair) == 2 else None
    return (2, decoded) if decoded is not None and len(decoded) == 1 else (0, "")


def _joined(damage: list[Damage]) -> list[Damage]:
    """Neighbours made one."""
    joined: list[Damage] = []
    for each in damage:
        last = joined[-1] if joined else None
        if last and last.end == each.start and (last.repaired is None) == (each.repaired is None):
            repaired = None if last.repaired is None else last.repaired + (each.repaired or "")
            joined[-1] = Damage(last.start, each.end, repaired)
        else:
            joined.append(each)
    return joined
