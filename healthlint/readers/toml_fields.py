"""TOML -> fields: `tomllib` says whether it is valid, and one pass over its tokens says where everything stands."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Field
from healthlint.model.span import SourceSpan
from healthlint.readers.frontmatter import FrontMatterError, empty_or

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = lazy_pattern(
    r"""(?P<blank>[ \t\r]+|\#[^\n]*)
    |(?P<newline>\n)
    |(?P<text>\"{3}(?:[^\\]|\\.)*?\"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
    |(?P<sign>[\[\]{},=])
    |(?P<bare>[^\s\[\]{},=\#"']+(?:[ ]\d\d:\d\d[^\s\]},\#]*)?)  # 2024-03-09 10:00:00 is one value""",
    re.VERBOSE | re.DOTALL,
)


def read_toml(text: str, begin: int) -> list[Field]:
    """The fields of a TOML document; `begin` is the offset of `text` in the file."""
    if is_excessive(text):
        raise FrontMatterError("is not read: it is nested too deeply", 0, lenient=True)
    try:
        tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
    except (ValueError, RecursionError) as error:  # no TOML; a number with thousands of digits; brackets without end
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise FrontMatterError(f"is not valid TOML: {reason}", _line_begin(text, reason), lenient=True) from error
    return list(_fields(text, begin))


def is_excessive(text: str) -> bool:
    """Whether a key has so many parts that reading it would take minutes: `tomllib` needs their square."""
    return text.count(".") >= _MOST_PARTS and bool(re.search(_PARTS, text))


_MOST_PARTS = 50
_PARTS = rf"""(?:(?:(?<![\w-])[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}}"""


def _line_begin(text: str, message: str) -> int:
    """The offset of the line that an error of `tomllib` names."""
    number = re.search(r"at line (\d+)", message)
    lines = text.splitlines(keepends=True)
    return sum(map(len, lines[: int(number[1]) - 1])) if number else 0


def _fields(text: str, begin: int) -> Iterator[Field]:
    """The fields of valid TOML."""
    table = ""  # the `[table]` that we are in
    prefixes: list[str] = []  # of the open inline tables; an array stands as its own name
    signs: list[str] = []
    key: list[str] = []  # parts of the key that is being read
    key_place = SourceSpan(begin, begin)
    name = ""  # the full name of the value that comes next; empty while a key is expected
    before = ""
    for token in _TOKEN.finditer(text):
        kind, written = token.lastgroup, token[0]
        place = SourceSpan(begin + token.start(), begin + token.end())
        if kind == "blank":
            continue
        if kind == "newline":
            if not signs:
                name, key = "", []
            continue
        if kind != "sign":
            if name:
                value, inner = _value(written, place)
                yield Field("front-matter", name, *empty_or(value, key_place, inner))
                name = name if signs and signs[-1] == "[" else ""
            else:
                key_place = place if not key else SourceSpan(key_place.start, place.end)
                key.append(written if kind == "bare" else _value(written, place)[0])
        elif written == "=":
            name = _join(prefixes[-1] if prefixes else table, "".join(key).lower())
            key = []
        elif written in "[{" and name:
            signs.append(written)
            prefixes.append(name)
            name = name if written == "[" else ""
        elif written in "]}" and signs:
            name = prefixes.pop()
            if before == ("[" if written == "]" else "{"):
                yield Field("front-matter", name, "", key_place)
            signs.pop()
            name = name if signs and signs[-1] == "[" else ""
        elif written == "]" and key:
            table, key = "".join(key).lower(), []
        before = written


def _join(prefix: str, key: str) -> str:
    return f"{prefix}.{key}" if prefix else key


def _value(written: str, place: SourceSpan) -> tuple[str, SourceSpan]:
    """A value without its quotation marks, and its place without them."""
    if written[0] not in "\"'":
        return written, place
    marks = 3 if written[:3] in ('"""', "'''") else 1
    inner = SourceSpan(place.start + marks, place.end - marks)
    value = written[marks:-marks]
    if marks == 3 or "\\" in value:
        value = str(tomllib.loads("v = " + written.replace("\r\n", "\n"))["v"])
    return value, inner
