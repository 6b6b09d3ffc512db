"""JavaScript in MDX: imports, exports, expressions and components; what lies between them is Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Component, Directive
from healthlint.model.span import SourceSpan
from healthlint.readers.directives import parse_comment
from healthlint.readers.templates import Mask, component, find_containers

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = lazy_pattern(
    r"""(?P<fence>^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<signs>`{3,}(?=[^`\r\n]*$)|~{3,}))
    |(?P<module>^(?:import[ \t]+(?:["'{*]|[\w$]+[ \t]*(?:,|from\b))
        |export[ \t]+(?:default|const|let|var|function|class|async|[{*])))
    |(?P<ticks>`+)
    |(?P<escape>\\.)
    |(?P<brace>\{)
    |(?P<tag></?(?P<name>[A-Z][\w.]*|[a-z]\w*\.[\w.]+|(?=>)))""",
    re.VERBOSE | re.MULTILINE,
)
_TOKEN = lazy_pattern(
    r"""(?P<string>"(?:[^"\\\r\n]|\\.)*+"|'(?:[^'\\\r\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`|/\*(?:[^*]|\*(?!/))*+(?:\*/)?)
    |(?P<open>[{(\[])|(?P<close>[})\]])|(?P<end>>)|(?P<blank>(?:\r\n|\r|\n)(?=[ \t]*(?:[\r\n]|\Z)))""",
    re.VERBOSE | re.DOTALL,
)
_COMMENT = lazy_pattern(r"\{\s*/\*(.*?)\*/\s*\}", re.DOTALL)
_LITERAL = lazy_pattern(r"""\{\s*(?:"[^"]*"|'[^']*'|`[^`]*`)?\s*\}""")
_HTML_IN_CAPITALS = frozenset(("A", "B", "BR", "DIV", "EM", "H1", "H2", "H3", "H4", "HR", "I", "IMG", "LI", "OL", "P"))
_MOST_FAILURES = 20  # things that are opened and never closed; each costs a look at the rest of the file


def find_javascript(source: str, start: int) -> list[Mask]:
    """What an MDX file holds beside Markdown, from `start` on: components with their tags, comments as directives."""
    masks = [*_Scanner(source).scan(start), *find_containers(source, start)]
    masks.sort()
    apart: list[Mask] = []
    for mask in masks:
        if not apart or mask.start >= apart[-1].end:
            apart.append(mask)
    return apart


class _Scanner:
    """One pass over an MDX file."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.failures = 0

    def scan(self, position: int) -> Iterator[Mask]:
        while opening := _OPENING.search(self.source, position):
            start, position = opening.start(), opening.end()
            if opening["signs"]:
                position = self._fence_end(opening["signs"], position)
            elif opening["ticks"]:
                position = self._code_end(opening["ticks"], position)
            elif opening["escape"] is None and (mask := self._mask(opening, start)):
                yield mask
                position = mask.end

    def _mask(self, opening: re.Match[str], start: int) -> Mask | None:
        """The import, expression or tag that opens at `start`; None if it never closes."""
        if self.failures > _MOST_FAILURES or opening["name"] in _HTML_IN_CAPITALS:
            return None
        if opening["module"]:
            end = self._close(start, "blank")
        elif opening["brace"]:
            end = self._close(start, "close")
        else:
            end = self._close(opening.end(), "end")
        if end is None:
            self.failures += 1
            return None
        return Mask(start, end, self._value(opening, start, end))

    def _value(self, opening: re.Match[str], start: int, end: int) -> Component | Directive | None:
        words = self.source[start:end]
        if opening["module"]:
            return component(words, start, end)
        if opening["brace"]:
            if comment := _COMMENT.fullmatch(words):
                return parse_comment(comment[1], SourceSpan(start, end))
            is_attribute = self.source[start - 1 : start] == "="
            return None if is_attribute or _LITERAL.fullmatch(words) else component(words[1:-1], start, end)
        if not opening["name"]:
            return None  # <> and </>
        name = ("/" if words[1] == "/" else "") + opening["name"]
        arguments = self.source[opening.end() : end - 1].strip().removesuffix("/").rstrip()
        return Component(name, arguments, SourceSpan(start, end))

    def _close(self, position: int, what: str) -> int | None:
        """The end of what is open at `position`: its `close`, or the first `end` or `blank` outside of brackets."""
        depth = 0
        for token in _TOKEN.finditer(self.source, position):
            kind = token.lastgroup
            if kind == "open":
                depth += 1
            elif kind == "close":
                depth -= 1
                if depth <= 0 and what == "close":
                    return token.end() if depth == 0 else None
            elif kind == what and depth <= 0:
                return token.end() if what == "end" else token.start()
        return len(self.source) if what == "blank" and depth <= 0 else None

    def _fence_end(self, signs: str, position: int) -> int:
        closing = re.compile(rf"^[ \t>]*{re.escape(signs[0])}{{{len(signs)},}}[ \t]*$", re.MULTILINE)
        end = closing.search(self.source, position)
        return end.end() if end else len(self.source)

    def _code_end(self, ticks: str, position: int) -> int:
        """The end of a code span; of the backticks alone where no like number of them follows in the paragraph."""
        if self.failures > _MOST_FAILURES:
            return position
        closing = re.compile(rf"(?<!`){ticks}(?!`)|(?:\r\n|\r|\n)[ \t]*[\r\n]").search(self.source, position)
        if closing is None:
            self.failures += 1
            return position
        return closing.end() if closing[0] == ticks else position
