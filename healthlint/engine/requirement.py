"""Whether this version is one that a configuration asks for."""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING

from healthlint import __version__
from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from healthlint.ruleset.decode import Decoder
    from healthlint.ruleset.located import Located

_COMPARE = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
_CLAUSE = lazy_pattern(r"(>=|<=|==|!=|>|<)?\s*(\d+(?:\.\d+)*)")


def require(located: Located, decoder: Decoder) -> None:
    """Make sure that this version fits what `required_version` says, such as `>=0.2,<1`. Raises ConfigError."""
    wanted = str(located.value)
    clauses = [_CLAUSE.fullmatch(part.strip()) for part in wanted.split(",")]
    if not all(clauses):
        raise decoder.fail(f'required_version must be like ">=0.2,<1", not "{wanted}"', located.line)
    mine = _numbers(__version__)
    if not all(_COMPARE[clause[1] or "=="](mine, _numbers(clause[2])) for clause in clauses if clause):
        message = f"required_version is {wanted}, and this is healthlint {__version__}; install a version that fits"
        raise decoder.fail(message, located.line)


def _numbers(version: str) -> tuple[int, ...]:
    """The numbers of a version, without zeros at the end: 0.2 and 0.2.0 are the same."""
    numbers = [int(number) for number in re.findall(r"\d+", re.match(r"[\d.]*", version)[0])]  # type: ignore[index]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
