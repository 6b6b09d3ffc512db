"""What the tags of HTML mean to prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthlint.language.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from healthlint.readers.html_tokens import Attribute

VOID_TAGS = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"))
RAW_TAGS = frozenset(("script", "style"))
DROPPED_TAGS = RAW_TAGS.union(
    ("template", "svg", "canvas", "iframe", "object", "audio", "video", "noscript", "select", "datalist", "textarea"),
    ("head", "title"),
)
SECTIONING_TAGS = frozenset(("section", "article", "main"))
CHROME_TAGS = frozenset(("nav", "aside", "form", "button"))
PAGE_TAGS = frozenset(("header", "footer"))  # of the page or of a section
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LEAVES = HEADINGS.union(  # a closing tag of these belongs to the block before it
    ("p", "li", "td", "th", "dt", "dd", "figcaption", "caption", "summary", "pre", "blockquote")
)
BLOCK_TAGS = LEAVES.union(
    ("address", "body", "center", "col", "colgroup", "details", "dialog", "div", "dl", "fieldset", "figure", "hgroup"),
    ("hr", "html", "legend", "menu", "ol", "search", "table", "tbody", "tfoot", "thead", "tr", "ul"),
    SECTIONING_TAGS,
    CHROME_TAGS,
    PAGE_TAGS,
)

_INVISIBLE = lazy_pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_hidden(attributes: Mapping[str, Attribute]) -> bool:
    """Whether the attributes of a tag keep its content from readers."""
    style = attributes.get("style")
    return "hidden" in attributes or (style is not None and _INVISIBLE.search(style.value) is not None)


def is_component(name: str) -> bool:
    """Whether a tag, as written, is no element of HTML: `Callout`, `ui.Note`, `my-alert`."""
    return "-" in name or "." in name or (name[0].isupper() and not name.isupper())
