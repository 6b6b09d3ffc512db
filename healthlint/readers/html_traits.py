"""What the attributes of one element say of its content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from healthlint.language.patterns import lazy_pattern
from healthlint.readers.html_areas import ID_TAGS, area_kind
from healthlint.readers.html_classes import detail_of_token, is_button, is_hiding, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from healthlint.readers.html_areas import AreaKind
    from healthlint.readers.html_classes import Detail
    from healthlint.readers.html_tokens import Attribute


class Traits(NamedTuple):
    """The part of the page that an element is, and what it tells of the article."""

    area: AreaKind | None = None
    hides: bool = False
    detail: Detail | None = None
    is_explicit: bool = False  # the detail is told by an `itemprop` or a `rel`, not by a class
    level: int = 0  # of a heading that a role makes


NO_TRAITS = Traits()
TELLING_TAGS = frozenset(  # that say something without any attribute
    ("main", "article", "nav", "aside", "header", "footer", "form", "button", "dialog", "time", "search")
)


def may_tell(name: str, written: str) -> bool:
    """Whether a tag with these attributes may have traits: a quick look before they are read."""
    if name in TELLING_TAGS:
        return True
    return bool(written) and (_SAYS_WITH_ID if name in ID_TAGS else _SAYS)(written) is not None


def read_traits(name: str, attributes: Mapping[str, Attribute], *, in_article: bool) -> Traits:
    """The traits of an element; NO_TRAITS itself where it has none."""
    classes = words_of(attributes, "class") if "class" in attributes else ()
    detail, is_explicit = _detail(name, attributes, classes)
    area = area_kind(name, attributes, classes, in_article=in_article)
    if name == "a" and is_button(classes):
        area = "chrome"
    traits = Traits(area, _is_hidden(name, attributes, classes), detail, is_explicit, _heading_level(attributes))
    return NO_TRAITS if traits == NO_TRAITS else traits


_SAYS = lazy_pattern("class|role|hidden|itemprop|rel=", re.IGNORECASE).search
_SAYS_WITH_ID = lazy_pattern("class|role|hidden|itemprop|id=", re.IGNORECASE).search
_MAY_TELL = frozenset(("span", "time", "small", "a", "cite", "p", "div", "address", "li", "dd", "em", "strong", "i"))
_ORDER: tuple[Detail, ...] = ("published", "updated", "reviewed", "reviewer", "author", "date")


def _detail(name: str, attributes: Mapping[str, Attribute], classes: tuple[str, ...]) -> tuple[Detail | None, bool]:
    """What an element tells, and whether it says so outright. Of several the most exact counts."""
    if name not in _MAY_TELL:
        return None, False
    outright = words_of(attributes, "itemprop", "rel") if "itemprop" in attributes or "rel" in attributes else ()
    for words in (outright, classes):
        found = {detail_of_token(word) for word in words} - {None}
        if found:
            return next(detail for detail in _ORDER if detail in found), words is outright
    return ("date" if name == "time" else None), False


def _is_hidden(name: str, attributes: Mapping[str, Attribute], classes: tuple[str, ...]) -> bool:
    """Whether an element keeps its content from every reader."""
    if name in ("main", "article"):
        return False
    hidden, aria, role = attributes.get("hidden"), attributes.get("aria-hidden"), attributes.get("role")
    if hidden and hidden.value != "until-found" and not (role and role.value in ("region", "tabpanel")):
        return True  # a closed panel is hidden until somebody opens it
    if aria and aria.value.strip().lower() == "true":
        return True
    return any(is_hiding(token) for token in classes)


def _heading_level(attributes: Mapping[str, Attribute]) -> int:
    role, level = attributes.get("role"), attributes.get("aria-level")
    if not role or role.value != "heading":
        return 0
    return int(level.value) if level and level.value in ("1", "2", "3", "4", "5", "6") else 2
