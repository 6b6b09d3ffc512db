"""Template language in Markdown: Liquid, Hugo, kramdown attributes and fenced containers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Component, Directive
from healthlint.model.span import SourceSpan
from healthlint.readers.directives import parse_comment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FILLER = "x"  # a letter: Markdown reads it as a word, in a link's address as well

_LONGEST = 4000  # characters of one tag
_OPENING = lazy_pattern(
    r"""\{\{[<%]?|\{%
    |\{:{1,2}(?=[\s.#\w/])[^{}\r\n]{0,300}\}            # kramdown: {: .note}, {::comment}
    |^(?P<quote>[ \t>]*):{3,}[ \t]*(?P<container>[^\r\n]*)  # :::warning Title""",
    re.VERBOSE | re.MULTILINE,
)
_CLOSING = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}"}
_LIQUID_COMMENT = lazy_pattern(r"\{%-?\s*endcomment\s*-?%\}")
_COMMENT = lazy_pattern(r"-?\s*/\*(.*?)\*/\s*-?", re.DOTALL)
_BLANK_LINE = lazy_pattern(r"(?:\r\n|\r|\n)[ \t]*[\r\n]")
_MATH = lazy_pattern(r"(?:[\^_}]|\\[A-Za-z]+)\Z")  # \frac{{a}}{{b}}


class Mask(NamedTuple):
    """A piece of the source that Markdown must not see, and what it is."""

    start: int
    end: int
    value: Component | Directive | None = None


class Masks:
    """The masked pieces of a source, in order."""

    __slots__ = ("_ends", "_starts", "all")

    def __init__(self, masks: Sequence[Mask]) -> None:
        self.all = masks
        self._starts = [mask.start for mask in masks]
        self._ends = [mask.end for mask in masks]

    def covering(self, start: int, end: int) -> range:
        """The indices of the masks that share characters with `source[start:end]`."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def visible(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of `source[start:end]` that no mask covers."""
        parts = []
        for index in self.covering(start, end):
            if self._starts[index] > start:
                parts.append((start, self._starts[index]))
            start = self._ends[index]
        if start < end:
            parts.append((start, end))
        return parts

    def hide(self, source: str) -> str:
        """The source with all masks filled, each character by one, so that offsets stay."""
        parts: list[str] = []
        position = 0
        for mask in self.all:
            parts += (source[position : mask.start], FILLER * (mask.end - mask.start))
            position = mask.end
        return "".join(parts) + source[position:]


def find_templates(source: str, start: int) -> list[Mask]:
    """The template tags of Markdown from `start` on.

    A bare `{{ name }}` is a component too; its source still begins with `{{ `, so that it can be told from others.
    """
    if not any(sign in source for sign in ("{{", "{%", "{:", ":::")):
        return []
    return list(_masks(source, start))


def find_containers(source: str, start: int) -> list[Mask]:
    """The `:::name` lines from `start` on."""
    if ":::" not in source:
        return []
    return [mask for mask in _masks(source, start) if source.startswith(":::", mask.start)]


def component(words: str, start: int, end: int) -> Component | None:
    """A template tag by the words in it: a name and arguments; None for an empty one."""
    name, _, arguments = words.strip().partition(" ")
    parts = name.split(None, 1)
    if not parts:
        return None
    if len(parts) == 2:  # a line break behind the name
        name, arguments = parts[0], f"{parts[1]} {arguments}"
    return Component(name, arguments.strip(), SourceSpan(start, end))


def _masks(source: str, position: int) -> Iterator[Mask]:
    last_end = -1  # of a tag, behind which another one may stand
    while opening := _OPENING.search(source, position):
        start, position = opening.start(), opening.end()
        closing = _CLOSING.get(opening[0])
        if opening["container"] is not None:
            start += len(opening["quote"])
            yield Mask(start, position, component(opening["container"], start, position))
        elif closing is None:
            yield Mask(start, position)
        else:
            is_math = closing == "}}" and start > last_end and _MATH.search(source, max(start - 20, 0), start)
            mask = None if is_math else _tag(source, start, position, closing)
            if mask:
                yield mask
                position = last_end = mask.end


def _tag(source: str, start: int, inner: int, closing: str) -> Mask | None:
    """The tag that opens at `start`; None if it is not closed."""
    close = source.find(closing, inner, inner + _LONGEST)
    if close < 0 or _BLANK_LINE.search(source, inner, close):
        return None
    end = close + len(closing)
    if source.startswith("{{{", start) and source.startswith("}", end):
        inner, end = inner + 1, end + 1
    words = source[inner:close]
    if comment := _COMMENT.fullmatch(words.strip()):
        if closing == "}}":
            return Mask(start, end, parse_comment(comment[1], SourceSpan(start, end)))
        words = comment[1]  # {{</* name */>}} shows a shortcode
    words = words.strip().removeprefix("-").removesuffix("-")
    is_comment = words.split() == ["comment"] and source.rfind("endcomment", end) >= 0
    if is_comment and (last := _LIQUID_COMMENT.search(source, end)):
        span = SourceSpan(start, last.end())
        return Mask(*span, parse_comment(source[end : last.start()], span))
    return Mask(start, end, component(words, start, end))
