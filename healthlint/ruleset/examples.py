"""The examples in a rule file: text that must, or must not, make the rule speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthlint.errors import did_you_mean
from healthlint.model.context import Policy
from healthlint.ruleset.located import Located
from healthlint.ruleset.spec import Example, Examples

if TYPE_CHECKING:
    from healthlint.ruleset.decode import Decoder

_SETTINGS = set(Policy._fields) - {"today", "retractions"}  # what examples may suppose
OPEN, CLOSE = "⟦", "⟧"


class Marked(NamedTuple):
    """A text without its marks, and the places that they enclosed, in code points of the text."""

    text: str
    places: tuple[tuple[int, int], ...]


def decode_examples(located: Located | None, decoder: Decoder) -> Examples:
    """The examples of a rule file; each is a string or a mapping."""
    if located is None:
        return Examples()
    if not isinstance(located.value, dict) or set(located.value) - {"bad", "good"}:
        raise decoder.fail("examples must have the keys bad and good", located.line)
    bad, good = (_decode_list(located.value.get(key), decoder, key) for key in ("bad", "good"))
    return Examples(bad, good)


def unmark(text: str) -> Marked:
    """The text with ⟦ and ⟧ taken out, and where they stood. Raises ValueError where one has no partner."""
    places, plain, start = [], "", None
    for char in text:
        if char == OPEN and start is None:
            start = len(plain)
        elif char == CLOSE and start is not None:
            places.append((start, len(plain)))
            start = None
        elif char in (OPEN, CLOSE):
            raise ValueError(f"{char} has no partner")
        else:
            plain += char
    if start is not None:
        raise ValueError(f"{OPEN} has no partner")
    return Marked(plain, tuple(places))


def _decode_list(located: Located | None, decoder: Decoder, key: str) -> tuple[Example, ...]:
    if located is None:
        return ()
    rows = located.value if isinstance(located.value, list) else [located]
    return tuple(_decode_example(row, decoder, key) for row in rows)


def _decode_example(row: Located, decoder: Decoder, key: str) -> Example:
    if not isinstance(row.value, dict):
        example = Example(text=decoder.decode(row, str, f"examples.{key}"), line=row.line)
        return _verified(example, decoder)
    cells = dict(row.value)
    whole = cells.get("finds")
    if whole is not None and whole.value == "whole":
        cells["finds"] = Located([Located({}, whole.line)], whole.line)
    config = cells.pop("config", Located({}, row.line))
    settings: dict[str, object] = {}
    for name, item in decoder.decode(config, dict[str, Located], f"examples.{key}.config").items():
        if name not in _SETTINGS:
            message = f'unknown key "{name}" in examples.{key}.config{did_you_mean(name, _SETTINGS)}'
            raise decoder.fail(message, item.line)
        settings[name] = plain_value(item)
    example = decoder.decode(Located(cells, row.line), Example, f"examples.{key}")
    return _verified(example._replace(line=row.line, config=settings), decoder)


def _verified(example: Example, decoder: Decoder) -> Example:
    """The example, once it is sure that each mark in it has a partner."""
    for text in (example.text, *example.files.values()):
        try:
            unmark(text)
        except ValueError as problem:
            raise decoder.fail(f"an example's {problem}", example.line) from None
    return example


def plain_value(located: Located) -> object:
    """A located value without its lines."""
    if isinstance(located.value, dict):
        return {key: plain_value(item) for key, item in located.value.items()}
    if isinstance(located.value, list):
        return [plain_value(item) for item in located.value]
    return located.value
