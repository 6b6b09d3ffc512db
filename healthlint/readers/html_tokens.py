"""HTML source -> its tags and comments with exact places, in one pass and in linear time whatever the source."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.model.span import SourceSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDLESS = "endless"
COMMENT = "!--"

# What a browser reads as plain characters up to the closing tag.
_RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes"
_NAME = r"[A-Za-z][^\s/<>]*+"
# A quote opens a value only after `=`: `<six months' use` has none. A `<` before the first `=` means: no tag.
_QUOTED = r"""[^<>=]*+(?:=[ \t\n\r\f]*+(?:"[^"]*+"|'[^']*+')?+[^>=]*+)*+"""
_BARE = r"[^<>]*+"


class Attribute(NamedTuple):
    """The value of an attribute, entities decoded, and where it is written."""

    value: str
    source: SourceSpan


def tags(source: str, start: int = 0) -> Iterator[tuple[str, re.Match[str]]]:
    """The name and the match of each tag and comment from `start` on: `p`, `/p`, `!--`. Between two matches is text.

    The match of an element of raw text, such as `script`, runs to its end tag and has its text as `content`.
    """
    for match in _tag_pattern(_QUOTED).finditer(source, start):
        if match.lastgroup == ENDLESS:  # a tag that nothing closes: from here on the next `>` ends any tag
            start = match.start()
            break
        name = match["name"] or _other_name(match)
        yield (name if name.islower() else name.lower()), match
    else:
        return
    for match in _tag_pattern(_BARE).finditer(source, start):
        if match.lastgroup != ENDLESS:
            yield (match["name"] or _other_name(match)).lower(), match


def attributes(match: re.Match[str]) -> dict[str, Attribute]:
    """The attributes of a tag by their names in lower case; the first of two with the same name counts."""
    group = "raw_attributes" if match["raw"] else "attributes"
    written, offset = match[group], match.start(group)
    found: dict[str, Attribute] = {}
    for part in _ATTRIBUTE.finditer(written):
        value = part["double"] or part["single"] or part["plain"] or ""
        filled = part.lastgroup or "name"
        begin = part.start(filled) if filled != "name" else part.end()
        span = SourceSpan(offset + begin, offset + begin + len(value))
        found.setdefault(part["name"].lower(), Attribute(unescape(value) if "&" in value else value, span))
    return found


_ATTRIBUTE = lazy_pattern(
    r"""(?P<name>[^\s=/>"']++)"""
    r"""(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<plain>[^\s>"']++)))?+"""
)


def _tag_pattern(inside: str) -> re.Pattern[str]:
    """All that begins with `<` and is markup; `inside` matches what stands between a tag's name and its `>`."""
    return re.compile(  # `re` keeps the compiled pattern
        rf"<(?:(?P<raw>(?i:{_RAW}))(?=[\s/>])(?P<raw_attributes>{inside})>"
        rf"(?P<content>(?:[^<]++|<(?!/(?i:(?P=raw))[\s/>]))*+)"
        rf"|(?P<name>/?{_NAME})(?P<attributes>{inside})>"
        r"|(?P<comment>!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z)))"
        r"|(?P<bogus>(?:[!?]|/(?![A-Za-z]))[^>]*+(?:>|\Z))"
        rf"|(?P<{ENDLESS}>(?=/?[A-Za-z][^<>=]*+=)))"
    )


def _other_name(match: re.Match[str]) -> str:
    """The name of what is no ordinary tag; empty for a declaration."""
    return match["raw"] or (COMMENT if match.lastgroup == "comment" else "")
