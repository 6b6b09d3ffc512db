"""Markdown by construction: text becomes words of a page, never its markup."""

from __future__ import annotations

import re

from healthlint.reporters._cells import printable

_MARKUP = re.compile(r"([\\`*_{}<>|\[\]~&])")
_REFERENCE = re.compile(r"([@#])(?=\w)")  # `@name` on GitHub and GitLab calls somebody, `#12` links to something


def words(text: str) -> str:
    """Text on one line with nothing in it that Markdown would read as markup, but for code in backticks."""
    parts = re.split("`([^`]+)`", " ".join(printable(text).split()))
    return "".join(code(part) if number % 2 else _escaped(part) for number, part in enumerate(parts))


def code(text: str) -> str:
    """Text on one line as code, whatever backticks are in it."""
    text = " ".join(printable(text).split())
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if not text or "`" in (text[0], text[-1]) else ""
    return f"{fence}{space}{text}{space}{fence}"


def _escaped(text: str) -> str:
    return _REFERENCE.sub(r"\1<!-- -->", _MARKUP.sub(r"\\\1", text))
