"""Trees of XML: plain ASCII when printed, so that no terminal or pipe can spoil them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, indent, tostring

from healthlint.reporters._clean import without_controls

if TYPE_CHECKING:
    from collections.abc import Mapping


def element(name: str, attributes: Mapping[str, object], text: str = "") -> Element:
    """An element with the attributes that have a value."""
    made = Element(name, {key: without_controls(str(value)) for key, value in attributes.items() if value is not None})
    made.text = without_controls(text) or None
    return made


def document(root: Element) -> str:
    """The printed tree."""
    indent(root)
    body = tostring(root, encoding="us-ascii", xml_declaration=False).decode("ascii")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'
