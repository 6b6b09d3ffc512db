"""The JSON-LD of a page -> fields, each with the place of its value."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Field, Problem
from healthlint.model.span import SourceSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What the decoder hands over: an object as a tuple of its pairs, so that the order of the source is kept.
Json = str | int | float | bool | None | list["Json"] | tuple[tuple[str, "Json"], ...]


class JsonLd(NamedTuple):
    """The fields of one script element, or the problem for which it has none."""

    fields: tuple[Field, ...] = ()
    problem: Problem | None = None


def read_json_ld(content: str, offset: int) -> JsonLd:
    """What a JSON-LD script says, by keys such as `author.name`; `offset` is where its content begins in the source.

    What describes something else than the page bears its type before the key: `organization.name`.
    """
    if not content.strip():
        return JsonLd()
    begin, end = _edges(content)
    text, offset = content[begin:end], offset + begin
    try:
        root: Json = json.loads(text, object_pairs_hook=tuple, strict=False)
    except json.JSONDecodeError as error:
        place = offset + max(min(error.pos, len(text) - 1), 0)
        return JsonLd(problem=Problem(f"the JSON-LD is not valid: {error.msg}", SourceSpan(place, place + 1)))
    except (RecursionError, ValueError):  # nested too deeply; a number of thousands of digits
        return JsonLd(problem=Problem("the JSON-LD cannot be read", SourceSpan(offset, offset + 1)))
    fields = list(_fields(root, text, offset))
    return JsonLd((*fields, *_resolved(fields)))


_GRAPH = "@graph"  # the key of a list of nodes, each of which describes something on its own; so does the root
_STRING = lazy_pattern(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_OF_THE_PAGE = lazy_pattern(r"(?:.*(?:Article|Posting|Page|Report|Content|HowTo|Recipe|CreativeWork))?")


def _edges(content: str) -> tuple[int, int]:
    """The JSON without a comment or CDATA section around it."""
    begin = re.search(r"(?<!CDATA)[\[{](?!CDATA)", content)
    close = content.rfind("]]>")
    end = max(content.rfind("}"), content.rfind("]", 0, close if close >= 0 else len(content))) + 1
    return (begin.start(), end) if begin and end > begin.start() else (0, len(content))


def _fields(root: Json, text: str, offset: int) -> Iterator[Field]:
    """Every value in the order of the source; strings are paired with their places one by one."""
    places = _STRING.finditer(text)
    whole = SourceSpan(offset, offset + len(text))
    levels = [_children(root, _GRAPH)]
    while levels:
        child = next(levels[-1], None)
        if child is None:
            levels.pop()
            continue
        key, value = child
        if key.startswith("\0"):  # the key itself, which is written in the source too
            next(places, None)
        elif isinstance(value, str):
            found = next(places, None)
            place = SourceSpan(offset + found.start() + 1, offset + found.end() - 1) if found else whole
            yield Field("json-ld", key, value, place)
        elif isinstance(value, (list, tuple)):
            levels.append(_children(value, key))
        elif value is not None and not isinstance(value, bool):
            yield Field("json-ld", key, str(value), whole)


def _children(value: Json, key: str) -> Iterator[tuple[str, Json]]:
    """The parts of an object or a list with their full keys; each key of an object comes first, marked by a NUL."""
    if isinstance(value, list):
        for item in value:
            yield key, item
        return
    if not isinstance(value, tuple):
        return
    prefix = _type_prefix(value) if key.endswith(_GRAPH) else f"{key}."
    for name, part in value:
        yield "\0", None
        yield prefix + name.lower(), part


def _type_prefix(node: Iterable[tuple[str, Json]]) -> str:
    """Nothing for what describes the page, `organization.` for its publisher."""
    kinds = next((value for name, value in node if name == "@type"), None)
    names = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
    if not names or any(_OF_THE_PAGE.fullmatch(name) for name in names):
        return ""
    return f"{names[0].lower()}."


def _resolved(fields: list[Field]) -> Iterator[Field]:
    """The names of those who are only pointed to: an author given as `{"@id": "#jo"}` and described elsewhere."""
    names: dict[str, Field] = {}
    for first, second in _nodes_with_name(fields):
        names.setdefault(first.value, second)
    given = {(field.key, field.value) for field in fields}
    for field in fields:
        owner, _, last = field.key.rpartition(".")
        name = names.get(field.value) if last == "@id" and "." not in owner else None
        if name and owner and (f"{owner}.name", name.value) not in given and not name.key.startswith(f"{owner}."):
            yield Field("json-ld", f"{owner}.name", name.value, name.source)


def _nodes_with_name(fields: list[Field]) -> Iterator[tuple[Field, Field]]:
    """Pairs of an identifier and a name that the same node bears."""
    last: dict[str, dict[str, Field]] = {}
    for field in fields:
        owner, _, key = field.key.rpartition(".")
        if key not in ("@id", "name", "@type"):
            continue
        node = last.setdefault(owner, {})
        if key in node:  # the next node of the same type
            node = last[owner] = {}
        node[key] = field
        if "@id" in node and "name" in node:
            yield node["@id"], node["name"]
