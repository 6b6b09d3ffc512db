"""Finds headings that are not capitalized as the house has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from healthlint.checks import LexiconName, Scope, units_in
from healthlint.language.modality import word_set
from healthlint.language.patterns import lazy_pattern
from healthlint.model.finding import Edit, Finding, Suggestion
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis


class Params(NamedTuple):
    """`style`: `sentence` (“Who should not take iron”), `title` (“Who Should Not Take Iron”), `lower` or `upper`.

    `names` are words that keep their capitals, such as drugs and people.
    """

    style: Literal["sentence", "title", "lower", "upper"]
    names: LexiconName | None = None
    scope: Scope = Scope(unit="heading")


WORDS: tuple[str, ...] = ("prefer",)
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding a unit, with the unit in the style as an offer."""
    for unit in units_in(analysis, params.scope):
        text = analysis.text[unit.start : unit.end]
        better = "".join(_restyled(analysis, unit, params))
        if better != text:
            offer = Suggestion(f"write “{better}”", (Edit(unit, better),))
            yield Finding(unit, {"prefer": better}, suggestions=(offer,))


def _restyled(analysis: Analysis, unit: TextSpan, params: Params) -> Iterator[str]:
    """The unit in pieces, each word in the capitals that the style gives it."""
    kept = [(hit.start, hit.end) for hit in analysis.hits.within(params.names, *unit)] if params.names else []
    at, opens = unit.start, True
    for word in _WORD.finditer(analysis.text, *unit):
        between, at = analysis.text[at : word.start()], word.end()
        opens = opens or any(sign in between for sign in ":.?!–—")
        is_name = any(start <= word.start() < end for start, end in kept)
        yield between
        yield word[0] if is_name or _is_own(word[0], params.style) else _capitalized(word[0], params.style, opens)
        opens = False
    yield analysis.text[at : unit.end]


def _is_own(word: str, style: str) -> bool:
    """Whether a word has capitals of its own: DNA, mRNA, McArdle, vitamin D, I."""
    return style != "upper" and (any(map(str.isupper, word[1:])) or any(map(str.isdigit, word)) or len(word) == 1)


def _capitalized(word: str, style: str, opens: bool) -> str:
    match style:
        case "upper":
            return word.upper()
        case "lower":
            return word.lower()
        case "title" if opens or word.lower() not in _SMALL:
            return word[0].upper() + word[1:]
        case "sentence" if opens:
            return word[0].upper() + word[1:].lower()
    return word.lower()


_WORD = lazy_pattern(r"[^\W_](?:[\w'’]*\w)?")
# Style guides leave these small in titles unless they come first.
_SMALL = word_set(
    "a an the and but or nor for so yet as at by from in into of off on onto out over per than to up via vs with"
)
