"""Located values -> typed values, by the annotations of `NamedTuple`s; every mistake names its line."""

from __future__ import annotations

import types
from functools import cache
from typing import (
    TYPE_CHECKING,
    Literal,
    NamedTuple,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from healthlint.checks import LexiconName, Regex
from healthlint.errors import did_you_mean
from healthlint.language.user_patterns import PatternError, compile_pattern
from healthlint.ruleset.located import Located

if TYPE_CHECKING:
    from collections.abc import Callable

    from healthlint.errors import HealthlintError

T = TypeVar("T")


class Decoder(NamedTuple):
    """How to decode one file."""

    path: str
    error: Callable[[str, str, int | None], HealthlintError]
    lexicon: Callable[[Located, Decoder], str] | None = None  # turns a LexiconName's value into a lexicon's name

    def decode(self, located: Located, kind: type[T], what: str) -> T:
        """The value as `kind`; `what` names it in messages, such as `params.within`."""
        return cast("T", _decode(self, located, kind, what))

    def fields(self, located: Located, kind: type, what: str) -> dict[str, object]:
        """The fields of the record `kind` that are given, decoded; others may be missing."""
        return _decode_fields(self, located, kind, what)

    def fail(self, message: str, line: int | None) -> HealthlintError:
        """The error to raise."""
        return self.error(message, self.path, line)


def _decode(decoder: Decoder, located: Located, kind: object, what: str) -> object:
    value, origin = located.value, get_origin(kind)
    if kind is Located:
        return located
    if kind is LexiconName:
        if decoder.lexicon is None:
            raise decoder.fail(f"{what} cannot name a lexicon here", located.line)
        return decoder.lexicon(located, decoder)
    if kind is Regex:
        return _regex(decoder, located, what)
    if origin is Union or origin is types.UnionType:
        return _decode_union(decoder, located, get_args(kind), what)
    if origin is Literal:
        if value not in get_args(kind):
            raise decoder.fail(_choice(what, value, [str(choice) for choice in get_args(kind)]), located.line)
        return value
    if origin is tuple:
        items = value if isinstance(value, list) else [located]  # one value may stand for a list of one
        return tuple(_decode(decoder, item, get_args(kind)[0], what) for item in items)
    if origin is dict:
        if not isinstance(value, dict):
            raise decoder.fail(f"{what} must be a mapping, not {_named(value)}", located.line)
        return {key: _decode(decoder, item, get_args(kind)[1], f"{what}.{key}") for key, item in value.items()}
    if isinstance(kind, type) and hasattr(kind, "_fields"):
        return _decode_record(decoder, located, kind, what)
    return _decode_scalar(decoder, located, kind, what)


def _decode_union(decoder: Decoder, located: Located, kinds: tuple[object, ...], what: str) -> object:
    if located.value is None and type(None) in kinds:
        return None
    rest = [kind for kind in kinds if kind is not type(None)]
    for kind in rest:
        if type(located.value) is kind:  # not isinstance: true is no whole number
            return located.value
    return _decode(decoder, located, rest[-1], what)


def _decode_record(decoder: Decoder, located: Located, kind: type, what: str) -> object:
    values = _decode_fields(decoder, located, kind, what)
    defaults: dict[str, object] = getattr(kind, "_field_defaults", {})
    if missing := [name for name in _hints(kind) if name not in values and name not in defaults]:
        raise decoder.fail(f'key "{missing[0].rstrip("_")}" is missing{_inside(what)}', located.line)
    return kind(**values)


def _decode_fields(decoder: Decoder, located: Located, kind: type, what: str) -> dict[str, object]:
    if not isinstance(located.value, dict):
        raise decoder.fail(f"{what} must be a mapping, not {_named(located.value)}", located.line)
    hints = _hints(kind)
    names = {name.rstrip("_"): name for name in hints}  # a field called `with_` is the key `with`
    values: dict[str, object] = {}
    for key, item in located.value.items():
        if key not in names:
            raise decoder.fail(f'unknown key "{key}"{_inside(what)}{did_you_mean(key, names)}', item.line)
        values[names[key]] = _decode(decoder, item, hints[names[key]], f"{what}.{key}" if what else key)
    return values


@cache
def _hints(kind: type) -> dict[str, object]:
    """The types of a record's fields by name; finding them out is slow."""
    return get_type_hints(kind)


def _decode_scalar(decoder: Decoder, located: Located, kind: object, what: str) -> object:
    value = located.value
    if kind is object:
        return located
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind is str and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(kind, type) or not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise decoder.fail(f"{what} must be {_WORDS.get(kind, kind)}, not {_named(value)}", located.line)
    return value


def _regex(decoder: Decoder, located: Located, what: str) -> str:
    if not isinstance(located.value, str):
        raise decoder.fail(f"{what} must be a regular expression, not {_named(located.value)}", located.line)
    try:
        compile_pattern(located.value)
    except PatternError as problem:
        raise decoder.fail(f"{what} {problem}", located.line) from None
    return located.value


_WORDS: dict[object, str] = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def _named(value: object) -> str:
    """How a value that does not fit is called in a message."""
    match value:
        case None:
            return "nothing"
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case bool():
            return "true" if value else "false"
        case _:
            return f'"{value}"'


def _choice(what: str, value: object, choices: list[str]) -> str:
    return f"{what} must be one of {', '.join(choices)}, not {_named(value)}{did_you_mean(str(value), choices)}"


def _inside(what: str) -> str:
    return f" in {what}" if what else ""
