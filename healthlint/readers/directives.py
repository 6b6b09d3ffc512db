"""The comments by which authors speak to healthlint: `healthlint-disable-next-line HL301 -- reason`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.model.document import Directive

if TYPE_CHECKING:
    from healthlint.model.span import SourceSpan

_DIRECTIVE = lazy_pattern(r"\s*healthlint-([a-z][a-z-]*)(?![\w.])(.*)", re.DOTALL | re.IGNORECASE)
_REASON = lazy_pattern(r"(?:^|\s)(?:-{2,}|[—–])(?:\s|$)")  # word processors turn "--" into a dash
_CODE = lazy_pattern(r"HL\d+", re.IGNORECASE)
_WORD = lazy_pattern(r"[^\s,;]+")
_UNTIL = lazy_pattern(r"(?<![\w-])until[:=]?\s+(\d[\d./-]*\d)")
_REVIEWED = lazy_pattern(r"(?<![\w-])reviewed-by[:=]?\s+([^;]+?)(?=\s*(?:;|\suntil\s|\s(?:-{2,}|[—–])(?:\s|>|$)|$))")


def parse_comment(text: str, source: SourceSpan) -> Directive | None:
    """What a comment, given without its `<!--` and `-->`, tells healthlint; None if it speaks to somebody else.

    Any action and any codes are accepted: it is for the engine to say which of them do not exist.
    """
    directive = _DIRECTIVE.match(text)
    if directive is None:
        return None
    terms = parse_terms(directive[2])
    return Directive(directive[1].lower().rstrip("-"), *terms[:2], source, *terms[2:])


class Terms(NamedTuple):
    """What a directive says beside its action."""

    codes: tuple[str, ...]
    reason: str
    reviewer: str
    until: str


def parse_terms(words: str) -> Terms:
    """What stands behind the action, such as `HL301 -- cited below; reviewed-by Ana Ruiz until 2027-03-01`."""
    until, reviewed = _UNTIL.search(words), _REVIEWED.search(words)
    codes, reason = _divide(_without_options(words))
    return Terms(
        tuple(code.upper() if _CODE.fullmatch(code) else code for code in _WORD.findall(codes)),
        " ".join(reason.split()).strip(" ;,"),
        " ".join(reviewed[1].split()) if reviewed else "",
        until[1] if until else "",
    )


def code_places(written: str) -> list[tuple[int, int]]:
    """Where the codes stand in a comment as the file has it, or in what stands behind its action."""
    directive = re.search(r"healthlint-[a-z][a-z-]*", written, re.IGNORECASE)
    start = directive.end() if directive else 0
    codes, _ = _divide(_without_options(written[start:]))
    return [(start + word.start(), start + word.end()) for word in _WORD.finditer(codes)]


def _without_options(words: str) -> str:
    """The words with blanks where the options stood."""
    for option in (_REVIEWED, _UNTIL):
        words = option.sub(lambda match: " " * len(match[0]), words)
    return words


def _divide(words: str) -> tuple[str, str]:
    """The codes and the reason."""
    dash = _REASON.search(words)
    return (words[: dash.start()], words[dash.end() :]) if dash else (words, "")
