"""Where a paragraph quotes somebody."""

from __future__ import annotations

from healthlint.language.patterns import lazy_pattern


def find_quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations of four words and more in a paragraph, marks included; one may run on past its end."""
    found: list[tuple[int, int]] = []
    opened = -1
    for mark in _MARK.finditer(text, start, end):
        at, char = mark.start(), mark[0]
        if char == "“" or (char == '"' and opened < 0):
            opened = at if opened < 0 else opened
        elif opened >= 0:
            found.append((opened, at + 1))
            opened = -1
        elif not found:
            found.append((start, at + 1))  # it began in the paragraph before
    if opened >= 0 and (text[opened] == "“" or not text[start:opened].strip()):
        found.append((opened, end))
    return [quotation for quotation in found if text.count(" ", *quotation) >= 3]


_MARK = lazy_pattern('[“”"](?<![0-9]")')  # 5'6" is a height
