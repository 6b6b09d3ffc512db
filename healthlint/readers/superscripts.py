"""What a raised number is: a citation mark, which is no prose, or an exponent, which is."""

from __future__ import annotations

import re

from healthlint.language.patterns import lazy_pattern

_NUMBERS = lazy_pattern(r"\[?\s*\d{1,3}(?:\s*[,;–—-]\s*\d{1,3})*\s*\]?(?:\s*,?\s*\[\d{1,3}\])*")
_SIGN = lazy_pattern(r"[a-z*†‡§¶#]|\*\*|††|‡‡")
_EXPONENT = lazy_pattern(r"[-–−]?\d{1,3}[+-]?|[+-]")
_BASE = lazy_pattern(r"(?:^|[^\w])(?:\d*[.,]?\d+ ?)?(?:[kcmdµμn]?m|ft|yd|[RrIχxXn])$")  # "kg/m", "5 cm", "R"
_RAISED = str.maketrans("0123456789+-–−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")


def is_citation(before: str, label: str, after: str) -> bool:
    """Whether the raised `label` between two pieces of text is a citation mark: a number in "shown.³", not in "10⁹".

    `before` and `after` need only reach to the next blank.
    """
    label = label.strip()
    if _NUMBERS.fullmatch(label):
        if "[" in label:
            return True
        if before[-1:].isdigit():
            return _is_year(before)
        if not before[-1:].strip():
            return not after[:1].isalpha()  # "of ¹³¹I" is an isotope
        return not (label.isdigit() and len(label) == 1 and _BASE.search(before))
    return bool(_SIGN.fullmatch(label)) and len(before) > 1 and not (label.isalpha() and _BASE.search(before))


def raised(label: str) -> str:
    """An exponent in Unicode's raised digits, so that "10<sup>9</sup>" is not read as 109; other text as it is."""
    return label.translate(_RAISED) if _EXPONENT.fullmatch(label) else label


def _is_year(before: str) -> bool:
    return re.search(r"(?:^|\D)(?:19|20)\d\d$", before) is not None
