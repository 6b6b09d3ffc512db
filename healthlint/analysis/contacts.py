"""The lines of help that a page names: telephone numbers, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.analysis.source_tiers import is_at, read_address
from healthlint.language.patterns import lazy_pattern
from healthlint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from healthlint.analysis import Analysis
    from healthlint.analysis.source_tiers import Address
    from healthlint.model.context import Fact


def contacts_in(analysis: Analysis, tables: tuple[str, ...]) -> set[str]:
    """The regions of the lines of help that a page gives in its prose, its links or its front matter."""
    document = analysis.document
    texts = [document.text, *(field.value for field in document.fields if field.origin == "front-matter")]
    numbers = {digits for text in texts for digits in numbers_in(text)}
    urls = [link.url for link in document.links]
    numbers |= {digits for url in urls if url.startswith(("tel:", "sms:")) for digits in numbers_in(url)}
    addresses = [read_address(url) for url in urls]
    text = analysis.hits.folded
    rows = [row for table in tables for row in analysis.knowledge.facts[table].rows]
    return {
        row["region"] for row in rows if is_given(row["contact"], numbers, text) or _is_linked(row, addresses, text)
    }


def lines_of(table: str, analysis: Analysis) -> Iterator[str]:
    """What to print of the verified lines of the readers' region: "988 Suicide & Crisis Lifeline, call 988"."""
    for row in analysis.knowledge.facts[table].by("region").get(analysis.policy.region, ()):
        if row["verified"] == "yes":
            yield f"{row['service']}, {row['contact']}"


def numbers_in(text: str) -> Iterator[str]:
    """The digits of every number that could be a telephone's: "116 123" -> "116123"."""
    for match in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        around = text[max(match.start() - _BEFORE, 0) : match.end() + _AFTER]
        if len(digits) > _SHORT or _CALLING.search(around):  # not "988 patients"
            yield digits


def is_given(contact: str, numbers: set[str], folded: str) -> bool:
    """Whether a line's number is among those of a page; a long one with or without the code of its country."""
    if re.search(r"[a-z]{4}|\.[a-z]", contact.split(" to ")[-1].lower().removeprefix("text ").removeprefix("call ")):
        return contact.lower() in folded  # "1-800-273-TALK", "988lifeline.org"
    digits = re.sub(r"\D", "", contact)
    if len(digits) < _LONG:
        return digits in numbers
    return any(number.endswith(digits.removeprefix("1")) for number in numbers)


def places_of_contact(contact: str, text: str) -> Iterator[TextSpan]:
    """Where a long number or an address stands in a text."""
    if re.search(r"[A-Za-z]{4}", contact):
        for match in re.finditer(rf"(?<![\w.-]){re.escape(contact)}(?![\w-])", text, re.IGNORECASE):
            yield TextSpan(*match.span())
        return
    digits = re.sub(r"\D", "", contact)
    for match in _NUMBER.finditer(text):
        if re.sub(r"\D", "", match[0]).endswith(digits.removeprefix("1")):
            yield TextSpan(*match.span())


def _is_linked(row: Fact, addresses: list[Address], folded: str) -> bool:
    """Whether the page links to the line's site, or names its address."""
    site = read_address(row["site"])
    if not site.host:
        return False
    if any(is_at(each.host, site.host) and each.path.startswith(site.path) for each in addresses):
        return True
    return site.path == "/" and site.host in folded


_NUMBER = lazy_pattern(r"\d(?:[ \u00a0().\-\u2010-\u2013]{0,2}\d)*")
_CALLING = lazy_pattern(r"\b(?:call|dial|text|phone|ring|reach|contact|tel|nhs|press|number)|line\b", re.IGNORECASE)
_BEFORE, _AFTER = 30, 40  # characters in which a short number is called a telephone's
_SHORT = 3  # digits
_LONG = 7
