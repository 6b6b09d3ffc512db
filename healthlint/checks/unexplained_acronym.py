"""Finds acronyms that an article uses and never explains."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from healthlint.checks import LexiconName, Scope, blocks_in, is_inline_code
from healthlint.language.acronyms import places_of
from healthlint.language.patterns import lazy_pattern
from healthlint.language.tokens import STOP_WORDS
from healthlint.model.finding import Finding, Related
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.sentences import Sentence


class Params(NamedTuple):
    """`known` need no explanation. An acronym is reported that stands in the article at least so many `times`."""

    known: LexiconName
    times: int = 2
    scope: Scope = Scope()


WORDS: tuple[str, ...] = ("acronym", "times")
VARIANTS: tuple[str, ...] = ()


def check(analysis: Analysis, params: Params) -> Iterator[Finding]:
    """One finding an acronym, at its first place; the second one is related."""
    known = analysis.knowledge.lexicons[params.known].lookup
    used: dict[str, list[TextSpan]] = {}
    is_shouted = cache(partial(_is_shouted, analysis.text))
    for _, block in blocks_in(analysis, params.scope):
        if block.kind in ("paragraph", "item"):
            for match in _ACRONYM.finditer(analysis.text, *block.span):
                if match[1].lower().encode() not in known and not is_shouted(analysis.sentences.at(match.start())):
                    used.setdefault(match[1], []).append(TextSpan(*match.span(1)))
    for acronym, places in used.items():
        if (
            len(places) >= params.times
            and not any(_is_in_name(analysis.text, place) for place in places)
            and not _is_explained(acronym, analysis.text)
            and not _is_word(acronym.lower(), analysis.text)
            and not is_inline_code(places[0].start, analysis)
            and not _is_spelled_out(acronym, analysis.text)
        ):
            yield Finding(places[0], {"acronym": acronym, "times": len(places)}, (Related("also", places[1]),))


def _is_word(lower: str, text: str) -> bool:
    """Whether capitals only stress a word that the article has elsewhere, too: "do NOT crush it"."""
    return lower in STOP_WORDS or bool(places_of(lower, text))


def _is_explained(acronym: str, text: str) -> bool:
    """Whether an article says what letters mean, before or after them: "(ABC)", "ABC (…)", "ABC stands for"."""
    at = text.find(acronym)
    while at >= 0:
        end = at + len(acronym)
        if text[max(at - 1, 0) : at] == "(" and text[end : end + 1] in (")", "s", ",", ";"):
            return True
        if _MEANING.match(text, end):
            return True
        at = text.find(acronym, end)
    return False


def _is_spelled_out(acronym: str, text: str) -> bool:
    """Whether words that an acronym can stand for are anywhere: "polycystic ovary syndrome" for PCOS."""
    first, others = acronym[0], acronym[1:]
    steps = (rf"(?:{_NEXT_WORD}|[^\W{letter}]{{0,20}}+){letter}" for letter in others)  # or the same word goes on
    form = re.compile(rf"\b{first}{''.join(steps)}", re.IGNORECASE)
    found = (match[0] for match in form.finditer(text))
    return any(len(words.split()) * 2 >= len(acronym) and not words.startswith(acronym[:2]) for words in found)


def _is_in_name(text: str, place: TextSpan) -> bool:
    """Whether letters are part of what is sold or grown under a name: "Alder Glow LED+", "Lactobacillus GG"."""
    before = text[max(place.start - _NAME_LENGTH, 0) : place.start]
    return bool(_NAME.search(before) or _NAME_GOES_ON.match(text, place.end))


def _is_shouted(text: str, sentence: Sentence | None) -> bool:
    """Whether a sentence is written in capitals for the most part, so that any word looks like an acronym."""
    words: list[str] = _PART.findall(text, sentence.start, sentence.end) if sentence else []
    return sum(word.isupper() for word in words if len(word) > 1) * 2 > len(words)


_ACRONYM = lazy_pattern(r"([A-Z](?<![\w.’'/&-].)[A-Z]{1,5})(?:s|['’]s)?(?![\w’'/&-]|\.\w)")
_MEANING = lazy_pattern(
    r"['’]?s?,? \((?:[a-z]{3,}|[A-Z][a-z]{2,})|,? (?:which )?(?:stands|is short|short) for|,? or [a-z]{3,} "
)
_NEXT_WORD = r"\w{0,20}+[\s-]{1,2}(?:(?:of|the|and|for|in|to|by) )?"
_NAME = lazy_pattern(r"(?<=[a-z,] )(?:[A-Z][a-z]{2,} )+$")
_NAME_GOES_ON = lazy_pattern(r"[+®™]| [A-Z][a-z]{2,}")
_NAME_LENGTH = 60
_PART = lazy_pattern(r"[^\W\d_]+")
