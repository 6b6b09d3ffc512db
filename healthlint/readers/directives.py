"""The comments by which authors speak to healthlint: `healthlint-disable-next-line HL301 -- reason`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.model.document import Directive

if TYPE_CHECKING:
    from healthlint.model.span import SourceSpan

_DIRECTIVE = re.compile(r"\s*healthlint-([a-z][a-z-]*)(?![\w.])(.*)", re.DOTALL | re.IGNORECASE)
_REASON = re.compile(r"(?:^|\s)(?:-{2,}|[—–])(?:\s|$)")  # word processors turn "--" into a dash
_CODE = re.compile(r"HL\d+", re.IGNORECASE)


def parse_comment(text: str, source: SourceSpan) -> Directive | None:
    """What a comment, given without its `<!--` and `-->`, tells healthlint; None if it speaks to somebody else.

    Any action and any codes are accepted: it is for the engine to say which of them do not exist.
    """
    directive = _DIRECTIVE.match(text)
    if directive is None:
        return None
    codes, _, reason = _divide(directive[2])
    return Directive(
        directive[1].lower().rstrip("-"),
        tuple(code.upper() if _CODE.fullmatch(code) else code for code in re.split(r"[\s,;]+", codes) if code),
        " ".join(reason.split()),
        source,
    )


def _divide(words: str) -> tuple[str, str, str]:
    """The codes, the dash and the reason."""
    dash = _REASON.search(words)
    return (words[: dash.start()], dash[0], words[dash.end() :]) if dash else (words, "", "")
