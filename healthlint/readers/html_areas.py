"""The parts of a page: which of them are the article, which are its front matter, and which only stand around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from healthlint.language.patterns import lazy_pattern
from healthlint.readers.html_classes import area_of_token, is_callout, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from healthlint.model.document import Block, Region
    from healthlint.readers.html_tokens import Attribute

AreaKind = Literal[
    "page",
    "main",
    "article",
    "content",  # the text of an article, without its title
    "header",  # of an article
    "page-header",
    "front",
    "footnote",
    "own",  # part of the article wherever it stands, such as its references
    "chrome",
    "perhaps-chrome",  # unless the article is in it
]


class Area:
    """A part of the page. Text may be in several, one in the other; `parent` is the index of the one around it."""

    __slots__ = ("has_main", "has_title", "in_article", "in_notes", "kind", "length", "parent")

    def __init__(self, kind: AreaKind, parent: int = 0, around: Area | None = None) -> None:
        self.kind, self.parent = kind, parent
        self.in_article: bool = kind in ("main", "article") or (around is not None and around.in_article)
        self.in_notes: bool = kind == "footnote" or (around is not None and around.in_notes)
        self.length = 0  # characters of prose
        self.has_title = False  # a first-level heading that is no link to the home page
        self.has_main = kind == "main"


def area_kind(
    name: str, attributes: Mapping[str, Attribute], classes: tuple[str, ...], *, in_article: bool
) -> AreaKind | None:
    """What kind of part an element opens; None where it says nothing."""
    kind = _by_role(attributes) or _by_tag(name, in_article=in_article)
    if kind == "chrome" and name == "aside" and is_callout(words_of(attributes, "class", "role", "aria-label")):
        return None
    if kind in ("main", "article", "chrome"):
        return "perhaps-chrome" if kind == "article" and _is_teaser(classes) else kind
    found = {area_of_token(token) for token in classes}
    if name in ID_TAGS and "id" in attributes:
        found.update(area_of_token(token) for token in words_of(attributes, "id"))
    if found and found != _NOTHING:
        return next((candidate for candidate in _CANDIDATES if candidate in found), kind)
    return kind


def settle(blocks: Sequence[Block], places: Sequence[int], areas: Sequence[Area], text: str) -> list[Region]:
    """The region of every block. `places` has the area of each, `areas` all of them, the outer before the inner."""
    _measure(blocks, places, areas)
    chrome = _is_chrome(areas)
    regions: list[Region] = ["" for _ in areas]
    scope = _scope(areas, chrome)
    in_scope = [False for _ in areas]
    for index, area in enumerate(areas):
        around: Region = regions[area.parent] if index else ""
        in_scope[index] = index in scope or (index > 0 and in_scope[area.parent]) or area.kind in ("own", "footnote")
        regions[index] = "chrome" if chrome[index] else _region(area, around)
    strict = not scope or areas[min(scope)].kind != "content"
    return [
        _region_of_block(block, areas[place], regions[place], text)
        if not scope or in_scope[place] or (not strict and (block.level == 1 or regions[place] == "front"))
        else "chrome"
        for block, place in zip(blocks, places, strict=True)
    ]


_ROLES: dict[str, AreaKind] = {
    "main": "main",
    "article": "article",
    "navigation": "chrome",
    "contentinfo": "chrome",
    "complementary": "chrome",
    "search": "chrome",
    "dialog": "chrome",
    "alertdialog": "chrome",
    "menu": "chrome",
    "menubar": "chrome",
    "doc-endnotes": "footnote",
    "doc-bibliography": "own",
}
_TAGS: dict[str, AreaKind] = {
    "main": "main",
    "article": "article",
    "nav": "chrome",
    "aside": "chrome",
    "footer": "chrome",
    "menu": "chrome",
    "form": "perhaps-chrome",  # some systems wrap the whole page into one
    "button": "chrome",
    "dialog": "chrome",
    "search": "chrome",
}
ID_TAGS = frozenset(("div", "ul", "ol", "dl", "table", "span"))  # the id of others is the name of their topic
_CANDIDATES: tuple[AreaKind, ...] = ("footnote", "own", "perhaps-chrome", "front", "content")
_NOTHING = {None}
_LONG = 1000  # characters: what holds half of a page as long as that is no side matter, whatever it is called
_PROSE = lazy_pattern(r"(?:\S+\s+){11,}\S*[.!?…]['\"”’)]*$")


def _by_role(attributes: Mapping[str, Attribute]) -> AreaKind | None:
    role = attributes.get("role")
    return _ROLES.get(role.value.strip().lower()) if role else None


def _by_tag(name: str, *, in_article: bool) -> AreaKind | None:
    if name == "header":
        return "header" if in_article else "page-header"
    return _TAGS.get(name)


def _is_teaser(classes: tuple[str, ...]) -> bool:
    """Whether an `article` element is a card that leads to another article."""
    return any(re.match(r"related|teaser|promo", token) for token in classes)


def _measure(blocks: Sequence[Block], places: Sequence[int], areas: Sequence[Area]) -> None:
    """Note how much prose each area holds, inner areas included, and whether the title is in it."""
    for block, place in zip(blocks, places, strict=True):
        areas[place].length += block.span.end - block.span.start
    for area in reversed(areas[1:]):
        parent = areas[area.parent]
        parent.length += area.length
        parent.has_title |= area.has_title
        parent.has_main |= area.has_main


def _is_chrome(areas: Sequence[Area]) -> list[bool]:
    """Whether each area is chrome by itself; one that only may be is not where it holds the article."""
    return [
        area.kind == "chrome"
        or (
            area.kind in ("perhaps-chrome", "page-header")
            and not (area.has_title or area.has_main or area.length > max(_LONG, areas[0].length / 2))
        )
        for area in areas
    ]


def _scope(areas: Sequence[Area], chrome: Sequence[bool]) -> frozenset[int]:
    """The areas outside of which all is chrome: `main`, or the articles, if most of the page's prose is in them."""
    outside = [False for _ in areas]  # in chrome
    around: list[str] = ["" for _ in areas]  # the kinds of scope around each area
    found: dict[str, list[int]] = {"main": [], "article": [], "content": []}
    total = areas[0].length
    for index, area in enumerate(areas):
        outside[index] = chrome[index] or (index > 0 and outside[area.parent])
        around[index] = around[area.parent] if index else ""
        if chrome[index] and not (index and outside[area.parent]):
            total -= area.length
        if area.kind in found and not outside[index] and not around[index]:
            found[area.kind].append(index)
            around[index] = area.kind
    for indices in found.values():
        if indices and 2 * sum(areas[index].length for index in indices) >= total:
            return frozenset(indices)
    return frozenset()


def _region(area: Area, around: Region) -> Region:
    if area.kind == "footnote":
        return "footnote"
    if area.kind == "own":
        return ""
    return "front" if area.kind == "front" and around == "" else around


def _region_of_block(block: Block, area: Area, region: Region, text: str) -> Region:
    """The region of one block: a title is a title everywhere, and the lead in an article's header is prose."""
    if region == "front" and block.kind == "heading" and block.level == 1:
        return ""
    if region == "" and area.kind in ("header", "page-header") and block.kind != "heading":
        return "" if _PROSE.match(text[slice(*block.span)]) else "front"
    return region
