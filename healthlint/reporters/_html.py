"""HTML that is safe by construction: markup is made of elements, and every other text is escaped."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    Value = str | int | bool | None

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
# Control characters, halves of characters, and signs that turn the direction of writing around.
_MISLEADING = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"
)
_OUTWARD = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_NAMES = {
    "a", "bdi", "blockquote", "body", "br", "button", "code", "dd", "del", "details", "div", "dl", "dt", "fieldset",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "input", "ins", "label", "legend", "li", "main", "mark",
    "nav", "ol", "option", "p", "pre", "section", "select", "span", "strong", "summary", "sup", "table", "tbody",
    "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_LINES = {
    "div",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "option",
    "p",
    "summary",
    "table",
    "tr",
}  # that end a line of source
_ATTRIBUTES = {
    "checked", "class", "hidden", "href", "id", "name", "rel", "role", "scope", "start", "tabindex", "title",
    "type", "value",
}  # fmt: skip


class Html(str):
    """Markup that this module made."""

    __slots__ = ()


Child = Html | str | None
NOTHING = Html("")


def text(words: str) -> Html:
    """Words as they are to be read, whatever they look like."""
    return Html(_MISLEADING.sub(_UNKNOWN, escape(words)))


def joined(parts: Iterable[Child]) -> Html:
    """Parts one after the other; those that are no markup are words."""
    return Html("".join(part if isinstance(part, Html) else text(part) for part in parts if part is not None))


def element(_name: str, /, *children: Child, **attributes: Value) -> Html:
    """An element: `class_="a"` and `data_code="b"` are its attributes `class` and `data-code`, unless None or False.

    Elements and attributes that could load or run something raise ValueError.
    """
    if _name not in _NAMES:
        raise ValueError(f"no element of a report: {_name}")
    inside = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    start = Html(f"<{_name}{inside}>")
    if _name in ("br", "input"):
        return start
    return Html(f"{start}{joined(children)}</{_name}>" + "\n" * (_name in _LINES))


def link(address: str, *words: Child) -> Html:
    """Words that lead to a page of the web; where the address is of any other kind, they only tell it."""
    address = address.strip()
    if _OUTWARD.match(address):
        return element("a", *words, href=address, rel="noopener noreferrer")
    return element("span", *words, class_="address", title=address)


def told(words: str) -> Html:
    """The words of a rule, in which backticks enclose what is to be written as it stands."""
    parts = words.split("`")
    if len(parts) % 2 == 0:
        return text(words)
    return joined(element("code", part) if number % 2 else part for number, part in enumerate(parts))


def page(title: str, *body: Child) -> str:
    """A page that is complete in itself: by its policy it can load and send nothing, nor run what it shows."""
    style, script = _asset("html.css"), _asset("html.js")
    first = 'document.documentElement.classList.add("js");'  # so that views are not drawn that are not shown
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(first)}' '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    whole = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{text(title)}</title>\n<style>{style}</style>\n<script>{first}</script>\n</head>\n"
        f"{element('body', *body)}\n<script>{script}</script>\n</html>\n"
    )
    return whole.encode("ascii", "xmlcharrefreplace").decode("ascii")  # no encoding on its way can spoil it


def _attribute(name: str, value: Value) -> str:
    if not (name in _ATTRIBUTES or name.startswith(("data-", "aria-"))):
        raise ValueError(f"no attribute of a report: {name}")
    if name == "href" and not (str(value).startswith("#") or _OUTWARD.match(str(value))):
        raise ValueError(f"no address of a report: {value}")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'


def _asset(name: str) -> str:
    return "\n" + Path(__file__).with_name(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
