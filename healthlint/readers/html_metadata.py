"""What the head of a page says of the article: `meta`, `link`, `title`, `html` and JSON-LD -> fields."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from healthlint.model.document import Field
from healthlint.model.span import SourceSpan
from healthlint.readers.html_tokens import attributes

if TYPE_CHECKING:
    import re

    from healthlint.model.document import Problem


class PageMetadata:
    """Collects the fields of a page as its tags come by."""

    def __init__(self) -> None:
        self.fields: list[Field] = []
        self.problems: list[Problem] = []
        self._has_title = False

    def read_meta(self, name: str, match: re.Match[str]) -> None:
        """Note a `meta` element that has a name and a content."""
        found = attributes(match)
        content = found.get("content")
        for key in ("name", "property", "itemprop"):
            if content and key in found:
                self._add(found[key].value, content.value, content.source)
                return

    def read_link(self, name: str, match: re.Match[str]) -> None:
        """Note the canonical address."""
        found = attributes(match)
        rel, href = found.get("rel"), found.get("href")
        if rel and href and "canonical" in rel.value.lower().split():
            self._add("canonical", href.value, href.source)

    def read_html(self, name: str, match: re.Match[str]) -> None:
        """Note the language of the page."""
        lang = attributes(match).get("lang")
        if lang:
            self._add("lang", lang.value, lang.source)

    def read_title(self, name: str, match: re.Match[str]) -> None:
        """Note the first title."""
        if self._has_title:
            return
        self._has_title = True
        start, end = match.span("content")
        content = match["content"]
        start, end = start + len(content) - len(content.lstrip()), end - len(content) + len(content.rstrip())
        self._add("title", unescape(content), SourceSpan(start, max(start, end)))

    def read_script(self, name: str, match: re.Match[str]) -> None:
        """Note what a JSON-LD script says."""
        kind = attributes(match).get("type")
        if kind is None or kind.value.strip().lower() != "application/ld+json":
            return
        from healthlint.readers.json_ld import read_json_ld  # `json` is not needed by most files

        found = read_json_ld(match["content"], match.start("content"))
        self.fields += found.fields
        if found.problem:
            self.problems.append(found.problem)

    def _add(self, key: str, value: str, source: SourceSpan) -> None:
        key = key.strip().lower()
        if key:
            self.fields.append(Field("meta", key, " ".join(value.split()), source))
