"""Front matter -> fields, read as data: nothing in it is ever built, expanded or run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Field, Problem
from healthlint.model.span import SourceSpan

if TYPE_CHECKING:
    from collections.abc import Iterable

_FENCE = lazy_pattern(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_YAML_END = lazy_pattern(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_TOML_END = lazy_pattern(r"(?:(?<=\n)|(?<=\r))\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)")
_LINE = lazy_pattern(r"^(?P<key>[A-Za-z_][\w.-]*)[ \t]*[:=](?P<value>[ \t][^\r\n]*)?$", re.MULTILINE)

_LONGEST = 200_000  # characters; what is longer is data, and would cost more time than the article
_MOST_BRACKETS = 5_000  # the YAML library needs quadratic time for "[[[[…"


class FrontMatter(NamedTuple):
    """The fields of the front matter and the offset where the body begins: 0 where there is no front matter."""

    fields: tuple[Field, ...] = ()
    end: int = 0
    problems: tuple[Problem, ...] = ()


class FrontMatterError(Exception):
    """Front matter that cannot be read. Where `lenient`, its single lines still tell something."""

    def __init__(self, message: str, offset: int = 0, *, lenient: bool = False) -> None:
        super().__init__(message)
        self.offset, self.lenient = offset, lenient


def read_front_matter(source: str) -> FrontMatter:
    """The metadata between two lines of `---` (YAML) or `+++` (TOML) at the very start of a file.

    Keys are lower case, with dots for nesting; a list gives several fields of one key. Values are as written, without
    quotation marks: dates, numbers and `yes` stay text. The place of an empty value is its key.
    """
    fence = _FENCE.match(source)
    if fence is None:
        return FrontMatter()
    begin = fence.end()
    closing = (_YAML_END if fence[1] == "---" else _TOML_END).search(source, begin)
    if closing is None:
        return FrontMatter()
    text = source[begin : closing.start()]
    try:
        fields = _read(text, fence[1], begin)
    except FrontMatterError as error:
        lines = _read_lines(text, begin) if error.lenient else ()
        if error.lenient and not lines:
            return FrontMatter()  # prose between two rules
        place = _line_at(source, begin + error.offset, closing.start())
        return FrontMatter(lines, closing.end(), (Problem(f"front matter {error}", place),))
    return FrontMatter(tuple(fields), closing.end())


def empty_or(value: str, key: SourceSpan, place: SourceSpan) -> tuple[str, SourceSpan]:
    """A value with its place, or an empty one with the place of its key."""
    return (value, place) if value else ("", key)


def _read(text: str, fence: str, begin: int) -> Iterable[Field]:
    if len(text) > _LONGEST:
        raise FrontMatterError(f"is longer than {_LONGEST:,} characters and was not read")
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        raise FrontMatterError("is nested too deeply and was not read")
    # Each file pays only for the import of what it needs.
    if fence == "---":
        from healthlint.readers.simple_yaml import read_simple

        fields = read_simple(text, begin)
        if fields is not None:
            return fields
        from healthlint.readers.yaml_fields import read_yaml

        return read_yaml(text, begin)
    from healthlint.readers.toml_fields import read_toml

    return read_toml(text, begin)


def _read_lines(text: str, begin: int) -> tuple[Field, ...]:
    """The `key: value` lines of front matter with a mistake in it, such as `title: Pain: what helps`; none of prose."""
    first = re.search(r"^[ \t]*[^\s#].*", text, re.MULTILINE)
    if first is None or not _LINE.match(text, first.start()):
        return ()
    fields = []
    for line in _LINE.finditer(text):
        key = SourceSpan(begin + line.start("key"), begin + line.end("key"))
        written = line["value"] or ""
        value, start = written.strip(), begin + line.start("value") + len(written) - len(written.lstrip())
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value, start = value[1:-1], start + 1
        value, place = empty_or(value, key, SourceSpan(start, start + len(value)))
        fields.append(Field("front-matter", line["key"].lower(), value, place))
    return tuple(fields)


def _line_at(source: str, offset: int, end: int) -> SourceSpan:
    """The line of an offset, without white space around it."""
    offset = min(offset, end)
    start = max(source.rfind("\n", 0, offset), source.rfind("\r", 0, offset)) + 1
    line = re.compile(r"[^\r\n]*").match(source, start)
    words = line[0] if line else ""
    start += len(words) - len(words.lstrip())
    return SourceSpan(start, start + len(words.strip()))
