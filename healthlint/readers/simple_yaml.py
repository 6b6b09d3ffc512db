"""The front matter of most articles -> fields, without a YAML parser, whose import takes longer than the article."""

from __future__ import annotations

import re

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Field
from healthlint.model.span import SourceSpan

_QUOTED = r'"[^"\\\r\n]*"|\'[^\'\r\n]*\''
_WORD = rf"(?:{_QUOTED}|[^\W_][^\s:#,\[\]{{}}\"']*(?:[ ]+[^\s:#,\[\]{{}}\"']+)*)"
_LINE = lazy_pattern(
    rf"""(?:(?P<key>[A-Za-z_][\w-]*):|(?P<dash>[ ]*-(?=[ ])))?
    (?:[ ]+(?:(?P<value>{_QUOTED}|[^\W_][^\r\n]*|[/.]\w[^\r\n]*)|(?P<list>\[[ ]*{_WORD}(?:[ ]*,[ ]*{_WORD})*[ ]*\])))?
    (?:(?:^|[ ]+)\#[^\r\n]*)?[ ]*(?:\r\n|\n|\Z)""",
    re.VERBOSE | re.MULTILINE,
)
_ITEM = lazy_pattern(_WORD)
_VALUE = lazy_pattern(rf"{_QUOTED}|[^\r\n]*[^\s]")
_AMBIGUOUS = lazy_pattern(r": | #|:$")  # in a plain value
_UNUSUAL = lazy_pattern(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)")
_NULLS = frozenset(("null", "Null", "NULL"))


def read_simple(text: str, begin: int) -> list[Field] | None:
    """The fields of YAML that is nothing but `key: value` lines and flat lists; None where only a parser can tell."""
    if _UNUSUAL.search(text):
        return None
    fields: list[Field] = []
    key = ""
    place = SourceSpan(begin, begin)
    dash = ""  # of the list in the lines below the key, with its indentation
    is_open = False  # the key has no value so far
    position = 0
    while position < len(text):
        line = _LINE.match(text, position)
        if line is None:
            return None
        position = line.end()
        if line["key"]:
            if is_open:
                fields.append(Field("front-matter", key, "", place))
            key, place, dash = line["key"].lower(), _place(line, "key", begin), ""
            is_open = line["value"] is None and line["list"] is None
        elif line["dash"]:
            if not (is_open or line["dash"] == dash) or line["value"] is None:
                return None
            dash, is_open = line["dash"], False
        elif line["value"] or line["list"]:
            return None
        values = _values(text, line)
        if values is None:
            return None
        fields += [_field(key, place, value, begin) for value in values]
    if is_open:
        fields.append(Field("front-matter", key, "", place))
    return fields


def _values(text: str, line: re.Match[str]) -> list[re.Match[str]] | None:
    """The values on a line, none or more; None where a parser must look at them."""
    if line["list"]:
        return list(_ITEM.finditer(text, *line.span("list")))
    value = _VALUE.match(text, *line.span("value")) if line["value"] else None
    if value is None:
        return []
    return None if value[0][0] not in "\"'" and _AMBIGUOUS.search(value[0]) else [value]


def _field(key: str, key_place: SourceSpan, written: re.Match[str], begin: int) -> Field:
    start, end = written.span()
    value = written[0]
    if value[0] in "\"'":
        start, end, value = start + 1, end - 1, value[1:-1]
    elif value in _NULLS:
        value = ""
    place = SourceSpan(begin + start, begin + end) if value else key_place
    return Field("front-matter", key, value, place)


def _place(line: re.Match[str], group: str, begin: int) -> SourceSpan:
    return SourceSpan(begin + line.start(group), begin + line.end(group))
